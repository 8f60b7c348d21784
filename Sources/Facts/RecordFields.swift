import Calendar
import Documents

/// Reads the members of one record, and keeps what is wrong with each.
struct RecordFields {
    let object: DocumentObject
    let file: String
    let location: SourceLocation
    /// How the record is called in messages: `facts[3]`, and its id as soon as that is known.
    var name: String
    var problems: [Diagnostic] = []

    init(_ object: DocumentObject, at location: SourceLocation, file: String, name: String) {
        self.object = object
        self.location = location
        self.file = file
        self.name = name
    }

    mutating func report(_ key: String?, at place: SourceLocation? = nil, _ message: String, advice: String? = nil) {
        let found = key.flatMap { object[$0]?.location }
        let path = key.map { "\(name).\($0)" } ?? name
        problems.append(
            Diagnostic(message, file: file, at: place ?? found ?? location, path: path, advice: advice))
    }

    /// Reports every key that is not among `known`.
    mutating func rejectKeys(otherThan known: [String]) {
        for member in object.members where !known.contains(member.key) {
            let close = suggestion(for: member.key, among: known)
            report(
                member.key, at: member.keyLocation, "unknown key `\(shortened(member.key))`",
                advice: close.map { "did you mean `\($0)`?" } ?? "known keys: \(known.joined(separator: ", "))")
        }
    }

    /// The member, or nil where it is missing; a member that is there with nothing after the colon is reported.
    private mutating func node(_ key: String) -> DocumentNode? {
        guard let node = object[key] else { return nil }
        if node.isNull {
            report(key, "`\(key)` has no value", advice: "give it one, or leave the key out")
            return nil
        }
        return node
    }

    /// Text that is not empty.
    mutating func text(_ key: String, orElse advice: String? = nil) -> String? {
        if object[key] == nil, let advice {
            report(nil, "`\(key)` is missing", advice: advice)
            return nil
        }
        guard let node = node(key) else { return nil }
        guard let text = node.string else {
            let quoted = node.number != nil || node.boolean != nil
            report(
                key, "`\(key)` must be text, not \(node.kind)",
                advice: quoted ? "put it in quotes if that is meant" : nil)
            return nil
        }
        return checked(text, key: key)
    }

    private mutating func checked(_ text: String, key: String) -> String? {
        let trimmed = text.trimmedOfSpace
        if trimmed.isEmpty {
            report(key, "`\(key)` is empty", advice: "give it a value, or leave the key out")
            return nil
        }
        // Bytes below 0x20 stand only for themselves in UTF-8.
        if trimmed.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) {
            report(key, "`\(key)` holds a control character", advice: "remove it")
            return nil
        }
        return trimmed
    }

    mutating func number(_ key: String) -> Double? {
        guard let node = node(key) else { return nil }
        guard let number = node.number else {
            report(
                key, "`\(key)` must be a number, not \(node.kind)",
                advice: "write it in digits, with a point for decimals and no separators: 1500000")
            return nil
        }
        return number
    }

    mutating func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = number(key) else { return nil }
        guard let whole = Int(exactly: number), range.contains(whole) else {
            report(key, "`\(key)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return whole
    }

    mutating func date(_ key: String) -> EDTFDate? {
        guard let node = node(key) else { return nil }
        let text: String
        if let number = node.number {
            // YAML reads 1969 as a number, and forgets the zeros before 0988.
            guard let year = Int(exactly: number), (1000...9999).contains(year) else {
                report(key, "`\(key)` is a number that is no year of four digits", advice: RecordFields.dateAdvice)
                return nil
            }
            text = String(year)
        } else if let string = node.string {
            text = string.trimmedOfSpace
        } else {
            report(key, "`\(key)` must be a date, not \(node.kind)", advice: RecordFields.dateAdvice)
            return nil
        }
        do {
            return try EDTFDate(parsing: text)
        } catch {
            report(key, error.message, advice: RecordFields.dateAdvice)
            return nil
        }
    }

    private static let dateAdvice =
        "dates are EDTF level 1: 1969, 196X, 18XX, 1858-05-28, 1960~, 2005/2015, 1991/.., or undated"

    /// A word out of a closed list.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, of type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = text(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        let close = suggestion(for: text, among: known)
        report(
            key, "`\(shortened(text))` is no \(key)",
            advice: (close.map { "did you mean `\($0)`? " } ?? "") + "known: \(known.joined(separator: ", "))")
        return nil
    }

    /// The members of an object within the record; nil where it is missing or no object.
    mutating func object(_ key: String, keys: [String]) -> RecordFields? {
        guard let node = node(key) else { return nil }
        guard let object = node.object else {
            report(
                key, "`\(key)` must be an object, not \(node.kind)",
                advice: "write {\(keys.map { "\($0): …" }.joined(separator: ", "))}")
            return nil
        }
        var inner = RecordFields(object, at: node.location, file: file, name: "\(name).\(key)")
        inner.rejectKeys(otherThan: keys)
        return inner
    }

    /// A list of text; a single text is a list of one.
    mutating func texts(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if node.string != nil { return text(key).map { [$0] } ?? [] }
        guard let items = node.array else {
            report(key, "`\(key)` must be a list, not \(node.kind)")
            return []
        }
        var found: [String] = []
        for item in items {
            if let string = item.string, let clean = checked(string, key: key) {
                found.append(clean)
            } else if item.string == nil {
                report(key, at: item.location, "`\(key)` holds \(item.kind) where text was expected")
            }
        }
        return found
    }

    /// A name that others refer to: small letters and digits in words parted by hyphens.
    mutating func identifier() -> String? {
        guard let id = text("id", orElse: "give every record an `id` such as `border-length`") else { return nil }
        let words = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let good = words.allSatisfy { word in
            !word.isEmpty && word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        }
        guard good, id.utf8.count <= 200 else {
            report(
                "id", "`\(shortened(id))` is no id",
                advice: "use small letters, digits and single hyphens: `border-length`")
            return nil
        }
        name = id
        return id
    }
}

extension String {
    /// Without the spaces and line ends around it.
    var trimmedOfSpace: String {
        // Nearly all texts begin and end with an ASCII letter; Unicode's tables are slow to ask.
        if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x7F, last > 0x20, last < 0x7F {
            return self
        }
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}

/// What a message can bear to repeat of an input.
func shortened(_ text: String) -> String {
    let head = String(text.prefix(80))
    return head.utf8.count < text.utf8.count ? head + "…" : head
}
