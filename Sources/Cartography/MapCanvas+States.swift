import Documents
import Geodata
import Geography
import SceneGraph

/// States as the map's worldview has them.
extension MapCanvas {
    /// The positions of the members with these codes; a code that no member has is an error that names the nearest.
    mutating func members(_ codes: [Code], in layer: Topology.Layer) -> [Int] {
        let positions = Dictionary(layer.members.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        return codes.compactMap { code in
            if let index = positions[code.text] { return index }
            if let index = position(called: code.text, in: layer) { return index }
            if let known = Gazetteer.shared.country(code.text), let index = positions[known] { return index }
            let names = layer.members.compactMap { $0.properties["name_en"]?.string }
            let near = suggestion(for: code.text, among: positions.keys.sorted() + names)
            problem(
                "no country has the code `\(code.text)`", at: code.location, path: code.path,
                advice: near.map { "did you mean `\($0)`?" } ?? "codes are ISO 3166-1 alpha-3, such as KAZ")
            return nil
        }
    }

    /// By a two-letter code or any usual name.
    private func position(called word: String, in layer: Topology.Layer) -> Int? {
        let key = PlaceNames.key(word)
        return layer.members.firstIndex { member in
            member.properties["iso_a2"]?.string == word
                || member.properties.members.contains { property in
                    property.key.hasPrefix("name") && property.value.string.map { PlaceNames.key($0) == key } ?? false
                } || PlaceNames.others(ofCountry: member.id).contains { PlaceNames.key($0) == key }
        }
    }

    /// Which code each member of a file of states goes under.
    func shownCodes(_ layer: Topology.Layer) -> [String] {
        layer.members.map { worldview.code(of: $0.id, views: $0.properties["views"]?.object) }
    }

    /// The code that an area goes under.
    func shownCode(_ id: String, _ properties: DocumentObject, position: Int) -> String {
        let own = worldview.code(of: id, views: properties["views"]?.object)
        return own.isEmpty ? "#\(position)" : own
    }
}

extension Topology.Member {
    /// The country that an area is a part of: itself, where the data has no smaller ones.
    var country: String { properties["country"]?.string ?? id }
}

/// Rings as one outline.
func outline(_ rings: [[Point]]) -> PathData {
    var data = PathData()
    data.reserveCapacity(rings.reduce(0) { $0 + $1.count + 1 })
    for ring in rings {
        guard let first = ring.first, ring.count > 2 else { continue }
        data.move(to: first)
        for point in ring.dropFirst() { data.line(to: point) }
        data.close()
    }
    return data
}
