/// Where a quantity is to stand, and so how much of it is spelled out.
public enum QuantityStyle: String, Sendable, Hashable, CaseIterable {
    /// In a sentence: `more than 1.5 million square kilometres`, `two countries`, `16.9 times`.
    case prose
    /// In a picture: `> 1.5 million km²`, `4,380 km`, `13,198`, `×16.9`. A unit that has no symbol is left to the
    /// title or the axis.
    case label
    /// Where the unit is told elsewhere: `> 1.5 million`, `4,380`, `×16.9`.
    case short
    /// In a table, every digit: `> 1,500,000 km²`, `13,198 students`.
    case full
}
