import Furniture
import SceneGraph
import Typography

/// The whole figure: title, key, axis and labels, the undated events, note and source.
struct TimelineComposition {
    let timeline: Timeline
    let size: FigureSize
    let theme: Theme
    let measurer: any TextMeasuring
    let name: String

    private var unit: Double { size.typeScale }

    func scene(warn: (_ message: String, _ advice: String?) -> Void) -> Scene {
        let furniture = FurnitureLayout(
            Furniture(title: timeline.title, subtitle: timeline.subtitle, note: timeline.note, sources: timeline.credits),
            name: name, width: size.width, theme: theme, measurer: measurer)
        let room = size.height.map { $0 - furniture.pictureTop - furniture.footerHeight }
        // Type is as large as the theme's labels where there is room, and never smaller than its notes.
        var picture = self.picture(type: theme.labelSize, top: furniture.pictureTop, room: room)
        if let room, picture.height > room, theme.noteSize < theme.labelSize {
            picture = self.picture(type: theme.noteSize, top: furniture.pictureTop, room: room)
        }
        if let room, picture.height > room + 0.5 {
            warn(
                "the labels need \(Int((picture.height - room).rounded(.up))) units more than the height leaves; the figure is that much higher",
                "choose a larger size, or fewer events")
        }
        return furniture.scene(
            name: name, picture: picture.nodes, pictureHeight: max(picture.height, room ?? 0),
            alternative: timeline.alternative ?? timeline.alternativeText)
    }

    /// What stands between title and note.
    private func picture(type: Double, top: Double, room: Double?) -> (nodes: [Node], height: Double) {
        let palette = MarkPalette(theme: theme, lanes: timeline.lanes)
        let x = theme.margin
        let width = size.width - 2 * theme.margin
        let undated = UndatedList(timeline: timeline, theme: theme, type: type, measurer: measurer)
        let hasUndated = !undated.events.isEmpty
        // On a wide sheet of a given height the undated events have a column of their own, beside the axis.
        let isAside = hasUndated && room != nil && width >= 620 * unit
        let asideWidth = isAside ? width * 0.24 : 0
        let gap = theme.margin
        let axisWidth = width - (isAside ? asideWidth + 2 * gap : 0)

        let vertical = VerticalLayout(
            timeline: timeline, palette: palette, measurer: measurer, name: name, unit: unit, type: type)
        // The key depends on what the marks turn out to be, and these on the room that the key leaves: the marks of a
        // first layout decide.
        let below = hasUndated && !isAside
            ? undated.layout(name: name, x: x, top: 0, width: width, columns: columns(width)).height + gap : 0
        func key(_ result: VerticalLayout.Result) -> MarkKey {
            MarkKey(
                entries: MarkKey.entries(timeline, marks: result.marks, unnamedEras: result.unnamedEras),
                palette: palette, type: theme.noteSize, measurer: measurer)
        }
        let first = vertical.layout(x: x, top: top, width: axisWidth, height: room.map { $0 - below })
        let keyed = key(first).layout(name: name, x: x, top: top, width: width)
        let keyHeight = keyed.height > 0 ? keyed.height + gap * 0.6 : 0
        let axisTop = top + keyHeight
        let axis = vertical.layout(x: x, top: axisTop, width: axisWidth, height: room.map { $0 - below - keyHeight })
        var nodes = keyed.nodes + axis.nodes
        var bottom = axisTop + axis.height
        if hasUndated {
            if isAside {
                let list = undated.layout(
                    name: name, x: x + width - asideWidth, top: axisTop, width: asideWidth, columns: 1)
                nodes += list.nodes
                bottom = max(bottom, axisTop + list.height)
            } else {
                let list = undated.layout(name: name, x: x, top: bottom + gap, width: width, columns: columns(width))
                nodes += list.nodes
                bottom += gap + list.height
            }
        }
        return (nodes, bottom - top)
    }

    private func columns(_ width: Double) -> Int { width >= 440 * unit ? 2 : 1 }
}
