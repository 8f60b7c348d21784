/// Finds the numbers in a text, in digits and in English words, with what hedges them.
///
/// A number may be glued to a word in small letters (`pushed4,380`), as bad typesetting leaves it. Digits after a
/// capital letter are a name (`G20`).
public struct NumberScanner {
    enum Token {
        case word(String)
        case digits(WrittenNumber)
        case other
    }

    struct Placed {
        var token: Token
        var start: Int
        var end: Int
    }

    let bytes: [UInt8]
    var tokens: [Placed] = []
    /// Decimals are set off by a comma, thousands by a point: `13.198,5`.
    let decimalComma: Bool
    /// Where each byte stands in the text as it was given; nil where they are the same.
    private let places: [Int]?
    private let given: String
    /// Of a language other than English, where it has its own.
    let words: ClaimWords?

    /// The numbers of a text, in order.
    ///
    /// Digits of every script count, and fractions that are one character (`½`).
    public static func numbers(in text: String) -> [WrittenNumber] {
        var scanner = NumberScanner(text)
        return scanner.numbers()
    }

    init(_ text: String, words: ClaimWords? = nil) {
        given = text
        self.words = words
        decimalComma = words?.decimalComma ?? false
        if let plain = PlainDigits(text) {
            (bytes, places) = (plain.bytes, plain.places)
        } else {
            (bytes, places) = (Array(text.utf8), nil)
        }
    }

    /// The numbers, placed in the text as it was given.
    mutating func numbers() -> [WrittenNumber] {
        tokenize()
        let found = assemble()
        guard places != nil else { return found }
        let whole = Array(given.utf8)
        return found.map { number in
            var number = number
            let end = place(number.offset + number.text.utf8.count)
            number.offset = place(number.offset)
            number.text = String(decoding: whole[number.offset..<max(number.offset, end)], as: UTF8.self)
            return number
        }
    }

    /// A part of the text as it was given, in bytes.
    func part(_ range: Range<Int>) -> String {
        let all = given.utf8
        let start = all.index(all.startIndex, offsetBy: min(range.lowerBound, all.count))
        let end = all.index(all.startIndex, offsetBy: min(max(range.lowerBound, range.upperBound), all.count))
        return String(decoding: all[start..<end], as: UTF8.self)
    }

    /// A place in the text as it was given.
    func place(_ index: Int) -> Int {
        guard let places else { return index }
        return index < places.count ? places[index] : given.utf8.count
    }

    // MARK: Numbers

    /// Where each number stands among the tokens.
    private(set) var spans: [Range<Int>] = []

    private mutating func assemble() -> [WrittenNumber] {
        var found: [WrittenNumber] = []
        var index = 0
        while index < tokens.count {
            let first = index
            var number: WrittenNumber?
            switch tokens[index].token {
            case .digits(var digits):
                index += 1
                if index < tokens.count, case .word(let word) = tokens[index].token {
                    let glued = tokens[index].start == tokens[index - 1].end
                    if let scale = NumberScanner.scale(word, glued: glued) {
                        digits.value *= scale
                        digits.place *= scale
                        digits.roundPlace *= scale
                        digits.mayBeYear = false
                        index += 1
                    } else if word == "s", glued {
                        digits.isPlural = true
                        index += 1
                    }
                }
                // 1960’s, with a straight or a typeset apostrophe.
                if let last = apostrophe(after: index - 1) {
                    digits.isPlural = true
                    index = last
                }
                number = digits
            case .word:
                number = spelled(from: &index)
                if number == nil { index = first + 1 }
            case .other:
                index += 1
            }
            guard var number else { continue }
            let end = tokens[index - 1].end
            number.text = String(decoding: bytes[tokens[first].start..<end], as: UTF8.self)
            number.offset = tokens[first].start
            number.hedge = hedge(before: first, after: index)
            found.append(number)
            spans.append(first..<index)
        }
        return found
    }

