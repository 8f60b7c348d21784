import Tables

/// Rows that a parameter picks before any reader touches the figure, as filters, lookups and bins ask for them.
package protocol RowSelection: Sendable {
    /// Nothing is picked.
    var isEmpty: Bool { get }
    /// For each row whether it is picked.
    func test(_ table: Table) -> [Bool]
    /// The two ends of the only dimension of an interval, for a transform that takes its extent from it.
    var span: [DataValue]? { get }
}
