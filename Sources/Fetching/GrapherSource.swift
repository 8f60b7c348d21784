import Documents

/// A chart of Our World in Data's grapher: the address of its data and of its metadata, and what the metadata say of
/// the source.
public struct GrapherSource: Sendable {
    public let slug: String

    /// Nil where the address is none of a grapher's chart.
    public init?(_ address: String) {
        let bare = address.prefix { $0 != "?" && $0 != "#" }
        guard let place = bare.firstRange(of: "://ourworldindata.org/grapher/") else { return nil }
        let name = bare[place.upperBound...].split(separator: ".").first.map(String.init) ?? ""
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else { return nil }
        slug = name
    }

    /// The data, columns under their short names.
    public var dataAddress: String {
        "https://ourworldindata.org/grapher/\(slug).csv?v=1&csvType=full&useColumnShortNames=true"
    }
    public var metadataAddress: String {
        "https://ourworldindata.org/grapher/\(slug).metadata.json?v=1&csvType=full&useColumnShortNames=true"
    }
    public var sourceID: String { "owid-" + slug }

    /// The entry of `sources.yaml`; nil where the metadata are none of a grapher's.
    ///
    /// - Parameter date: when it was fetched, ISO 8601; the metadata's own day comes before it.
    public func entry(metadata: [UInt8], date: String) throws(Diagnostics) -> String? {
        let root = try JSONReader.read(metadata, file: metadataAddress)
        guard let chart = root["chart"], let title = chart["title"]?.string else { return nil }
        let column = root["columns"]?.object?.members.first?.value
        let citation = column?["citationLong"]?.string ?? chart["citation"]?.string ?? title
        var lines = ["- id: \(sourceID)", "  producer: \(JSONWriter.quoted("Our World in Data"))"]
        lines.append("  title: " + JSONWriter.quoted(title))
        lines.append("  citation_full: " + JSONWriter.quoted(citation))
        lines.append("  attribution: " + JSONWriter.quoted(column?["citationShort"]?.string ?? "Our World in Data"))
        lines.append(
            "  url_main: "
                + JSONWriter.quoted(chart["originalChartUrl"]?.string ?? "https://ourworldindata.org/grapher/\(slug)"))
        if let day = column?["lastUpdated"]?.string { lines.append("  date_published: \(JSONWriter.quoted(day))") }
        lines.append("  date_accessed: " + JSONWriter.quoted(root["dateDownloaded"]?.string ?? date))
        lines += ["  license:", "    name: CC BY 4.0", "    url: https://creativecommons.org/licenses/by/4.0/"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text of a `sources.yaml` with an entry after the others; nil where it has one of that id.
    ///
    /// - Parameter text: nil where there is no such file yet.
    public func adding(_ entry: String, to text: String?) -> String? {
        let lines = (text ?? "sources:\n").split(separator: "\n", omittingEmptySubsequences: false)
        if lines.contains(where: { $0.drop { $0 == " " || $0 == "-" }.hasPrefix("id: \(sourceID)") }) { return nil }
        // As far in as the entries before it.
        let indent = lines.last { $0.drop { $0 == " " }.hasPrefix("- ") }.map { $0.prefix { $0 == " " } } ?? "  "
        var whole = lines.joined(separator: "\n")
        while whole.hasSuffix("\n\n") { whole.removeLast() }
        if !whole.hasSuffix("\n") { whole += "\n" }
        let block = entry.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
        return whole + (text == nil ? "" : "\n") + block + "\n"
    }
}
