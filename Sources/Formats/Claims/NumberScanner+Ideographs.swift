extension NumberScanner {
    /// A sign of the block of Chinese characters: three bytes that begin with E3 to E9.
    func isIdeograph(_ index: Int) -> Bool {
        guard let first = byte(index), first >= 0xE3, first <= 0xE9, let second = byte(index + 1) else { return false }
        return first > 0xE3 || second >= 0x90
    }

    /// The next word of a text without spaces: a number, the longest word that is known, or one sign.
    func ideographs(from index: inout Int, _ words: ClaimWords) -> Placed {
        let start = index
        var end = start
        while end < bytes.count, end - start < 15, isIdeograph(end) { end += 3 }
        for length in stride(from: end - start, to: 3, by: -3) {
            let word = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
            guard words.lexicon.contains(word) else { continue }
            index = start + length
            return Placed(token: .word(word), start: start, end: index)
        }
        // Behind a number `万` is its scale.
        let isScale = byte(start - 1).map { $0 >= 0x30 && $0 <= 0x39 } ?? false
        if !isScale, let (number, length) = ChineseNumber.read(bytes[start...]) {
            index = start + length
            return Placed(token: .digits(number), start: start, end: index)
        }
        index = start + 3
        return Placed(
            token: .word(String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)), start: start,
            end: index)
    }
}

/// Numbers in Chinese signs: `二十三`, `一百五十万`, `二〇〇五`.
enum ChineseNumber {
    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let places: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    private static let scales: [Character: Int] = ["万": 10_000, "亿": 100_000_000]

    /// The number that the bytes begin with, and how many of them write it.
    static func read(_ bytes: ArraySlice<UInt8>) -> (WrittenNumber, length: Int)? {
        let signs = String(decoding: bytes.prefix(3 * 16), as: UTF8.self).prefix {
            digits[$0] != nil || places[$0] != nil || scales[$0] != nil
        }
        guard !signs.isEmpty else { return nil }
        let isRow = signs.count > 1 && signs.allSatisfy { digits[$0] != nil }
        var (total, section, last) = (0, 0, 0)
        for sign in signs {
            if let digit = digits[sign] {
                last = isRow ? last * 10 + digit : digit
                guard last < 1_000_000_000 else { return nil }
            } else if let place = places[sign] {
                section += max(last, last == 0 ? 1 : last) * place
                last = 0
            } else if let scale = scales[sign] {
                let (product, overflow) = max(1, total + section + last).multipliedReportingOverflow(by: scale)
                guard !overflow else { return nil }
                (total, section, last) = (product, 0, 0)
            }
        }
        let value = Double(total + section + last)
        let number = WrittenNumber(
            value: value, place: 1, roundPlace: 1, text: String(signs), hedge: .none, isInWords: true,
            mayBeYear: isRow && signs.count == 4, isPlural: false, offset: 0)
        return (number, String(signs).utf8.count)
    }
}
