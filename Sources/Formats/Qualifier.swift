/// How far a number stands for itself: what the source says beside it ("over", "about", "at most").
public enum Qualifier: String, Sendable, Hashable, Codable, CaseIterable {
    case exact
    case about
    /// The source gives a lower bound: "over 1.5 million". Written `>` and "more than".
    case atLeast = "at-least"
    /// The source gives an upper bound. Written `≤` and "at most".
    case atMost = "at-most"

    /// What stands before the number in a sentence, with its space; empty for an exact number.
    public var prosePrefix: String {
        switch self {
        case .exact: ""
        case .about: "about "
        case .atLeast: "more than "
        case .atMost: "at most "
        }
    }

    /// What stands before the number in a label, with its space; empty for an exact number.
    public var labelPrefix: String {
        switch self {
        case .exact: ""
        case .about: "≈ "
        case .atLeast: "> "
        case .atMost: "≤ "
        }
    }

    /// The qualifier of a value from which this one is subtracted, or that is divided by it: bounds turn round.
    public var inverted: Qualifier {
        switch self {
        case .atLeast: .atMost
        case .atMost: .atLeast
        case .exact, .about: self
        }
    }

    /// The qualifier of a value that two others enter in the same direction.
    ///
    /// A lower and an upper bound together bound nothing, so the outcome is only `about`.
    public func combined(with other: Qualifier) -> Qualifier {
        if self == other || other == .exact { return self }
        if self == .exact { return other }
        return .about
    }
}
