import Documents
import SceneGraph

/// Which areas of a layer have their names on the map.
enum AreaLabels: Sendable {
    case none
    case all
    case these([Code])
}

extension DocumentReader {
    /// True, false, or a list of codes.
    mutating func areaLabels(_ key: String = "labels") -> AreaLabels {
        guard let node = value(key) else { return .none }
        if let all = node.boolean { return all ? .all : .none }
        return .these(codes(key))
    }
}

extension MapCanvas {
    mutating func requestCountryLabel(
        _ code: String, _ title: String, _ properties: DocumentObject, _ rings: [[Point]], _ ground: Color
    ) {
        namesDrawn.append(title)
        requests.append(
            LabelRequest(
                id: "\(name)/countries[\(code)]/label", name: title, settings: countrySettings(title, rings),
                anchor: .area(rings, otherwise: .leader),
                color: style.labelColor(on: ground), halo: style.halo(ground),
                priority: 8 + 2 * Int(max(0, min(20, properties["rank"]?.number ?? 5))),
                datum: Datum([.init("code", .string(code))])))
    }

    /// Spaced capitals need a large country; in a small one they would hide it.
    private func countrySettings(_ title: String, _ rings: [[Point]]) -> [LabelRequest.Setting] {
        let isCJK = language.hasPrefix("zh")
        let text = isCJK ? title : title.uppercased()
        let base = style.countryFont
        var settings: [LabelRequest.Setting] = []
        func add(_ lines: [String], size: Double, spacing: Double) {
            var font = base
            font.size = max(base.size * size, theme.smallestSize)
            font.letterSpacing = theme.labelSize * spacing
            settings.append(.init(lines: lines, font: font))
        }
        let xs = rings.flatMap { $0.map(\.x) }
        let width = (xs.max() ?? 0) - (xs.min() ?? 0)
        let words = title.split(separator: " ").map(String.init)
        if width > theme.labelSize * 11.5 {
            for (size, spacing) in [(1.5, 1.0), (1.35, 0.55), (1.2, 0.35), (1.0, 0.2)] {
                add([text], size: size, spacing: spacing)
            }
            if words.count > 1 { add(words.map { isCJK ? $0 : $0.uppercased() }, size: 1.0, spacing: 0.2) }
            add([text], size: 0.86, spacing: 0.08)
        }
        for size in [1.0, 0.9, 0.8] {
            add([title], size: size, spacing: 0.01)
            guard words.count > 1 else { continue }
            var font = base
            font.size = max(base.size * size, theme.smallestSize)
            font.letterSpacing = 0
            let broken = measurer.lines(of: title, font: font, width: max(font.size * 6, 1))
            if broken.count > 1 { add(broken, size: size, spacing: 0.01) }
        }
        return settings
    }
}
