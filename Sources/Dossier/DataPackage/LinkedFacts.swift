import Calendar
import Documents
import Facts
import Reports

/// Facts as linked data: observations in schema.org's words, and in PROV's what was derived from what.
struct LinkedFacts {
    let facts: FactBase
    let ids: [String]

    /// The facts that are told, and those that they are computed from.
    init(_ told: [String], of facts: FactBase) {
        self.facts = facts
        var known: Set<String> = []
        var ids: [String] = []
        var waiting = told[...]
        while let id = waiting.popFirst() {
            guard known.insert(id).inserted, let fact = facts[id] else { continue }
            ids.append(id)
            waiting += fact.derivedFrom
        }
        self.ids = ids
    }

    private var told: [Fact] { ids.compactMap { facts[$0] } }

    private var sources: [Source] { facts.sources(of: told) }

    /// The vocabularies stand in the file itself, so that a reader needs no network.
    private static let context: DocumentNode = .object([
        ("@vocab", .text("https://schema.org/")), ("prov", .text("http://www.w3.org/ns/prov#")),
    ])

    /// A data set of observations (schema.org), for the page that tells them.
    func dataset(_ matter: ReportMatter) -> DocumentNode {
        var members: [(String, DocumentNode)] = [
            ("@type", .text("Dataset")), ("@id", .text("#facts")),
            ("name", .text(matter.title.isEmpty ? "Briefing" : matter.title)),
            (
                "description",
                .text(
                    matter.subtitle.isEmpty
                        ? "The facts that the briefing tells, each with its source." : matter.subtitle)
            ),
            ("inLanguage", .text(matter.language)),
        ]
        if !matter.date.isEmpty { members.append(("datePublished", .text(matter.date))) }
        if !matter.authors.isEmpty {
            members.append(
                ("creator", .list(matter.authors.map { .object([("@type", .text("Person")), ("name", .text($0))]) })))
        }
        members.append(("citation", .list(sources.map { LinkedFacts.reference("source-\($0.id)") })))
        members.append(("variableMeasured", .list(Set(told.map(\.measure)).sorted().map { .text($0) })))
        return graph([.object(members)] + told.map(observation) + sources.map(work))
    }

    /// What was derived from what (PROV-O), for the data package.
    var provenance: DocumentNode {
        let entities = told.map { fact -> DocumentNode in
            var members: [(String, DocumentNode)] = [
                ("@id", .text("#fact-\(fact.id)")), ("@type", .text("prov:Entity")), ("name", .text(fact.title)),
            ]
            if !fact.derivedFrom.isEmpty {
                members.append(
                    ("prov:wasDerivedFrom", .list(fact.derivedFrom.map { LinkedFacts.reference("fact-\($0)") })))
                members.append(("description", .text(fact.formula ?? "")))
            }
            if let source = fact.source {
                members.append(("prov:hadPrimarySource", LinkedFacts.reference("source-\(source)")))
            }
            return .object(members)
        }
        let works = sources.map { source -> DocumentNode in
            var members: [(String, DocumentNode)] = [
                ("@id", .text("#source-\(source.id)")), ("@type", .text("prov:Entity")), ("name", .text(source.title)),
                ("prov:wasAttributedTo", .object([("@type", .text("prov:Agent")), ("name", .text(source.producer))])),
            ]
            if !source.derivedFromSources.isEmpty {
                members.append(
                    (
                        "prov:wasDerivedFrom",
                        .list(source.derivedFromSources.map { LinkedFacts.reference("source-\($0)") })
                    ))
            }
            if let address = source.urlMain { members.append(("url", .text(address))) }
            return .object(members)
        }
        return graph(entities + works)
    }

    private func graph(_ items: [DocumentNode]) -> DocumentNode {
        .object([("@context", LinkedFacts.context), ("@graph", .list(items))])
    }

    private static func reference(_ id: String) -> DocumentNode { .object([("@id", .text("#" + id))]) }

    private func observation(_ fact: Fact) -> DocumentNode {
        var members: [(String, DocumentNode)] = [
            ("@id", .text("#fact-\(fact.id)")), ("@type", .text(fact.value == nil ? "Event" : "Observation")),
            ("name", .text(fact.title)),
        ]
        if fact.value == nil {
            members.append(("about", .text(fact.about)))
            if let year = fact.date.years { members.append(("startDate", .text(String(year.lowerBound)))) }
        } else {
            members.append(("observationAbout", .object([("@type", .text("Thing")), ("name", .text(fact.about))])))
            members.append(
                ("measuredProperty", .object([("@type", .text("Property")), ("name", .text(fact.measure))])))
            switch fact.value {
            case .number(let number)?: members.append(("value", DocumentNode(.number(number))))
            case .word(let word)?: members.append(("value", .text(word)))
            case nil: break
            }
            if let unit = fact.unit, unit != "1" { members.append(("unitText", .text(unit))) }
            if !fact.date.isUndated {
                members.append((fact.date.isInterval ? "observationPeriod" : "observationDate", .text(fact.date.text)))
            }
            if let bounds = fact.uncertainty {
                if let lower = bounds.lower { members.append(("minValue", DocumentNode(.number(lower)))) }
                if let upper = bounds.upper { members.append(("maxValue", DocumentNode(.number(upper)))) }
            }
        }
        if fact.qualifier != .exact { members.append(("description", .text(fact.qualifier.rawValue))) }
        members.append(("citation", .list(facts.sources(of: fact).map { LinkedFacts.reference("source-\($0.id)") })))
        if !fact.derivedFrom.isEmpty {
            members.append(("prov:wasDerivedFrom", .list(fact.derivedFrom.map { LinkedFacts.reference("fact-\($0)") })))
        }
        return .object(members)
    }

    private func work(_ source: Source) -> DocumentNode {
        var members: [(String, DocumentNode)] = [
            ("@id", .text("#source-\(source.id)")), ("@type", .text("CreativeWork")), ("name", .text(source.title)),
            ("author", .object([("@type", .text("Organization")), ("name", .text(source.producer))])),
        ]
        if let address = source.urlMain { members.append(("url", .text(address))) }
        if let archived = source.archived { members.append(("archivedAt", .text(archived.url))) }
        if let date = source.datePublished { members.append(("datePublished", .text(date.text))) }
        if let license = source.license { members.append(("license", .text(license.url ?? license.name))) }
        return .object(members)
    }
}
