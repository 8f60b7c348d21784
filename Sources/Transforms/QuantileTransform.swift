import Documents
import Tables

/// `quantile`: quantiles of a field at several probabilities.
package struct QuantileTransform: Transform {
    package static let key = "quantile"

    package var field: String
    package var groupby: [String]
    package var probabilities: [Double]
    package var probabilityName: String
    package var valueName: String

    package init(_ reader: inout DocumentReader) {
        field = reader.required("quantile")
        groupby = reader.texts("groupby")
        let step = reader.number("step") ?? 0.01
        if let given = reader.numbers("probs") {
            probabilities = given
        } else if step > 1e-6, step <= 1 {
            // The middles of equal shares.
            probabilities = (0..<Int((1 / step).rounded())).map { step / 2 + Double($0) * step }.filter { $0 < 1 }
        } else {
            probabilities = []
            reader.report("step", "`step` is more than 0 and at most 1")
        }
        let names = reader.newNames("as", "prob", "value")
        (probabilityName, valueName) = (names[0], names[1])
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers
        let grouping = try Grouping(table, by: groupby)
        var source: [Int] = [], shares: [Double] = [], values: [Double] = []
        for (group, rows) in grouping.rows.enumerated() {
            let sorted = rows.map { numbers[$0] }.filter { !$0.isNaN }.sorted()
            guard !sorted.isEmpty else { continue }
            for probability in probabilities {
                source.append(grouping.firstRows[group])
                shares.append(probability)
                values.append(Statistics.quantile(sorted, probability))
            }
        }
        var result = Table(rowCount: source.count)
        for name in groupby { result.set(name, try table.column(for: name).rows(source)) }
        result.set(probabilityName, Table.Column(.numbers(shares)))
        result.set(valueName, Table.Column(.numbers(values)))
        return result
    }
}
