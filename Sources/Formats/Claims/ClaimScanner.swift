/// Finds what a text claims by numbers: amounts in digits of any script and in words, shares, multiples, ordinals and
/// words that count, each with its unit and hedge.
public struct ClaimScanner {
    let scanner: NumberScanner
    private let numbers: [WrittenNumber]
    let words: ClaimWords
    let isEnglish: Bool
    /// Stems of what the project counts: behind these a year's digits are an amount, and `two` counts.
    private let counted: Set<String>
    private var bytes: [UInt8] { scanner.bytes }
    private var claims: [Claim] = []

    /// In the order of the text.
    ///
    /// - Parameters:
    ///   - language: BCP 47; words are known of English, German, French, Spanish, Russian and Chinese.
    ///   - counted: what the project counts, as `stem(of:)` gives it.
    public static func claims(in text: String, language: String = "en", counted: Set<String> = []) -> [Claim] {
        var scanner = ClaimScanner(text, language: language, counted: counted)
        scanner.scan()
        return scanner.claims
    }

    private init(_ text: String, language: String, counted: Set<String>) {
        words = ClaimWords.of(language)
        isEnglish = language.hasPrefix("en") || !words.decimalComma && words.lexicon.isEmpty
        var own = words
        // What the project counts is a word to a script without spaces.
        if !own.lexicon.isEmpty { own.lexicon.formUnion(counted) }
        var scanner = NumberScanner(text, words: isEnglish ? nil : own)
        numbers = scanner.numbers()
        self.scanner = scanner
        self.counted = counted
    }

    /// What a noun begins with in all its forms: `scholarship`, `scholarships` → `scholarsh`.
    public static func stem(of noun: String) -> String {
        var word = noun.lowercased()
        for ending in ["ies", "es", "s"] where word.count > ending.count + 2 && word.hasSuffix(ending) {
            word.removeLast(ending.count)
            break
        }
        if word.count > 4, word.hasSuffix("y") || word.hasSuffix("e") { word.removeLast() }
        return word
    }

    private mutating func scan() {
        var next = 0
        var index = 0
        while index < scanner.tokens.count {
            // A word before it may have taken a number in: `half a million`.
            while next < scanner.spans.count, scanner.spans[next].lowerBound < index { next += 1 }
            if next < scanner.spans.count, scanner.spans[next].lowerBound == index {
                let span = scanner.spans[next]
                index = max(span.upperBound, add(numbers[next], span))
            } else {
                index = addWord(at: index)
            }
        }
    }

    // MARK: Numbers

    /// Adds what a number claims; the index past what belongs to it.
    private mutating func add(_ number: WrittenNumber, _ span: Range<Int>) -> Int {
        var number = number
        var end = span.upperBound
        var kind = Claim.Kind.amount
        // `one and a half`, `two thirds`.
        if word(end) == "and", word(end + 1) == "a", word(end + 2) == "half" {
            number.value += 0.5
            end += 3
        } else if number.isInWords, let part = word(end), let share = words.fractions[part],
            number.value == 1 || part.hasSuffix("s") || !isEnglish
        {
            (number.value, kind) = (number.value * share, .share)
            end += 1
        } else if number.isInWords, number.value == 1, let part = word(end), let share = words.halves[part] {
            (number.value, kind) = (share, .share)
            end += 1
        } else if number.isInWords, let last = word(end), let one = NumberWords.ordinals[last], one < 10,
            number.value >= 20
        {
            (number.value, kind) = (number.value + Double(one), .ordinal)
            end += 1
            if word(end) == "century" || word(end) == "centuries" { (kind, end) = (.decade, end + 1) }
        }
        // `三分之一`: of three parts one.
        if word(end) == "分之", next(after: end) != nil, let part = next(after: end), number.value > 0 {
            (number.value, kind) = (part.value / number.value, .share)
            end += 2
        }
        if let scale = word(end).flatMap({ words.scales[$0] }) {
            number.value *= scale
            number.place *= scale
            number.roundPlace *= scale
            number.mayBeYear = false
            end += 1
        }
        var claim = Claim(kind: kind, number: number, range: range(span.lowerBound..<end))
        claim.number.text = text(claim.range)
        (claim.unit, claim.nouns) = unit(before: span.lowerBound, after: end)
        claim.rate = rate(after: end)
        if text(claim.range).lowercased().hasSuffix("fold") { (claim.kind, claim.unit) = (.multiple, "×") }
        if claim.kind == .amount {
            let (kind, past) = self.kind(of: claim, span.lowerBound..<end)
            claim.kind = kind
            end = max(end, past)
            if past > span.upperBound, kind == .ordinal || kind == .decade || kind == .day {
                claim.range = claim.range.lowerBound..<range(span.lowerBound..<past).upperBound
                claim.number.text = text(claim.range)
            }
        }
        claims.append(claim)
        return end
    }

