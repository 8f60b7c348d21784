/// The words that a language counts, refers and dates by.
struct ClaimWords: Sendable {
    /// Whether decimals are set off by a comma.
    var decimalComma = false
    /// Behind these a number is a place in a text.
    var references: Set<String> = []
    /// Behind these a Roman numeral counts.
    var countedNouns: Set<String> = []
    var months: Set<String> = []
    /// Before a number that is then a year.
    var temporal: Set<String> = []
    /// Before `two`, which then only points.
    var determiners: Set<String> = []
    /// `Millionen`, behind a number.
    var scales: [String: Double] = [:]
    /// `twice`, `doubled`.
    var multiples: [String: Double] = [:]
    /// `third` of `a third`.
    var fractions: [String: Double] = [:]
    /// `half`, which needs no article.
    var halves: [String: Double] = [:]
    /// `scores`, `dozens`.
    var vague: Set<String> = []
    /// What a multiple begins with, whatever its ending: `verdoppel`.
    var multipleStems: [String: Double] = [:]
    /// Words that end what a number counts.
    var small: Set<String> = []
    /// Beyond those that every text may use: `Quadratkilometer` is `km²`.
    var units: [String: String] = [:]
    /// Behind a number, or before it in Roman digits: `Jahrhundert`.
    var centuries: Set<String> = []
    /// Glued to a number, or parted from it by a hyphen, they make it a decade: `1960er`.
    var decades: Set<String> = []
    /// Glued to a number, they make it an ordinal: `47e`.
    var ordinals: Set<String> = []
    /// Right before a number, the longest first.
    var hedgesBefore: [(text: String, hedge: WrittenNumber.Hedge)] = []
    /// Of these, the ones that set the end of a range as often: `bis zu`.
    var rangeWords: Set<String> = []
    /// Right behind a number or its unit.
    var hedgesAfter: [(text: String, hedge: WrittenNumber.Hedge)] = []
    /// How numbers are written out; nil where English alone is known.
    var spelling: NumberSpelling?
    /// Words of a script without spaces, which are found by the longest; empty for scripts with them.
    var lexicon: Set<String> = []
    /// What stands behind a number of one sign that counts: `五个`.
    var measures: Set<String> = []

    static func of(_ language: String) -> ClaimWords {
        let code = language.split(separator: "-").first.map { $0.lowercased() } ?? "en"
        return known[code] ?? (commaLanguages.contains(code) ? comma : english)
    }

    private static let commaLanguages: Set<String> = [
        "it", "pt", "nl", "pl", "uk", "sv", "da", "nb", "nn", "no", "fi", "cs", "sk", "tr", "id", "ro", "el", "hu",
        "bg",
        "hr", "sr", "sl", "lt", "lv", "et", "kk", "ky", "uz", "vi", "ca",
    ]

    private static let comma: ClaimWords = {
        var words = english
        words.decimalComma = true
        return words
    }()

    private static let known: [String: ClaimWords] = [
        "en": english, "de": german, "fr": french, "es": spanish, "ru": russian, "zh": chinese,
    ]
}
