/// A text in sentences and clauses, as ranges of UTF-8 bytes: what stands in one clause is said together.
struct Sentences {
    private(set) var sentences: [Range<Int>] = []
    private(set) var clauses: [Range<Int>] = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var start = 0
        for index in bytes.indices where Sentences.endsSentence(bytes, index) {
            sentences.append(start..<(index + 1))
            start = index + 1
        }
        if start < bytes.count { sentences.append(start..<bytes.count) }
        for sentence in sentences { clauses += Sentences.clauses(in: sentence, of: bytes) }
    }

    /// The sentence that holds a place; the whole text where none does.
    func sentence(at place: Int) -> Range<Int> { Sentences.find(place, in: sentences) }

    func clause(at place: Int) -> Range<Int> { Sentences.find(place, in: clauses) }

    private static func find(_ place: Int, in ranges: [Range<Int>]) -> Range<Int> {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return ranges.indices.contains(low) ? ranges[low] : 0..<Int.max
    }

    /// Before a number these are followed by a point that ends nothing.
    private static let shortenings: Set<String> = [
        "p", "pp", "Fig", "Figs", "fig", "figs", "No", "Nos", "Vol", "vol", "Ch", "ch", "Art", "art", "c", "ca",
    ]

    private static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        // `。` is E3 80 82; `！` and `？` are EF BC 81 and 9F.
        if index > 1, bytes[index - 2] == 0xE3, bytes[index - 1] == 0x80, byte == 0x82 { return true }
        if index > 1, bytes[index - 2] == 0xEF, bytes[index - 1] == 0xBC, byte == 0x81 || byte == 0x9F { return true }
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
        // A quotation mark or a bracket may close after it.
        var next = index + 1
        while next < bytes.count,
            bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: ")")
                || bytes[next] >= 0x80 && bytes[next] != 0xC2
        { next += 1 }
        guard next < bytes.count else { return true }
        guard bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0xC2 else { return false }
        guard byte == UInt8(ascii: ".") else { return true }
        // `p. 3`, `U.S. led`, `Fig. 4`: a short word, and what follows it is no beginning of a sentence.
        var begin = index
        while begin > 0, bytes[begin - 1] | 0x20 >= 0x61, bytes[begin - 1] | 0x20 <= 0x7A { begin -= 1 }
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        let startsSmall = next < bytes.count && (bytes[next] >= 0x61 && bytes[next] <= 0x7A)
        if startsSmall { return false }
        let isBeforeNumber = next < bytes.count && bytes[next] >= 0x30 && bytes[next] <= 0x39
        if isBeforeNumber, shortenings.contains(String(decoding: bytes[begin..<index], as: UTF8.self)) { return false }
        return !(index - begin <= 1 && begin > 0 && bytes[begin - 1] == UInt8(ascii: "."))
    }

    /// Parted by marks, and by the words that set one thing against another; a short opening (`In 2005,`) belongs to
    /// what follows it.
    private static func clauses(in sentence: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        var cuts: [Int] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if let length = separator(bytes, index, sentence) {
                cuts.append(index + length)
                index += length
            } else {
                index += 1
            }
        }
        var ranges: [Range<Int>] = []
        var start = sentence.lowerBound
        for cut in cuts + [sentence.upperBound] where cut > start {
            let isFirst = ranges.isEmpty && start == sentence.lowerBound
            let isAfterPause =
                start > 0 && (bytes[start - 1] == UInt8(ascii: ";") || bytes[start - 1] == UInt8(ascii: ":"))
            let isOpening =
                (isFirst || isAfterPause && bytes[cut - 1] == UInt8(ascii: ",")) && words(bytes[start..<cut]) <= 5
            if isOpening, cut != sentence.upperBound { continue }
            // What holds no word is no clause: it belongs to the one before.
            if words(bytes[start..<cut]) == 0, let last = ranges.popLast() {
                ranges.append(last.lowerBound..<cut)
            } else {
                ranges.append(start..<cut)
            }
            start = cut
        }
        return ranges
    }

    private static let conjunctions = [
        " while ", " whereas ", " but ", " although ", " though ", " yet ", " während ", " aber ", " sondern ",
        " tandis ",
        " mais ", " mientras ", " pero ", " тогда ", " но ",
    ].map {
        Array($0.utf8)
    }

    private static func separator(_ bytes: [UInt8], _ index: Int, _ sentence: Range<Int>) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): return 1
        case UInt8(ascii: ","):
            // Between digits it groups them.
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            return next >= 0x30 && next <= 0x39 ? nil : 1
        case 0xE2:
            // A dash between spaces, or an em dash.
            guard index + 2 < sentence.upperBound, bytes[index + 1] == 0x80 else { return nil }
            return bytes[index + 2] == 0x94 || bytes[index + 2] == 0x93 && index > 0 && bytes[index - 1] == 0x20
                ? 3 : nil
        case 0xEF:
            // `，`, `；`, `：`, `（` and `）`.
            guard index + 2 < sentence.upperBound, bytes[index + 1] == 0xBC else { return nil }
            return [0x8C, 0x9B, 0x9A, 0x88, 0x89].contains(bytes[index + 2]) ? 3 : nil
        case 0x20:
            for word in conjunctions where index + word.count <= sentence.upperBound {
                if bytes[index..<(index + word.count)].elementsEqual(word) { return 1 }
            }
            return nil
        default: return nil
        }
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var isWord = false
        for byte in bytes {
            let letter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
            if letter, !isWord { count += 1 }
            isWord = letter
        }
        return count
    }
}
