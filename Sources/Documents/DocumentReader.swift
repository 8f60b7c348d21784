/// Reads the members of one object of a document, each by its kind, and keeps all that is wrong with it.
///
/// A key that is asked for is a known key; `finish()` tells every other one, with the nearest known. Values of the
/// wrong kind are told where they stand, and read as nothing, so that one reading finds every problem.
///
/// ```swift
/// var reader = DocumentReader(node, file: "map.yaml", noun: "a scale bar")
/// let width = reader.number("width", in: 20...400)
/// let side = reader.word("side", of: Side.self) ?? .left
/// reader.finish()
/// ```
public struct DocumentReader {
    public let node: DocumentNode
    /// Where the object stands in the document: `layers[2].style`; empty for the whole.
    public let path: String
    public let file: String
    /// What the object is called in messages, with its article: `a layer`.
    public let noun: String
    public private(set) var problems = Diagnostics()
    private let object: DocumentObject
    /// Keys that were asked for, in that order.
    private var known: [String] = []

    /// A node that is no object is told, and read as an empty one.
    public init(_ node: DocumentNode, path: String = "", file: String = "", noun: String) {
        self.node = node
        self.path = path
        self.file = file
        self.noun = noun
        object = node.object ?? DocumentObject()
        if node.object == nil { report(node, "\(noun) is an object, not \(node.kind)") }
    }

    public var keys: [String] { object.keys }
    public func has(_ key: String) -> Bool { object[key] != nil }

    /// The path of a member.
    public func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    // MARK: - Telling

    /// Adds a problem at a member, or at the object itself where `key` is nil or missing.
    public mutating func report(
        _ key: String?, _ message: String, severity: Diagnostic.Severity = .error, advice: String? = nil
    ) {
        problems.add(
            Diagnostic(
                message, severity: severity, file: file, at: key.flatMap { object[$0]?.location } ?? node.location,
                path: key.map(path(of:)) ?? path, advice: advice))
    }

    /// Adds a problem at a node that stands within this object.
    public mutating func report(
        _ node: DocumentNode, _ message: String, path: String? = nil, severity: Diagnostic.Severity = .error,
        advice: String? = nil
    ) {
        problems.add(
            Diagnostic(
                message, severity: severity, file: file, at: node.location, path: path ?? self.path, advice: advice))
    }

    public mutating func add(_ others: Diagnostics) { problems.add(others) }

    /// `word` is none of `known`: what was meant, or what there is.
    public static func advice(for word: String, among known: [String]) -> String {
        suggestion(for: word, among: known).map { "did you mean `\($0)`?" } ?? "known: " + known.joined(separator: ", ")
    }

    /// Takes keys for known that were not asked for.
    public mutating func allow(_ keys: String...) { known += keys }
    public mutating func allow(_ keys: [String]) { known += keys }

    /// More unknown keys of one object are counted, not told one by one.
    package static let mostTold = 100

    /// Tells every key that nobody asked for, once.
    public mutating func finish() {
        let names = Set(known)
        var unique: [String] = []
        for key in known where !unique.contains(key) { unique.append(key) }
        let others = object.members.filter { !names.contains($0.key) }
        for member in others.prefix(DocumentReader.mostTold) {
            problems.add(
                Diagnostic(
                    "unknown key `\(member.key.prefix(80))` in \(noun)", file: file, at: member.keyLocation,
                    path: path(of: String(member.key.prefix(80))),
                    advice: DocumentReader.advice(for: member.key, among: unique)))
        }
        if others.count > DocumentReader.mostTold {
            problems.add(
                Diagnostic(
                    "\(others.count - DocumentReader.mostTold) more unknown keys in \(noun)", file: file,
                    at: others[DocumentReader.mostTold].keyLocation, path: path))
        }
    }

    // MARK: - Reading

    /// The member as it stands; nil where there is none, or it is null.
    public mutating func value(_ key: String) -> DocumentNode? {
        known.append(key)
        guard let node = object[key], !node.isNull else { return nil }
        return node
    }

    /// A member of the kind that `read` takes; anything else is told as not being `expected`.
    public mutating func value<Value>(
        _ key: String, _ expected: String, advice: String? = nil, _ read: (DocumentNode) -> Value?
    ) -> Value? {
        guard let node = value(key) else { return nil }
        if let value = read(node) { return value }
        report(key, "`\(key)` must be \(expected), not \(DocumentReader.shown(node))", advice: advice)
        return nil
    }

