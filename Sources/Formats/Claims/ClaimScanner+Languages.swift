extension ClaimScanner {
    /// The number whose token stands behind a word.
    func next(after index: Int) -> WrittenNumber? {
        guard index + 1 < scanner.tokens.count, case .digits(let number) = scanner.tokens[index + 1].token else {
            return nil
        }
        return number
    }

    /// Years, centuries and decades as the language writes them, its ordinals, and signs that count nothing; nil where
    /// the rules of every language decide.
    func ownCalendar(_ claim: Claim, _ span: Range<Int>, before: String?) -> (Claim.Kind, Int)? {
        guard !isEnglish else { return nil }
        let number = claim.number
        // The hundred of `pour cent`.
        if number.isInWords, number.value == 100, before == "pour" || before == "por" {
            return (.pronoun, span.upperBound)
        }
        var index = span.upperBound
        let ending = ending(at: index)
        if !words.lexicon.isEmpty { return chineseKind(claim, span, before: before) }
        if let ending, words.decades.contains(ending), number.value.truncatingRemainder(dividingBy: 10) == 0,
            number.mayBeYear || number.value < 100 && number.value >= 10
        {
            return (.decade, index + 1)
        }
        let isOrdinal = ending.map(words.ordinals.contains) ?? false
        if isOrdinal { index += 1 }
        if isMark(index, UInt8(ascii: ".")) { index += 1 }
        if let after = word(index), words.centuries.contains(after), after.count > 1 || isOrdinal, number.value < 30 {
            return (.decade, index + 1)
        }
        guard isOrdinal else { return nil }
        if number.mayBeYear, number.value >= 1000, number.value < 2200 { return (.year, index) }
        if number.value <= 31, word(index).map(words.months.contains) ?? false { return (.day, index) }
        return (.ordinal, index)
    }

    private func chineseKind(_ claim: Claim, _ span: Range<Int>, before: String?) -> (Claim.Kind, Int)? {
        let number = claim.number, end = span.upperBound
        let after = word(end)
        switch after {
        case "年"?:
            if number.mayBeYear || number.value >= 1000 && number.value < 2200 { return (.year, end + 1) }
            return (.amount, end)
        case "年代"?: return (.decade, end + 1)
        case "世纪"?: return (.decade, end + 1)
        case "月"? where number.value <= 12, "日"? where number.value <= 31: return (.day, end + 1)
        default: break
        }
        let isMeasured = after.map(words.measures.contains) ?? false
        if before == "第" { return isMeasured && number.value > 2 ? (.ordinal, end) : (.reference, end) }
        if number.isInWords, claim.unit == nil, text(claim.range).count == 1, !isMeasured || number.value <= 2 {
            return (.pronoun, end)
        }
        return nil
    }

    /// A word that is glued to a number, or parted from it by a hyphen.
    private func ending(at index: Int) -> String? {
        guard index > 0, index < scanner.tokens.count, let word = word(index) else { return nil }
        let (end, start) = (scanner.tokens[index - 1].end, scanner.tokens[index].start)
        if start == end { return word }
        return start == end + 1 && byte(end) == UInt8(ascii: "-") ? word : nil
    }

    private func isMark(_ index: Int, _ mark: UInt8) -> Bool {
        guard scanner.tokens.indices.contains(index), case .other = scanner.tokens[index].token else { return false }
        return byte(scanner.tokens[index].start) == mark
    }

    /// A unit by the language's own name.
    func ownUnit(_ nouns: [String]) -> String? {
        guard !words.units.isEmpty else { return nil }
        // `多` of `4380多公里` hedges.
        var nouns = nouns
        if let first = nouns.first, !words.lexicon.isEmpty, words.hedgesAfter.contains(where: { $0.text == first }) {
            nouns.removeFirst()
        }
        for count in stride(from: min(2, nouns.count), through: 1, by: -1) {
            if let symbol = words.units[nouns.prefix(count).joined(separator: " ")] { return symbol }
        }
        return nil
    }

    /// `verdoppelte`, `siebzehnfach`, `dreimal`.
    func stemmedMultiple(_ word: String) -> Double? {
        for (stem, value) in words.multipleStems where word.hasPrefix(stem) { return value }
        guard let spelling = words.spelling, spelling.isCompound else { return nil }
        for ending in ["fachen", "facher", "faches", "fache", "fach", "mal"] where word.hasSuffix(ending) {
            let stem = String(word.dropLast(ending.count))
            guard let (value, _) = spelling.read({ $0 == 0 ? stem : nil }), value >= 2 else { continue }
            return value
        }
        return nil
    }
}
