/// A text as words, digits and marks.
extension NumberScanner {
    func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

    private func isDigit(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return byte >= 0x30 && byte <= 0x39
    }

    /// ASCII letters and every character beyond them, save the block of punctuation that begins with E2.
    private func isLetter(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        // Marks of Chinese texts: the block that begins with E3 80, and full-width ones.
        if byte == 0xE3, self.byte(index + 1) == 0x80 { return false }
        if byte == 0xEF, self.byte(index + 1) == 0xBC, let last = self.byte(index + 2), last < 0xA1 { return false }
        return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0xC3 && byte != 0xE2
    }

    /// A further byte of a letter in UTF-8.
    private func isContinuation(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return byte & 0xC0 == 0x80 && bytes[index - 1] >= 0x80
    }

    /// A minus sign right before the digits that is not a dash between two things.
    private func isNegated(_ start: Int) -> Bool {
        if start >= 3, bytes[(start - 3)..<start] == [0xE2, 0x88, 0x92] { return true }
        guard byte(start - 1) == UInt8(ascii: "-") else { return false }
        return start == 1 || byte(start - 2) == 0x20 || byte(start - 2) == UInt8(ascii: "(")
    }

    private func isCapital(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return byte >= 0x41 && byte <= 0x5A
    }

    /// The length of a separator of thousands that begins here: a comma, or a no-break, thin or narrow space.
    private func groupSeparator(_ index: Int) -> Int {
        if byte(index) == UInt8(ascii: decimalComma ? "." : ",") { return 1 }
        // Where decimals have a comma, a plain space is typed as often as one that does not break.
        if decimalComma, byte(index) == 0x20 { return 1 }
        // A typeset apostrophe, as Switzerland groups.
        if byte(index) == 0xE2, byte(index + 1) == 0x80, byte(index + 2) == 0x99 { return 3 }
        if byte(index) == 0xC2, byte(index + 1) == 0xA0 { return 2 }
        if byte(index) == 0xE2, byte(index + 1) == 0x80, byte(index + 2) == 0xAF || byte(index + 2) == 0x89 { return 3 }
        return 0
    }

    mutating func tokenize() {
        var index = 0
        while index < bytes.count {
            let start = index
            if isDigit(index) {
                let name = isCapital(index - 1)
                let number = digits(from: &index)
                if name { tokens.append(Placed(token: .other, start: start, end: index)); continue }
                tokens.append(Placed(token: .digits(number), start: start, end: index))
            } else if let words, !words.lexicon.isEmpty, isIdeograph(index) {
                tokens.append(ideographs(from: &index, words))
            } else if isIdeograph(index), let (number, length) = ChineseNumber.read(bytes[index...]),
                !isIdeograph(index + length), index < 3 || !isIdeograph(index - 3)
            {
                index += length
                tokens.append(Placed(token: .digits(number), start: start, end: index))
            } else if isLetter(index) {
                while isLetter(index) || index > start && isContinuation(index) { index += 1 }
                let word = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
                tokens.append(Placed(token: .word(word), start: start, end: index))
            } else {
                index += 1
                let byte = bytes[start]
                // Spaces and hyphens part words of one number; anything else ends it.
                if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "-")
                    || byte == 0xC2 || byte == 0xA0
                {
                    continue
                }
                // A hyphen that is typeset as one (U+2010, U+2011) is three bytes.
                if byte == 0xE2, self.byte(index) == 0x80, self.byte(index + 1) == 0x90 || self.byte(index + 1) == 0x91
                {
                    index += 2
                    continue
                }
                tokens.append(Placed(token: .other, start: start, end: index))
            }
        }
    }

    func digits(from index: inout Int) -> WrittenNumber {
        let start = index
        var digits = ""
        while isDigit(index) {
            digits.unicodeScalars.append(Unicode.Scalar(bytes[index]))
            index += 1
        }
        var grouped = false
        if digits.utf8.count <= 3 {
            while true {
                let separator = groupSeparator(index)
                let first = index + separator
                guard separator > 0, isDigit(first), isDigit(first + 1), isDigit(first + 2), !isDigit(first + 3)
                else { break }
                for place in first..<(first + 3) { digits.unicodeScalars.append(Unicode.Scalar(bytes[place])) }
                index = first + 3
                grouped = true
            }
        }
        let whole = digits
        var decimals = 0
        if byte(index) == UInt8(ascii: decimalComma ? "," : "."), isDigit(index + 1) {
            index += 1
            digits += "."
            while isDigit(index) {
                digits.unicodeScalars.append(Unicode.Scalar(bytes[index]))
                index += 1
                decimals += 1
            }
        }
        let value = (isNegated(start) ? -1 : 1) * (Double(digits) ?? .infinity)
        let place = NumberScanner.tenth(decimals)
        var round = place
        if decimals == 0 {
            for zero in whole.utf8.reversed() {
                guard zero == 0x30 else { break }
                round *= 10
            }
        }
        return WrittenNumber(
            value: value, place: place, roundPlace: round,
            text: String(decoding: bytes[start..<index], as: UTF8.self), hedge: .none, isInWords: false,
            mayBeYear: !grouped && decimals == 0 && whole.utf8.count == 4, isPlural: false, offset: start)
    }

    private static func tenth(_ count: Int) -> Double {
        var value = 1.0
        for _ in 0..<min(count, 400) { value /= 10 }
        return value
    }
}
