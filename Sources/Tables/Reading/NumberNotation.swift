/// Which mark stands before the decimals of a number.
package enum NumberNotation: Sendable, Hashable {
    case point
    case comma

    var decimal: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    /// The mark that parts thousands where it does not stand before decimals.
    var other: UInt8 { self == .point ? UInt8(ascii: ",") : UInt8(ascii: ".") }

    /// The number that digits with marks are in this notation; nil where they are none. Groups have three digits (or,
    /// before the last, two, as in India), and one mark parts them all.
    func value(_ core: some Collection<UInt8>) -> Double? {
        var digits: [UInt8] = []
        var groups: [Int] = []
        var mark: UInt8?
        var run = 0
        var iterator = core.makeIterator()
        var rest: [UInt8] = []
        while let byte = iterator.next() {
            if byte &- 0x30 < 10 {
                digits.append(byte)
                run += 1
            } else if byte == decimal || byte | 0x20 == UInt8(ascii: "e") {
                rest.append(byte == decimal ? UInt8(ascii: ".") : byte)
                while let further = iterator.next() { rest.append(further) }
            } else if byte == other || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "'")
                || byte == UInt8(ascii: "_")
            {
                guard mark == nil || mark == byte, run > 0 else { return nil }
                mark = byte
                groups.append(run)
                run = 0
            } else {
                return nil
            }
        }
        if mark != nil {
            groups.append(run)
            guard isGrouped(groups), digits.first != UInt8(ascii: "0") else { return nil }
        }
        return (digits + rest).withUnsafeBufferPointer { NumberReading.decimal($0) }
    }

    private func isGrouped(_ groups: [Int]) -> Bool {
        guard let first = groups.first, groups.last == 3, first <= 3 else { return false }
        let middle = groups.dropFirst().dropLast()
        return middle.allSatisfy { $0 == 3 } || first <= 2 && middle.allSatisfy { $0 == 2 }
    }
}

/// A cell as people and spreadsheets write numbers: with a sign, a currency, `%`, spaces.
struct WrittenCell {
    var core: [UInt8] = []
    var isNegative = false
    var isPercent = false
    var currency: String?

    /// Nil where what is left, sign and units apart, does not begin and end as a number does.
    init?(_ text: String) {
        var scalars = Array(text.unicodeScalars.map { WrittenCell.plain($0) })[...]
        func trim() {
            while scalars.first == " " { scalars.removeFirst() }
            while scalars.last == " " { scalars.removeLast() }
        }
        trim()
        if scalars.first == "(", scalars.last == ")", scalars.count > 2 {
            scalars = scalars.dropFirst().dropLast()
            isNegative = true
        }
        for _ in 0..<3 {
            trim()
            if !isNegative, scalars.first == "-" || scalars.last == "-", scalars.count > 1 {
                isNegative = true
                if scalars.first == "-" { scalars.removeFirst() } else { scalars.removeLast() }
            } else if scalars.first == "+" {
                scalars.removeFirst()
            }
            trim()
            if !isPercent, scalars.last == "%" {
                isPercent = true
                scalars.removeLast()
            }
            takeCurrency(&scalars)
        }
        trim()
        guard let first = scalars.first, let last = scalars.last, scalars.count <= 64,
            ("0"..."9").contains(first) || first == "." || first == ",", ("0"..."9").contains(last) || last == "."
        else { return nil }
        for scalar in scalars {
            guard scalar.isASCII else { return nil }
            core.append(UInt8(scalar.value))
        }
    }

    private mutating func takeCurrency(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        guard currency == nil else { return }
        if let first = scalars.first, first.properties.generalCategory == .currencySymbol {
            currency = String(first)
            scalars.removeFirst()
        } else if let last = scalars.last, last.properties.generalCategory == .currencySymbol {
            currency = String(last)
            scalars.removeLast()
        } else {
            for name in WrittenCell.currencies {
                let letters = Array(name.unicodeScalars)
                if scalars.starts(with: letters) {
                    currency = name
                    scalars = scalars.dropFirst(letters.count)
                    return
                }
                if scalars.count > letters.count, Array(scalars.suffix(letters.count)) == letters {
                    currency = name
                    scalars = scalars.dropLast(letters.count)
                    return
                }
            }
        }
    }

    private static let currencies = [
        "US$", "A$", "C$", "NZ$", "HK$", "R$", "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "INR", "RUB", "KZT", "SEK",
        "NOK", "DKK", "PLN", "CZK", "AUD", "CAD", "BRL", "ZAR", "KRW", "TRY", "MXN", "Fr.", "kr", "zł", "Kč",
    ]

    /// Spaces of every width as one, the minus sign as a hyphen, apostrophes as `'`.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2212, 0x2013, 0xFF0D: "-"
        case 0x2019, 0x2BC: "'"
        case 0x9, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
        case 0xFF05: "%"
        default: scalar
        }
    }
}
