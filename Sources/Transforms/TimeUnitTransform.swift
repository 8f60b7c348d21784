import Documents
import Expressions
import Tables

/// `timeUnit`: the beginning and the end of the unit of time that each moment falls in.
package struct TimeUnitTransform: Transform {
    package static let key = "timeUnit"

    /// Nil where the unit is to be found from the data.
    package var unit: TimeUnit?
    package var maxbins: Double
    package var field: String
    package var startName: String
    package var endName: String

    package init(
        _ field: String, _ unit: TimeUnit?, maxbins: Double? = nil, as start: String, end: String? = nil
    ) {
        self.unit = unit
        self.field = field
        self.maxbins = maxbins ?? TimeUnitParameters.usualMost
        startName = start
        endName = end ?? start + "_end"
    }

    package init(_ reader: inout DocumentReader) {
        let parameters = TimeUnitParameters.read("timeUnit", of: &reader)
        unit = parameters?.unit
        maxbins = parameters?.maxbins ?? TimeUnitParameters.usualMost
        field = reader.required("field")
        (startName, endName) = reader.newSpan()
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let moments = try table.column(for: field).moments
        let valid = moments.filter { $0.isFinite }
        let span = (valid.max() ?? 0) - (valid.min() ?? 0)
        guard let unit = unit ?? TimeUnit.fitting(span, most: maxbins) else { return table }
        var starts: [Double] = [], ends: [Double] = []
        starts.reserveCapacity(moments.count)
        ends.reserveCapacity(moments.count)
        for moment in moments {
            let start = moment.isNaN ? Double.missing : unit.isBinned ? moment : unit.floor(moment)
            starts.append(start)
            ends.append(start.isNaN ? start : unit.offset(start))
        }
        var result = table
        result.set(startName, Table.Column(.numbers(starts), isTime: true))
        result.set(endName, Table.Column(.numbers(ends), isTime: true))
        return result
    }
}