    /// What was found in place of what was expected: the word or number itself where there is one.
    private static func shown(_ node: DocumentNode) -> String {
        switch node.value {
        case .string(let text): "`\(text.prefix(80))`"
        case .number(let number): "\(shortest(number))"
        default: node.kind
        }
    }

    public mutating func text(_ key: String) -> String? {
        value(key, "text", advice: "put it in quotes if that is meant") { $0.string }
    }

    /// Text, or a whole number for the text that it is: a year as a title, a number as the name of a lane.
    public mutating func textOrNumber(_ key: String) -> String? {
        value(key, "text", advice: "put it in quotes if that is meant") { node in
            node.string ?? node.number.flatMap { Int(exactly: $0) }.map(String.init)
        }
    }

    public mutating func boolean(_ key: String) -> Bool? { value(key, "true or false") { $0.boolean } }

    public mutating func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
        let expected = range.map { "a number from \(shortest($0.lowerBound)) to \(shortest($0.upperBound))" }
        return value(key, expected ?? "a number") { node in
            node.number.flatMap { $0.isFinite && range?.contains($0) ?? true ? $0 : nil }
        }
    }

    public mutating func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") { node in
            node.number.flatMap { Int(exactly: $0) }.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A word of a closed list; `called` is what the message calls it, where its key would not say.
    public mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, of type: Word.Type, called noun: String? = nil
    ) -> Word? where Word.RawValue == String {
        guard let text = text(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let all = Word.allCases.map(\.rawValue)
        report(
            key, noun.map { "unknown \($0) `\(text.prefix(80))`" } ?? "`\(text.prefix(80))` is no \(key)",
            advice: DocumentReader.advice(for: text, among: all))
        return nil
    }

    /// A list of texts; a single text is a list of one.
    public mutating func texts(_ key: String) -> [String] {
        value(key, "a text or a list of texts") { node in
            if let text = node.string { return [text] }
            guard let items = node.array else { return nil }
            let texts = items.compactMap(\.string)
            return texts.count == items.count ? texts : nil
        } ?? []
    }

    /// A list of finite numbers; one that is none is told where it stands.
    public mutating func numbers(_ key: String) -> [Double]? {
        guard let items = value(key, "a list of numbers", { $0.array }) else { return nil }
        var numbers: [Double] = []
        for (index, item) in items.enumerated() {
            if let number = item.number, number.isFinite {
                numbers.append(number)
            } else {
                report(
                    item, "`\(key)` has numbers, not \(DocumentReader.shown(item))",
                    path: "\(path(of: key))[\(index)]")
            }
        }
        return numbers.count == items.count ? numbers : nil
    }

    /// A list of so many numbers, each within a range; a number alone is a list of one.
    public mutating func numbers(
        _ key: String, count: ClosedRange<Int>, in range: ClosedRange<Double>
    ) -> [Double]? {
        let least = count.lowerBound
        let many = least == count.upperBound ? "\(least)" : "\(least) or \(count.upperBound)"
        let expected = "\(many) numbers from \(shortest(range.lowerBound)) to \(shortest(range.upperBound))"
        return value(key, expected) { node in
            let values = node.array?.map(\.number) ?? [node.number]
            let numbers = values.compactMap { $0 }.filter(range.contains)
            return count.contains(numbers.count) && numbers.count == values.count ? numbers : nil
        }
    }

    /// An object within this one, read by a reader of its own that is finished afterwards.
    public mutating func object<Value>(
        _ key: String, noun: String, _ read: (inout DocumentReader) -> Value
    ) -> Value? {
        guard let node = value(key) else { return nil }
        return self.read(node, path: path(of: key), noun: noun, read)
    }

    /// The objects of a list, each read by a reader of its own.
    public mutating func objects<Value>(
        _ key: String, noun: String, _ read: (inout DocumentReader) -> Value?
    ) -> [Value] {
        guard let items = value(key, "a list", { $0.array }) else { return [] }
        return items.enumerated().compactMap { index, item in
            self.read(item, path: "\(path(of: key))[\(index)]", noun: noun, read)
        }
    }

    /// Reads a node within this object by a reader of its own, and keeps what that finds wrong.
    public mutating func read<Value>(
        _ node: DocumentNode, path: String, noun: String, _ read: (inout DocumentReader) -> Value
    ) -> Value {
        var inner = DocumentReader(node, path: path, file: file, noun: noun)
        let value = read(&inner)
        if node.object != nil { inner.finish() }
        problems.add(inner.problems)
        return value
    }
}

/// Whole numbers without a fraction.
private func shortest(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
}
