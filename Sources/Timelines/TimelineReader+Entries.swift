import Documents
import Facts
import Tables

/// One of `events` or `eras`: a fact that is chosen, or an object of the document or of a row of a table.
enum TimelineEntry {
    case fact(Fact)
    case object(DocumentNode, path: String)
}

extension TimelineReader {
    /// `events` or `eras`: a list of entries, `{facts: …}` or `{table: …}`; an entry of a list may itself be such.
    func entries(_ key: String, keys: [String], _ root: inout DocumentReader) -> [TimelineEntry] {
        guard let node = root.value(key) else { return [] }
        if node.object != nil {
            guard let chosen = chosen(node, keys: keys, path: key, &root) else {
                root.report(key, "`\(key)` is a list, `facts:` with a choice of facts, or a `table`")
                return []
            }
            return chosen
        }
        guard let items = node.array else {
            root.report(key, "`\(key)` is a list, or `facts:` with a choice of facts, not \(node.kind)")
            return []
        }
        return items.enumerated().flatMap { index, item -> [TimelineEntry] in
            let path = "\(key)[\(index)]"
            guard item.object != nil else {
                root.report(item, "an entry has a `date` and a `title`; this is \(item.kind)", path: path)
                return []
            }
            return chosen(item, keys: keys, path: path, &root) ?? [.object(item, path: path)]
        }
    }

    /// What `{facts: …}` or `{table: …}` chooses; nil where it is neither.
    private func chosen(
        _ node: DocumentNode, keys: [String], path: String, _ root: inout DocumentReader
    ) -> [TimelineEntry]? {
        if node["table"] != nil {
            return root.read(node, path: path, noun: "a table of events") { rows(keys: keys, &$0) }
        }
        guard let selector = node["facts"], node["date"] == nil, node["title"] == nil else { return nil }
        let selection = FactSelection(eras: path.hasPrefix("eras"), base: base)
        return root.read(node, path: path, noun: "a choice of facts") { reader in
            reader.allow("facts")
            return selection.facts(selector, path: path + ".facts", &reader).map { .fact($0) }
        }
    }

    /// Rows of a file with a table: `{table: states.csv, columns: {date: year, title: name}, source: …}`. A column
    /// that is not named there is taken by the name of the key; a `source` beside them is that of every row.
    private func rows(keys: [String], _ reader: inout DocumentReader) -> [TimelineEntry] {
        let source = reader.value("source")
        let columns = columns(keys: keys, &reader)
        guard let node = reader.value("table"), let named = NamedTable("table", &reader),
            let rows = table(named, &reader), hasRequired(columns, rows, file: named.file, &reader)
        else { return [] }
        return (0..<rows.rowCount).map { row in
            var members: [DocumentObject.Member] = []
            for key in keys {
                guard let name = columns[key], let value = rows.column(name)?[row], !value.isNull else { continue }
                let written = value.asText
                if written.isEmpty { continue }
                let content: DocumentNode.Value =
                    key == "rank" ? (Double(written).map { .number($0) } ?? .string(written)) : .string(written)
                members.append(
                    .init(key: key, keyLocation: node.location, value: DocumentNode(content, at: node.location)))
            }
            if let source, !members.contains(where: { $0.key == "source" }) {
                members.append(.init(key: "source", keyLocation: source.location, value: source))
            }
            return .object(
                DocumentNode(.object(DocumentObject(members)), at: node.location), path: "\(named.file), row \(row + 1)"
            )
        }
    }

    private func columns(keys: [String], _ reader: inout DocumentReader) -> [String: String] {
        var columns: [String: String] = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
        for member in reader.value("columns", "names of keys and columns", { $0.object })?.members ?? [] {
            guard keys.contains(member.key), let column = member.value.string else {
                reader.report(
                    member.value, "`columns` gives for a key of an event the column that has it",
                    path: reader.path(of: "columns") + "." + member.key,
                    advice: suggestion(for: member.key, among: keys).map { "did you mean `\($0)`?" })
                continue
            }
            columns[member.key] = column
        }
        return columns
    }

    private func table(_ named: NamedTable, _ reader: inout DocumentReader) -> Table? {
        do throws(Diagnostics) {
            return try named.read(in: dataRoot).table
        } catch {
            for problem in error.all {
                // The figure file is what the user is told of; the place in the table follows it.
                let place = problem.location.map { ":\($0.line)" } ?? ""
                reader.report("table", "`\(named.file)\(place)`: \(problem.message)", advice: problem.advice)
            }
            return nil
        }
    }

    private func hasRequired(
        _ columns: [String: String], _ rows: Table, file: String, _ reader: inout DocumentReader
    ) -> Bool {
        for required in ["date", "title"]
        where required != "date" || columns["period"].flatMap({ rows.column($0) }) == nil {
            let column = columns[required] ?? required
            if rows.column(column) != nil { continue }
            reader.report(
                reader.has("columns") ? "columns" : "table", "`\(file)` has no column `\(column)` for `\(required)`",
                advice: suggestion(for: column, among: rows.names).map { "did you mean `\($0)`?" }
                    ?? "its columns: " + rows.names.joined(separator: ", "))
            return false
        }
        return true
    }
}
