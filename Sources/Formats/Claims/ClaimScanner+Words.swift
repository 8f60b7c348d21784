/// Words that count: half, dozens, Roman numerals.
extension ClaimScanner {
    mutating func addWord(at index: Int) -> Int {
        guard let word = word(index) else { return index + 1 }
        let (before, after) = (self.word(index - 1), self.word(index + 1))
        if let value = words.multiples[word] ?? stemmedMultiple(word) {
            return add(value, kind: .multiple, unit: "×", index..<(index + 1))
        }
        if let value = words.halves[word] {
            if before == "first" || before == "second" || before == "latter" { return index + 1 }
            if after == "a" || after == "an",
                let scale = self.word(index + 2).flatMap({ NumberScanner.scale($0, glued: false) })
            {
                return add(value * scale, kind: .amount, index..<(index + 3))
            }
            if let scale = after.flatMap({ NumberScanner.scale($0, glued: false) }) {
                return add(value * scale, kind: .amount, index..<(index + 2))
            }
            // `half-hearted` is no half.
            if after != nil, byte(scanner.tokens[index].end) == UInt8(ascii: "-") { return index + 1 }
            return add(value, kind: .share, index..<(index + 1))
        }
        if words.vague.contains(word) { return addVague(at: index) }
        if isEnglish, word == "score", before == "a", after == "of" {
            return add(20, kind: .amount, index..<(index + 1))
        }
        if isEnglish, word == "order" || word == "orders", after == "of", self.word(index + 2) == "magnitude" {
            return add(10, kind: .multiple, unit: "×", index..<(index + 3))
        }
        if let value = bareRoman(at: index) { return add(value, kind: .amount, index..<(index + 1)) }
        if let share = words.fractions[word],
            before == "a" || before == "an" || before == "one" || before == "by" || !isEnglish
        {
            let measures: Set<String> = [
                "of", "more", "less", "fewer", "larger", "smaller", "as", "the", "higher", "lower", "again", "longer",
            ]
            if !isEnglish || word == "quarter" || after == nil || after.map(measures.contains) == true {
                return add(share, kind: .share, index..<(index + 1))
            }
        }
        if isEnglish, let value = NumberWords.ordinals[word], value > 2 {
            let exempt: Set<String> = ["party", "parties", "world", "person", "way", "reich"]
            if after == "century" || after == "centuries" {
                return add(Double(value), kind: .decade, index..<(index + 2))
            }
            if isMonth(before) || isMonth(after) || after == "of" && isMonth(self.word(index + 2)) { return index + 1 }
            return after.map(exempt.contains) == true
                ? index + 1 : add(Double(value), kind: .ordinal, index..<(index + 1))
        }
        if words.countedNouns.contains(word), let value = roman(at: index + 1) {
            let kind: Claim.Kind = words.references.contains(word) ? .reference : .ordinal
            return add(value, kind: kind, (index + 1)..<(index + 2))
        }
        return index + 1
    }

    /// `scores of`, `hundreds of thousands`; a player who `scores` counts nothing.
    private mutating func addVague(at index: Int) -> Int {
        guard let word = word(index) else { return index + 1 }
        var end = index + 1
        if word == "scores" {
            let verbs: Set<String> = ["of", "died", "were", "dead", "killed", "more", "have"]
            guard self.word(end).map(verbs.contains) ?? false else { return end }
        }
        while self.word(end) == "of", let next = self.word(end + 1), words.vague.contains(next) { end += 2 }
        let name = (index..<end).compactMap { self.word($0) }.joined(separator: " ")
        return add(0, kind: .vague(name), index..<end)
    }

    mutating func add(_ value: Double, kind: Claim.Kind, unit given: String? = nil, _ span: Range<Int>) -> Int {
        let range = range(span)
        var after = span.upperBound
        if case .vague = kind, self.word(after) == "of" { after += 1 }
        let (unit, nouns) = unit(before: span.lowerBound, after: after)
        let number = WrittenNumber(
            value: value, place: 1e-9 * max(1, value), roundPlace: 1, text: text(range),
            hedge: scanner.hedge(before: span.lowerBound, after: span.upperBound), isInWords: true, mayBeYear: false,
            isPlural: false, offset: range.lowerBound)
        claims.append(Claim(kind: kind, number: number, range: range, unit: given ?? unit, nouns: nouns))
        return span.upperBound
    }

    /// A long Roman numeral that no name stands before, as kings have.
    private func bareRoman(at index: Int) -> Double? {
        let token = scanner.tokens[index]
        guard token.end - token.start >= 4, let value = roman(at: index),
            ClaimScanner.roman(Int(value)) == text(range(index..<(index + 1)))
        else { return nil }
        // Behind a name it is a ruler's; of four letters it may be a short form, where no small word stands before it.
        if index > 0, case .word = scanner.tokens[index - 1].token {
            guard bytes[scanner.tokens[index - 1].start] >= 0x61 else { return nil }
        } else if token.end - token.start < 5 {
            return nil
        }
        return value
    }

    private static func roman(_ value: Int) -> String {
        var rest = value
        var text = ""
        for (amount, digits) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= amount, text.utf8.count < 20 {
                text += digits
                rest -= amount
            }
        }
        return text
    }

    /// A Roman numeral in capitals.
    private func roman(at index: Int) -> Double? {
        guard word(index) != nil else { return nil }
        let token = scanner.tokens[index]
        let digits: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10, 0x4C: 50, 0x43: 100, 0x44: 500, 0x4D: 1000]
        var (total, last) = (0, 0)
        for byte in bytes[token.start..<token.end].reversed() {
            guard let digit = digits[byte] else { return nil }
            total += digit < last ? -digit : digit
            last = max(last, digit)
        }
        return total > 0 ? Double(total) : nil
    }
}
