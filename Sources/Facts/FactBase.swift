import Documents

/// All facts and sources of a project, checked: ids are unique, every source is known, every formula is computed.
public struct FactBase: Sendable {
    public static let empty = FactBase()

    /// In the order of `sources.yaml`.
    public let sources: [Source]
    /// In the order of the files' names, and within a file as they stand.
    public let facts: [Fact]

    /// What texts call the things that facts are about, besides their own names: Beijing, Chinese for China.
    public internal(set) var names: [String: [String]] = [:]
    /// Facts that are cells of tables; none of them is in `facts`.
    public let tables: [TabledFacts]

    private let sourcePositions: [String: Int]
    private let factPositions: [String: Int]

    private init() {
        sources = []
        facts = []
        tables = []
        sourcePositions = [:]
        factPositions = [:]
    }

    /// Facts made in code.
    ///
    /// - Throws: every repeated id, unknown source, and formula that cannot be computed.
    public init(sources: [Source], facts: [Fact]) throws(Diagnostics) {
        try self.init(
            sources: sources, records: facts.map { FactRecord(fact: $0, places: [:]) }, problems: Diagnostics())
    }

    /// Adds what is wrong between records to `problems`, what is wrong within them, and throws them together.
    init(
        sources: [Source], records: [FactRecord], tables: [TabledFacts] = [], problems: Diagnostics
    ) throws(Diagnostics) {
        var problems = problems
        var sourcePositions: [String: Int] = [:]
        for (index, source) in sources.enumerated() {
            if let first = sourcePositions[source.id] {
                problems.add(
                    FactBase.repeated(
                        source.id, file: source.file, at: source.location,
                        firstFile: sources[first].file, firstAt: sources[first].location))
            } else {
                sourcePositions[source.id] = index
            }
        }
        var factPositions: [String: Int] = [:]
        for (index, record) in records.enumerated() {
            let fact = record.fact
            if let first = factPositions[fact.id] {
                let other = records[first].fact
                problems.add(
                    FactBase.repeated(
                        fact.id, file: fact.file, at: record.places["id"] ?? fact.location,
                        firstFile: other.file, firstAt: other.location))
            } else {
                factPositions[fact.id] = index
            }
            if let source = fact.source, sourcePositions[source] == nil {
                let close = suggestion(for: source, among: sources.map(\.id))
                problems.add(
                    record.problem(
                        "source", "no source has the id `\(shortened(source))`",
                        advice: close.map { "did you mean `\($0)`?" } ?? "add it to sources.yaml"))
            }
        }
        var derivation = Derivation(records: records, positions: factPositions)
        derivation.run()
        problems.add(Diagnostics(derivation.problems))
        try problems.throwIfErrors()

        self.sources = sources
        self.sourcePositions = sourcePositions
        self.facts = derivation.facts
        self.tables = tables
        self.factPositions = factPositions
    }

    private static func repeated(
        _ id: String, file: String, at location: SourceLocation, firstFile: String, firstAt: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            "the id `\(id)` is given twice", file: file, at: location, path: "\(id).id",
            advice: "it stands first at \(firstFile):\(firstAt.line)")
    }

    // MARK: Looking up

    /// The fact of that id; nil where there is none.
    public subscript(id: String) -> Fact? {
        guard let index = factPositions[id], facts.indices.contains(index) else {
            guard !tables.isEmpty, id.utf8.contains(UInt8(ascii: "/")) else { return nil }
            return tables.lazy.compactMap { $0[id] }.first
        }
        return facts[index]
    }

    /// The source of that id; nil where there is none.
    public func source(_ id: String) -> Source? {
        guard let index = sourcePositions[id], sources.indices.contains(index) else { return nil }
        return sources[index]
    }

    /// The fact of that id.
    ///
    /// - Throws: a diagnostic without a place, with the nearest id; the caller adds where the id was written.
    public func fact(_ id: String) throws(Diagnostic) -> Fact {
        if let fact = self[id] { return fact }
        throw Diagnostic("no fact has the id `\(shortened(id))`", advice: adviceForUnknown(id))
    }

    /// What to say to somebody who wrote an id that no fact has.
    public func adviceForUnknown(_ id: String) -> String {
        if let table = tables.first(where: { $0.isAmbiguous(id) }) {
            return "several rows of \(table.file) have that key"
        }
        if let close = suggestion(for: id, among: facts.lazy.map(\.id)) { return "did you mean `\(close)`?" }
        return facts.isEmpty ? "the project has no facts" : "`dossier facts list` shows the ids"
    }

    /// The facts about something, of some measure, or both, in the order of the files; all where neither is given.
    public func facts(about: String? = nil, measure: String? = nil) -> [Fact] {
        facts.filter { (about == nil || $0.about == about) && (measure == nil || $0.measure == measure) }
    }

    /// Facts that are events, eras not among them.
    public var events: [Fact] { facts.filter { $0.kind == .event } }

    /// Events whose measure is `era`.
    public var eras: [Fact] { facts.filter { $0.kind == .era } }

    /// The facts that a derived fact is computed from, those that are themselves derived replaced by their own
    /// inputs; the fact alone where it is not derived. In the order of first use.
    public func inputs(of fact: Fact) -> [Fact] {
        var found: [Fact] = []
        var seen: Set<String> = []
        var waiting = [fact]
        while let next = waiting.popLast() {
            guard seen.insert(next.id).inserted else { continue }
            if next.isDerived {
                waiting += next.derivedFrom.reversed().compactMap { self[$0] }
            } else {
                found.append(next)
            }
        }
        return found
    }

    /// The sources that a fact rests on, those of its inputs where it is derived, in the order of first use.
    public func sources(of fact: Fact) -> [Source] { sources(of: [fact]) }

    /// The sources that facts rest on, each once, in the order of first use.
    public func sources(of facts: [Fact]) -> [Source] {
        var found: [Source] = []
        var seen: Set<String> = []
        for fact in facts {
            for id in inputs(of: fact).compactMap(\.source) + [fact.source].compactMap({ $0 })
            where seen.insert(id).inserted {
                if let source = source(id) { found.append(source) }
            }
        }
        return found
    }
}
