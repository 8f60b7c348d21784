/// What a text says by a number: an amount, however it is written, or a number that says nothing of the world.
public struct Claim: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// `13,198 students`, `twenty-three`, `1.5 million km²`.
        case amount
        /// `half`, `two thirds`: the value is the share, 0.5.
        case share
        /// `twice`, `doubled`, `seventeenfold`: the value is the factor.
        case multiple
        /// `scores`, `hundreds of thousands`: a word that counts without a number.
        case vague(String)
        /// `47th`, `the fifth`, `Phase III`.
        case ordinal
        /// Of the calendar: `1969`.
        case year
        /// `the 1960s`, `the 19th century`.
        case decade
        /// A day, a time of day, the month of `2026-11-23`.
        case day
        /// `Figure 3`, `page 12`, `(2)`.
        case reference
        /// `one of them`, `the two sides`.
        case pronoun
    }

    public var kind: Kind
    public var number: WrittenNumber
    /// In UTF-8 bytes of the text.
    public var range: Range<Int>
    /// The unit beside it, by its symbol: `km`; nil where none is named.
    public var unit: String?
    /// The words behind it, up to the next mark or small word, in small letters: `academic`, `scholarships`.
    public var nouns: [String]
    /// `a year`, where the text tells the number of each.
    public var rate: String?

    public init(kind: Kind, number: WrittenNumber, range: Range<Int>, unit: String? = nil, nouns: [String] = []) {
        self.kind = kind
        self.number = number
        self.range = range
        self.unit = unit
        self.nouns = nouns
    }

    public var text: String { number.text }

    /// Whether it says something that a source must bear out. Years of the calendar, references and pronouns do not.
    public var needsFact: Bool {
        switch kind {
        case .amount, .share, .multiple, .vague, .ordinal: true
        case .year, .decade, .day, .reference, .pronoun: false
        }
    }

    /// Whether it names a time.
    public var isTime: Bool { kind == .year || kind == .decade }
}
