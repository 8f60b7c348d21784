import SceneGraph
import Typography

/// How the names of categories find room along an axis of our own look: whole where they fit, then over several lines,
/// then slanted, upright, smaller, and at last every so many of them, which is told.
struct CategoryLabels {
    /// The lines of each name.
    private(set) var lines: [[String]]
    /// Clockwise from the reading direction; 0 for names that lie flat.
    private(set) var angle = 0.0
    private(set) var fontSize: Double
    /// Every so many names are shown; 1 for all.
    private(set) var every = 1
    /// How far apart categories must stand for what was set; 0 where they stand far enough.
    private(set) var wishedStep = 0.0

    /// How names found room, the best first.
    enum Fit: Int, Comparable {
        case flat, turned, crowded

        static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    }

    var fit: Fit { every > 1 || fontSize < font.size ? .crowded : angle != 0 ? .turned : .flat }

    private let font: Font
    private let measurer: any TextMeasuring
    /// From one name to the next.
    private let gap: Double

    /// What names beside a vertical axis may take.
    struct Room {
        /// In figure units; nil where nothing limits them.
        var width: Double?
        /// Whether categories may stand further apart for names of several lines.
        var grows = false
    }

    /// The least size of type that is set, in figure units: 7 pt.
    private static let smallest = 9.4
    /// A line, with a little air, for each unit of type.
    private static let leading = 1.22

    /// - Parameters:
    ///   - names: in the order of the axis, each as its lines.
    ///   - places: where along the axis each stands, in figure units.
    ///   - room: what names beside a vertical axis may take.
    init(_ names: [[String]], at places: [Double], font: Font, isX: Bool, room: Room, measurer: any TextMeasuring) {
        (lines, self.font, fontSize, self.measurer) = (names, font, font.size, measurer)
        let gaps = zip(places, places.dropFirst()).map { abs($1 - $0) }.filter(\.isFinite)
        gap = gaps.min() ?? .infinity
        if isX { fitAcross() } else { fitDown(room) }
    }

    private func width(_ lines: [String]) -> Double { lines.map { measurer.width(of: $0, font: font) }.max() ?? 0 }

    /// A name over lines no wider than `width`; nil where a word is wider, or it takes more lines than `most`.
    private func wrapped(_ name: [String], _ width: Double, most: Int) -> [String]? {
        let text = name.joined(separator: " ")
        guard text.split(separator: " ").allSatisfy({ measurer.width(of: String($0), font: font) <= width }) else {
            return nil
        }
        let lines = measurer.lines(of: text, font: font, width: width)
        return lines.count <= most ? lines : nil
    }

    private mutating func fitAcross() {
        let widths = lines.map(width)
        let isTight = zip(widths, widths.dropFirst()).contains { ($0 + $1) / 2 + 5 > gap }
        guard isTight else { return }
        let broken = lines.map { wrapped($0, gap - 6, most: 3) }
        if broken.allSatisfy({ $0 != nil }) {
            lines = broken.compactMap { $0 }
            return
        }
        let line = font.size * Self.leading
        // Slanted lines are nearer to each other than their ticks, by the sine of 45°.
        if gap * 0.707 >= line {
            angle = -45
            let most = max(1, Int(gap * 0.707 / line))
            if most > 1 { lines = lines.map { width($0) > 110 ? wrapped($0, 110, most: most) ?? $0 : $0 } }
            return
        }
        angle = -90
        crowd()
    }

    private mutating func fitDown(_ room: Room) {
        if let width = room.width {
            let line = font.size * Self.leading
            let allowed = room.grows ? 4 : max(1, Int(gap / line))
            lines = lines.map { name in
                guard self.width(name) > width else { return name }
                if let lines = wrapped(name, width, most: allowed) { return lines }
                // A word that is too long by itself goes on in the next line.
                let broken = measurer.lines(of: name.joined(separator: " "), font: font, width: width)
                return broken.count <= allowed ? broken : wrapped(name, width * 1.25, most: allowed) ?? name
            }
            let most = lines.map(\.count).max() ?? 1
            if most > 1, Double(most) * line > gap { wishedStep = Double(most) * line + 4 }
        }
        if lines.allSatisfy({ $0.count < 2 }) { crowd() }
    }

    /// Lines one above the other: smaller where that makes room for all, else every so many.
    private mutating func crowd() {
        guard gap < font.size * Self.leading else { return }
        let fitting = gap / Self.leading
        fontSize = max(Self.smallest, min(font.size, fitting))
        if fitting < Self.smallest {
            every = max(1, Int((Self.smallest * Self.leading / max(gap, 0.001)).rounded(.up)))
        }
    }
}
