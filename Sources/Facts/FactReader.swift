import Calendar
import Documents
import Formats

/// A fact as read, with the places of its fields for what is found out later.
struct FactRecord {
    var fact: Fact
    var places: [String: SourceLocation]

    func problem(_ key: String, _ message: String, advice: String? = nil) -> Diagnostic {
        Diagnostic(
            message, file: fact.file, at: places[key] ?? fact.location, path: "\(fact.id).\(key)", advice: advice)
    }
}

/// Reads one record of a facts file.
enum FactReader {
    static let keys = [
        "id", "title", "about", "measure", "of", "value", "unit", "qualifier", "date", "period", "uncertainty",
        "status",
        "attributed_to", "confidence", "source", "locator", "words", "derived_from", "formula", "notes", "rank",
        "decimals",
    ]

    /// Nil when a field is missing or wrong without which there is no fact; all that is wrong stands in
    /// `fields.problems`.
    static func read(_ fields: inout RecordFields) -> FactRecord? {
        let id = fields.identifier()
        fields.rejectKeys(otherThan: keys)
        let title = fields.text("title", orElse: "say in a few words of your own what the fact is")
        let about = fields.text("about", orElse: "say what it is about, such as `China–Russia border`")
        let measure = fields.text("measure", orElse: "say what is measured, such as `length`; for an event its theme")
        let of = fields.text("of")
        let date = date(&fields)
        let value = value(&fields)
        let unit = fields.text("unit")
        let qualifier = fields.word("qualifier", of: Qualifier.self)
        let uncertainty = uncertainty(&fields, value: value)
        let status = fields.word("status", of: FactStatus.self)
        let attributedTo = fields.text("attributed_to")
        if attributedTo != nil, status != .attributed {
            fields.report(
                "attributed_to", "`attributed_to` of a fact that is not attributed",
                advice: "write `status: attributed`")
        }
        let confidence = fields.text("confidence")
        let formula = fields.text("formula")
        let derived = fields.object["formula"] != nil || fields.object["derived_from"] != nil
        let inputs = fields.texts("derived_from")
        let source = fields.text(
            "source", orElse: derived ? nil : "name the id of a record in sources.yaml")
        let locators = locators(&fields, required: !derived)
        let words = words(&fields)
        let notes = fields.text("notes")
        let rank = fields.wholeNumber("rank", in: 1...3)
        let decimals = fields.wholeNumber("decimals", in: 0...12)
        checkShape(&fields, value: value, unit: unit, derived: derived)

        guard let id, let title, let about, let measure, let date else { return nil }
        let fact = Fact(
            id: id, title: title, about: about, measure: measure, of: of, value: value, unit: unit,
            qualifier: qualifier ?? .exact, date: date, uncertainty: uncertainty, status: status ?? .stated,
            attributedTo: attributedTo, confidence: confidence,
            source: source, locators: locators, words: words, derivedFrom: inputs, formula: formula, notes: notes,
            rank: rank,
            decimals: decimals, file: fields.file, location: fields.location)
        var places: [String: SourceLocation] = [:]
        for member in fields.object.members { places[member.key] = member.value.location }
        return FactRecord(fact: fact, places: places)
    }

    private static func date(_ fields: inout RecordFields) -> EDTFDate? {
        let date = fields.date("date")
        let period = fields.date("period")
        if fields.object["date"] != nil, fields.object["period"] != nil {
            fields.report(
                "period", "both `date` and `period` are given", advice: "keep one: `period` is for a span of time")
        } else if fields.object["date"] == nil, fields.object["period"] == nil {
            fields.report(
                nil, "neither `date` nor `period` is given",
                advice: "give one; `date: undated` where the source gives none")
        }
        return date ?? period
    }

    private static func value(_ fields: inout RecordFields) -> Fact.Value? {
        guard let node = fields.object["value"] else { return nil }
        if let number = node.number { return .number(number) }
        if node.boolean != nil {
            fields.report("value", "`value` is a boolean", advice: "write \"yes\" or \"no\"")
            return nil
        }
        guard let text = fields.text("value") else { return nil }
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else {
            fields.report(
                "value", "`\(shortened(text))` is no number, and no word",
                advice: "write a number in plain digits (1500000, 16.9), and what qualifies it as `qualifier`")
            return nil
        }
        return .word(text)
    }

