import Documents
import Formats

/// Reads the columns of a table as a figure wants them, and tells what does not read.
struct ColumnReading {
    let reading: TableReading
    var said = CellsSaid()
    var file = ""
    /// Whether fields are parted by `;`, as they are where a comma stands before decimals.
    var hasSemicolons = false

    init(_ reading: TableReading, said: CellsSaid = CellsSaid(), file: String = "", hasSemicolons: Bool = false) {
        self.reading = reading
        self.said = said
        self.file = file
        self.hasSemicolons = hasSemicolons
    }

    /// The table with every column that has a type read as that; the others too where types are to be found.
    ///
    /// - Throws: all columns with cells that do not read, where that is refused.
    func typed(_ read: ReadTable) throws(Diagnostics) -> ReadTable {
        var result = read
        var pending: [Pending] = []
        for (name, type) in reading.types.sorted(by: { $0.key < $1.key }) {
            // A member of an object becomes a column of its own, which is found before the path is followed.
            guard let column = read.table.column(name) ?? (name.contains(".") ? read.table.field(name) : nil) else {
                continue
            }
            switch (type, column.storage) {
            case (.number, .strings(let texts)): pending.append(Pending(name: name, texts: texts))
            case (.number, .values(let values)) where values.contains { $0.string != nil }:
                pending.append(
                    Pending(
                        name: name, texts: values.map { $0.isNull ? "" : $0.asText },
                        hasNumbers: values.contains { $0.number != nil }))
            case (.date(nil), .numbers) where reading.hasWrittenNumbers && !column.isTime:
                set(name, dates: written(column), in: &result)
            case (.date(nil), .strings), (.date(nil), .values):
                set(name, dates: column, in: &result)
            case (.date(let format?), .strings(let texts)):
                let read = column.read(as: type)
                let unread = texts.indices.filter { !texts[$0].isEmpty && read[$0].isNull && !isMissing(texts[$0]) }
                result.table.set(name, read)
                tellUnreadable(name, "dates as `\(format)`", unread, texts, in: &result)
                tellMissing(
                    name, texts.indices.filter { texts[$0].isEmpty || isMissing(texts[$0]) }, texts, in: &result)
            default:
                result.table.set(name, column.read(as: type))
                if let read = result.table.column(name), type == .number || type == .date(format: nil) {
                    tellMissingValues(name, read, in: &result)
                }
            }
        }
        set(pending, in: &result)
        infer(in: &result)
        try result.notes.throwIfErrors()
        return result
    }

    private struct Pending {
        var name: String
        var texts: [String]
        /// Whether numbers stand beside texts, as JSON tells them apart: what is a text is then meant as one, and is no
        /// number that was written in a way that nobody reads.
        var hasNumbers = false
    }

    private func isMissing(_ text: String) -> Bool { MissingMarks(said: said.missing).contains(text) }

    // MARK: - Numbers

    /// Columns that prove how numbers are written come first: what could be read in two ways follows them.
    private func set(_ columns: [Pending], in result: inout ReadTable) {
        guard !columns.isEmpty else { return }
        var made = columns.map { NumberColumn($0.texts, said: said, hasDoubtfulPoints: hasSemicolons) }
        let proofs = Set(made.compactMap(\.proven))
        if proofs.count == 1 {
            for index in made.indices where made[index].doubt != nil {
                made[index] = NumberColumn(
                    columns[index].texts, said: said, likely: proofs.first, hasDoubtfulPoints: hasSemicolons)
            }
        }
        for (column, numbers) in zip(columns, made) {
            result.table.set(column.name, Table.Column(.numbers(numbers.numbers)))
            tellUnreadable(
                column.name, "numbers", numbers.unreadable, column.texts,
                isMeant: column.hasNumbers && !reading.hasWrittenNumbers, in: &result)
            if numbers.unreadable.isEmpty { tellDoubt(column.name, numbers, column.texts, in: &result) }
            if let found = numbers.found {
                tell("column `\(column.name)` is written with \(found)", .note, in: &result)
            }
            tellMissing(column.name, numbers.missing, column.texts, in: &result)
        }
    }

    private func tellDoubt(_ name: String, _ numbers: NumberColumn, _ texts: [String], in result: inout ReadTable) {
        guard let doubt = numbers.doubt else { return }
        let cell = shown(doubt.row, name, texts, result)
        let (point, comma) = (
            NumberWriting.javaScript(doubt.readings.point), NumberWriting.javaScript(doubt.readings.comma)
        )
        let isRefused = hasSemicolons && reading.care == .refusing
        tell(
            "\(cell) of column `\(name)` could be \(point) or \(comma)"
                + (isRefused ? "" : "; it is read as \(NumberWriting.javaScript(numbers.numbers[doubt.row]))"),
            isRefused ? .error : .warning, in: &result,
            advice: "say which mark stands before decimals: `format: {decimal: \".\"}` or `format: {decimal: \",\"}`")
    }

    // MARK: - Dates

