import SceneGraph

/// What differs between a thing and itself in the other scene, phrase by phrase.
enum NodeComparison {
    /// Less than this, in figure units, is a matter of rounding: scenes are written to a thousandth.
    private static let rounding = 0.0015

    static func phrases(_ before: RecordedNode, _ after: RecordedNode) -> [String] {
        var phrases: [String] = []
        let textChanged = before.text != after.text
        if textChanged {
            phrases.append(FigureWords.change(before.text ?? "", after.text ?? ""))
        }
        // What a text shows is in its words already.
        if !textChanged { phrases += datum(before.datum, after.datum) }
        if before.role != after.role { phrases.append("role \(before.role) → \(after.role)") }
        if before.facts != after.facts { phrases.append("facts \(list(before.facts)) → \(list(after.facts))") }
        let moves = geometry(before, after, textChanged: textChanged)
        phrases += moves
        phrases += attributes(before.attributes, after.attributes, except: ["d", "outline", "origin"])
        let outlines = [before, after].map { $0[attribute: "d"] ?? $0[attribute: "outline"] }
        if outlines[0] != outlines[1] {
            if let points = OutlineComparison.phrase(before[attribute: "d"], after[attribute: "d"]) {
                // One point of a line says more than what its change does to the whole line's extent.
                phrases.removeAll { moves.contains($0) }
                phrases.append(points)
            } else if moves.isEmpty {
                phrases.append("another outline")
            }
        }
        // An id that is made of what it shows changes with it; alone, its change is one to whoever relies on ids.
        if phrases.isEmpty, before.id != after.id { phrases.append("another id") }
        return phrases
    }

    private static func list(_ facts: [String]) -> String { facts.isEmpty ? "none" : facts.joined(separator: ", ") }

    /// `42 → 43`; with its name where the thing shows several values.
    private static func datum(_ before: Datum, _ after: Datum) -> [String] {
        let names = before.fields.map(\.name) + after.fields.map(\.name).filter { before[$0] == nil }
        return names.compactMap { name in
            let (old, new) = (before[name], after[name])
            if old == new { return nil }
            let changes = "\(words(old)) → \(words(new))"
            return names.filter { before[$0] != after[$0] }.count > 1 ? "\(name) \(changes)" : changes
        }
    }

    private static func words(_ value: Datum.Value?) -> String {
        switch value {
        case nil: "nothing"
        case .null: "null"
        case .boolean(let value): value ? "yes" : "no"
        case .number(let value): plain(value)
        case .string(let value): "\"\(FigureWords.shortened(value))\""
        }
    }

    /// Groups are as large as what is in them, which is told by itself.
    private static func geometry(_ before: RecordedNode, _ after: RecordedNode, textChanged: Bool) -> [String] {
        if before.kind == .group { return [] }
        if before.kind == .text {
            // A text is where it is anchored; its box follows what it says and its font.
            if let old = point(before[attribute: "origin"]), let new = point(after[attribute: "origin"]) {
                var phrases = moved(x: new.x - old.x, y: new.y - old.y)
                if !textChanged, phrases.isEmpty, !sameFont(before, after) { return [] }
                if !textChanged, phrases.isEmpty, abs(after.bounds.width - before.bounds.width) > rounding {
                    phrases.append(
                        "measures \(difference(after.bounds.width - before.bounds.width, "wider", "narrower")): the "
                            + "font or its version changed"
                    )
                }
                return phrases
            }
            if textChanged { return [] }
        }
        let (a, b) = (before.bounds, after.bounds)
        var phrases: [String] = []
        let (wider, taller) = (b.width - a.width, b.height - a.height)
        if abs(taller) > rounding { phrases.append(difference(taller, "taller", "shorter")) }
        if abs(wider) > rounding { phrases.append(difference(wider, "wider", "narrower")) }
        // A bar that grows from its foot has not moved: an edge that stays is what it stands on.
        let x = abs(wider) <= rounding ? b.minX - a.minX : smallest(b.minX - a.minX, b.maxX - a.maxX)
        let y = abs(taller) <= rounding ? b.minY - a.minY : smallest(b.minY - a.minY, b.maxY - a.maxY)
        return phrases + moved(x: x, y: y)
    }

    private static func smallest(_ a: Double, _ b: Double) -> Double { abs(a) < abs(b) ? a : b }

    private static func moved(x: Double, y: Double) -> [String] {
        var parts: [String] = []
        if abs(x) > rounding { parts.append(difference(x, "right", "left")) }
        if abs(y) > rounding { parts.append(difference(y, "down", "up")) }
        return parts.isEmpty ? [] : ["moved " + parts.joined(separator: " and ")]
    }

    private static func difference(_ value: Double, _ more: String, _ less: String) -> String {
        "\(plain(abs(value))) px \(value > 0 ? more : less)"
    }

    private static func point(_ words: String?) -> Point? {
        guard let parts = words?.split(separator: ","), parts.count == 2,
            let x = Double(parts[0].filter { $0 != " " }), let y = Double(parts[1].filter { $0 != " " })
        else { return nil }
        return Point(x, y)
    }

    private static func sameFont(_ before: RecordedNode, _ after: RecordedNode) -> Bool {
        ["font", "size", "weight", "italic", "letterSpacing"].allSatisfy {
            before[attribute: $0] == after[attribute: $0]
        }
    }

    static func attributes(
        _ before: [RecordedNode.Attribute], _ after: [RecordedNode.Attribute], except: Set<String> = []
    ) -> [String] {
        var phrases: [String] = []
        let names = before.map(\.name) + after.map(\.name).filter { name in !before.contains { $0.name == name } }
        for name in names where !except.contains(name) {
            let old = before.first { $0.name == name }?.value
            let new = after.first { $0.name == name }?.value
            if old == new { continue }
            let changes = FigureWords.change(old ?? "none", new ?? "none", quoted: false)
            phrases.append(name == "fill" ? changes : "\(label(name)) \(changes)")
        }
        return phrases
    }

    private static func label(_ name: String) -> String {
        switch name {
        case "strokeWidth": "line width"
        case "strokeDash": "dash"
        case "alt": "alternative text"
        default: name
        }
    }
}
