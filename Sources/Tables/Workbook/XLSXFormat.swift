import Archives
import Documents
import XML

/// Workbooks of Excel and its kin (ECMA-376): values as they were saved, formulas' among them.
package struct XLSXFormat: TableFormat {
    package static let name = "xlsx"
    package static let endings = ["xlsx", "xlsm"]
    private let said: WorkbookSaid

    package init(_ reader: inout DocumentReader) { said = WorkbookSaid(&reader) }

    /// Also what an encrypted workbook and an old one begin with, so that they are told as what they are.
    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: oldMark) || head.starts(with: zipMark) && contains(head, "[Content_Types].xml")
    }

    static let zipMark: [UInt8] = [0x50, 0x4B, 3, 4]
    private static let oldMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.firstRange(of: Array(text.utf8)) != nil
    }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let bytes = try file.contents()
        try XLSXFormat.refuseOld(bytes, file: file.name)
        let book = try told { () throws(Diagnostic) in try XLSXBook(bytes, file: file.name) }
        let index = try said.choose(among: book.sheets.map(\.name), file: file.name)
        let sheet = try told { () throws(Diagnostic) in try book.sheet(index) }
        let others = book.sheets.map(\.name).filter { $0 != sheet.name }
        return try SheetTable(said: said, reading: reading, file: file.name).table(of: sheet, others: others)
    }

    static func refuseOld(_ bytes: [UInt8], file: String) throws(Diagnostics) {
        guard bytes.starts(with: oldMark) else { return }
        // Names within such a file are UTF-16.
        let isEncrypted = bytes.prefix(1 << 20).firstRange(of: Array("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0".utf8)) != nil
        throw Diagnostics([
            Diagnostic(
                isEncrypted ? "the workbook is encrypted" : "the workbook is of Excel 97 to 2003", file: file,
                advice: isEncrypted
                    ? "save it without a password" : "save it as .xlsx: `soffice --convert-to xlsx FILE`")
        ])
    }
}

/// The parts of a workbook: its sheets, shared texts, and which styles are dates.
struct XLSXBook {
    struct SheetPart {
        var name: String
        var path: String
    }

    private(set) var sheets: [SheetPart] = []
    private var texts: [String] = []
    /// By style: what the numbers of a cell are.
    private var styles: [NumberStyle] = []
    /// Days are counted from 1904, not 1900.
    private var isFrom1904 = false
    private let bytes: [UInt8]
    private let file: String

    enum NumberStyle { case number, date, time }

