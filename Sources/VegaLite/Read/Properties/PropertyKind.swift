import Documents
import SceneGraph

/// What values a property takes, and within what bounds its numbers make sense.
struct PropertyKind: Sendable {
    struct Shapes: OptionSet, Sendable {
        let rawValue: Int
        static let flag = Shapes(rawValue: 1)
        static let number = Shapes(rawValue: 2)
        static let text = Shapes(rawValue: 4)
        static let list = Shapes(rawValue: 8)
        static let object = Shapes(rawValue: 16)
        static let any: Shapes = [.flag, .number, .text, .list, .object]
    }

    var shapes: Shapes
    /// Of numbers.
    var bounds = -1e6...1e6
    /// Of texts; any where there are none.
    var words: [String] = []
    var isColor = false
    var isFont = false

    static let flag = PropertyKind(shapes: .flag)
    static let text = PropertyKind(shapes: .text)
    /// One line or several.
    static let lines = PropertyKind(shapes: [.text, .list, .number])
    static let color = PropertyKind(shapes: .text, isColor: true)
    /// A colour, or a gradient.
    static let paint = PropertyKind(shapes: [.text, .object], isColor: true)
    static let font = PropertyKind(shapes: .text, isFont: true)
    static let weight = PropertyKind(shapes: [.text, .number])
    static let list = PropertyKind(shapes: .list)
    static let texts = PropertyKind(shapes: [.text, .list])
    static let object = PropertyKind(shapes: .object)
    static let number = PropertyKind(shapes: .number)
    static let share = PropertyKind(shapes: .number, bounds: 0...1)
    static let length = PropertyKind(shapes: .number, bounds: 0...100_000)
    static let any = PropertyKind(shapes: .any)

    static func number(_ bounds: ClosedRange<Double>) -> PropertyKind { PropertyKind(shapes: .number, bounds: bounds) }
    static func word(_ words: String...) -> PropertyKind { PropertyKind(shapes: .text, words: words) }
    func or(_ more: Shapes) -> PropertyKind {
        var kind = self
        kind.shapes.formUnion(more)
        return kind
    }

    /// The kind that a name's ending tells, the same in every group: `labelColor`, `titleFontSize`, `gridDash`.
    static func ending(of name: String) -> PropertyKind? {
        let endings: [(String, PropertyKind)] = [
            ("color", .color), ("opacity", .share), ("fontsize", .number(0...2000)), ("fontstyle", .text),
            ("fontweight", .weight), ("font", .font), ("dashoffset", .number), ("dash", .list),
            ("width", .number(0...100_000)), ("cap", .word("butt", "round", "square")),
            ("align", .word("left", "center", "right")),
            ("baseline", .word("alphabetic", "top", "middle", "bottom", "line-top", "line-bottom")),
            ("anchor", .word("start", "middle", "end")), ("angle", .number), ("limit", .number),
            ("lineheight", .number(0...10_000)), ("padding", .number), ("offset", .number),
        ]
        let name = name.lowercased()
        return endings.first { name.hasSuffix($0.0) }?.1
    }

    /// What is expected, in the words of a message.
    var expected: String {
        if !words.isEmpty { return words.map { "`\($0)`" }.joined(separator: ", ") }
        var parts: [String] = []
        if shapes.contains(.number) { parts.append("a number") }
        if shapes.contains(.flag) { parts.append("true or false") }
        if isColor { parts.append("a colour") } else if shapes.contains(.text) { parts.append("a text") }
        if shapes.contains(.list) { parts.append("a list") }
        if shapes.contains(.object) { parts.append("an object") }
        return parts.joined(separator: " or ")
    }

    /// Whether a value is of the kind. Null, expressions and conditions always are.
    func holds(_ node: DocumentNode) -> Bool {
        switch node.value {
        case .null: true
        case .boolean: shapes.contains(.flag)
        case .number: shapes.contains(.number)
        case .string(let text):
            shapes.contains(.text) && (words.isEmpty || words.contains(text))
                && (!isColor || text == "none" || text.isEmpty || Color(css: text) != nil)
        case .array: shapes.contains(.list)
        case .object(let object):
            shapes.contains(.object) || object["expr"] != nil || object["signal"] != nil || object["condition"] != nil
        }
    }
}

/// The properties that one kind of object may have: a case each, in the words of documents.
///
/// From these lists come reading, what is told of other names, what is told of what is not drawn, and the table of the
/// README.
protocol PropertyName: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// What the object is, in the words of a message: `an axis`.
    static var noun: String { get }
    /// Properties that documents may have and that are not drawn; each use is told by a warning.
    static var undrawn: Set<Self> { get }
    /// Properties that a still picture has no use for: what a pointer does, what a page tells assistive technology.
    static var idle: Set<Self> { get }
    /// Of those whose kind their name's ending does not tell.
    var ownKind: PropertyKind? { get }
}

extension PropertyName {
    static var undrawn: Set<Self> { [] }
    static var idle: Set<Self> { [] }
    static var names: [String] { allCases.map(\.rawValue) }
    var kind: PropertyKind { ownKind ?? PropertyKind.ending(of: rawValue) ?? .any }
}
