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

    static func row(_ fact: String) -> String { "fact-\(fact)" }
    static func source(_ source: String) -> String { "source-\(source)" }

    /// Where a number that is the fact leads.
    func place(of fact: String) -> String { notes[fact].map(NoteRegister.destination) ?? FactPlaces.row(fact) }

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

extension ReportComposer {
    /// As far as notes have been called for.
    var factPlaces: FactPlaces {
        var notes: [String: Int] = [:]
        for (index, key) in inlines.notes.keys.enumerated() {
            if case .fact(let id) = key { notes[id] = index + 1 }
        }
        var first: [String: String] = [:]
        for (address, figure) in figures {
            for fact in figure.facts where first[fact] == nil { first[fact] = Report.figureName(address) }
        }
        return FactPlaces(facts: context.facts, notes: notes, figures: first)
    }
}
