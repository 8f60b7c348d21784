import Documents

/// The texts that an author typed into a figure's document, to tell where a number of the picture comes from.
struct FigureTexts {
    struct Typed {
        var text: String
        var location: SourceLocation
        var path: String
    }

    private(set) var typed: [Typed] = []
    /// Numbers among the data that stand in the document itself.
    private(set) var data: [(value: Double, location: SourceLocation, path: String)] = []
    private(set) var hasAddress = false

    /// Keys whose values no reader reads.
    private static let unread: Set<String> = [
        "$schema", "url", "field", "type", "id", "name", "facts", "fact", "sources", "source", "figure", "mark",
        "scale",
        "config", "projection", "layer", "codes", "timeUnit", "aggregate", "size", "width", "height", "frame", "align",
        "baseline", "color", "fill", "stroke", "opacity", "format", "domain", "range", "step", "resolve", "params",
        "bin",
        "dash", "strokeDash", "font", "fontWeight", "style", "theme", "date", "period",
    ]

    init(_ document: Document) { visit(document.root, key: "", path: "", isData: false) }

    private mutating func visit(_ node: DocumentNode, key: String, path: String, isData: Bool) {
        switch node.value {
        case .string(let text):
            if isData {
                if let number = Double(text) { data.append((number, node.location, path)) }
            } else if key == "url" {
                hasAddress = true
            } else if !FigureTexts.unread.contains(key) {
                typed.append(Typed(text: text, location: node.location, path: path))
            }
        case .number(let number):
            if isData {
                data.append((number, node.location, path))
            } else if ["text", "value", "datum", "label", "title"].contains(key),
                path.contains("text") || key == "title" || key == "label"
            {
                typed.append(Typed(text: FigureTexts.written(number), location: node.location, path: path))
            }
        case .array(let items):
            for (index, item) in items.enumerated() {
                visit(item, key: key, path: isData ? path : "\(path)[\(index)]", isData: isData)
            }
        case .object(let object):
            for member in object.members {
                let inner = path.isEmpty ? member.key : isData ? path : "\(path).\(member.key)"
                let begins = member.key == "values" && path.hasSuffix("data") || member.key == "datasets"
                // What a bar or a line is given as a value in an encoding is data too, in the text's own place it is
                // text.
                visit(member.value, key: member.key, path: inner, isData: isData || begins)
            }
        default: break
        }
    }

    static func written(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
    }

    /// Where the author typed a part of a text that is drawn; nil where something else wrote it.
    ///
    /// - Parameter range: the part, in bytes.
    func place(of range: Range<Int>, in drawn: String) -> Typed? {
        let bytes = Array(drawn.utf8)
        func text(_ range: Range<Int>) -> String {
            FigureTexts.folded(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
        }
        // A few letters on either side tell the part from the same number elsewhere.
        let part = text(range)
        let left = text(max(0, range.lowerBound - 8)..<range.upperBound)
        let right = text(range.lowerBound..<min(bytes.count, range.upperBound + 8))
        let drawn = FigureTexts.folded(drawn)
        return typed.first { typed in
            let own = FigureTexts.folded(typed.text)
            guard own.contains(part) else { return false }
            return own == drawn || own.contains(left) || own.contains(right) && !right.isEmpty || drawn == part
        }
    }

    /// Lines are broken anew when they are drawn.
    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
