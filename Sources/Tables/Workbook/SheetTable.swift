import Documents

/// What a document says under `format` of a workbook.
struct WorkbookSaid: Sendable {
    /// A sheet by its name, or by its number from 1.
    var sheet: String?
    var number: Int?
    var range: Sheet.Block?
    /// How many rows name the columns.
    var headerRows: Int?
    var cells: CellsSaid
    private(set) var path: String
    private(set) var location: SourceLocation?

    init(_ reader: inout DocumentReader) {
        path = reader.path
        location = reader.node["sheet"]?.location ?? reader.node.location
        if let node = reader.value("sheet") {
            if let name = node.string {
                sheet = name
            } else if let value = node.number, let whole = Int(exactly: value), whole >= 1 {
                number = whole
            } else {
                reader.report("sheet", "`sheet` is the name of a sheet, or its number from 1")
            }
        }
        if let text = reader.text("range") {
            range = Sheet.block(text)
            if range == nil { reader.report("range", "`range` is two cells, as `B3:F20`, not `\(text.prefix(40))`") }
        }
        headerRows = reader.wholeNumber("headerRows", in: 0...20)
        cells = CellsSaid(&reader)
    }

    /// The place of the sheet that is meant; the first where none is.
    func choose(among names: [String], file: String) throws(Diagnostics) -> Int {
        if let number {
            if number <= names.count { return number - 1 }
        } else if let sheet {
            if let index = names.firstIndex(of: sheet) { return index }
        } else if !names.isEmpty {
            return 0
        }
        let asked = sheet ?? number.map(String.init) ?? ""
        throw Diagnostics([
            Diagnostic(
                names.isEmpty ? "the workbook has no sheets" : "the workbook has no sheet `\(asked)`",
                file: location == nil ? file : "", at: location, path: path + ".sheet",
                advice: suggestion(for: asked, among: names).map { "did you mean `\($0)`?" }
                    ?? "it has " + names.joined(separator: ", "))
        ])
    }
}

/// Makes a table of a sheet: finds where its head is, joins heads of several rows, and reads the columns.
struct SheetTable {
    let said: WorkbookSaid
    let reading: TableReading
    let file: String

    func table(of sheet: Sheet, others: [String]) throws(Diagnostics) -> ReadTable {
        var result = ReadTable(Table())
        if !others.isEmpty, said.sheet == nil, said.number == nil {
            result.notes.add(
                Diagnostic(
                    "the sheet `\(sheet.name)` is read; there are also \(others.joined(separator: ", "))",
                    severity: .note,
                    file: file))
        }
        let rows = filled(sheet)
        guard let head = headRows(of: rows, sheet), !rows.isEmpty else {
            result.notes.add(Diagnostic("the sheet `\(sheet.name)` is empty", severity: .warning, file: file))
            return result
        }
        let body = Array(rows[head.upperBound...])
        let columns = names(of: rows[head], body: body)
        result.places = CellPlaces(
            rows: body.map(\.number),
            columns: Dictionary(
                columns.map { ($0.name, Sheet.letters($0.column)) }, uniquingKeysWith: { first, _ in first }))
        result.table = Table(rowCount: body.count)
        var cells = [[Sheet.Value?]](
            repeating: Array(repeating: nil, count: body.count), count: columns.count)
        let places = Dictionary(columns.enumerated().map { ($1.column, $0) }, uniquingKeysWith: { first, _ in first })
        for (row, line) in body.enumerated() {
            for cell in line.cells { if let place = places[cell.column] { cells[place][row] = cell.value } }
        }
        for (column, values) in zip(columns, cells) where reading.isWanted?(column.name) ?? true {
            result.table.set(column.name, made(values))
            if let row = values.firstIndex(of: .unknown) {
                result.notes.add(
                    Diagnostic(
                        "\(Sheet.letters(column.column))\(body[row].number) has a formula "
                            + "that was saved without its value",
                        severity: reading.care == .refusing ? .error : .warning, file: file,
                        advice: "open the workbook in a spreadsheet program and save it, so that values stand in it"))
            }
        }
        var wanted = reading
        wanted.hasWrittenNumbers = true
        return try ColumnReading(wanted, said: said.cells, file: file).typed(result)
    }

