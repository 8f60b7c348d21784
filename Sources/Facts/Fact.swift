import Calendar
import Documents
import Formats

/// One thing that a source says: a quantity, a word, or an event; or what is computed from such.
public struct Fact: Sendable, Hashable, Identifiable {
    public enum Value: Sendable, Hashable {
        case number(Double)
        /// `member`, `yes`, `rising`, `scores`.
        case word(String)

        public var number: Double? { if case .number(let number) = self { number } else { nil } }
        public var word: String? { if case .word(let word) = self { word } else { nil } }
    }

    public enum Kind: String, Sendable, Hashable {
        /// A number.
        case quantity
        /// A word.
        case category
        /// A date and no value.
        case event
        /// An event whose measure is `era`: a band of time.
        case era
    }

    public var id: String
    public var title: String
    /// What it is about: `China–Russia border`.
    public var about: String
    /// What is measured or told of it: `length`; the theme of an event.
    public var measure: String
    /// What is measured more closely, where one word means several things: `the line as drawn at 1:10 million`. Two
    /// values of one measure contradict each other only where this is the same.
    public var of: String?
    /// Nil for an event. Of a derived fact it is what the formula gave.
    public var value: Value?
    public var unit: String?
    public var qualifier: Qualifier
    /// From `date` or `period`; `undated` where the source gives none.
    public var date: EDTFDate
    public var uncertainty: Uncertainty?
    public var status: FactStatus
    /// Whose view it is, of a status that is `attributed`.
    public var attributedTo: String?
    /// How sure it is, in GRADE's words (`high`, `moderate`, `low`, `very low`) or the source's own.
    public var confidence: String?
    /// Id of the source. Nil for a derived fact that names none: it rests on those of its inputs.
    public var source: String?
    /// Most often one; a fact that rests on two places has both.
    public var locators: [Locator]
    /// Names and single words of the source by which the fact is found there; what is a judgement or an event has no
    /// number to look for.
    public var words: [String]
    /// Ids of the facts that the formula computes with, in the order of the file; empty for other facts.
    public var derivedFrom: [String]
    public var formula: String?
    public var notes: String?
    /// 1 for a milestone that a short timeline keeps, 2 for the rest of the story, 3 for background.
    public var rank: Int?
    /// Digits after the point when it is written; nil for as many as it has.
    public var decimals: Int?
    /// The file that defines it, and where.
    public var file: String
    public var location: SourceLocation

    public init(
        id: String, title: String, about: String, measure: String, of: String? = nil, value: Value? = nil,
        unit: String? = nil,
        qualifier: Qualifier = .exact, date: EDTFDate, uncertainty: Uncertainty? = nil, status: FactStatus = .stated,
        attributedTo: String? = nil, confidence: String? = nil,
        source: String? = nil, locators: [Locator] = [], words: [String] = [], derivedFrom: [String] = [],
        formula: String? = nil,
        notes: String? = nil, rank: Int? = nil, decimals: Int? = nil, file: String = "",
        location: SourceLocation = SourceLocation(line: 1, column: 1)
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.measure = measure
        self.of = of
        self.value = value
        self.unit = unit
        self.qualifier = qualifier
        self.date = date
        self.uncertainty = uncertainty
        self.status = status
        self.attributedTo = attributedTo
        self.confidence = confidence
        self.source = source
        self.locators = locators
        self.words = words
        self.derivedFrom = derivedFrom
        self.formula = formula
        self.notes = notes
        self.rank = rank
        self.decimals = decimals
        self.file = file
        self.location = location
    }

    public var isDerived: Bool { formula != nil }

    public var kind: Kind {
        switch value {
        case .number?: .quantity
        case .word?: .category
        case nil: formula != nil ? .quantity : measure == "era" ? .era : .event
        }
    }
}
