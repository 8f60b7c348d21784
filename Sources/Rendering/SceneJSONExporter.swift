import Pictures
import SceneGraph

/// Scenes as `.scene.json`, version 1.
public enum SceneJSONExporter {
    public static func json(of scene: Scene) -> String { json(of: scene, JSONWriter()) }

    /// The form that is kept beside a baseline: long path data is its `OutlineDigest`, as `outline` in the place of
    /// `d`; and `drawnWith` names what drew the picture.
    public static func record(of scene: Scene, drawnWith: [(name: String, value: String)] = []) -> String {
        json(of: scene, JSONWriter(longestPathData: OutlineDigest.longest), drawnWith: drawnWith)
    }

    private static func json(
        of scene: Scene, _ empty: JSONWriter, drawnWith: [(name: String, value: String)] = []
    ) -> String {
        var writer = empty
        writer.text = "{\"version\":1,\"width\":"
        writer.number(scene.size.width)
        writer.text += ",\"height\":"
        writer.number(scene.size.height)
        if !scene.alternative.isEmpty {
            writer.text += ",\"alt\":"
            writer.string(scene.alternative)
        }
        if let background = scene.background {
            writer.text += ",\"background\":"
            writer.string(background.css)
        }
        if !drawnWith.isEmpty {
            writer.text += ",\"drawnWith\":{"
            for (index, entry) in drawnWith.enumerated() {
                if index > 0 { writer.text += "," }
                writer.string(entry.name)
                writer.text += ":"
                writer.string(entry.value)
            }
            writer.text += "}"
        }
        writer.text += ",\"root\":"
        writer.node(scene.root)
        writer.text += "}\n"
        return writer.text
    }
}

private struct JSONWriter {
    var text = ""
    /// Longer path data is written as its digest.
    var longestPathData = Int.max

    mutating func number(_ value: Double) { appendNumber(value, to: &text) }

    mutating func string(_ value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default:
                if scalar.value < 0x20 {
                    text += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }

    /// One node a line, so that two scenes can be laid side by side.
    mutating func node(_ node: Node) {
        if case .instances(let instances) = node.content {
            for (index, inner) in instances.nodes.enumerated() {
                if index > 0 { text += "," }
                self.node(inner)
            }
            return
        }
        text += "\n{\"type\":"
        switch node.content {
        case .group: text += "\"group\""
        case .path: text += "\"path\""
        case .text: text += "\"text\""
        case .image: text += "\"image\""
        case .instances: break
        }
        text += ",\"id\":"
        string(node.id)
        text += ",\"role\":"
        string(node.role.rawValue)
        text += ",\"bounds\":["
        for (index, value) in [node.bounds.x, node.bounds.y, node.bounds.width, node.bounds.height].enumerated() {
            if index > 0 { text += "," }
            number(value)
        }
        text += "]"
        if !node.facts.isEmpty {
            text += ",\"facts\":["
            for (index, fact) in node.facts.enumerated() {
                if index > 0 { text += "," }
                string(fact)
            }
            text += "]"
        }
        if !node.datum.isEmpty {
            text += ",\"datum\":{"
            for (index, field) in node.datum.fields.enumerated() {
                if index > 0 { text += "," }
                string(field.name)
                text += ":"
                switch field.value {
                case .null: text += "null"
                case .boolean(let value): text += value ? "true" : "false"
                case .number(let value): text += value.isFinite ? plain(value) : "null"
                case .string(let value): string(value)
                }
            }
            text += "}"
        }
        switch node.content {
        case .group(let group): groupMembers(group)
        case .path(let path): pathMembers(path)
        case .text(let value): textMembers(value)
        case .image(let image): member("bytes", Double(image.png.count))
        case .instances: break
        }
        text += "}"
    }

    /// The shortest digits that read back as the same number.
    private func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 9e15 ? String(Int64(value)) : "\(value)"
    }

    private mutating func member(_ name: String, _ value: Double) {
        text += ",\"\(name)\":"
        number(value)
    }

    private mutating func member(_ name: String, _ value: String) {
        text += ",\"\(name)\":"
        string(value)
    }

    private mutating func groupMembers(_ group: Group) {
        if group.opacity < 1 { member("opacity", group.opacity) }
        if group.blend != .normal { member("blend", group.blend.rawValue) }
        if let clip = group.clip { member("clip", clip.svg) }
        text += ",\"children\":["
        for (index, child) in group.children.enumerated() {
            if index > 0 { text += "," }
            node(child)
        }
        text += "]"
    }

    private mutating func pathMembers(_ path: Path) {
        let data = path.data.svg
        if data.utf8.count > longestPathData { member("outline", OutlineDigest.of(data)) } else { member("d", data) }
        if let fill = path.fill { member("fill", fill.svg) }
        if path.evenOdd { member("fillRule", "evenodd") }
        guard let stroke = path.stroke else { return }
        member("stroke", stroke.paint.svg)
        member("strokeWidth", stroke.width)
        if !stroke.dash.isEmpty {
            member("strokeDash", stroke.dash.map { "\($0)" }.joined(separator: ","))
        }
        if stroke.cap != .butt { member("strokeCap", stroke.cap.rawValue) }
        if stroke.join != .miter { member("strokeJoin", stroke.join.rawValue) }
    }

    private mutating func textMembers(_ value: Text) {
        member("text", value.lines.joined(separator: "\n"))
        member("font", value.font.family)
        member("size", value.font.size)
        if value.font.weight != 400 { member("weight", Double(value.font.weight)) }
        if value.font.italic { text += ",\"italic\":true" }
        if value.font.letterSpacing != 0 { member("letterSpacing", value.font.letterSpacing) }
        if value.wordSpacing != 0 { member("wordSpacing", value.wordSpacing) }
        member("angle", value.angle)
        member("anchor", value.anchor.rawValue)
        text += ",\"origin\":["
        number(value.origin.x)
        text += ","
        number(value.origin.y)
        text += "]"
        if value.lines.count > 1 { member("lineHeight", value.lineHeight) }
        member("fill", value.fill.svg)
        if let halo = value.halo {
            member("halo", halo.paint.svg)
            member("haloWidth", halo.width)
        }
    }
}

extension Paint {
    /// A CSS colour, or a gradient in CSS's manner with its stops.
    fileprivate var svg: String {
        func list(_ stops: [GradientStop]) -> String {
            stops.map { stop in
                var text = stop.color.css + " "
                appendNumber(stop.offset * 100, to: &text)
                return text + "%"
            }.joined(separator: ",")
        }
        return switch self {
        case .color(let color): color.css
        case .linearGradient(_, _, let stops): "linear-gradient(\(list(stops)))"
        case .radialGradient(_, _, _, _, let stops): "radial-gradient(\(list(stops)))"
        }
    }
}
