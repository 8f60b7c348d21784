import Documents
import Facts
import Tables

extension TimelineReader {
    /// Walks `events` or `eras`: a list of entries, or `{facts: …}`; an entry of a list may itself be `{facts: …}`.
    mutating func forEachEntry(
        _ node: DocumentNode, path: String, keys: [String],
        selected: (inout TimelineReader, Fact) -> Void,
        inline: (inout TimelineReader, DocumentNode, DocumentObject, String) -> Void
    ) {
        func select(_ reader: inout TimelineReader, _ selector: DocumentNode, _ path: String) {
            let selection = FactSelection(eras: path.hasPrefix("eras"), base: reader.base)
            for fact in selection.facts(
                selector, path: path, report: { reader.problem($0, at: $1, path: $2, advice: $3) })
            {
                selected(&reader, fact)
            }
        }
        if let object = node.object {
            if object["table"] != nil {
                readTable(object, at: node, path: path, keys: keys, inline: inline)
                return
            }
            guard let selector = object["facts"] else {
                problem("`\(path)` is a list, `facts:` with a choice of facts, or a `table`", at: node, path: path)
                return
            }
            check(object, against: ["facts"], path: path)
            select(&self, selector, path + ".facts")
            return
        }
        guard let items = node.array else {
            problem("`\(path)` is a list, or `facts:` with a choice of facts, not \(node.kind)", at: node, path: path)
            return
        }
        for (index, item) in items.enumerated() {
            let place = "\(path)[\(index)]"
            guard let object = item.object else {
                problem("an entry has a `date` and a `title`; this is \(item.kind)", at: item, path: place)
                continue
            }
            if let selector = object["facts"], object["date"] == nil, object["title"] == nil {
                check(object, against: ["facts"], path: place)
                select(&self, selector, place + ".facts")
                continue
            }
            if object["table"] != nil {
                readTable(object, at: item, path: place, keys: keys, inline: inline)
                continue
            }
            check(object, against: keys, path: place)
            inline(&self, item, object, place)
        }
    }

    /// Rows of a CSV, TSV or JSON file: `{table: states.csv, columns: {date: year, title: name}, source: …}`. A column
    /// that is not named there is taken by the name of the key; a `source` beside them is that of every row.
    mutating func readTable(
        _ object: DocumentObject, at node: DocumentNode, path: String, keys: [String],
        inline: (inout TimelineReader, DocumentNode, DocumentObject, String) -> Void
    ) {
        check(object, against: ["table", "columns", "source"], path: path)
        guard let table = object["table"], let file = table.string else {
            problem(
                "`table` is the name of a CSV, TSV or JSON file", at: object["table"] ?? node, path: path + ".table")
            return
        }
        var columns: [String: String] = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
        for member in object["columns"]?.object?.members ?? [] {
            guard keys.contains(member.key), let column = member.value.string else {
                problem(
                    "`columns` gives for a key of an event the column that has it", at: member.value,
                    path: path + ".columns." + member.key,
                    suggestion(for: member.key, among: keys).map { "did you mean `\($0)`?" })
                continue
            }
            columns[member.key] = column
        }
        let rows: Table
        do throws(Diagnostics) {
            let contents: [UInt8]
            do { contents = try dataRoot.read(file) } catch { throw Diagnostics([error]) }
            if file.lowercased().hasSuffix(".json") {
                rows = Table(try Document(file: file, contents: contents).root)
            } else {
                let separator = file.lowercased().hasSuffix(".tsv") ? UInt8(ascii: "\t") : UInt8(ascii: ",")
                rows = try DelimitedText(separator: separator, infersNumbers: false).read(contents, file: file)
            }
        } catch {
            for var problem in error.all {
                // The figure file is what the user is told of; the place in the table follows it.
                let place = problem.location.map { ":\($0.line)" } ?? ""
                problem.message = "`\(file)\(place)`: \(problem.message)"
                problem.file = document.file
                problem.location = table.location
                problem.path = path + ".table"
                problems.add(problem)
            }
            return
        }
        for required in ["date", "title"]
        where required != "date" || columns["period"].flatMap({ rows.column($0) }) == nil {
            let column = columns[required] ?? required
            if rows.column(column) == nil {
                problem(
                    "`\(file)` has no column `\(column)` for `\(required)`", at: object["columns"] ?? table,
                    path: path + ".columns",
                    suggestion(for: column, among: rows.names).map { "did you mean `\($0)`?" }
                        ?? "its columns: " + rows.names.joined(separator: ", "))
                return
            }
        }
        for row in 0..<rows.rowCount {
            var members: [DocumentObject.Member] = []
            for key in keys {
                guard let name = columns[key], let value = rows.column(name)?[row] else { continue }
                let written = value.asText
                if value.isNull || written.isEmpty { continue }
                let content: DocumentNode.Value =
                    key == "rank" ? (Double(written).map { .number($0) } ?? .string(written)) : .string(written)
                members.append(
                    .init(key: key, keyLocation: table.location, value: DocumentNode(content, at: table.location)))
            }
            if let source = object["source"], !members.contains(where: { $0.key == "source" }) {
                members.append(.init(key: "source", keyLocation: source.location, value: source))
            }
            inline(&self, table, DocumentObject(members), "\(file), row \(row + 1)")
        }
    }
}
