/// `{fact:ID}`, `{fact:ID|date}` or `{fact:ID|value}` in a text: what stands there is written by the fact.
public struct FactPlaceholder: Sendable, Hashable {
    public var id: String
    /// `date`, `value`, `label`; nil for the value as prose writes it.
    public var form: String?

    public static let forms = ["date", "value", "label"]

    public enum Part: Sendable, Hashable {
        case text(String)
        case placeholder(FactPlaceholder)
    }

    /// A text in its parts; one part where there is no placeholder.
    public static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{fact:"), let close = rest[open.upperBound...].firstIndex(of: "}") {
            if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
            let inner = rest[open.upperBound..<close].split(
                separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            let form = inner.count > 1 ? String(inner[1]) : nil
            parts.append(.placeholder(FactPlaceholder(id: String(inner.first ?? ""), form: form)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    /// What the fact writes there.
    public func written(_ fact: Fact, language: String = "en") -> String {
        switch form {
        case "date": fact.date.wording
        case "value": fact.bareValue
        case "label": fact.written(.label, language: language)
        default: fact.written(.prose, language: language)
        }
    }

    /// The same as the target of a link in a report.
    public var address: String {
        switch form {
        case nil: "fact:\(id)"
        case "value"?: "fact:\(id)?as=value"
        case let form?: "fact:\(id)?as=\(form)"
        }
    }
}

extension Fact {
    /// The number alone, with its separators and no unit or hedge; the word; of an event its date.
    public var bareValue: String {
        guard value != nil else { return date.wording }
        var bare = self
        bare.unit = nil
        return String(bare.written(.full).dropFirst(qualifier.labelPrefix.count))
    }
}
