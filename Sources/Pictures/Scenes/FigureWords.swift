import SceneGraph

/// What the things in a figure are called: from their role, their id, their text and their place.
struct FigureWords {
    private let scene: RecordedScene
    /// For each node, which one of its kind on its axis it is, from 1.
    private let ordinals: [Int: Int]

    init(_ scene: RecordedScene) {
        self.scene = scene
        var counts: [String: Int] = [:]
        var ordinals: [Int: Int] = [:]
        for (index, node) in scene.nodes.enumerated() where node.role == "axis-label" {
            let key = "\(FigureWords.axis(of: node.id) ?? "")/\(node.parent ?? -1)"
            counts[key, default: 0] += 1
            ordinals[index] = counts[key]
        }
        self.ordinals = ordinals
    }

    /// One word for a role: `mark-bar` is a bar.
    static func noun(_ node: RecordedNode) -> String {
        switch node.role {
        case "": return node.kind.rawValue
        case "axis-label": return "tick label"
        case "axis-title": return "axis title"
        case "axis-tick": return "tick"
        case "axis-grid", "grid": return "grid line"
        case "timeline-label", "map-label", "mark-text": return "label"
        case "legend-label": return "legend label"
        case "timeline-leader": return "leader"
        case "timeline-event": return "event"
        case "map-area": return "area"
        default:
            let word = node.role.hasPrefix("mark-") ? String(node.role.dropFirst(5)) : node.role
            return word.split(separator: "-").joined(separator: " ")
        }
    }

    static func plural(_ noun: String) -> String {
        if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") { return noun + "es" }
        if noun.hasSuffix("y"), !noun.hasSuffix("ay") { return noun.dropLast() + "ies" }
        return noun + "s"
    }

    /// `bar 2015`, `label "Lhasa"`, `x axis, tick 2`, `title`.
    func name(of index: Int) -> String {
        guard scene.nodes.indices.contains(index) else { return "node" }
        let node = scene.nodes[index]
        let noun = FigureWords.noun(node)
        switch node.role {
        case "title", "subtitle", "note", "source", "figure": return noun
        case "axis-label":
            let axis = FigureWords.axis(of: node.id).map { "\($0) axis, " } ?? ""
            return "\(axis)tick \(ordinals[index] ?? 1)"
        case "axis-title":
            return FigureWords.axis(of: node.id).map { "\($0) axis title" } ?? noun
        default: break
        }
        if let text = node.text { return "\(noun) \"\(FigureWords.shortened(text))\"" }
        if let key = FigureWords.key(of: node.id) { return "\(noun) \(key)" }
        let last = node.id.split(separator: "/").last.map(String.init) ?? ""
        return last.isEmpty || last == noun ? noun : "\(noun) \(last)"
    }

    /// What stands in the brackets at the end of an id: `2015` of `students/bar[2015]`; its parts, each told once, are
    /// parted by strokes.
    static func key(of id: String) -> String? {
        guard id.hasSuffix("]"), let open = id.lastIndex(of: "[") else { return nil }
        let key = id[id.index(after: open)...].dropLast()
        var parts: [String] = []
        var part = ""
        // A comma before a space belongs to a name: `Washington, D.C.`.
        for (index, letter) in zip(key.indices, key) {
            let next = key.index(after: index)
            if letter == ",", next == key.endIndex || key[next] != " " {
                if !parts.contains(part) { parts.append(part) }
                part = ""
            } else {
                part.append(letter)
            }
        }
        if !parts.contains(part) { parts.append(part) }
        let told = parts.filter { !$0.isEmpty }.joined(separator: "/")
        return told.isEmpty ? nil : told
    }

    /// The channel of the axis that an id leads through: `x` of `chart/x-axis/label[2]`, `chart/axis[x]/…`,
    /// `chart/x/…`.
    static func axis(of id: String) -> String? {
        for step in id.split(separator: "/") {
            for channel in ["x", "y"] {
                let names = [channel, "\(channel)-axis", "axis-\(channel)", "\(channel)axis", "axis[\(channel)]"]
                if names.contains(where: { step == $0 || step.hasPrefix($0 + "[") || step.hasPrefix($0 + "-") }) {
                    return channel
                }
            }
        }
        return nil
    }

    static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 60 ? line.prefix(57) + "…" : line
    }

    /// `"10" → "16"`; of long texts only where they part, with some of what stands around it.
    static func change(_ before: String, _ after: String, quoted: Bool = true) -> String {
        let mark = quoted ? "\"" : ""
        let old = Array(before.split(whereSeparator: \.isNewline).joined(separator: " "))
        let new = Array(after.split(whereSeparator: \.isNewline).joined(separator: " "))
        let around = 16
        guard max(old.count, new.count) > 60 else {
            return "\(mark)\(String(old))\(mark) → \(mark)\(String(new))\(mark)"
        }
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        func part(_ text: [Character]) -> String {
            let from = max(0, start - around)
            let to = min(text.count, max(from, min(text.count, max(start, text.count - end) + around)))
            let middle = text[from..<to]
            // Where almost all of it changed, the beginning will do.
            let shown = middle.count > 120 ? String(middle.prefix(117)) + "…" : String(middle)
            return (from > 0 ? "…" : "") + shown + (to < text.count ? "…" : "")
        }
        return "\(mark)\(part(old))\(mark) → \(mark)\(part(new))\(mark)"
    }
}
