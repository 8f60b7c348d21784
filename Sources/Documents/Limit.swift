/// How much one document may ask for. Every bound that a well-meant document could reach stands here, with what raises
/// it: `--limit rows=1e8` on the command line, or ``Limit/allow(_:)`` in a host.
///
/// A bound is judged before the work is done, from what a document says of itself: a picture that promises 10⁹ pixels
/// is refused before one is decoded.
public enum Limit: String, Sendable, CaseIterable {
    case fileSize = "file-size"
    case nodes
    case depth
    case rows
    case cells
    case values
    case points
    case views
    case pixels
    case pages
    case pageSize = "page-size"
    case shapes
    case expansion

    /// What it is where nobody says otherwise.
    public var standard: Int {
        switch self {
        case .fileSize: 1 << 30
        case .nodes: 4_000_000
        case .depth: 512
        case .rows: 5_000_000
        case .cells: 400_000_000
        case .values: 50_000_000
        case .points: 20_000_000
        case .views: 2_000
        case .pixels: 100_000_000
        case .pages: 10_000
        case .pageSize: 32_767
        case .shapes: 200_000
        case .expansion: 256 << 20
        }
    }

    /// Beyond this no value is taken: the code counts on it.
    public var most: Int {
        switch self {
        case .fileSize, .expansion: 1 << 36
        case .nodes, .rows, .points, .shapes: 2_000_000_000
        case .cells, .values: 1 << 40
        case .depth: 2_000
        case .views: 1_000_000
        case .pixels: 1_000_000_000
        case .pages: 1_000_000
        case .pageSize: 32_767
        }
    }

    /// What is counted, for the table of `dossier --limits`.
    public var meaning: String {
        switch self {
        case .fileSize: "bytes of one input file"
        case .nodes: "values in one YAML document, elements in one XML part"
        case .depth: "levels of nesting in a JSON document"
        case .rows: "rows that a transform makes"
        case .cells: "cells of a table that is read, rows × columns"
        case .values: "values that a transform makes, rows × columns"
        case .points: "points of the shapes of a figure"
        case .views: "views of one chart: layers, repeats, the cells of a facet"
        case .pixels: "pixels of one picture, read or written"
        case .pages: "pages of one report, and of a PDF that is compared"
        case .pageSize: "units of a figure's or page's longer side"
        case .shapes: "shapes on one slide"
        case .expansion: "bytes that one compressed part opens to"
        }
    }

    public var value: Int { Limit.allowed[Limit.position(of: self)] }

    /// - Throws: where there are more, with how to raise the limit.
    public func check(_ count: Int, _ what: String) throws(Diagnostic) {
        if count > value { throw exceeded(count, what) }
    }

    /// - Parameter count: what the document asks for; may be infinite.
    public func check(_ count: Double, _ what: String) throws(Diagnostic) {
        if !(count <= Double(value)) {
            throw exceeded(count < 1e18 ? Int(count.rounded(.up)) : nil, what)
        }
    }

    /// The diagnostic of a document that asks for more, without a place.
    public func exceeded(_ count: Int?, _ what: String) -> Diagnostic {
        let asked = count.map { "\(Limit.grouped($0)) " } ?? "more than can be counted "
        let higher = count.map { min(most, $0) } ?? most
        return Diagnostic(
            "\(what) would be \(asked)\(meaning); \(Limit.grouped(value)) are allowed",
            advice: higher > value
                ? "if that is meant, raise the limit: --limit \(rawValue)=\(higher)"
                : "no more can be asked for with --limit \(rawValue)")
    }

    // MARK: Setting

    /// Set before any work is done; not changed during it.
    nonisolated(unsafe) private static let allowed: UnsafeMutableBufferPointer<Int> = {
        let buffer = UnsafeMutableBufferPointer<Int>.allocate(capacity: allCases.count)
        for (index, limit) in allCases.enumerated() { buffer.initializeElement(at: index, to: limit.standard) }
        return buffer
    }()

    /// Asked for every value of a document: without looking through the cases.
    private static func position(of limit: Limit) -> Int {
        switch limit {
        case .fileSize: 0
        case .nodes: 1
        case .depth: 2
        case .rows: 3
        case .cells: 4
        case .values: 5
        case .points: 6
        case .views: 7
        case .pixels: 8
        case .pages: 9
        case .pageSize: 10
        case .shapes: 11
        case .expansion: 12
        }
    }

    /// Sets a limit for the process; not while anything is read or drawn.
    ///
    /// - Parameter setting: `rows=1e8`; `standard` in place of the number is the one of the table.
    /// - Throws: a diagnostic of cause `usage`.
    public static func allow(_ setting: String) throws(Diagnostic) {
        let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = parts.first, let limit = Limit(rawValue: name) else {
            throw Diagnostic(
                "`\(setting)` names no limit", cause: .usage,
                advice: DocumentReader.advice(for: parts.first ?? "", among: allCases.map(\.rawValue)))
        }
        let word = parts.count > 1 ? parts[1] : ""
        if word == "standard" {
            allowed[position(of: limit)] = limit.standard
            return
        }
        guard let number = Double(word), number >= 1, number <= Double(limit.most) else {
            throw Diagnostic(
                "`\(setting)`: \(name) takes a number from 1 to \(grouped(limit.most))", cause: .usage,
                advice: "for example --limit \(name)=\(limit.standard)")
        }
        allowed[position(of: limit)] = Int(number)
    }

    /// The table, in plain text or as Markdown.
    public static func table(markdown: Bool = false) -> String {
        let rows = allCases.map { limit in
            [limit.rawValue, grouped(limit.value), grouped(limit.most), limit.meaning]
        }
        if markdown {
            return "| limit | allowed | at most | counts |\n|---|---|---|---|\n"
                + rows.map { "| `\($0[0])` | \($0[1]) | \($0[2]) | \($0[3]) |\n" }.joined()
        }
        let widths = (0..<3).map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        return rows.map { row in
            row[0] + String(repeating: " ", count: widths[0] - row[0].utf8.count + 2)
                + String(repeating: " ", count: widths[1] - row[1].utf8.count) + row[1] + "  " + row[3] + "\n"
        }.joined()
    }

    /// In groups of three digits.
    private static func grouped(_ number: Int) -> String {
        var digits = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { digits.append(",") }
            digits.append(digit)
        }
        return String(digits.reversed())
    }
}
