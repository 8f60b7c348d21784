import Facts
import Tables

extension DataResource {
    /// The facts that a report tells, as a table: everything their records hold but the words they are found by.
    static func facts(_ ids: [String], of base: FactBase) -> DataResource {
        let facts = ids.compactMap { base[$0] }
        var resource = DataResource(
            path: "facts.csv", title: "The facts of the report",
            fields: [
                Field("id"), Field("title"), Field("about", description: "what the fact is about"),
                Field("measure", description: "what is told of it"),
                Field("value", description: "a number or a word; empty for an event"),
                Field("lower", type: "number", description: "lower bound that the source gives"),
                Field("upper", type: "number", description: "upper bound that the source gives"),
                Field("unit"), Field("qualifier", description: "exact, about, at-least or at-most"),
                Field("date", description: "EDTF (ISO 8601-2), or undated"), Field("status"),
                Field("source", description: "names of the sources in datapackage.json, parted by semicolons"),
                Field("locator", description: "where in its source it stands"),
                Field("derived_from", description: "ids that it is computed from, parted by semicolons"),
                Field("formula"), Field("notes"), Field("of", description: "what is measured more closely"),
                Field("attributed_to"), Field("confidence"),
            ],
            rows: facts.map { fact in
                var value = fact.value?.word ?? ""
                if let number = fact.value?.number { value = NumberWriting.javaScript(number) }
                return [
                    fact.id, fact.title, fact.about, fact.measure, value,
                    fact.uncertainty?.lower.map(NumberWriting.javaScript) ?? "",
                    fact.uncertainty?.upper.map(NumberWriting.javaScript) ?? "",
                    fact.unit ?? "", fact.value == nil ? "" : fact.qualifier.rawValue, fact.date.text,
                    fact.status.rawValue, base.sources(of: fact).map(\.id).joined(separator: ";"),
                    fact.locators.map(\.written).joined(separator: "; "), fact.derivedFrom.joined(separator: ";"),
                    fact.formula ?? "", fact.notes ?? "", fact.of ?? "", fact.attributedTo ?? "", fact.confidence ?? "",
                ]
            })
        resource.primaryKey = "id"
        return resource
    }
}
