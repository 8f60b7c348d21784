import Documents

/// What countries and cities are called in many languages and by statistical offices (`Data/geo/PROVENANCE.md` says
/// from where). Read when a name is first looked for.
public struct Gazetteer: Sendable {
    public static let shared = Gazetteer(contents: BundledGeodata.contents(of: "names.json") ?? [])

    private var letters: [Character: String] = [:]
    private var countries: [String: String] = [:]
    private var cities: [String: String] = [:]

    init(contents: [UInt8]) {
        guard let root = try? JSONReader.read(contents, file: "names.json") else { return }
        for member in root["letters"]?.object?.members ?? [] {
            if let letter = member.key.first { letters[letter] = member.value.string }
        }
        for member in root["countries"]?.object?.members ?? [] {
            for name in member.value.array ?? [] { if let name = name.string { countries[name] = member.key } }
        }
        for member in root["cities"]?.object?.members ?? [] {
            for name in member.value.array ?? [] { if let name = name.string { cities[name] = member.key } }
        }
    }

    /// ISO 3166-1 alpha-3 of a country by any of its names: `UK`, `Czech Republic`, `Korea, Rep.`, `Südkorea`.
    public func country(_ name: String) -> String? { countries[folded(name)] }

    /// A city's English name by any of its others: `København` for `Copenhagen`.
    public func city(_ name: String) -> String? { cities[folded(name)] }

    /// In small letters, Latin ones without marks, and no punctuation.
    public func folded(_ name: String) -> String {
        var words: [String] = []
        var word = ""
        for character in name.lowercased() {
            if character == "'" || character == "’" { continue }
            if character == "&" {
                if !word.isEmpty { words.append(word) }
                words.append("and")
                word = ""
            } else if let plain = letters[character] {
                word += plain
            } else if character.isLetter || character.isNumber {
                word.append(character)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: " ")
    }
}