    private func kind(of claim: Claim, _ span: Range<Int>) -> (Claim.Kind, Int) {
        let number = claim.number
        let (before, after) = (word(span.lowerBound - 1), word(span.upperBound))
        if let kind = ownCalendar(claim, span, before: before) { return kind }
        let isGlued =
            span.upperBound < scanner.tokens.count
            && scanner.tokens[span.upperBound].start == scanner.tokens[span.upperBound - 1].end
        if isReference(claim, before: span.lowerBound) { return (.reference, span.upperBound) }
        if let kind = calendar(claim, span) { return (kind, span.upperBound) }
        if isGlued, let after, ["st", "nd", "rd", "th"].contains(after) {
            let past = span.upperBound + 1
            if word(past) == "century" || word(past) == "centuries" { return (.decade, past + 1) }
            let month = word(past) == "of" ? word(past + 1) : word(past)
            if isMonth(before) || isMonth(month) { return (.day, past) }
            return (.ordinal, past)
        }
        if number.isPlural { return (.decade, span.upperBound) }
        if isYear(claim, before: before, after: after) { return (.year, span.upperBound) }
        // `in million km²` names a unit and no number.
        if number.isInWords, NumberScanner.scale(number.text.lowercased(), glued: false) != nil, before != "a" {
            return (.pronoun, span.upperBound)
        }
        if number.isInWords, number.value <= 2, !number.text.contains(where: { $0 == " " || $0 == "-" }),
            !counts(claim, before: before)
        {
            return (.pronoun, span.upperBound)
        }
        return (.amount, span.upperBound)
    }

    /// `one` and `two` count where a unit or something that the project counts follows; behind `the` they point.
    private func counts(_ claim: Claim, before: String?) -> Bool {
        if claim.number.value == 0 { return true }
        if claim.unit != nil { return true }
        guard let noun = claim.nouns.last(where: { counted.contains(ClaimScanner.stem(of: $0)) }), !noun.isEmpty else {
            return false
        }
        return before.map { !words.determiners.contains($0) } ?? false
    }

    private func isYear(_ claim: Claim, before: String?, after: String?) -> Bool {
        let number = claim.number
        guard number.mayBeYear, number.value >= 1000, number.value < 2200 else {
            // `500 BC`.
            return after.map { ["bc", "bce", "ad", "ce"].contains($0) } ?? false && number.value < 5000
        }
        if let unit = claim.unit, !["s", "min", "h", "day", "week", "month", "year"].contains(unit) { return false }
        if claim.unit == "year" { return false }
        if number.hedge == .above || number.hedge == .below || number.hedge == .exactly { return false }
        let isCounted = claim.nouns.contains { counted.contains(ClaimScanner.stem(of: $0)) }
        let isDated = before.map(words.temporal.contains) ?? false
        // `1,234` without its comma; years so long ago are dated by a word.
        if number.value < 1500, !isDated { return false }
        if !isDated, let noun = claim.nouns.first, noun.count > 3, isCountable(noun, behind: claim) { return false }
        return !isCounted || before.map { words.temporal.contains($0) && $0 != "the" && $0 != "of" } ?? false
    }

    /// Whether a word behind a number looks like what it counts: a plural, by the endings of the language.
    private func isCountable(_ noun: String, behind claim: Claim) -> Bool {
        guard !isEnglish else { return noun.hasSuffix("s") }
        if words.decades.contains("er") {
            // German nouns have capitals.
            let rest = text(claim.range.upperBound..<(claim.range.upperBound + noun.utf8.count + 4))
            return rest.first(where: \.isLetter)?.isUppercase ?? false
        }
        return ["s", "ов", "ев", "ей", "ий", "ек"].contains(where: noun.hasSuffix)
    }

    private func isMonth(_ word: String?) -> Bool { word.map(words.months.contains) ?? false }

