import Documents

/// Data packages (https://datapackage.org): a resource of a `datapackage.json`, its columns as its schema has them.
package struct FrictionlessFormat: TableFormat {
    package static let name = "datapackage"
    package static let endings = ["datapackage.json"]
    private let resource: String?
    private let location: SourceLocation?
    private let path: String

    package init(_ reader: inout DocumentReader) {
        resource = reader.text("resource")
        location = reader.node["resource"]?.location
        path = reader.path(of: "resource")
    }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let root = try JSONReader.read(try file.contents(), file: file.name)
        let resources = root["resources"]?.array ?? []
        let names = resources.enumerated().map { $1["name"]?.string ?? String($0 + 1) }
        guard let index = resource.map({ names.firstIndex(of: $0) }) ?? (resources.count == 1 ? 0 : nil) else {
            throw Diagnostics([
                Diagnostic(
                    resource.map { "the package has no resource `\($0)`" } ?? "the package has several resources",
                    at: location, path: path,
                    advice: resource.flatMap { suggestion(for: $0, among: names) }.map { "did you mean `\($0)`?" }
                        ?? "name one, `format: {resource: …}`: " + names.joined(separator: ", "))
            ])
        }
        let chosen = resources[index]
        var reading = reading
        for field in chosen["schema"]?["fields"]?.array ?? [] {
            guard let name = field["name"]?.string, reading.types[name] == nil else { continue }
            reading.types[name] = FrictionlessFormat.type(field)
        }
        let format = try TableFormatSaid(FrictionlessFormat.said(chosen), path: "resources[\(index)]")
        if let data = chosen["data"] { return try format.read(inline: data, as: reading) }
        let place = (chosen["path"]?.string ?? chosen["path"]?.array?.first?.string)
        guard let place, let part = file.beside(place) else {
            throw Diagnostics([
                Diagnostic(
                    "the resource `\(names[index])` has neither `path` nor `data`", file: file.name, at: chosen.location
                )
            ])
        }
        return try format.read(part, as: reading, usual: CSVFormat.self)
    }

    /// A field's type in the words of `format.parse`.
    private static func type(_ field: DocumentNode) -> ValueType? {
        switch field["type"]?.string {
        case "number", "integer": return .number
        case "boolean": return .boolean
        case "string": return .string
        case "date", "datetime":
            let format = field["format"]?.string ?? "default"
            return .date(format: format.hasPrefix("%") ? format : nil)
        case "year", "yearmonth": return .date(format: nil)
        default: return nil
        }
    }

    /// A resource's dialect and missing values in the words of `format`.
    private static func said(_ resource: DocumentNode) -> DocumentNode {
        var members: [DocumentObject.Member] = []
        func add(_ key: String, _ value: DocumentNode?) {
            guard let value else { return }
            members.append(.init(key: key, keyLocation: value.location, value: value))
        }
        let format = resource["format"]?.string?.lowercased()
        let isText = format == nil || ["csv", "tsv"].contains(format)
        let ending = resource["path"]?.string.flatMap { TableFormats.ending(of: $0) }?.name
        guard isText, ending == nil || ending == "csv" || ending == "tsv", resource["data"] == nil else {
            return DocumentNode(.object(DocumentObject(members)), at: resource.location)
        }
        add("delimiter", resource["dialect"]?["delimiter"])
        if let encoding = resource["encoding"], encoding.string?.lowercased() != "utf-8" { add("encoding", encoding) }
        let fields = resource["schema"]?["fields"]?.array ?? []
        add("decimal", fields.lazy.compactMap { $0["decimalChar"] }.first)
        add("thousands", fields.lazy.compactMap { $0["groupChar"] }.first)
        add("missing", resource["schema"]?["missingValues"])
        return DocumentNode(.object(DocumentObject(members)), at: resource.location)
    }
}