    /// The rows within the range, without blank ones, and the texts of merged cells in each of their cells.
    private func filled(_ sheet: Sheet) -> [Sheet.Row] {
        let merged = sheet.merged.prefix(10_000)
        var corners: [Int: [Int: Sheet.Value]] = [:]
        for block in merged where block.rows.count * block.columns.count <= 100_000 {
            guard
                let corner = sheet.rows.first(where: { $0.number == block.rows.lowerBound })?.cells.first(where: {
                    $0.column == block.columns.lowerBound
                })?.value, case .text = corner
            else { continue }
            for row in block.rows { for column in block.columns { corners[row, default: [:]][column] = corner } }
        }
        return sheet.rows.compactMap { row in
            var row = row
            if let range = said.range {
                guard range.rows.contains(row.number) else { return nil }
                row.cells.removeAll { !range.columns.contains($0.column) }
            }
            row.cells.removeAll { $0.value.isBlank }
            for (column, value) in corners[row.number] ?? [:] where !row.cells.contains(where: { $0.column == column })
            {
                row.cells.append((column, value))
            }
            if corners[row.number] != nil { row.cells.sort { $0.column < $1.column } }
            return row.cells.isEmpty ? nil : row
        }
    }

    /// Which rows name the columns: titles and remarks above a table fill few of its cells; a head with merged cells
    /// goes on to the next row.
    private func headRows(of rows: [Sheet.Row], _ sheet: Sheet) -> Range<Int>? {
        guard !rows.isEmpty else { return nil }
        if let count = said.headerRows { return 0..<min(count, rows.count) }
        let width = rows.prefix(200).map(\.cells.count).max() ?? 1
        let distinct = { (row: Sheet.Row) in
            row.cells.indices.count { $0 == 0 || row.cells[$0].value != row.cells[$0 - 1].value }
        }
        let first =
            said.range != nil
            ? 0 : rows.firstIndex { $0.cells.count * 5 >= width * 3 && (width < 2 || distinct($0) > 1) } ?? 0
        var last = first
        while last + 1 < rows.count, last - first < 4,
            sheet.merged.contains(where: { $0.columns.count > 1 && $0.rows.contains(rows[last].number) })
        {
            last += 1
        }
        return first..<(last + 1)
    }

    private func names(of head: ArraySlice<Sheet.Row>, body: [Sheet.Row]) -> [(column: Int, name: String)] {
        var used = Set(head.flatMap { $0.cells.map(\.column) })
        for row in body { for cell in row.cells { used.insert(cell.column) } }
        var seen: Set<String> = []
        return used.sorted().prefix(DelimitedText.mostColumns).map { column in
            var parts: [String] = []
            for row in head {
                guard let cell = row.cells.first(where: { $0.column == column }) else { continue }
                let text = SheetTable.text(cell.value)
                if !text.isEmpty, parts.last != text { parts.append(text) }
            }
            let base = parts.isEmpty ? Sheet.letters(column) : parts.joined(separator: " ")
            var name = base, number = 2
            while !seen.insert(name).inserted {
                name = "\(base)_\(number)"
                number += 1
            }
            return (column, name)
        }
    }

    private static func text(_ value: Sheet.Value) -> String {
        switch value {
        case .text(let text):
            String(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case .number(let number): NumberWriting.javaScript(number)
        case .moment(let moment): DataValue.day(moment)
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .unknown: ""
        }
    }

    private func made(_ values: [Sheet.Value?]) -> Table.Column {
        let hasMoments = values.contains { if case .moment? = $0 { true } else { false } }
        let areMoments = hasMoments && values.allSatisfy { if case .moment? = $0 { true } else { $0 == nil } }
        if areMoments {
            return Table.Column(
                .numbers(values.map { if case .moment(let moment)? = $0 { moment } else { .missing } }), isTime: true)
        }
        return Table.Column(
            values.map { value -> DataValue in
                switch value {
                case nil, .unknown: .null
                case .number(let number): .number(number)
                case .moment(let moment): .string(DataValue.day(moment))
                case .text(let text): .string(text)
                case .boolean(let value): .boolean(value)
                }
            })
    }
}