    /// The index past `’s` when that follows the token; nil otherwise.
    func apostrophe(after index: Int) -> Int? {
        var next = index + 1
        let start = next
        while next < tokens.count, next - start < 3, case .other = tokens[next].token,
            tokens[next].start == tokens[next - 1].end
        {
            let byte = bytes[tokens[next].start]
            guard byte == 0x27 || byte == 0xE2 || byte == 0x80 || byte == 0x99 else { return nil }
            next += 1
        }
        guard next > start, next < tokens.count, case .word("s") = tokens[next].token,
            tokens[next].start == tokens[next - 1].end
        else { return nil }
        return next + 1
    }

    static func scale(_ word: String, glued: Bool) -> Double? {
        switch word {
        case "hundred": 100
        case "thousand": 1e3
        case "million", "mn": 1e6
        case "billion", "bn": 1e9
        case "trillion": 1e12
        case "k" where glued: 1e3
        case "m" where glued: nil  // metres as often as millions
        default: nil
        }
    }

    /// A number in words of the text's language.
    private func spelled(from index: inout Int) -> WrittenNumber? {
        guard let spelling = words?.spelling else { return words(from: &index) }
        let first = index
        guard let (value, count) = spelling.read({ word(at: first + $0) }) else { return nil }
        index += count
        return WrittenNumber(
            value: value, place: 1, roundPlace: 1, text: "", hedge: .none, isInWords: true, mayBeYear: false,
            isPlural: false, offset: 0)
    }

    /// Reads a number in words: `twenty-three`, `one hundred and five`, `two million`, `seventeenfold`.
    func words(from index: inout Int) -> WrittenNumber? {
        var total = 0
        var current = 0
        var any = false
        var last: NumberWords.Part?
        var place = 1
        var next = index
        reading: while next < tokens.count, case .word(let word) = tokens[next].token {
            var part = NumberWords.parts[word]
            var fold = false
            if part == nil, word.hasSuffix("fold") {
                part = NumberWords.parts[String(word.dropLast(4))]
                fold = part != nil
            }
            if part == nil, word == "and", any, next + 1 < tokens.count,
                case .word(let following) = tokens[next + 1].token
            {
                // `one hundred and five`, but not `two and three`.
                switch (last, NumberWords.parts[following]) {
                case (.hundred, .unit), (.hundred, .ten), (.scale, .unit), (.scale, .ten):
                    next += 1
                    continue reading
                default: break reading
                }
            }
            if part == nil, word == "a", !any, next + 1 < tokens.count,
                case .word(let following) = tokens[next + 1].token
            {
                switch NumberWords.parts[following] {
                case .hundred, .scale, .dozen:
                    next += 1
                    continue reading
                default: break reading
                }
            }
            guard let part else { break }
            switch part {
            case .unit(let value):
                switch last {
                case .unit, .dozen: break reading
                case .ten: guard value > 0, value < 10 else { break reading }
                default: break
                }
                current += value
                place = 1
            case .ten(let value):
                switch last {
                case .unit, .ten, .dozen: break reading
                default: break
                }
                current += value
                place = 1
            case .hundred:
                switch last {
                case nil, .unit, .ten: break
                default: break reading
                }
                current = max(current, 1) * 100
                place = 100
            case .dozen:
                switch last {
                case nil, .unit: break
                default: break reading
                }
                current = max(current, 1) * 12
                place = 1
            case .scale(let value):
                guard current > 0 || !any, total == 0 || value < 1_000_000 else { break reading }
                let (product, overflow) = max(current, 1).multipliedReportingOverflow(by: value)
                guard !overflow else { break reading }
                total += product
                current = 0
                place = value
            }
            any = true
            last = part
            next += 1
            if fold { break }
        }
        guard any else { return nil }
        index = next
        let value = Double(total + current)
        return WrittenNumber(
            value: value, place: 1, roundPlace: Double(place), text: "", hedge: .none, isInWords: true,
            mayBeYear: false, isPlural: false, offset: 0)
    }

    func word(at index: Int) -> String? {
        guard index >= 0, index < tokens.count, case .word(let word) = tokens[index].token else { return nil }
        return word
    }
}
