/// Finds what a text claims by numbers: amounts in digits of any script and in words, shares, multiples, ordinals and
/// words that count, each with its unit and hedge.
public struct ClaimScanner {
    let scanner: NumberScanner
    private let numbers: [WrittenNumber]
    let words: ClaimWords
    let isEnglish: Bool
    /// Stems of what the project counts: behind these a year's digits are an amount, and `two` counts.
    private let counted: Set<String>
    var bytes: [UInt8] { scanner.bytes }
    var claims: [Claim] = []

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

    init(_ text: String, language: String, counted: Set<String>) {
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
    mutating func add(_ number: WrittenNumber, _ span: Range<Int>) -> Int {
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

    func kind(of claim: Claim, _ span: Range<Int>) -> (Claim.Kind, Int) {
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
    func counts(_ claim: Claim, before: String?) -> Bool {
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

    func isMonth(_ word: String?) -> Bool { word.map(words.months.contains) ?? false }

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

    // MARK: The text

    func word(_ index: Int) -> String? { scanner.word(at: index) }
    func byte(_ index: Int) -> UInt8? { scanner.byte(index) }

    private func isOther(_ index: Int, _ byte: UInt8) -> Bool {
        guard scanner.tokens.indices.contains(index), case .other = scanner.tokens[index].token else { return false }
        return bytes[scanner.tokens[index].start] == byte
    }

    /// In the text as it was given.
    func range(_ span: Range<Int>) -> Range<Int> {
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
