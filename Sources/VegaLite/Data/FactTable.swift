import Files
import Calendar
import Documents
import Facts
import Formats
import Tables

extension FactBase {
    /// The table of `data: {facts: …}`: one row a fact.
    ///
    /// Columns: `id`, `title`, `about`, `measure`, `date` (the first day it may stand for, in milliseconds since 1970;
    /// null where undated), `dateText` (as people read it), `value`, `lower`, `upper`, `unit`, `qualifier`, `text` (the
    /// value as it should read, with qualifier and unit), `source` (the id of the first source), `sourceName` (how all
    /// of them are named under a figure).
    ///
    /// - Parameter selection: a list of ids, or `{about: …, measure: …}`.
    public func table(
        selecting selection: DocumentNode, path: String, language: String = "en"
    ) throws(Diagnostics) -> Table {
        let facts = try select(selection, file: "", path: path)
        let rows = facts.map { fact -> [DataValue.Field] in
            let sources = self.sources(of: fact)
            let number = fact.value?.number
            func optional(_ text: String?) -> DataValue { text.map { .string($0) } ?? .null }
            func optional(_ number: Double?) -> DataValue { number.map { .number($0) } ?? .null }
            return [
                .init("id", .string(fact.id)), .init("title", .string(fact.title)), .init("about", .string(fact.about)),
                .init("measure", .string(fact.measure)),
                .init("date", optional(fact.date.earliest.map { Double($0) * 86_400_000 })),
                .init("dateText", .string(fact.date.wording(.label))),
                .init("value", number.map { .number($0) } ?? optional(fact.value?.word)),
                .init("lower", optional(fact.uncertainty?.lower)), .init("upper", optional(fact.uncertainty?.upper)),
                .init("unit", optional(fact.unit)), .init("qualifier", .string(fact.qualifier.rawValue)),
                .init("text", .string(fact.told(.label, language: language))),
                .init("source", optional(fact.source ?? sources.first?.id)),
                .init(
                    "sourceName",
                    sources.isEmpty ? .null : .string(sources.map(\.attributionShort).joined(separator: "; "))),
            ]
        }
        return Table(rows: rows)
    }
}

extension DataLoader {
    /// A loader that knows a project's facts.
    public init(document: DocumentNode, root: DataRoot, facts: FactBase, language: String = "en") {
        self.init(document: document, root: root)
        self.facts = { (selection, path) throws(Diagnostics) in
            try facts.table(selecting: selection, path: path, language: language)
        }
    }
}
