/// One thing in a scene. Everything is resolved: coordinates are absolute, in figure units, and nothing is inherited
/// but a group's clip, opacity and blend.
public struct Node: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case group(Group)
        case path(Path)
        case text(Text)
        case image(Image)
        /// Stands for path nodes of its parent: very many marks of few shapes.
        case instances(Instances)
    }

    /// Stable from run to run: says where the node belongs, such as `students/bar[2015]`.
    public var id: String
    public var role: Role
    /// What is drawn, as an upright rectangle.
    public var bounds: Rectangle
    /// Ids of the facts that the node shows.
    public var facts: [String]
    public var datum: Datum
    public var content: Content
    /// What the node is in a tagged PDF; nil where its parent already says it.
    public var structure: Structure?

    public init(
        id: String, role: Role, bounds: Rectangle, facts: [String] = [], datum: Datum = Datum(), content: Content,
        structure: Structure? = nil
    ) {
        self.id = id
        self.role = role
        self.bounds = bounds
        self.facts = facts
        self.datum = datum
        self.content = content
        self.structure = structure
    }

    /// A group whose bounds are those of its children.
    public static func group(
        id: String, role: Role, facts: [String] = [], datum: Datum = Datum(), clip: PathData? = nil,
        opacity: Double = 1, blend: Blend = .normal, structure: Structure? = nil, _ children: [Node]
    ) -> Node {
        var bounds: Rectangle?
        for child in children { bounds = bounds?.union(child.bounds) ?? child.bounds }
        if let clip = clip?.bounds, let whole = bounds {
            let (left, top) = (max(clip.minX, whole.minX), max(clip.minY, whole.minY))
            bounds = Rectangle(
                x: left, y: top, width: max(0, min(clip.maxX, whole.maxX) - left),
                height: max(0, min(clip.maxY, whole.maxY) - top))
        }
        return Node(
            id: id, role: role, bounds: bounds ?? .zero, facts: facts, datum: datum,
            content: .group(Group(children: children, clip: clip, opacity: opacity, blend: blend)),
            structure: structure)
    }

    /// A path whose bounds are those of its points, and half its stroke around them.
    public static func path(
        id: String, role: Role, _ data: PathData, fill: Paint? = nil, stroke: Stroke? = nil, facts: [String] = [],
        datum: Datum = Datum(), evenOdd: Bool = false
    ) -> Node {
        let around = stroke.map { $0.width / 2 } ?? 0
        return Node(
            id: id, role: role, bounds: (data.bounds ?? .zero).inset(by: -around), facts: facts, datum: datum,
            content: .path(Path(data: data, fill: fill, stroke: stroke, evenOdd: evenOdd)))
    }
}

public struct Group: Sendable, Hashable {
    public var children: [Node]
    /// Nothing of the children is drawn outside it.
    public var clip: PathData?
    /// 0 to 1, of the group as a whole.
    public var opacity: Double
    public var blend: Blend

    public init(children: [Node], clip: PathData? = nil, opacity: Double = 1, blend: Blend = .normal) {
        self.children = children
        self.clip = clip
        self.opacity = opacity
        self.blend = blend
    }
}

public struct Path: Sendable, Hashable {
    public var data: PathData
    public var fill: Paint?
    public var stroke: Stroke?
    /// The even-odd rule instead of the non-zero one.
    public var evenOdd: Bool

    public init(data: PathData, fill: Paint? = nil, stroke: Stroke? = nil, evenOdd: Bool = false) {
        self.data = data
        self.fill = fill
        self.stroke = stroke
        self.evenOdd = evenOdd
    }
}

/// Lines of one font and one paint.
public struct Text: Sendable, Hashable {
    /// What an ideograph takes of the width that a space takes where a line is justified; nothing where spaces shrink.
    public static let ideographShare = 0.25

    /// Han, kana, and the punctuation that is set among them.
    public static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFF00...0xFF60).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    public enum Anchor: String, Sendable { case start, middle, end }

    public var lines: [String]
    /// Where the first baseline is anchored.
    public var origin: Point
    public var anchor: Anchor
    public var font: Font
    public var fill: Paint
    /// Degrees clockwise around `origin`.
    public var angle: Double
    /// From baseline to baseline, in figure units.
    public var lineHeight: Double
    /// A line of this colour and width around the letters, behind them: a halo on a map, an outline in a chart.
    public var halo: Stroke?
    /// What each space (U+0020) is wider by, in figure units: justified lines. Ideographs, which have no spaces between
    /// them, grow by `ideographShare` of it.
    public var wordSpacing: Double
    /// Where the baseline bends: points along it in reading order, in figure units; empty for a straight one. The one
    /// line of such a text stands with its middle at the middle of the course. `origin`, `anchor` and `angle` then say
    /// the straight baseline nearest to it, for whoever can draw no other.
    public var course: [Point]
    /// The parts that write facts: their numbers and words.
    public var factSpans: [FactSpan] = []

    public init(
        lines: [String], origin: Point, anchor: Anchor = .start, font: Font, fill: Paint, angle: Double = 0,
        lineHeight: Double? = nil, halo: Stroke? = nil, wordSpacing: Double = 0, course: [Point] = []
    ) {
        self.lines = lines
        self.origin = origin
        self.anchor = anchor
        self.font = font
        self.fill = fill
        self.angle = angle
        self.lineHeight = lineHeight ?? font.size * 1.2
        self.halo = halo
        self.wordSpacing = wordSpacing
        self.course = course
    }
}

/// A part of one line of a text that writes what a fact says.
public struct FactSpan: Sendable, Hashable {
    /// Index of the line.
    public var line: Int
    /// In UTF-8 bytes of the line.
    public var range: Range<Int>
    /// Id of the fact.
    public var fact: String

    public init(line: Int, range: Range<Int>, fact: String) {
        self.line = line
        self.range = range
        self.fact = fact
    }
}

/// A picture of pixels, stretched into `frame`.
public struct Image: Sendable, Hashable {
    /// A whole PNG file.
    public var png: [UInt8]
    public var frame: Rectangle
    /// Nearest neighbour instead of smooth.
    public var pixelated: Bool

    public init(png: [UInt8], frame: Rectangle, pixelated: Bool = false) {
        self.png = png
        self.frame = frame
        self.pixelated = pixelated
    }
}
