import Documents
import Pictures
import SceneGraph
import Typography

/// Scenes as SVG 1.1, text as text.
public enum SVGExporter {
    /// A whole SVG file. Text is checked for fonts as for the other formats, so that what was measured is what a
    /// machine with the same fonts shows.
    ///
    /// - Parameter prefix: begins the names of gradients and clips, so that several pictures can stand in one page.
    ///   - links: where a fact that a node shows leads, by its id.
    public static func svg(
        of scene: Scene, fonts: FontLibrary, prefix: String = "", links: (String) -> String? = { _ in nil }
    ) throws(Diagnostics) -> String {
        try fonts.check(scene)
        var addresses: [String: String] = [:]
        scene.root.forEach { for fact in $0.facts where addresses[fact] == nil { addresses[fact] = links(fact) } }
        var writer = SVGWriter(fonts: fonts, prefix: prefix, addresses: addresses)
        writer.scene(scene)
        return writer.text
    }
}

struct SVGWriter {
    let fonts: FontLibrary
    let prefix: String
    var text = ""
    var definitions = ""
    var definitionCount = 0
    var definitionNames: [String: String] = [:]
    /// Where facts lead, by id.
    private let addresses: [String: String]
    /// A link holds no other.
    private var isWithinLink = false

    init(fonts: FontLibrary, prefix: String, addresses: [String: String] = [:]) {
        self.addresses = addresses
        self.fonts = fonts
        self.prefix = prefix
    }

    mutating func scene(_ scene: Scene) {
        var body = self
        if let background = scene.background {
            body.text += "<rect width=\"100%\" height=\"100%\" fill=\"\(background.css)\"/>\n"
        }
        body.node(scene.root, indent: 0)
        text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        appendNumber(scene.size.width, to: &text)
        text += "\" height=\""
        appendNumber(scene.size.height, to: &text)
        text += "\" viewBox=\"0 0 "
        appendNumber(scene.size.width, to: &text)
        text += " "
        appendNumber(scene.size.height, to: &text)
        text += "\""
        if scene.alternative.isEmpty {
            text += ">\n"
        } else {
            // What holds links is no picture in one piece to who hears it.
            text +=
                " role=\"\(body.text.contains("<a href") ? "group" : "img")\" "
                + "aria-label=\"\(escape(scene.alternative))\">\n"
            text += "<desc>\(escape(scene.alternative))</desc>\n"
        }
        if !body.definitions.isEmpty { text += "<defs>\n\(body.definitions)</defs>\n" }
        text += body.text + "</svg>\n"
    }

    /// Where a click on the node as a whole leads; nil where nothing, or only a part of it, leads anywhere.
    private func address(of node: Node) -> String? {
        guard !isWithinLink, !addresses.isEmpty, !node.facts.isEmpty else { return nil }
        if case .text(let text) = node.content, text.lines.allSatisfy(\.isEmpty) { return nil }
        if let target = node.structure?.target {
            switch target {
            case .destination(let name): return addresses["#" + name]
            case .address(let address): return address
            }
        }
        switch node.content {
        case .group: return nil
        case .text(let text) where !text.factSpans.isEmpty && text.isWholeFact == nil: return nil
        default: return node.facts.lazy.compactMap { self.addresses[$0] }.first
        }
    }

    private mutating func node(_ node: Node, indent: Int) {
        guard let address = address(of: node) else {
            element(node, indent: indent)
            return
        }
        text += "<a href=\"\(escape(address))\"\(linkName(of: node))>"
        isWithinLink = true
        element(node, indent: indent)
        isWithinLink = false
        text += "</a>\n"
    }

    /// A text says where it leads; a mark is called by its fact, and is not stepped to by keyboard: its label is.
    private func linkName(of node: Node) -> String {
        if case .text = node.content { return "" }
        let name = node.facts.first.map { String($0.map { $0 == "-" ? " " : $0 }) } ?? ""
        return " tabindex=\"-1\" aria-label=\"\(escape(name))\""
    }

    mutating func element(_ node: Node, indent: Int) {
        switch node.content {
        case .group(let group):
            text += "<g id=\"\(escape(node.id))\" data-role=\"\(escape(node.role.rawValue))\""
            if group.opacity < 1 { attribute("opacity", group.opacity) }
            if group.blend != .normal { text += " style=\"mix-blend-mode:\(group.blend.rawValue)\"" }
            if let clip = group.clip {
                let name = define("<clipPath", "><path d=\"\(clip.svg)\"/></clipPath>")
                text += " clip-path=\"url(#\(name))\""
            }
            text += ">\n"
            for child in group.children { self.node(child, indent: indent + 1) }
            text += "</g>\n"
        case .path(let path):
            text += "<path id=\"\(escape(node.id))\" d=\"\(path.data.svg)\""
            paint(path.fill, as: "fill")
            if path.evenOdd { text += " fill-rule=\"evenodd\"" }
            if let stroke = path.stroke { self.stroke(stroke) }
            text += "/>\n"
        case .text(let value): textElement(value, id: node.id, bounds: node.bounds)
        case .image(let image):
            text += "<image id=\"\(escape(node.id))\""
            attribute("x", image.frame.x)
            attribute("y", image.frame.y)
            attribute("width", image.frame.width)
            attribute("height", image.frame.height)
            text += " preserveAspectRatio=\"none\""
            if image.pixelated { text += " style=\"image-rendering:pixelated\"" }
            text += " href=\"data:image/png;base64,\(base64(image.png))\"/>\n"
        case .instances(let instances): for inner in instances.nodes { self.node(inner, indent: indent) }
        }
    }