    private func set(_ name: String, dates column: Table.Column, in result: inout ReadTable) {
        let values = column.values
        if values.contains(where: { $0.array != nil || $0.object != nil }) {
            result.table.set(name, column.read(as: .date(format: nil)))
            return
        }
        let texts = values.map { $0.isNull ? "" : $0.asText }
        var dates = DateColumn(texts, said: said)
        for (row, value) in values.enumerated() {
            // Numbers among the texts are moments already.
            if let number = value.number { dates.moments[row] = number }
        }
        dates.unreadable.removeAll { values[$0].number != nil }
        result.table.set(name, Table.Column(.numbers(dates.moments)))
        tellUnreadable(name, "dates", dates.unreadable, texts, in: &result)
        if let row = dates.doubt, dates.unreadable.isEmpty {
            let isRefused = reading.care == .refusing
            tell(
                "\(shown(row, name, texts, result)) of column `\(name)` could be two days"
                    + (isRefused ? "" : "; it is read with the month first"),
                isRefused ? .error : .warning, in: &result,
                advice: "say which comes first: `format: {dates: day-first}` or `format: {dates: month-first}`")
        } else if let found = dates.found {
            tell("column `\(name)` is written with \(found)", .note, in: &result)
        }
        tellMissing(name, dates.missing, texts, in: &result)
    }

    /// Years and days such as 20230501 as texts; what can only be milliseconds stays a moment.
    private func written(_ column: Table.Column) -> Table.Column {
        Table.Column(
            column.values.map { value in
                guard let number = value.number, number.magnitude < 1e11 else { return value }
                return .string(NumberWriting.javaScript(number))
            })
    }

    // MARK: - Other columns

    private func infer(in result: inout ReadTable) {
        for (name, column) in zip(result.table.names, result.table.columns) where reading.types[name] == nil {
            guard case .strings(let texts) = column.storage else {
                if reading.infersTypes, case .values = column.storage {
                    result.table.set(name, column.read(as: column.inferredType))
                }
                continue
            }
            if reading.infersTypes {
                result.table.set(name, column.read(as: column.inferredType))
            } else if reading.infersNumbers, hasSemicolons || said.decimal == .comma {
                // Where a comma stands before decimals, columns of such numbers are numbers as plain ones are.
                let numbers = NumberColumn(texts, said: said, hasDoubtfulPoints: true)
                if numbers.unreadable.isEmpty, numbers.proven == .comma || said.decimal == .comma,
                    numbers.missing.count < texts.count, !texts.contains(where: MissingMarks.isCode)
                {
                    result.table.set(name, Table.Column(.numbers(numbers.numbers)))
                }
            }
        }
    }

    // MARK: - Telling

    private func tell(
        _ message: String, _ severity: Diagnostic.Severity, in result: inout ReadTable, advice: String? = nil
    ) {
        result.notes.add(Diagnostic(message, severity: severity, file: file, advice: advice))
    }

    private func shown(_ row: Int, _ name: String, _ texts: [String], _ result: ReadTable) -> String {
        let text = texts[row].count > 24 ? texts[row].prefix(24) + "…" : texts[row][...]
        return "`\(text)` (\(result.places?.name(row: row, column: name) ?? "row \(row + 1)"))"
    }

    private func tellUnreadable(
        _ name: String, _ what: String, _ rows: [Int], _ texts: [String], isMeant: Bool = false,
        in result: inout ReadTable
    ) {
        guard let first = rows.first else { return }
        let cells = rows.prefix(3).map { shown($0, name, texts, result) }.joined(separator: ", ")
        let rest = rows.count > 3 ? " and \(rows.count - 3) more" : ""
        let count = texts.count { !$0.isEmpty }
        let advice =
            what == "numbers"
            ? "say what they are: `format: {missing: [\"\(texts[first].prefix(24))\"]}` for no value, `decimal` and "
                + "`thousands` for how numbers are written, or the type `nominal` for a field of names"
            : "say how they are written: `format: {parse: {\(name): \"date:'%d %b %Y'\"}}`, `dates: day-first` or "
                + "`month-first`, `missing: [\"\(texts[first].prefix(24))\"]` for no value, or the type `nominal`"
        tell(
            "column `\(name)` is to be \(what), and \(rows.count) of its \(count) cells "
                + "\(rows.count == 1 ? "is" : "are") none: " + cells + rest,
            reading.care == .refusing && !isMeant ? .error : .warning, in: &result, advice: advice)
    }

    private func tellMissing(_ name: String, _ rows: [Int], _ texts: [String], in result: inout ReadTable) {
        guard !rows.isEmpty else { return }
        var marks: [String] = []
        for row in rows where marks.count < 3 {
            let mark = texts[row].allSatisfy(\.isWhitespace) ? "blank" : "`\(texts[row])`"
            if !marks.contains(mark) { marks.append(mark) }
        }
        tellMissing(name, rows, of: texts.count, " (\(marks.joined(separator: ", ")))", in: &result)
    }

    private func tellMissingValues(_ name: String, _ column: Table.Column, in result: inout ReadTable) {
        guard case .numbers(let numbers) = column.storage else { return }
        tellMissing(name, numbers.indices.filter { numbers[$0].isMissing }, of: numbers.count, "", in: &result)
    }

    private func tellMissing(_ name: String, _ rows: [Int], of count: Int, _ marks: String, in result: inout ReadTable)
    {
        guard let first = rows.first else { return }
        let place = result.places?.name(row: first, column: name) ?? "row \(first + 1)"
        tell(
            "\(rows.count) of \(count) rows have no `\(name)`\(marks), the first at \(place)",
            reading.care == .refusing && !file.isEmpty ? .warning : .note, in: &result)
    }
}
