import SceneGraph

extension LegibilityJudge {
    /// A plot that has less than half of the width beside it or of the height above and below it: what stands there,
    /// labels and legends, took the rest. A plot that is narrow with nothing beside it is as narrow as it was meant.
    func plotFaults(in survey: SceneSurvey, of scene: Scene) -> [LegibilityFault] {
        guard survey.hasPlot, survey.hasFrame, let plot = survey.plot, plot.width > 0, plot.height > 0 else {
            return []
        }
        var (left, right, top, bottom) = (plot.minX, plot.maxX, plot.minY, plot.maxY)
        for other in survey.others {
            if other.minY < plot.maxY, other.maxY > plot.minY {
                (left, right) = (min(left, other.minX), max(right, other.maxX))
            }
            if other.minX < plot.maxX, other.maxX > plot.minX {
                (top, bottom) = (min(top, other.minY), max(bottom, other.maxY))
            }
        }
        let (across, down) = (plot.width / (right - left), plot.height / (bottom - top))
        guard min(across, down) < 0.5 else { return [] }
        let side = across < down ? "width" : "height"
        let share = Int((min(across, down) * 100).rounded())
        return [
            LegibilityFault(
                .squeezedPlot, nodes: [scene.root.id],
                "the plot has \(share) % of the \(side) that it shares with labels and legends")
        ]
    }
}
