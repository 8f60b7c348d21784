import Archives
import Documents
import XML

/// Spreadsheets of LibreOffice and its kin (OpenDocument 1.3, part 3).
package struct ODSFormat: TableFormat {
    package static let name = "ods"
    package static let endings = ["ods"]
    private let said: WorkbookSaid

    package init(_ reader: inout DocumentReader) { said = WorkbookSaid(&reader) }

    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: XLSXFormat.zipMark)
            && XLSXFormat.contains(head, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
    }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let bytes = try file.contents()
        let parts = try told { () throws(Diagnostic) in
            try ArchiveReader.entries(of: bytes, file: file.name) {
                ["content.xml", "META-INF/manifest.xml"].contains($0)
            }
        }
        func part(_ name: String) -> [UInt8]? { parts.first { $0.path == name }?.bytes }
        if let manifest = part("META-INF/manifest.xml"), XLSXFormat.contains(manifest[...], "encryption-data") {
            throw Diagnostics([
                Diagnostic("the spreadsheet is encrypted", file: file.name, advice: "save it without a password")
            ])
        }
        guard let content = part("content.xml") else {
            throw Diagnostics([Diagnostic("is no spreadsheet: it has no `content.xml`", file: file.name)])
        }
        let handler = ODSReader()
        try told { () throws(Diagnostic) in try XMLReader.read(content, file: file.name, telling: handler) }
        if let problem = handler.problem { throw Diagnostics([Diagnostic(problem, file: file.name)]) }
        let index = try said.choose(among: handler.sheets.map(\.name), file: file.name)
        let sheet = handler.sheets[index]
        let others = handler.sheets.map(\.name).filter { $0 != sheet.name }
        return try SheetTable(said: said, reading: reading, file: file.name).table(of: sheet, others: others)
    }
}

/// Reads every sheet of a document's content.
private final class ODSReader: XMLEventHandler {
    var sheets: [Sheet] = []
    var problem: String?
    var isDone: Bool { problem != nil }
    private var row = Sheet.Row(number: 1)
    private var rowRepeats = 1
    private var column = 0
    private var cell = Cell()
    private var paragraphs = 0
    private var isText = false
    /// Notes on cells are not their text.
    private var noteDepth = 0
    private var bytes: [UInt8] = []
    private var cells = 0
    private static let mostCells = 50_000_000

    private struct Cell {
        var type: String?
        var value: String?
        var repeats = 1
        var columns = 1
        var rows = 1
        var hasFormula = false
    }

    func start(_ name: String, _ attributes: XMLEventAttributes) {
        func count(_ name: StaticString) -> Int { max(1, attributes[name].flatMap { Int($0) } ?? 1) }
        switch name {
        case "table":
            sheets.append(Sheet(name: attributes["name"] ?? ""))
            row = Sheet.Row(number: 1)
        case "table-row":
            rowRepeats = count("number-rows-repeated")
            column = 0
        case "table-cell", "covered-table-cell":
            let type = attributes["value-type"]
            let value =
                attributes["value"] ?? attributes["date-value"] ?? attributes["boolean-value"] ?? attributes[
                    "time-value"]
                ?? attributes["string-value"]
            cell = Cell(
                type: type, value: value, repeats: count("number-columns-repeated"),
                columns: count("number-columns-spanned"), rows: count("number-rows-spanned"),
                hasFormula: attributes["formula"] != nil)
            bytes.removeAll(keepingCapacity: true)
            paragraphs = 0
        case "annotation": noteDepth += 1
        case "p":
            isText = noteDepth == 0
            if paragraphs > 0, isText { bytes.append(0x0A) }
            if isText { paragraphs += 1 }
        case "s": if isText { bytes += Array(repeating: 0x20, count: min(count("c"), 1000)) }
        case "tab": if isText { bytes.append(0x09) }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isText { self.bytes += bytes } }

    func end(_ name: String) {
        switch name {
        case "annotation": noteDepth -= 1
        case "p": isText = false
        case "table-cell", "covered-table-cell": endCell()
        case "table-row": endRow()
        default: break
        }
    }

    private func endCell() {
        defer { column = min(column + cell.repeats, 1 << 16) }
        if cell.columns > 1 || cell.rows > 1, !sheets.isEmpty {
            sheets[sheets.count - 1].merged.append(
                Sheet.Block(
                    rows: row.number...(row.number + min(cell.rows, 1 << 20) - 1),
                    columns: column...(column + min(cell.columns, 1 << 14) - 1)))
        }
        guard let value = value() else { return }
        for index in 0..<min(cell.repeats, 16_384) { row.cells.append((column + index, value)) }
    }

    private func endRow() {
        defer { row = Sheet.Row(number: row.number + min(rowRepeats, 1 << 21)) }
        guard !row.cells.isEmpty, !sheets.isEmpty else { return }
        for index in 0..<min(rowRepeats, 1 << 20) {
            cells += row.cells.count
            if cells > Self.mostCells {
                problem = "the sheets have more than \(Self.mostCells) cells"
                return
            }
            sheets[sheets.count - 1].rows.append(Sheet.Row(number: row.number + index, cells: row.cells))
        }
    }

    private func value() -> Sheet.Value? {
        let text = String(decoding: bytes, as: UTF8.self)
        switch cell.type {
        case "float", "percentage", "currency":
            guard let number = cell.value.flatMap({ Double($0) }), number.isFinite else { return .text(text) }
            return .number(number)
        case "date":
            let moment = cell.value.flatMap { DateColumn([$0], said: CellsSaid()).moments.first }
            return moment.flatMap { $0.isNaN ? nil : .moment($0) } ?? .text(cell.value ?? text)
        case "boolean": return .boolean(cell.value == "true")
        case "time": return .text(text)
        case nil: return text.isEmpty ? (cell.hasFormula ? .unknown : nil) : .text(text)
        default: return .text(paragraphs > 0 ? text : cell.value ?? "")
        }
    }
}
