import SceneGraph

extension LegibilityJudge {
    /// Text under 4.5 : 1 and marks under 3 : 1 against what is behind them.
    func contrastFaults(in survey: SceneSurvey) -> [LegibilityFault] {
        textFaults(in: survey) + markFaults(in: survey)
    }

    private func textFaults(in survey: SceneSurvey) -> [LegibilityFault] {
        survey.texts.compactMap { box in
            guard let ink = box.text.fill.middle else { return nil }
            let halo = box.text.halo.flatMap { $0.width >= 1.5 ? $0.paint.middle : nil }
            var worst: (contrast: Double, behind: Color)?
            for place in box.samples {
                guard let seen = survey.backdrop.color(at: place, below: box.order) else { continue }
                let behind = halo.map { $0.over(seen) } ?? seen
                let contrast = ink.over(behind).contrast(with: behind)
                if contrast < worst?.contrast ?? .infinity { worst = (contrast, behind) }
            }
            guard let worst, worst.contrast < 4.45 else { return nil }
            return LegibilityFault(
                .faintText, nodes: [box.id],
                "“\(box.shown)” stands out from what is behind it by \(worst.contrast.tenths) to 1 "
                    + "(\(ink.css) on \(worst.behind.css))")
        }
    }

    /// One fault a colour and role: a hundred bars of one colour are one thing to change.
    private func markFaults(in survey: SceneSurvey) -> [LegibilityFault] {
        var seen: Set<MarkLook> = []
        var colors: [Role: Set<Color>] = [:]
        var faults: [(Role, LegibilityFault)] = []
        for mark in survey.marks where !mark.role.isSurface {
            let look = MarkLook(role: mark.role, fill: mark.fill, stroke: mark.stroke?.paint.middle)
            guard seen.insert(look).inserted else { continue }
            if let color = look.fill ?? look.stroke { colors[mark.role, default: []].insert(color) }
            guard let behind = survey.backdrop.color(at: mark.place, below: mark.order) else { continue }
            let stroke = (mark.stroke?.width ?? 0) > 0 ? look.stroke?.opacity(mark.opacity) : nil
            let contrasts = [look.fill, stroke].compactMap { $0 }.filter { $0.alpha > 0.02 }.map {
                $0.over(behind).contrast(with: behind)
            }
            guard let best = contrasts.max(), best < 2.95, let color = look.fill ?? stroke else { continue }
            let fault = LegibilityFault(
                .faintMark, nodes: [mark.id],
                "a \(mark.role.noun) in \(color.css) stands out from what is behind it by \(best.tenths) to 1")
            faults.append((mark.role, fault))
        }
        return faults.filter { !Color.isRamp(colors[$0.0] ?? []) }.map(\.1)
    }

}

private struct MarkLook: Hashable {
    var role: Role
    var fill: Color?
    var stroke: Color?
}

extension Role {
    /// Marks that lie side by side and cover their ground: their colours are read against each other and the legend.
    fileprivate var isSurface: Bool { ["mark-rect", "mark-geoshape", "mark-image"].contains(rawValue) }

    fileprivate var noun: String { rawValue.hasPrefix("mark-") ? String(rawValue.dropFirst(5)) : rawValue }
}

extension Color {
    /// Colours of a scale of values, from light to dark in one hue or from hue to hue: its light end is meant to be
    /// light, and is read beside its neighbours.
    static func isRamp(_ colors: Set<Color>) -> Bool {
        if colors.count > LegibilityJudge.mostCategories { return true }
        guard colors.count > 1 else { return false }
        let hues = colors.filter { $0.chroma > 0.08 }.map(\.hue).sorted()
        guard let first = hues.first else { return colors.count > 2 }
        // The widest gap between neighbours around the circle: what is left is the arc that holds them all.
        let gaps = zip(hues, hues.dropFirst() + [first + 360]).map { $1 - $0 }
        let lightness = colors.map(\.luminance)
        let span = (lightness.max() ?? 0) - (lightness.min() ?? 0)
        return 360 - (gaps.max() ?? 360) < 75 && span > 0.15
    }

    private var chroma: Double { max(red, green, blue) - min(red, green, blue) }

    /// Degrees around the colour wheel, 0 for red (HSL).
    private var hue: Double {
        let (most, range) = (max(red, green, blue), chroma)
        guard range > 0 else { return 0 }
        let sixth =
            most == red
            ? (green - blue) / range : most == green ? (blue - red) / range + 2 : (red - green) / range + 4
        return (sixth < 0 ? sixth + 6 : sixth) * 60
    }
}
