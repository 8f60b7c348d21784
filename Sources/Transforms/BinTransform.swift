import Documents
import Tables

/// `bin`: the lower and upper end of the bin that each number falls in.
package struct BinTransform: Transform {
    package static let key = "bin"
    package static let properties = ["bin", "field", "as"]

    package var parameters: BinParameters
    package var field: String
    package var startName: String
    package var endName: String
    /// A parameter whose value is the extent.
    package var extentParameter: String?

    package init(_ field: String, _ parameters: BinParameters = BinParameters(), as start: String, end: String? = nil) {
        self.parameters = parameters
        self.field = field
        startName = start
        endName = end ?? start + "_end"
    }

    package init(_ reader: inout TransformReader) {
        var problems = Diagnostics()
        parameters = BinParameters(reader["bin"], path: reader.path + ".bin", diagnostics: &problems)
        reader.add(problems)
        extentParameter = reader["bin"]?["extent"]?["param"]?.string
        field = reader.requiredString("field")
        let names = reader.strings("as") ?? []
        if names.isEmpty { reader.problem("`as` is missing", advice: "it names the new field") }
        startName = names.first ?? ""
        endName = names.count > 1 ? names[1] : startName + "_end"
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers
        var parameters = parameters
        if let extentParameter,
            let ends = context.selections[extentParameter]?.span
                ?? context.environment.values[extentParameter]?.array, ends.count == 2,
            let low = ends[0].asNumber, let high = ends[1].asNumber, low <= high
        {
            parameters.extent = low...high
        }
        var low = Double.infinity, high = -Double.infinity
        for number in numbers where number.isFinite {
            low = min(low, number)
            high = max(high, number)
        }
        let bins = parameters.bins(over: low <= high ? low...high : 0...1)
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
}