    /// The parts of a date or a time of day.
    private func calendar(_ claim: Claim, _ span: Range<Int>) -> Claim.Kind? {
        let (start, end) = (scanner.tokens[span.lowerBound].start, scanner.tokens[span.upperBound - 1].end)
        let value = claim.number.value
        func digit(_ index: Int) -> Bool { byte(index).map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
        let hyphen = UInt8(ascii: "-"), colon = UInt8(ascii: ":")
        // 2026-11-23
        if claim.number.mayBeYear, byte(end) == hyphen, digit(end + 1), digit(end + 2), byte(end + 3) == hyphen,
            digit(end + 4), digit(end + 5)
        {
            return .year
        }
        if byte(start - 1) == hyphen, digit(start - 2), end - start == 2, value <= 31,
            byte(end) == hyphen || byte(start - 4) == hyphen && digit(start - 3)
        {
            return .day
        }
        // `20XX`, a date whose last digits nobody knows.
        if byte(end) == UInt8(ascii: "X"), end - start <= 3 { return .day }
        // `1:10 million`, a scale.
        if value == 1, byte(end) == colon, digit(end + 1), digit(end + 2) || byte(end + 2) == 0x20 { return .reference }
        if byte(start - 1) == colon, byte(start - 2) == UInt8(ascii: "1"), !digit(start - 3),
            value >= 100 || claim.number.place > 1
        {
            return .reference
        }
        // 14:30
        if byte(end) == colon, digit(end + 1), digit(end + 2), !digit(end + 3), value < 24 { return .day }
        if byte(start - 1) == colon, digit(start - 2), end - start == 2, value < 60 { return .day }
        guard value >= 1, value <= 31, value == value.rounded(), !claim.number.isInWords else { return nil }
        // `28 May`, `May 28`; `1. Mai` has a full stop between, `28 de mayo` a word.
        var after = span.upperBound
        if !isEnglish, word(after) == "de" { after += 1 }
        if isOther(after, UInt8(ascii: ".")) { after += 1 }
        return isMonth(word(span.lowerBound - 1)) || isMonth(word(after)) ? .day : nil
    }

    /// `Figure 3`, `pp. 3–5`, `Figures 3 and 4`, `§ 4`, `(2)`, and the number that a heading or an item begins with.
    private func isReference(_ claim: Claim, before first: Int) -> Bool {
        guard claim.number.value == claim.number.value.rounded(), claim.number.value < 10_000 else { return false }
        var index = first - 1
        if isOther(index, UInt8(ascii: ".")) { index -= 1 }
        // `с. 5` is a page, `с 5` is “with five”.
        let isWord =
            word(index).map { $0.count > 1 || index < first - 1 || isEnglish || !words.lexicon.isEmpty } ?? false
        if isWord, let word = word(index), words.references.contains(word),
            scanner.tokens[index].end <= scanner.tokens[first].start
        {
            return !claim.number.isInWords
        }
        let start = scanner.tokens[first].start
        // § is C2 A7, ¶ is C2 B6.
        var place = start
        while place > 0, bytes[place - 1] == 0x20 || bytes[place - 1] == 0xA0 { place -= 1 }
        if place > 1, bytes[place - 2] == 0xC2, bytes[place - 1] == 0xA7 || bytes[place - 1] == 0xB6 { return true }
        if let last = claims.last, last.kind == .reference, joins(scanner.place(start), behind: last.range.upperBound) {
            return true
        }
        guard !claim.number.isInWords, claim.number.value <= 50 else { return false }
        let end = start + claim.text.utf8.count
        if byte(start - 1) == UInt8(ascii: "("), byte(end) == UInt8(ascii: ")") { return true }
        return start == 0 && (byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ")"))
            && (byte(end + 1) == 0x20 || byte(end + 1) == nil)
    }

    /// Whether nothing but `and`, `to`, a comma or a dash stands between two numbers.
    private func joins(_ start: Int, behind end: Int) -> Bool {
        guard end <= start, start - end <= 6 else { return false }
        let between = text(end..<start).trimmingSpaces
        return ["and", "to", ",", "–", "-", "&", ", and"].contains(between)
    }

    // MARK: Words

