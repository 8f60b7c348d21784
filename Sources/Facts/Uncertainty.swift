/// The bounds that a source gives for a value, in the value's unit; either may be missing.
public struct Uncertainty: Sendable, Hashable {
    public var lower: Double?
    public var upper: Double?

    public init(lower: Double? = nil, upper: Double? = nil) {
        self.lower = lower
        self.upper = upper
    }
}
