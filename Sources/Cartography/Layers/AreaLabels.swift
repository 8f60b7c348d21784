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
                color: style.labelColor(on: ground), halo: style.halo(ground), owner: code,
                priority: 8 + 2 * Int(max(0, min(20, properties["rank"]?.number ?? 5))),
                datum: Datum([.init("code", .string(code))])))
    }

    /// Capitals in three sizes, by the area that the country has on the map; the wider the more they are spaced.
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
        let words = title.split(separator: " ").map { isCJK ? String($0) : $0.uppercased() }
        let side = rings.map { abs(signedArea($0)) }.reduce(0, +).squareRoot() / theme.labelSize
        let steps: [(size: Double, spacing: Double)] =
            side > 14
            ? [(1.35, 0.55), (1.2, 0.35), (1.08, 0.18)]
            : side > 6 ? [(1.08, 0.2), (1.0, 0.1)] : [(0.9, 0.05)]
        for step in steps {
            add([text], size: step.size, spacing: step.spacing)
            if words.count > 1 { add(words, size: step.size, spacing: step.spacing) }
        }
        add([text], size: 0.8, spacing: 0.02)
        var font = base
        font.size = max(base.size * 0.8, theme.smallestSize)
        font.letterSpacing = 0
        let broken = measurer.lines(of: text, font: font, width: max(font.size * 6, 1))
        if broken.count > 1 { add(broken, size: 0.8, spacing: 0.02) }
        return settings
    }
}

/// By the shoelace formula; positive where the ring runs with the clock on the page.
func signedArea(_ ring: [Point]) -> Double {
    guard var last = ring.last else { return 0 }
    var total = 0.0
    for point in ring {
        total += last.x * point.y - point.x * last.y
        last = point
    }
    return total / 2
}
