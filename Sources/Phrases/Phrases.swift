/// The words that the program itself puts on pages and figures, in one language.
///
/// A language is one file in `Languages` and one line in ``Phrases/all``. A phrase with `%1`, `%2` … has something put
/// in there; what a language leaves out does not compile, so that none is half there.
///
/// ```swift
/// let words = Phrases.of("de-AT")
/// words.figure            // "Abbildung"
/// words.map.fill(words.map.latitude.north, "45°")   // "45° N"
/// ```
public struct Phrases: Sendable {
    /// BCP 47: `de`.
    public let language: String
    public let page: Page
    public let reports: Reports
    public let numbers: Numbers
    public let dates: Dates
    public let map: Map
    public let timeline: Timeline

    /// What stands around text and figures.
    public struct Page: Sendable {
        public var figure, table, note, notes, source, sources, contents, continued: String
        /// `%1 of %2`.
        public var pageOf: String
        /// Between a word and what follows it: `: `, or `：`.
        public var colon: String
    }

    /// What reports say of themselves.
    public struct Reports: Sendable {
        /// Heads of sections and lists that the program writes.
        public var inThisReport, allFacts, computed, others, value, date, fact, whatChanged, nothing: String
        /// Of a task.
        public var done, toDo: String
        public var listOfFigures, listOfTables, appendix: String
        /// `%1` names of facts, names of sources.
        public var computedFrom, madeFrom: String
        /// `%1` why a source is not to be rested on, when its address was opened.
        public var archivedCopy, retired, accessed: String
        /// How a fact is said; `%1` who said it.
        public var attributedTo, attributed, implied, expected, estimated, provisional, schematic: String
        /// `%1` how sure it is.
        public var confidence: String
        public var backToText: String
        /// `%1` the report's title, `%2` the page, `%3` how many there are.
        public var thisPage: String
        public var keyFigures: String
        /// By kind: note, tip, important, warning, caution.
        public var callOuts: [String: String]
    }

    /// How numbers are written.
    public struct Numbers: Sendable {
        public var decimal, group: String
        public var million, billion, trillion: String
        /// What the numbers of an axis are counted in, the largest first, where it is not those three.
        public var ownUnits: [NumberUnit] = []

        public var units: [NumberUnit] {
            ownUnits.isEmpty
                ? [NumberUnit(12, " " + trillion), NumberUnit(9, " " + billion), NumberUnit(6, " " + million)]
                : ownUnits
        }
    }

    /// A word for a power of ten, with the space that stands before it.
    public struct NumberUnit: Sendable, Hashable {
        public var exponent: Int
        public var word: String

        public init(_ exponent: Int, _ word: String) {
            self.exponent = exponent
            self.word = word
        }
    }

    /// How dates are written.
    public struct Dates: Sendable {
        /// January first; in the form that stands with a day.
        public var months: [String]
        /// As a heading or a tick has them.
        public var shortMonths: [String]
        /// `%1` the day, `%2` the month, `%3` the year.
        public var day: String
        /// `%1` the month, `%2` the year.
        public var month: String
        /// Months that stand by themselves, where they are written otherwise than beside a day.
        public var monthsAlone: [String]
        /// `%1` the year, of years before and, where that must be said, after the year 1.
        public var beforeCommonEra, commonEra: String
        /// `%1` the number of the century; `%1` the first year of the decade.
        public var century, decade: String
        /// `%1` the date.
        public var about, since, until: String
        public var undated: String
    }

    /// What maps say of themselves.
    public struct Map: Sendable {
        public var map: String
        /// `%1` the names.
        public var shown: String
        /// By Vega's names of projections.
        public var projections: [String: String]
        /// `%1` a name that has none there.
        public var projection: String
        /// `%1` a latitude; `%1` and `%2` two.
        public var standardParallel, standardParallels: String
        /// `%1` a place.
        public var centredOn: String
        /// `%1` why.
        public var chosen: String
        /// By the raw value of a reason.
        public var reasons: [String: String]
        /// `%1` degrees.
        public var north, south, east, west: String
        public var deFacto, iso: String
        /// `%1` the code of a state.
        public var stateView: String
        /// `%1` areas, `%2` the state they are shown with.
        public var shownWith: String
        /// `%1` areas; the same after others that are shown with a state.
        public var shownApart, alsoApart: String
        /// `%1` the last names but one, `%2` the last; `%1` names, `%2` how many more.
        public var and, andOthers: String
        /// `%1` a length, `%2` a latitude.
        public var scaleAt: String
        /// `%1` per cent.
        public var scaleDiffers: String
        public var noMiddle: String
        public var measured, claimed, measuredBorder: String
        public var noData: String
        public var quantiles, equalIntervals, naturalBreaks, manualBreaks: String
        /// `%1` the value.
        public var eitherSideOf, about: String
        /// `%1` what one dot, one bin stands for.
        public var oneDot: String
        /// `%1` how many points.
        public var interpolated: String
        public var capital: String
    }

    /// What timelines say of themselves.
    public struct Timeline: Sendable {
        public var undated, omitted, asOf: String
        public var milestone, within, goesOn, leadsTo, done, about, uncertain, aboutAndUncertain: String
        /// `%1` a fraction.
        public var atScale: String
        /// One, a few and many of each: a language that needs no more than two repeats the last.
        public var year, month, day, hour, minute, event: [String]
        /// `%1` events a year, `%2` the span.
        public var eventsAYear: String
    }

    /// A phrase with its places filled.
    public static func fill(_ phrase: String, _ parts: String...) -> String {
        var text = phrase
        for (index, part) in parts.enumerated() {
            text = text.split(separator: "%\(index + 1)", omittingEmptySubsequences: false).joined(separator: part)
        }
        return text
    }

    /// `a, b and c`.
    public func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return Phrases.fill(map.and, names.dropLast().joined(separator: comma), last)
    }

    /// Between the names of a list.
    public var comma: String { language == "zh" || language == "ja" ? "、" : ", " }

    /// `1 year`, `2 years`: by the plural rules of CLDR for the languages that ship.
    public func count(_ number: Int, _ forms: [String]) -> String {
        let digits = grouped(number)
        let form = forms[min(forms.count - 1, pluralForm(number))]
        return language == "zh" ? digits + form : digits + " " + form
    }

    private func pluralForm(_ number: Int) -> Int {
        switch language {
        case "ru":
            let (ones, tens) = (number % 10, number % 100)
            if ones == 1, tens != 11 { return 0 }
            return (2...4).contains(ones) && !(12...14).contains(tens) ? 1 : 2
        case "fr": return number < 2 ? 0 : 1
        case "zh": return 0
        default: return number == 1 ? 0 : 1
        }
    }

    /// A whole number in groups of three, from five digits on.
    public func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let sign = number < 0 ? "−" : ""
        guard digits.count > 4 else { return sign + digits }
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return sign + ([rest] + groups).joined(separator: numbers.group)
    }

    // MARK: Registry

    /// The languages that ship.
    public static let all: [Phrases] = [
        .english,
        .german,
        .french,
        .spanish,
        .russian,
        .chinese,
    ]

    /// The words of a language by its BCP 47 tag, of its first part where the rest is unknown; English where there are
    /// none.
    public static func of(_ tag: String) -> Phrases { known(tag) ?? .english }

    /// Nil where the language has no words here.
    public static func known(_ tag: String) -> Phrases? {
        let first = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
        return all.first { $0.language == first }
    }
}
