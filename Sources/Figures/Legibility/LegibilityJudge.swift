import SceneGraph
import Typography

/// Judges whether a scene can be read, whatever kind of figure it is.
///
/// Thresholds are those of WCAG 2.1, 1.4.3 (text 4.5 : 1) and 1.4.11 (marks 3 : 1), and of print (7 pt).
public struct LegibilityJudge: Sendable {
    /// What the size asked for, where anything was; nil leaves that side free.
    public var width: Double?
    public var height: Double?
    /// The least size of type, in figure units.
    public var smallestType: Double
    let measurer: any TextMeasuring

    /// 7 pt in figure units.
    public static let smallestInPrint = 7 / 0.75

    public init(
        width: Double? = nil, height: Double? = nil, smallestType: Double = LegibilityJudge.smallestInPrint,
        measurer: any TextMeasuring
    ) {
        self.width = width
        self.height = height
        self.smallestType = smallestType
        self.measurer = measurer
    }

    /// Every fault of a scene, by kind and then in drawing order.
    public func faults(of scene: Scene) -> [LegibilityFault] {
        let survey = SceneSurvey(scene, measurer: measurer)
        return sizeFaults(of: scene) + frameFaults(in: survey, of: scene) + overlapFaults(in: survey)
            + typeFaults(in: survey) + contrastFaults(in: survey) + colorFaults(in: survey)
            + plotFaults(in: survey, of: scene)
    }

    private func sizeFaults(of scene: Scene) -> [LegibilityFault] {
        var faults: [LegibilityFault] = []
        if let width, scene.size.width > width + 1 {
            faults.append(
                LegibilityFault(
                    .tooWide, nodes: [scene.root.id],
                    "the figure is \(Int(scene.size.width)) wide where \(Int(width)) was asked for"))
        }
        if let height, scene.size.height > height + 1 {
            faults.append(
                LegibilityFault(
                    .tooHigh, nodes: [scene.root.id],
                    "the figure is \(Int(scene.size.height)) high where \(Int(height)) was asked for"))
        }
        return faults
    }

    private func frameFaults(in survey: SceneSurvey, of scene: Scene) -> [LegibilityFault] {
        let frame = Rectangle(x: 0, y: 0, width: scene.size.width, height: scene.size.height).inset(by: -1)
        var faults: [LegibilityFault] = []
        for box in survey.texts {
            let around = Rectangle(around: box.corners)
            if box.samples.count(where: { survey.backdrop.covers($0, above: box.order) }) > 1 {
                faults.append(LegibilityFault(.coveredText, nodes: [box.id], "“\(box.shown)” lies under a mark"))
            }
            if !frame.contains(around) {
                faults.append(
                    LegibilityFault(.outOfFrame, nodes: [box.id], "“\(box.shown)” runs out of the figure"))
            } else if let clip = survey.clips[box.order], !clip.inset(by: -1).contains(around) {
                faults.append(LegibilityFault(.outOfFrame, nodes: [box.id], "“\(box.shown)” is cut off"))
            }
        }
        for mark in survey.marks where survey.clips[mark.order] == nil && !frame.contains(mark.bounds) {
            faults.append(LegibilityFault(.outOfFrame, nodes: [mark.id], "a mark runs out of the figure"))
        }
        return faults
    }

    private func typeFaults(in survey: SceneSurvey) -> [LegibilityFault] {
        survey.texts.filter { $0.text.font.size < smallestType - 0.05 }.map { box in
            LegibilityFault(
                .smallText, nodes: [box.id],
                "“\(box.shown)” is set in \(box.text.font.size.tenths) units, under \(smallestType.tenths)")
        }
    }

    /// Texts that lie on one another: sorted by their left edges, so that each meets its neighbours alone.
    private func overlapFaults(in survey: SceneSurvey) -> [LegibilityFault] {
        let boxes = survey.texts.map { ($0, Rectangle(around: $0.corners)) }.sorted { $0.1.minX < $1.1.minX }
        var found: [(TextBox, TextBox)] = []
        var open: [Int] = []
        for (index, (box, around)) in boxes.enumerated() {
            open.removeAll { boxes[$0].1.maxX <= around.minX }
            for other in open where boxes[other].1.intersects(around) {
                if box.depth(in: boxes[other].0) > 1 { found.append((boxes[other].0, box)) }
            }
            open.append(index)
        }
        return found.map { $0.order < $1.order ? ($0, $1) : ($1, $0) }
            .sorted { ($0.0.order, $0.1.order) < ($1.0.order, $1.1.order) }
            .map { first, second in
                LegibilityFault(
                    .overlappingTexts, nodes: [first.id, second.id],
                    "“\(first.shown)” and “\(second.shown)” lie on one another")
            }
    }
}

extension Rectangle {
    init(around points: [Point]) {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        self.init(from: Point(xs.min() ?? 0, ys.min() ?? 0), to: Point(xs.max() ?? 0, ys.max() ?? 0))
    }
}

extension TextBox {
    /// As much of the text as a message can bear.
    var shown: String {
        let whole = text.lines.joined(separator: " ")
        return whole.count > 40 ? whole.prefix(40) + "…" : whole
    }
}

extension Double {
    /// With one decimal, where there is any.
    var tenths: String {
        let rounded = (self * 10).rounded() / 10
        return Int(exactly: rounded).map(String.init) ?? String(rounded)
    }
}
