import Documents
import Expressions
import Tables

/// `sample`: so many rows, chosen at random (reservoir sampling, Vitter 1985), the same on every run, in their order.
package struct SampleTransform: Transform {
    package static let key = "sample"

    package var size: Int

    package init(_ size: Int) { self.size = size }

    package init(_ reader: inout DocumentReader) {
        size = reader.wholeNumber("sample", in: 0...1_000_000_000) ?? 1000
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
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
