import Documents

/// What of the world a map shows.
enum MapFrame: Sendable {
    /// Degrees; `east` may be less than `west` where the frame reaches across 180°.
    case bounds(west: Double, south: Double, east: Double, north: Double)
    /// All of these countries, by ISO 3166-1 alpha-3 code; of all countries drawn where there is none.
    case countries([Code])
    case world
    /// What the layers show, by themselves: features, symbols, the subject.
    case fit

    var isWorld: Bool { if case .world = self { true } else { false } }
}

extension DocumentReader {
    /// `world`, `{west, south, east, north}` or `{countries: […]}`.
    mutating func frame(_ key: String = "frame") -> MapFrame? {
        guard let node = value(key) else { return nil }
        if node.string == "world" { return .world }
        if node.string == "fit" { return .fit }
        guard node.object != nil else {
            report(
                key,
                "a frame is `world`, `fit`, `{west, south, east, north}` or `{countries: [RUS, CHN]}`, not "
                    + (node.string.map { "`\($0)`" } ?? node.kind))
            return nil
        }
        return object(key, noun: "a frame") { $0.sides() } ?? nil
    }

    private mutating func sides() -> MapFrame? {
        if has("fit") {
            allow("countries", "west", "south", "east", "north", "padding")
            if boolean("fit") == false { report("fit", "`fit` is true: the frame fits what the layers show") }
            return .fit
        }
        allow("fit", "padding")
        if has("countries") {
            let named = codes("countries")
            if named.isEmpty { report("countries", "the frame names no country") }
            return .countries(named)
        }
        var values: [Double] = []
        for (key, range) in [("west", -360.0...360.0), ("south", -90...90), ("east", -360...360), ("north", -90...90)] {
            if !has(key) { report(nil, "the frame lacks `\(key)`") }
            if let side = number(key, in: range) { values.append(side) }
        }
        allow("countries")
        guard values.count == 4 else { return nil }
        if values[1] >= values[3] { report(nil, "`south` is not south of `north`") }
        if values[0] == values[2] { report(nil, "`west` and `east` are the same") }
        return .bounds(west: values[0], south: values[1], east: values[2], north: values[3])
    }
}