    private mutating func textElement(_ value: Text, id: String, bounds: Rectangle) {
        text += "<text id=\"\(escape(id))\""
        if value.course.isEmpty {
            attribute("x", value.origin.x)
            attribute("y", value.origin.y)
        } else {
            // One text still, each letter at its place: not every reader of SVG knows `textPath`.
            let letters = fonts.letters(of: value)
            list("x", letters) { $0.origin.x }
            list("y", letters) { $0.origin.y }
            list("rotate", letters) { $0.angle }
        }
        text += " font-family=\"\(escape(value.font.family))\""
        attribute("font-size", value.font.size)
        if value.font.weight != 400 { text += " font-weight=\"\(value.font.weight)\"" }
        if value.font.italic { text += " font-style=\"italic\"" }
        if value.course.isEmpty, value.font.letterSpacing != 0 { attribute("letter-spacing", value.font.letterSpacing) }
        justify(value, bounds: bounds)
        if value.course.isEmpty, value.anchor != .start { text += " text-anchor=\"\(value.anchor.rawValue)\"" }
        if value.course.isEmpty, value.angle != 0 {
            text += " transform=\"rotate("
            appendNumber(value.angle, to: &text)
            text += " "
            appendNumber(value.origin.x, to: &text)
            text += " "
            appendNumber(value.origin.y, to: &text)
            text += ")\""
        }
        paint(value.fill, as: "fill")
        if let halo = value.halo {
            stroke(halo)
            text += " paint-order=\"stroke\""
        }
        text += " style=\"white-space:pre\">"
        if value.lines.count == 1, let line = value.lines.first {
            text += linked(line, 0, of: value)
        } else {
            for (index, line) in value.lines.enumerated() {
                text += "<tspan"
                attribute("x", value.origin.x)
                attribute("y", value.origin.y + Double(index) * value.lineHeight)
                text += ">\(linked(line, index, of: value))</tspan>"
            }
        }
        text += "</text>\n"
    }

    /// A line, its parts that write facts as links.
    private func linked(_ line: String, _ index: Int, of value: Text) -> String {
        guard !isWithinLink, !addresses.isEmpty, !value.factSpans.isEmpty else { return escape(line) }
        let bytes = Array(line.utf8)
        var result = ""
        var place = 0
        func part(_ range: Range<Int>) -> String { escape(String(decoding: bytes[range], as: UTF8.self)) }
        for span in value.factSpans.filter({ $0.line == index }).sorted(by: {
            $0.range.lowerBound < $1.range.lowerBound
        }) {
            guard span.range.lowerBound >= place, span.range.upperBound <= bytes.count, !span.range.isEmpty,
                let address = addresses[span.fact]
            else { continue }
            result += part(place..<span.range.lowerBound)
            result += "<a href=\"\(escape(address))\">\(part(span.range))</a>"
            place = span.range.upperBound
        }
        return result + part(place..<bytes.count)
    }

    private mutating func justify(_ value: Text, bounds: Rectangle) {
        guard value.wordSpacing != 0 else { return }
        if value.wordSpacing > 0, value.lines.contains(where: { $0.unicodeScalars.contains(where: Text.isIdeograph) }) {
            // SVG has no word for the growth of ideographs alone.
            attribute("textLength", bounds.width)
        } else {
            attribute("word-spacing", value.wordSpacing)
        }
    }

    /// A value for each UTF-16 unit, which is what SVG counts; the further units of a letter repeat its first.
    private mutating func list(_ name: String, _ letters: [PlacedLetter], _ value: (PlacedLetter) -> Double) {
        text += " \(name)=\""
        for (index, letter) in letters.enumerated() {
            for unit in 0..<letter.text.utf16.count {
                if index + unit > 0 { text += " " }
                appendNumber(value(letter), to: &text)
            }
        }
        text += "\""
    }

    mutating func attribute(_ name: String, _ value: Double) {
        text += " \(name)=\""
        appendNumber(value, to: &text)
        text += "\""
    }

    private func escape(_ value: String) -> String { XMLText.escaped(value) }
}
