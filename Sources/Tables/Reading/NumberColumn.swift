import Documents

/// A column of texts that are to be numbers: how they are written, found from all of them.
struct NumberColumn {
    /// By row; missing where there is no value, NaN where a cell is no number.
    var numbers: [Double]
    var missing: [Int] = []
    /// Rows of what is no number.
    var unreadable: [Int] = []
    /// What was found of how they are written, in words; nil where they are plain decimals.
    var found: String?
    /// Marks that could part thousands or stand before decimals: what was taken, and the cell that shows it.
    var doubt: Doubt?
    /// What the column's marks prove: the file's other columns are likely written alike.
    var proven: NumberNotation?

    struct Doubt {
        var row: Int
        var readings: (point: Double, comma: Double)
    }

    /// - Parameters:
    ///   - said: what the document says.
    ///   - likely: the notation that other columns of the file prove.
    ///   - hasDoubtfulPoints: whether `1.234` may be a thousand: in files whose fields are parted by `;`.
    init(_ texts: [String], said: CellsSaid, likely: NumberNotation? = nil, hasDoubtfulPoints: Bool = false) {
        let marks = MissingMarks(said: said.missing)
        numbers = []
        numbers.reserveCapacity(texts.count)
        var isPlain = true
        for (row, text) in texts.enumerated() {
            let number = text.isEmpty ? .missing : NumberReading.javaScriptNumber(text)
            numbers.append(number)
            if number.isMissing || number.isNaN && marks.contains(text) || number == 0 && marks.contains(text) {
                numbers[row] = .missing
                missing.append(row)
            } else if number.isNaN {
                isPlain = false
            }
        }
        if said.missing != nil {
            for (row, text) in texts.enumerated() where !numbers[row].isMissing && marks.contains(text) {
                numbers[row] = .missing
                missing.append(row)
            }
        }
        if isPlain, said.decimal != .comma, !hasDoubtfulPoints { return }
        readWritten(texts, said: said, likely: likely, isPlain: isPlain)
    }

    private mutating func readWritten(_ texts: [String], said: CellsSaid, likely: NumberNotation?, isPlain: Bool) {
        var asPoint = Reading(count: texts.count), asComma = Reading(count: texts.count)
        var percents = 0, cells = 0
        var currencies: Set<String> = []
        var differing: Int?
        var hasGroups = false
        for (row, text) in texts.enumerated() where !numbers[row].isMissing {
            cells += 1
            guard let cell = WrittenCell(text) else {
                // `0x10`, `Infinity`: as they were read.
                let plain = numbers[row].isNaN ? nil : numbers[row]
                asPoint.set(row, plain)
                asComma.set(row, plain)
                continue
            }
            if cell.isPercent { percents += 1 }
            hasGroups = hasGroups || cell.core.contains { [0x20, 0x27, 0x2C, 0x5F].contains($0) }
            if let currency = cell.currency { currencies.insert(currency) }
            let sign: Double = cell.isNegative ? -1 : 1
            let point = NumberNotation.point.value(cell.core), comma = NumberNotation.comma.value(cell.core)
            if differing == nil, let point, let comma, point != comma { differing = row }
            asPoint.set(row, point.map { $0 * sign })
            asComma.set(row, comma.map { $0 * sign })
        }
        let notation: NumberNotation
        if let decimal = said.decimal {
            notation = decimal
        } else if asPoint.failed.count != asComma.failed.count {
            notation = asPoint.failed.count < asComma.failed.count ? .point : .comma
            proven = notation
        } else {
            notation = likely ?? .point
            if likely == nil, let row = differing {
                doubt = Doubt(row: row, readings: (asPoint.numbers[row], asComma.numbers[row]))
            }
        }
        let chosen = notation == .point ? asPoint : asComma
        for row in texts.indices where !numbers[row].isMissing { numbers[row] = chosen.numbers[row] }
        unreadable = chosen.failed
        if percents > 0, percents < cells { markOdd(texts) { $0.isPercent } }
        if currencies.count > 1 { markOdd(texts) { $0.currency != currencies.min() } }
        var words: [String] = []
        if notation == .comma, differing != nil || proven != nil || said.decimal != nil {
            words.append("a decimal comma")
        }
        if notation == .point, hasGroups { words.append("marks between thousands") }
        if percents > 0 { words.append("`%`: 12% is 12") }
        if !currencies.isEmpty { words.append("`\(currencies.sorted().joined(separator: "`, `"))`") }
        if !words.isEmpty { found = words.joined(separator: ", ") }
    }

    /// Cells of another unit than the rest are no numbers of this column.
    private mutating func markOdd(_ texts: [String], _ has: (WrittenCell) -> Bool) {
        var with: [Int] = [], without: [Int] = []
        for (row, text) in texts.enumerated() where !numbers[row].isMissing {
            guard let cell = WrittenCell(text) else { continue }
            if has(cell) { with.append(row) } else { without.append(row) }
        }
        for row in with.count <= without.count ? with : without where !unreadable.contains(row) {
            numbers[row] = .nan
            unreadable.append(row)
        }
        unreadable.sort()
    }

    /// The column in one notation, and the rows that are none in it.
    private struct Reading {
        var numbers: [Double]
        var failed: [Int] = []

        init(count: Int) { numbers = Array(repeating: .nan, count: count) }

        mutating func set(_ row: Int, _ value: Double?) {
            if let value { numbers[row] = value } else { failed.append(row) }
        }
    }
}
