/// English words for whole numbers, both ways.
public enum NumberWords {
    static let ones = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    static let scales: [(word: String, value: Int)] = [
        ("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1_000),
    ]

    /// What a word stands for within a written number.
    enum Part: Hashable {
        /// `seven`, `twelve`.
        case unit(Int)
        /// `twenty`.
        case ten(Int)
        case hundred
        /// `thousand` and above.
        case scale(Int)
        /// `dozen`.
        case dozen
    }

    static let parts: [String: Part] = {
        var table: [String: Part] = ["hundred": .hundred, "dozen": .dozen]
        for (value, word) in ones.enumerated() { table[word] = .unit(value) }
        for (value, word) in tens.enumerated() where !word.isEmpty { table[word] = .ten(value * 10) }
        for (word, value) in scales { table[word] = .scale(value) }
        return table
    }()

    /// `twenty-three`; nil for numbers of a thousand trillion and more, which nobody writes so.
    public static func words(for number: Int) -> String? {
        guard number.magnitude < 1_000_000_000_000_000 else { return nil }
        if number < 0 { return words(for: -number).map { "minus " + $0 } }
        if number < 20 { return ones[number] }
        if number < 100 {
            return tens[number / 10] + (number % 10 == 0 ? "" : "-" + ones[number % 10])
        }
        if number < 1000 {
            let rest = number % 100
            return ones[number / 100] + " hundred" + (rest == 0 ? "" : " and " + (words(for: rest) ?? ""))
        }
        for (word, value) in scales where number >= value {
            let rest = number % value
            let head = (words(for: number / value) ?? "") + " " + word
            if rest == 0 { return head }
            return head + (rest < 100 ? " and " : " ") + (words(for: rest) ?? "")
        }
        return nil
    }

    static let ordinals: [String: Int] = {
        var table: [String: Int] = [
            "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
        ]
        for (value, word) in ones.enumerated() where value > 3 && ![5, 8, 9, 12].contains(value) {
            table[word + "th"] = value
        }
        for (value, word) in tens.enumerated() where !word.isEmpty { table[word.dropLast() + "ieth"] = value * 10 }
        return table
    }()

    /// The number that an ordinal names: `twentieth`, `twenty-first`, `21st`; nil when it is none below a hundred.
    public static func ordinal(_ text: String) -> Int? {
        let lowered = text.lowercased()
        if let value = ordinals[lowered] { return value }
        if let first = lowered.utf8.first, first >= 0x30, first <= 0x39 {
            guard ["st", "nd", "rd", "th"].contains(where: lowered.hasSuffix) else { return nil }
            let digits = lowered.dropLast(2)
            return digits.count <= 2 ? Int(digits) : nil
        }
        let halves = lowered.split(separator: "-")
        guard halves.count == 2, case .ten(let ten)? = parts[String(halves[0])], let one = ordinals[String(halves[1])],
            one < 10
        else { return nil }
        return ten + one
    }
}
