/// How a unit is written: a symbol in labels, words in sentences.
public struct UnitName: Sendable, Hashable {
    /// `km²`, `%`, `×`; nil for units that have only a name, such as `students`.
    public var symbol: String?
    /// The name after any number but one: `square kilometres`.
    public var plural: String
    /// The name after one.
    public var singular: String

    /// The unit as a fact gives it. An unknown unit is its own name, taken to be a plural.
    public init(_ unit: String) {
        if let known = UnitName.known[unit] {
            self = known
            return
        }
        symbol = nil
        plural = unit
        singular = UnitName.singular(of: unit)
    }

    private init(symbol: String, singular: String, plural: String) {
        self.symbol = symbol
        self.singular = singular
        self.plural = plural
    }

    private static let known: [String: UnitName] = {
        let units: [UnitName] = [
            UnitName(symbol: "mm", singular: "millimetre", plural: "millimetres"),
            UnitName(symbol: "cm", singular: "centimetre", plural: "centimetres"),
            UnitName(symbol: "m", singular: "metre", plural: "metres"),
            UnitName(symbol: "km", singular: "kilometre", plural: "kilometres"),
            UnitName(symbol: "m²", singular: "square metre", plural: "square metres"),
            UnitName(symbol: "km²", singular: "square kilometre", plural: "square kilometres"),
            UnitName(symbol: "ha", singular: "hectare", plural: "hectares"),
            UnitName(symbol: "m³", singular: "cubic metre", plural: "cubic metres"),
            UnitName(symbol: "kg", singular: "kilogram", plural: "kilograms"),
            UnitName(symbol: "t", singular: "tonne", plural: "tonnes"),
            UnitName(symbol: "%", singular: "per cent", plural: "per cent"),
            UnitName(symbol: "×", singular: "times", plural: "times"),
            UnitName(symbol: "°C", singular: "degree Celsius", plural: "degrees Celsius"),
            UnitName(symbol: "$", singular: "dollar", plural: "dollars"),
            UnitName(symbol: "€", singular: "euro", plural: "euros"),
            UnitName(symbol: "£", singular: "pound", plural: "pounds"),
            UnitName(symbol: "¥", singular: "yuan", plural: "yuan"),
        ]
        return Dictionary(units.map { ($0.symbol ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }()

    private static let irregular = [
        "people": "person", "fora": "forum", "men": "man", "women": "woman", "children": "child", "dead": "dead",
    ]

    /// `countries` → `country`, `students per year` → `student per year`.
    private static func singular(of plural: String) -> String {
        guard let end = plural.firstIndex(of: " ") else { return singularWord(plural) }
        let head = String(plural[..<end])
        let rest = plural[end...]
        guard rest.hasPrefix(" per ") || rest.hasPrefix(" of ") else {
            // `academic scholarships`: the last word is the noun.
            guard let start = plural.lastIndex(of: " ") else { return singularWord(plural) }
            return plural[...start] + singularWord(String(plural[plural.index(after: start)...]))
        }
        return singularWord(head) + rest
    }

    private static func singularWord(_ word: String) -> String {
        if let known = irregular[word] { return known }
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("ches") || word.hasSuffix("shes") || word.hasSuffix("sses") || word.hasSuffix("xes") {
            return String(word.dropLast(2))
        }
        if word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
        return word
    }
}
