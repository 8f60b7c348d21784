import Documents
import Tables

/// `sample`: so many rows, chosen at random (reservoir sampling, Vitter 1985), the same on every run, in their order.
public struct SampleTransform: Transform {
    public static let key = "sample"
    public static let properties = ["sample"]

    public var size: Int

    public init(_ reader: inout TransformReader) { size = reader.integer("sample", 0...1_000_000_000) ?? 1000 }

    public func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        guard table.rowCount > size else { return table }
        guard size > 0 else { return table.rows([]) }
        var generator = SeededGenerator(seed: context.environment.seed)
        var chosen = Array(0..<size)
        for row in size..<table.rowCount {
            let place = Int(generator.next().multipliedFullWidth(by: UInt64(row + 1)).high)
            if place < size { chosen[place] = row }
        }
        return table.rows(chosen.sorted())
    }
}
