import Documents
import Geodata
import Geography
import Tables

/// Finds areas of a file by whatever code or name a table has of them.
struct AreaJoin {
    private(set) var areas: [(id: String, properties: DocumentObject)]
    private var positions: [String: Int] = [:]
    /// Codes and names as they are written, for suggestions.
    private(set) var known: [String] = []
    private var others: [String: Int] = [:]

    private static let usual = [
        "id", "iso_a3", "iso_a2", "iso_n3", "iso_3166_2", "name_en", "name_ru", "name_zh", "name",
    ]

    /// - Parameter property: the one that a table has; nil for the first of the usual ones that has a word, where the
    ///   first that has it wins.
    init(_ areas: [Topology.Member], by property: String?) {
        self.areas = areas.map { ($0.id, $0.properties) }
        for join in property.map({ [$0] }) ?? AreaJoin.usual {
            for (position, area) in self.areas.enumerated() {
                guard let word = AreaJoin.word(join, of: area), !word.isEmpty, positions[word] == nil else { continue }
                positions[word] = position
                known.append(word)
            }
        }
        guard property == nil else { return }
        for (position, area) in self.areas.enumerated() {
            let names = area.properties.members.filter { $0.key.hasPrefix("name") }.compactMap(\.value.string)
            for name in names + PlaceNames.others(ofCountry: area.id) where others[PlaceNames.key(name)] == nil {
                others[PlaceNames.key(name)] = position
            }
        }
    }

    private static func word(_ join: String, of area: (id: String, properties: DocumentObject)) -> String? {
        if join == "id", !area.id.isEmpty { return area.id }
        return area.properties[join].flatMap { $0.string ?? ($0.number == nil ? nil : DataValue($0).asText) }
    }

    /// By a code or name as it is written, or else by any usual name, whatever its accents and the case of its letters.
    func position(of word: String) -> Int? {
        positions[word] ?? others[PlaceNames.key(word)] ?? Gazetteer.shared.country(word).flatMap { positions[$0] }
    }

    var propertyNames: [String] { Set(areas.flatMap { $0.properties.members.map(\.key) }).sorted() }
}