    init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        self.bytes = bytes
        self.file = file
        let names = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]
        let parts = try ArchiveReader.entries(of: bytes, file: file) { names.contains($0) }
        func part(_ name: String) -> [UInt8]? { parts.first { $0.path == name }?.bytes }
        guard let book = part(names[0]) else {
            throw Diagnostic("is no workbook: it has no `xl/workbook.xml`", file: file)
        }
        let targets = try part(names[1]).map { (bytes) throws(Diagnostic) in try XLSXBook.targets(bytes, file) } ?? [:]
        let root = try XMLReader.read(book, file: file)
        isFrom1904 = ["1", "true"].contains(root.child("workbookPr")?["date1904"] ?? "")
        for sheet in root.child("sheets")?.children ?? [] where sheet.name == "sheet" {
            guard let name = sheet["name"], let id = sheet.attribute("id", namespace: "relationships"),
                let target = targets[id]
            else { continue }
            if sheet["state"] == nil || sheet["state"] == "visible" {
                sheets.append(SheetPart(name: name, path: target))
            }
        }
        if let bytes = part(names[2]) {
            let handler = SharedTexts()
            try XMLReader.read(bytes, file: file, telling: handler)
            texts = handler.texts
        }
        if let bytes = part(names[3]) { styles = XLSXBook.styles(try XMLReader.read(bytes, file: file)) }
    }

    /// Sheets' paths by the ids that the workbook has for them.
    private static func targets(_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> [String: String] {
        var result: [String: String] = [:]
        for relation in try XMLReader.read(bytes, file: file).children {
            guard let id = relation["Id"], let target = relation["Target"] else { continue }
            result[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return result
    }

    private static func styles(_ root: XMLElement) -> [NumberStyle] {
        var codes: [Int: String] = [:]
        for format in root.child("numFmts")?.children ?? [] {
            if let id = format["numFmtId"].flatMap({ Int($0) }) { codes[id] = format["formatCode"] ?? "" }
        }
        return (root.child("cellXfs")?.children ?? []).map { style in
            guard let id = style["numFmtId"].flatMap({ Int($0) }) else { return .number }
            if let code = codes[id] { return NumberStyle(code: code) }
            switch id {
            case 14...17, 22, 27...31, 36, 50...54, 57, 58: return .date
            case 18...21, 32...35, 45...47, 55, 56: return .time
            default: return .number
            }
        }
    }

    func sheet(_ index: Int) throws(Diagnostic) -> Sheet {
        let part = sheets[index]
        guard let bytes = try ArchiveReader.entries(of: bytes, file: file, isWanted: { $0 == part.path }).first?.bytes
        else { throw Diagnostic("the sheet `\(part.name)` is not in the workbook", file: file) }
        let handler = XLSXSheetReader(name: part.name, texts: texts, styles: styles, isFrom1904: isFrom1904)
        try XMLReader.read(bytes, file: file, telling: handler)
        if let problem = handler.problem { throw Diagnostic(problem, file: file) }
        return handler.sheet
    }
}

extension XLSXBook.NumberStyle {
    /// By a format's code: letters of dates that stand in no quotes and brackets.
    init(code: String) {
        var hasDays = false, hasHours = false
        var isQuoted = false, isBracketed = false, isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "[" {
                isBracketed = true
            } else if character == "]" {
                isBracketed = false
            } else if character == "h" || character == "s" {
                // `[h]` counts hours: a time.
                hasHours = true
            } else if !isBracketed, character == "d" || character == "y" {
                hasDays = true
            } else if character == "m", !isBracketed {
                hasDays = hasDays || code.lowercased().contains("mmm")
            }
        }
        let isGeneral = code.lowercased().hasPrefix("general")
        self = isGeneral ? .number : hasDays ? .date : hasHours && code.contains(":") ? .time : .number
    }
}

/// The texts that cells share. Phonetic readings beside them are left out.
private final class SharedTexts: XMLEventHandler {
    var texts: [String] = []
    let isDone = false
    private var bytes: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    func start(_ name: String, _ attributes: XMLEventAttributes) {
        switch name {
        case "si": bytes.removeAll(keepingCapacity: true)
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isText { self.bytes += bytes } }

    func end(_ name: String) {
        switch name {
        case "si": texts.append(String(decoding: bytes, as: UTF8.self))
        case "t": isText = false
        case "rPh": isPhonetic = false
        default: break
        }
    }
}

/// Reads the cells of one sheet.
private final class XLSXSheetReader: XMLEventHandler {
    var sheet: Sheet
    var problem: String?
    var isDone: Bool { problem != nil }
    private let texts: [String]
    private let styles: [XLSXBook.NumberStyle]
    private let isFrom1904: Bool
    private var row = Sheet.Row(number: 0)
    private var column = -1
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var isText = false
    private var bytes: [UInt8] = []
    private var cells = 0
    /// More cells than this are no sheet that a figure is drawn from.
    private static let mostCells = 50_000_000

    init(name: String, texts: [String], styles: [XLSXBook.NumberStyle], isFrom1904: Bool) {
        sheet = Sheet(name: name)
        self.texts = texts
        self.styles = styles
        self.isFrom1904 = isFrom1904
    }

    func start(_ name: String, _ attributes: XMLEventAttributes) {
        switch name {
        case "row":
            row = Sheet.Row(number: attributes["r"].flatMap { Int($0) } ?? row.number + 1)
            column = -1
        case "c":
            if let place = attributes["r"], let cell = Sheet.cell(place) { column = cell.column } else { column += 1 }
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            hasFormula = false
            hasValue = false
            bytes.removeAll(keepingCapacity: true)
        case "f": hasFormula = true
        case "v", "t":
            isText = true
            hasValue = true
        case "rPh": isText = false
        case "mergeCell":
            if let block = attributes["ref"].flatMap({ Sheet.block($0) }) { sheet.merged.append(block) }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isText { self.bytes += bytes } }

    func end(_ name: String) {
        switch name {
        case "v", "t": isText = false
        case "c":
            if let value = value() {
                row.cells.append((column, value))
                cells += 1
                if cells > Self.mostCells {
                    problem = "the sheet `\(sheet.name)` has more than \(Self.mostCells) cells"
                }
            }
        case "row": if !row.cells.isEmpty { sheet.rows.append(row) }
        default: break
        }
    }

    private func value() -> Sheet.Value? {
        guard hasValue, !bytes.isEmpty || type == "str" else { return hasFormula ? .unknown : nil }
        switch type {
        case "s":
            let index = Int(String(decoding: bytes, as: UTF8.self))
            return index.flatMap { $0 >= 0 && $0 < texts.count ? .text(texts[$0]) : nil }
        case "b": return .boolean(bytes.first == UInt8(ascii: "1"))
        case "n": return number()
        case "d":
            let text = String(decoding: bytes, as: UTF8.self)
            return DateColumn([text], said: CellsSaid()).moments.first.flatMap { $0.isNaN ? .text(text) : .moment($0) }
        default: return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func number() -> Sheet.Value? {
        guard let number = bytes.withUnsafeBufferPointer({ NumberReading.decimal($0) }) else {
            return .text(String(decoding: bytes, as: UTF8.self))
        }
        guard style >= 0, style < styles.count else { return .number(number) }
        switch styles[style] {
        case .number: return .number(number)
        case .date where number >= 0 && number < 2_958_466:
            // Excel takes 1900 for a leap year: before 1 March its days are one behind.
            let days = isFrom1904 ? number + 1462 : number < 60 ? number + 1 : number
            return .moment(((days - 25_569) * 86_400_000).rounded())
        case .date: return .number(number)
        case .time:
            let seconds = Int((number * 86_400).rounded())
            guard number >= 0, number < 1_000_000 else { return .number(number) }
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            return .text("\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))")
        }
    }
}

/// One problem is all problems.
func told<Value>(_ work: () throws(Diagnostic) -> Value) throws(Diagnostics) -> Value {
    do throws(Diagnostic) { return try work() } catch { throw Diagnostics([error]) }
}
