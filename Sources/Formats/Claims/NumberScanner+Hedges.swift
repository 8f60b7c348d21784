extension NumberScanner {
    /// What the words and signs beside a number say of it.
    func hedge(before first: Int, after end: Int) -> WrittenNumber.Hedge {
        if let sign = sign(before: first) { return sign }
        if words?.hedgesBefore.isEmpty ?? true {
            // "Just over", "well under": how far is not said.
            if let before = words(before: first) { return before }
            if let after = words(after: end) { return after }
        } else if let own = ownHedge(before: first, after: end) {
            return own
        }
        if end < tokens.count, case .other = tokens[end].token, bytes[tokens[end].start] == UInt8(ascii: "+"),
            tokens[end].start == tokens[end - 1].end
        {
            return .above
        }
        return .none
    }

    /// What the language's own words say, before the number or behind it and its unit.
    private func ownHedge(before first: Int, after end: Int) -> WrittenNumber.Hedge? {
        guard let words, !words.hedgesBefore.isEmpty, first < tokens.count, end > 0 else { return nil }
        var place = tokens[first].start
        while place > 0, bytes[place - 1] == 0x20 || bytes[place - 1] == 0xA0 || bytes[place - 1] == 0xC2 { place -= 1 }
        let before = String(decoding: bytes[max(0, place - 40)..<place], as: UTF8.self).lowercased()
        for (text, hedge) in words.hedgesBefore where before.hasSuffix(text) {
            let rest = before.dropLast(text.count)
            guard !words.lexicon.isEmpty || !(rest.last?.isLetter ?? false) else { continue }
            // `from 781 up to 13,198` sets an end.
            if words.rangeWords.contains(text), rest.contains(where: \.isNumber) { continue }
            return hedge
        }
        for skipped in 0..<3 {
            let index = end + skipped
            guard index < tokens.count, case .word = tokens[index].token else { return nil }
            let start = tokens[index].start
            let after = String(decoding: bytes[start..<min(bytes.count, start + 24)], as: UTF8.self).lowercased()
            for (text, hedge) in words.hedgesAfter where after.hasPrefix(text) {
                guard !words.lexicon.isEmpty || !(after.dropFirst(text.count).first?.isLetter ?? false) else {
                    continue
                }
                return hedge
            }
        }
        return nil
    }

    private func sign(before first: Int) -> WrittenNumber.Hedge? {
        guard first > 0, case .other = tokens[first - 1].token else { return nil }
        let end = tokens[first - 1].end
        switch bytes[tokens[first - 1].start] {
        case UInt8(ascii: ">"): return .above
        case UInt8(ascii: "<"): return .below
        case UInt8(ascii: "~"): return .about
        case UInt8(ascii: "="):
            if end >= 2, bytes[end - 2] == UInt8(ascii: ">") { return .above }
            if end >= 2, bytes[end - 2] == UInt8(ascii: "<") { return .below }
        default: break
        }
        // `≈` is E2 89 88 and `≥` E2 89 A5, `≤` E2 89 A4.
        guard end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x89 else { return nil }
        switch bytes[end - 1] {
        case 0x88: return .about
        case 0xA5: return .above
        case 0xA4: return .below
        default: return nil
        }
    }

    private func words(before first: Int) -> WrittenNumber.Hedge? {
        var first = first
        // "More than a third", "some 60 of the".
        if word(at: first - 1) == "the" || word(at: first - 1) == "a" { first -= 1 }
        switch (word(at: first - 3), word(at: first - 2), word(at: first - 1)) {
        case ("no", "more", "than"), ("no", "greater", "than"), ("not", "more", "than"), ("no", "longer", "than"),
            ("no", "larger", "than"):
            return .below
        case ("no", "less", "than"), ("no", "fewer", "than"), ("not", "less", "than"), ("in", "excess", "of"),
            ("a", "minimum", "of"):
            return .above
        case ("as", "many", "as"), ("as", "much", "as"), ("as", "few", "as"), ("as", "little", "as"),
            ("a", "maximum", "of"):
            return word(at: first - 2) == "few" || word(at: first - 2) == "little" ? .above : .below
        case ("in", "the", "region"), ("something", "like", _): return .about
        default: break
        }
        switch (word(at: first - 2), word(at: first - 1)) {
        case ("more", "than"), ("greater", "than"), ("at", "least"), ("upwards", "of"), ("upward", "of"),
            ("longer", "than"), ("larger", "than"), ("north", "of"), ("higher", "than"), ("better", "than"):
            return .above
        case ("less", "than"), ("fewer", "than"), ("at", "most"), ("up", "to"), ("shorter", "than"),
            ("smaller", "than"), ("south", "of"), ("short", "of"), ("shy", "of"), ("lower", "than"):
            return .below
        case ("not", "quite"), ("close", "to"), ("next", "to"), ("not", "even"):
            return word(at: first - 2) == "close" || word(at: first - 2) == "next" ? .about : .nearly
        default: break
        }
        return word(at: first - 1).flatMap { NumberScanner.hedges[$0] }
    }

    static let hedges: [String: WrittenNumber.Hedge] = [
        "over": .above, "above": .above, "exceeding": .above, "topping": .above, "past": .above, "beyond": .above,
        "exceeds": .above, "exceeded": .above, "minimum": .above,
        "under": .below, "below": .below, "maximum": .below,
        "nearly": .nearly, "almost": .nearly, "approaching": .nearly, "nigh": .nearly, "barely": .nearly,
        "about": .about, "around": .about, "roughly": .about, "approximately": .about, "some": .about,
        "circa": .about, "ca": .about, "estimated": .about, "approx": .about, "perhaps": .about, "probably": .about,
        "maybe": .about, "possibly": .about, "reportedly": .about, "supposedly": .about,
        "exactly": .exactly, "precisely": .exactly,
    ]

    private func words(after end: Int) -> WrittenNumber.Hedge? {
        var end = end
        // The unit, of a word or two, may stand between: "5 km or more".
        for _ in 0..<3 {
            switch (word(at: end), word(at: end + 1)) {
            case ("or", "more"), ("and", "more"), ("or", "above"), ("and", "above"), ("or", "over"), ("and", "over"),
                ("at", "least"), ("and", "counting"), ("plus", _):
                return .above
            case ("or", "less"), ("or", "fewer"), ("or", "below"), ("at", "most"), ("at", "best"): return .below
            case ("or", "so"), ("or", "thereabouts"), ("odd", _), ("give", "or"): return .about
            case ("exactly", _), ("precisely", _), ("sharp", _): return .exactly
            default: break
            }
            guard word(at: end) != nil, word(at: end) != "and", word(at: end) != "or" else { return nil }
            end += 1
        }
        return nil
    }
}
