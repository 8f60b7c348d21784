/// What stands beside a number: its unit, its rate, its sign.
extension ClaimScanner {
    /// The unit that a sign or a word names, and the words behind the number.
    func unit(before first: Int, after end: Int) -> (String?, [String]) {
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
    func rate(after end: Int) -> String? {
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
}
