import Documents
import Facts

/// The facts of projects, each read once however many figures of it are drawn.
public struct KnownFacts {
    private var known: [Project: FactBase] = [:]

    public init() {}

    /// The facts of a figure's project; empty, and nothing is read, where the figure names none.
    public mutating func facts(for figure: Figure) throws(Diagnostics) -> FactBase {
        guard figure.usesFacts else { return .empty }
        if let facts = known[figure.project] { return facts }
        let facts = try figure.project.facts()
        known[figure.project] = facts
        return facts
    }
}