    private mutating func addWord(at index: Int) -> Int {
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

    private mutating func add(_ value: Double, kind: Claim.Kind, unit given: String? = nil, _ span: Range<Int>) -> Int {
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
        guard token.end - token.start >= 4, let value = roman(at: index), index > 0 else { return nil }
        let before = scanner.tokens[index - 1]
        guard case .word = before.token, bytes[before.start] >= 0x61,
            ClaimScanner.roman(Int(value)) == text(range(index..<(index + 1)))
        else { return nil }
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

    // MARK: Beside a number

    /// The unit that a sign or a word names, and the words behind the number.
    private func unit(before first: Int, after end: Int) -> (String?, [String]) {
        var nouns: [String] = []
        var index = end
        var last = end > 0 ? scanner.tokens[end - 1].end : 0
        while nouns.count < 4, let word = word(index), !isBroken(last, scanner.tokens[index].start) {
            if words.small.contains(word), words.units["\(word) \(self.word(index + 1) ?? "")"] == nil,
                UnitWords.symbols[word] == nil, !(word == "per" && nouns.isEmpty)
            {
                break
            }
            nouns.append(word)
            last = scanner.tokens[index].end
            index += 1
        }
        var place = end > 0 ? scanner.tokens[end - 1].end : 0
        while let next = byte(place), next == 0x20 || next == 0xC2 && byte(place + 1) == 0xA0 || next == 0xA0 {
            place += 1
        }
        if byte(place) == 0xE2, byte(place + 1) == 0x80, byte(place + 2) == 0xAF || byte(place + 2) == 0x89 {
            place += 3
        }
        switch byte(place) {
        case UInt8(ascii: "%"): return ("%", nouns)
        case 0xC2 where byte(place + 1) == 0xB0:
            let letter = byte(place + 2)
            return (letter == UInt8(ascii: "C") ? "°C" : letter == UInt8(ascii: "F") ? "°F" : "°", nouns)
        case 0xC3 where byte(place + 1) == 0x97: return ("×", nouns)
        default: break
        }
        if let sign = sign(before: first) { return (sign, nouns) }
        if word(first - 1) == "百分之" { return ("%", nouns) }
        if let found = ownUnit(nouns) { return (found, nouns) }
        // Letters are units right behind digits: `4380 m`.
        if let letter = nouns.first, ["m", "g", "t", "l", "h"].contains(letter), end > 0,
            case .digits = scanner.tokens[end - 1].token, bytes[scanner.tokens[end].start] >= 0x61,
            byte(scanner.tokens[end].end) != UInt8(ascii: ".")
        {
            return (letter, nouns)
        }
        // `km²` is a word and a sign to the scanner.
        if let found = UnitWords.unit(in: nouns[...]) {
            let token = scanner.tokens[min(end + found.count - 1, scanner.tokens.count - 1)]
            if byte(token.end) == 0xC2, byte(token.end + 1) == 0xB2 { return (found.symbol + "²", nouns) }
            if byte(token.end) == 0xC2, byte(token.end + 1) == 0xB3 { return (found.symbol + "³", nouns) }
            return (found.symbol, nouns)
        }
        return (nil, nouns)
    }

    /// `a year`, `per month`, `annually`: behind the number and at most three words of what it counts.
    private func rate(after end: Int) -> String? {
        guard isEnglish, end > 0 else { return nil }
        let spans: Set<String> = ["year", "month", "week", "day", "annum"]
        var last = scanner.tokens[end - 1].end
        for index in end..<(end + 4) {
            guard let word = word(index), !isBroken(last, scanner.tokens[index].start) else { return nil }
            if ["annually", "yearly", "monthly", "daily"].contains(word) { return word }
            if ["a", "per", "each", "every"].contains(word), let next = self.word(index + 1) {
                return spans.contains(next) ? "\(word) \(next)" : nil
            }
            last = scanner.tokens[index].end
        }
        return nil
    }

    /// `$`, `€`, `×` right before the number.
    private func sign(before first: Int) -> String? {
        guard first < scanner.tokens.count else { return nil }
        let start = scanner.tokens[first].start
        if byte(start - 1) == UInt8(ascii: "$") { return "$" }
        if byte(start - 2) == 0xC3, byte(start - 1) == 0x97 { return "×" }
        if byte(start - 2) == 0xC2, byte(start - 1) == 0xA3 { return "£" }
        if byte(start - 2) == 0xC2, byte(start - 1) == 0xA5 { return "¥" }
        if byte(start - 3) == 0xE2, byte(start - 2) == 0x82 {
            switch byte(start - 1) {
            case 0xAC: return "€"
            case 0xBD: return "₽"
            case 0xB9: return "₹"
            case 0xB8: return "₸"
            default: break
            }
        }
        return nil
    }

    /// Whether a mark of punctuation stands between two places.
    private func isBroken(_ from: Int, _ to: Int) -> Bool {
        guard from < to else { return false }
        return bytes[from..<to].contains { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 && $0 != 0x2D && $0 != 0x0A }
    }

    // MARK: The text

    func word(_ index: Int) -> String? { scanner.word(at: index) }
    func byte(_ index: Int) -> UInt8? { scanner.byte(index) }

    private func isOther(_ index: Int, _ byte: UInt8) -> Bool {
        guard scanner.tokens.indices.contains(index), case .other = scanner.tokens[index].token else { return false }
        return bytes[scanner.tokens[index].start] == byte
    }

    /// In the text as it was given.
    private func range(_ span: Range<Int>) -> Range<Int> {
        let end = scanner.tokens[span.upperBound - 1].end
        let start = scanner.place(scanner.tokens[span.lowerBound].start)
        return start..<max(start, end == 0 ? start : scanner.place(end))
    }

    func text(_ range: Range<Int>) -> String { scanner.part(range) }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
