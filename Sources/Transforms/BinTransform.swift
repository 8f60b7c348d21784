import Documents
import Tables

/// `bin`: the lower and upper end of the bin that each number falls in.
package struct BinTransform: Transform {
    package static let key = "bin"

    package var parameters: BinParameters
    package var field: String
    package var startName: String
    package var endName: String

    package init(_ field: String, _ parameters: BinParameters = BinParameters(), as start: String, end: String? = nil) {
        self.parameters = parameters
        self.field = field
        startName = start
        endName = end ?? start + "_end"
    }

    package init(_ reader: inout DocumentReader) {
        parameters = BinParameters.read("bin", of: &reader) ?? BinParameters()
        field = reader.required("field")
        (startName, endName) = reader.newSpan()
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers
        let bins = bins(of: numbers, in: context)
        var starts: [Double] = [], ends: [Double] = []
        starts.reserveCapacity(numbers.count)
        ends.reserveCapacity(numbers.count)
        for number in numbers {
            if number.isNaN {
                starts.append(.missing)
                ends.append(.missing)
            } else {
                let start = bins.lowerEnd(number)
                starts.append(start)
                ends.append(start + bins.step)
            }
        }
        var result = table
        result.set(startName, Table.Column(.numbers(starts)))
        result.set(endName, Table.Column(.numbers(ends)))
        return result
    }

    /// The bins for the numbers of a column.
    package func bins(of numbers: [Double], in context: TransformContext) -> Bins {
        var parameters = parameters
        if let name = parameters.extentParameter,
            let ends = context.selections[name]?.span ?? context.environment.values[name]?.array, ends.count == 2,
            let low = ends[0].asNumber, let high = ends[1].asNumber, low <= high
        {
            parameters.extent = low...high
        }
        var low = Double.infinity, high = -Double.infinity
        for number in numbers where number.isFinite {
            low = min(low, number)
            high = max(high, number)
        }
        return parameters.bins(over: low <= high ? low...high : 0...1)
    }
}
