import Tables
import Documents
import SceneGraph
import Typography

extension Config {
    /// A font from properties named as marks name them.
    func font(_ properties: Properties<MarkProperty>, size: Double, weight: DataValue?) -> Font {
        Font(
            family(properties.string(.font)), size: size, weight: FontWeights.weight(weight),
            italic: properties.string(.fontStyle) == "italic" || properties.string(.fontStyle) == "oblique")
    }
}

enum FontWeights {
    static func weight(_ node: DataValue?, standard: Int = 400) -> Int {
        if let number = node?.number, (1...1000).contains(number) { return Int(number) }
        switch node?.string {
        case "bold", "bolder": return 700
        case "normal": return 400
        case "lighter": return 300
        case let text?: return Int(text).flatMap { (1...1000).contains($0) ? $0 : nil } ?? standard
        case nil: return standard
        }
    }
}

enum TextParts {
    static func split(_ text: String, at separator: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                parts.append(part)
                part = ""
                rest = rest.dropFirst(separator.count)
            } else if let first = rest.first {
                part.append(first)
                rest = rest.dropFirst()
            }
        }
        parts.append(part)
        return parts
    }
}
