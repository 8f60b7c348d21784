import Facts
import SceneGraph

/// Where links about facts lead within a report: a number to its note, or to the fact's row where it has none; the note
/// and the row on to the source, and back.
struct FactPlaces {
    let facts: FactBase
    /// Numbers of notes, by fact.
    let notes: [String: Int]
    /// The first figure that draws it, by fact.
    let figures: [String: String]
    /// Facts that have a row in the appendix; nil where all have.
    var rows: Set<String>?

    static func row(_ fact: String) -> String { "fact-\(fact)" }
    static func source(_ source: String) -> String { "source-\(source)" }

    /// Where a number that is the fact leads.
    func place(of fact: String) -> String {
        if let note = notes[fact] { return NoteRegister.destination(note) }
        if rows?.contains(fact) ?? true { return FactPlaces.row(fact) }
        let source = facts[fact].flatMap { facts.sources(of: $0).first?.id }
        return source.map(FactPlaces.source) ?? FactPlaces.row(fact)
    }

    /// From a fact's row: to its note, or to its source.
    func outward(from fact: Fact) -> Structure.Target? {
        notes[fact.id].map { .destination(NoteRegister.destination($0)) } ?? source(of: fact)
    }

    func source(of fact: Fact) -> Structure.Target? {
        facts.sources(of: fact).first.map { .destination(FactPlaces.source($0.id)) }
    }

    /// From a fact's row to where it is told first.
    func back(from fact: Fact) -> Structure.Target? {
        if let note = notes[fact.id] { return .destination("call-" + NoteRegister.destination(note)) }
        return figures[fact.id].map { .destination("figure-\($0)") }
    }
}
