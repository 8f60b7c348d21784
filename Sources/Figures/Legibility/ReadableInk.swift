import SceneGraph
import Typography

extension Scene {
    /// The scene with texts of marks in the ink that is read best where they stand: a number on a dark cell is light.
    ///
    /// - Parameters:
    ///   - ink: what nobody chose; texts of other colours stay as they are.
    ///   - others: what may come in its place.
    public func withReadableMarks(ink: Color, others: [Color], measurer: any TextMeasuring) -> Scene {
        var hasTexts = false
        root.forEach { if $0.role == "mark-text" { hasTexts = true } }
        guard hasTexts else { return self }
        var change = ReadableInk(survey: SceneSurvey(self, measurer: measurer), ink: ink, others: others)
        var result = self
        result.root = change.changed(root)
        return result
    }
}

/// Nodes are counted as ``SceneSurvey`` counts them.
private struct ReadableInk {
    private let survey: SceneSurvey
    private let ink: Color
    private let others: [Color]
    private var boxes: [Int: TextBox] = [:]
    private var order = 0

    init(survey: SceneSurvey, ink: Color, others: [Color]) {
        (self.survey, self.ink, self.others) = (survey, ink, others)
        for box in survey.texts where box.role == "mark-text" { boxes[box.order] = box }
    }

    mutating func changed(_ node: Node) -> Node {
        order += 1
        var node = node
        switch node.content {
        case .group(var group):
            for index in group.children.indices { group.children[index] = changed(group.children[index]) }
            node.content = .group(group)
        case .text(var text):
            guard let box = boxes[order], case .color(let color) = text.fill, color == ink, text.halo == nil,
                let best = best(for: box)
            else { break }
            text.fill = .color(best)
            node.content = .text(text)
        default: break
        }
        return node
    }

    /// Nil where the ink is read well enough, or nothing is read better.
    private func best(for box: TextBox) -> Color? {
        let grounds = box.samples.compactMap { survey.backdrop.color(at: $0, below: box.order) }
        guard !grounds.isEmpty else { return nil }
        func worst(_ color: Color) -> Double { grounds.map { color.contrast(with: $0) }.min() ?? 0 }
        let own = worst(ink)
        guard own < 4.5, let best = others.max(by: { worst($0) < worst($1) }), worst(best) > own else { return nil }
        return best
    }
}
