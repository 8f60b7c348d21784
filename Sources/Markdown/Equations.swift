/// Equations between dollar signs, as TeX has them. Markdown would read their signs as its own, so they are masked,
/// byte for byte, before it is read.
struct Equations {
    private(set) var masked: [UInt8]
    /// By their masks, in the order of the text: as they are typed, and their lines.
    private var found: [String: [(text: String, line: Int)]] = [:]

    private static let dollar = UInt8(ascii: "$")
    private static let mask = UInt8(ascii: "x")

    init(_ text: [UInt8]) {
        masked = text
        guard text.contains(Equations.dollar) else { return }
        var index = 0
        var isLineStart = true
        var fence: (mark: UInt8, length: Int)?
        // Lines are counted up to the last equation, and on from there.
        var (line, counted) = (1, 0)
        while index < text.count {
            if isLineStart, let mark = Equations.fence(text, at: index) {
                if let open = fence {
                    if mark.mark == open.mark, mark.length >= open.length { fence = nil }
                } else {
                    fence = mark
                }
                index = text[index...].firstIndex(of: 0x0A) ?? text.count
            }
            guard index < text.count else { return }
            let byte = text[index]
            isLineStart = byte == 0x0A
            if fence != nil {
                index = isLineStart ? index + 1 : text[index...].firstIndex(of: 0x0A) ?? text.count
            } else if byte == UInt8(ascii: "`") {
                index = Equations.endOfCode(text, from: index)
            } else if byte == UInt8(ascii: "\\") {
                index += 2
            } else if byte == Equations.dollar, let end = Equations.end(text, from: index) {
                line += text[counted..<index].count { $0 == 0x0A }
                counted = index
                mask(index..<end, line: line)
                index = end
            } else {
                index += 1
            }
        }
    }

    /// What stands behind a mask, the nearest one from a line on; nil where it masks nothing, as in `$ x $`.
    func typed(_ mask: String, from line: Int) -> String? {
        guard let alike = found[mask] else { return nil }
        var (low, high) = (0, alike.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if alike[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return alike[low].text
    }

    private mutating func mask(_ range: Range<Int>, line: Int) {
        let text = String(decoding: masked[range], as: UTF8.self)
        let double = range.count > 4 && masked[range.lowerBound + 1] == Equations.dollar
        let edge = double ? 2 : 1
        for index in range.dropFirst(edge).dropLast(edge) where masked[index] != 0x0A { masked[index] = Equations.mask }
        found[String(decoding: masked[range], as: UTF8.self), default: []].append((text, line))
    }

    /// Behind the sign that closes it; nil where it is none: money, say.
    private static func end(_ text: [UInt8], from start: Int) -> Int? {
        let isDouble = start + 1 < text.count && text[start + 1] == dollar
        let first = start + (isDouble ? 2 : 1)
        guard first < text.count, isDouble || !isSpace(text[first]) else { return nil }
        var index = first
        var isMath = false
        while index < text.count {
            let byte = text[index]
            if byte == 0x0A, index + 1 < text.count, text[index + 1] == 0x0A { return nil }
            if byte == UInt8(ascii: "\\") {
                isMath = true
                index += 2
                continue
            }
            if "^_={}+<>".utf8.contains(byte) { isMath = true }
            if byte == dollar {
                guard index > first else { return nil }
                if isDouble {
                    return index + 1 < text.count && text[index + 1] == dollar ? index + 2 : nil
                }
                let isFollowedByDigit = index + 1 < text.count && (0x30...0x39).contains(text[index + 1])
                guard !isSpace(text[index - 1]), !isFollowedByDigit, isMath || index - first == 1 else { return nil }
                return (0x30...0x39).contains(text[first]) && !isMath ? nil : index + 1
            }
            index += 1
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func fence(_ text: [UInt8], at start: Int) -> (mark: UInt8, length: Int)? {
        var index = start
        while index < text.count, text[index] == 0x20, index - start < 4 { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "`") || text[index] == UInt8(ascii: "~") else {
            return nil
        }
        let mark = text[index]
        let length = text[index...].prefix { $0 == mark }.count
        return length >= 3 ? (mark, length) : nil
    }

    private static func endOfCode(_ text: [UInt8], from start: Int) -> Int {
        let length = text[start...].prefix { $0 == UInt8(ascii: "`") }.count
        var index = start + length
        while index < text.count {
            guard text[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let run = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
            index += run
            if run == length { return index }
        }
        return start + length
    }
}