    private static func uncertainty(_ fields: inout RecordFields, value: Fact.Value?) -> Uncertainty? {
        guard var inner = fields.object("uncertainty", keys: ["lower", "upper"]) else { return nil }
        let lower = inner.number("lower")
        let upper = inner.number("upper")
        if inner.object.members.isEmpty {
            inner.report(nil, "`uncertainty` has neither bound", advice: "give `lower`, `upper` or both")
        }
        if let lower, let upper, lower > upper {
            inner.report("lower", "the lower bound is above the upper")
        } else if let number = value?.number, number < lower ?? number || number > upper ?? number {
            inner.report(nil, "the value lies outside its bounds")
        }
        fields.problems += inner.problems
        return Uncertainty(lower: lower, upper: upper)
    }

    private static func locators(_ fields: inout RecordFields, required: Bool) -> [Locator] {
        guard let node = fields.object["locator"] else {
            if required {
                fields.report(
                    nil, "`locator` is missing",
                    advice: "say where in the source it stands: {section: \"…\", paragraph: 1}")
            }
            return []
        }
        var found: [Locator] = []
        for (index, item) in (node.array ?? [node]).enumerated() {
            let name = "\(fields.name).locator" + (node.array == nil ? "" : "[\(index)]")
            guard let object = item.object else {
                fields.report(
                    "locator", at: item.location, "a locator must be an object, not \(item.kind)",
                    advice: "write {section: \"…\", paragraph: 1}")
                continue
            }
            var inner = RecordFields(object, at: item.location, file: fields.file, name: name)
            if let locator = locator(&inner) { found.append(locator) }
            fields.problems += inner.problems
        }
        if node.array?.isEmpty == true { fields.report("locator", "the list of locators is empty") }
        return found
    }

    private static func locator(_ inner: inout RecordFields) -> Locator? {
        inner.rejectKeys(otherThan: ["section", "paragraph", "table", "row", "column", "map", "between"])
        let isText = inner.object["table"] == nil && inner.object["map"] == nil
        let section = inner.text(
            "section", orElse: isText ? "name the heading, or `lead` for what stands above the first" : nil)
        let paragraph = inner.wholeNumber("paragraph", in: 1...100_000)
        var locator = Locator(section: section ?? "", paragraph: paragraph)
        if inner.object["table"] != nil {
            let table = inner.text("table"), row = inner.text("row", orElse: "name what stands in its first column")
            let column = inner.text("column", orElse: "name the column")
            if let table, let row, let column { locator.cell = Locator.Cell(table: table, row: row, column: column) }
        }
        if inner.object["map"] != nil, let map = inner.text("map") {
            let between = inner.texts("between")
            if between.count == 2 {
                locator.border = Locator.Border(map: map, between: between)
            } else {
                inner.report("map", "a border has two sides", advice: "write {map: …, between: [RUS, CHN]}")
            }
        }
        return isText && section == nil ? nil : locator
    }

    private static func words(_ fields: inout RecordFields) -> [String] {
        let words = fields.texts("words")
        for phrase in words where phrase.split(separator: " ").count > 4 || phrase.count > 60 {
            fields.report(
                "words", "`\(shortened(phrase))` is more than four words",
                advice: "name the words that the source is known by; its sentences are not copied")
        }
        return words
    }

    /// What may not stand together, and what may not be missing.
    private static func checkShape(_ fields: inout RecordFields, value: Fact.Value?, unit: String?, derived: Bool) {
        let hasValue = fields.object["value"] != nil
        if derived {
            if hasValue {
                fields.report("value", "a derived fact has a `value`", advice: "remove it: the formula gives it")
            }
            if fields.object["formula"] == nil {
                fields.report(
                    "derived_from", "`derived_from` without a `formula`",
                    advice: "say how it is computed: \"`a` / `b`\"")
            }
            if fields.object["derived_from"] == nil {
                fields.report(
                    "formula", "`formula` without `derived_from`", advice: "list the ids of the facts that it names")
            }
        } else if !hasValue {
            for key in ["unit", "qualifier", "uncertainty", "decimals"] where fields.object[key] != nil {
                fields.report(
                    key, "`\(key)` without a `value`", advice: "give the value; an event has a date and neither")
            }
        }
        let needsUnit = derived || value?.number != nil
        if needsUnit, fields.object["unit"] == nil {
            fields.report(
                hasValue ? "value" : "formula", "the number has no `unit`",
                advice: "name it, such as km or students; `unit: \"1\"` for a bare number")
        }
    }
}
