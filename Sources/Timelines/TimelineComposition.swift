import Documents
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

    /// Many labels are set a little smaller, so that a page holds them.
    private var isDense: Bool { timeline.events.count { !$0.date.isUndated } > 20 }

    /// - Throws: a diagnostic where the sheet is too narrow for any label.
    func scene(warn: (_ message: String, _ advice: String?) -> Void) throws(Diagnostic) -> Scene {
        let furniture = FurnitureLayout(
            Furniture(title: timeline.title, subtitle: timeline.subtitle, note: timeline.note, sources: timeline.credits),
            name: name, width: size.width, theme: theme, measurer: measurer)
        let room = size.height.map { $0 - furniture.pictureTop - furniture.footerHeight }
        // Type is as large as the theme's labels where there is room, and never smaller than its notes. The undated
        // events stand in columns where there is room, and run on in lines where there is not.
        let labelSize = isDense ? max(theme.noteSize, 0.92 * theme.labelSize) : theme.labelSize
        let isKeyed = timeline.labels == .keyed
        var picture = self.picture(
            type: isKeyed ? theme.noteSize : labelSize, top: furniture.pictureTop, room: room, flows: false, isKeyed: isKeyed)
        if let room, !isKeyed {
            for (type, flows) in [(labelSize, true), (theme.noteSize, false), (theme.noteSize, true)]
            where picture.height > room + 0.5 {
                let other = self.picture(type: type, top: furniture.pictureTop, room: room, flows: flows)
                if other.height < picture.height { picture = other }
            }
        }
        // What fits neither the height that was asked for nor a page gets numbers, where those take less.
        if timeline.labels == .auto, picture.height > (room ?? highest) + 0.5 {
            for flows in room == nil ? [false] : [false, true] where picture.height > (room ?? highest) + 0.5 {
                let keyed = self.picture(
                    type: theme.noteSize, top: furniture.pictureTop, room: room, flows: flows, isKeyed: true)
                if keyed.height < picture.height { picture = keyed }
            }
        }
        if picture.labelWidth < 5 * theme.noteSize {
            throw Diagnostic(
                "a width of \(Int(size.width)) units leaves labels \(Int(max(0, picture.labelWidth))) units across",
                path: "size", advice: "choose a larger size, such as `column` (400 units)")
        }
        if let room, picture.height > room + 0.5 {
            warn(
                "the labels need \(Int((picture.height - room).rounded(.up))) units more than the height leaves; the figure is that much higher",
                "choose a larger size, or fewer events")
        }
        if room == nil, size.width >= 560 * unit, picture.height > highest + 0.5 {
            warn(
                "the figure is \(Int((furniture.pictureTop + picture.height + furniture.footerHeight).rounded(.up))) units high, more than a page",
                "split the events between two figures, or leave out those of rank 3")
        }
        return furniture.scene(
            name: name, picture: picture.nodes, // Half a unit is less than can be seen, and would make the figure a unit higher than was asked for.
            pictureHeight: room.map { picture.height <= $0 + 0.5 ? max(0, $0 - 0.01) : picture.height } ?? picture.height,
            alternative: timeline.alternative ?? timeline.alternativeText)
    }

    /// Of a figure whose height is not given: a page, or a tall column beside text.
    private var highest: Double { size.width >= 560 * unit ? 1.5 * size.width : 3.4 * size.width }

    private struct Picture {
        var nodes: [Node]
        var height: Double
        var labelWidth: Double
    }

    /// What stands between title and note.
    private func picture(type: Double, top: Double, room: Double?, flows: Bool, isKeyed: Bool = false) -> Picture {
        let x = theme.margin
        let width = size.width - 2 * theme.margin
        let undated = UndatedList(timeline: timeline, theme: theme, type: theme.noteSize, measurer: measurer)
        let hasUndated = !undated.events.isEmpty
        // On a wide sheet of a given height the undated events have a column of their own, beside the axis.
        let isAside = hasUndated && room != nil && !flows && width >= 620 * unit
        let asideWidth = isAside ? width * 0.24 : 0
        let gap = theme.margin
        let axisWidth = width - (isAside ? asideWidth + 2 * gap : 0)

        let isDown = !isKeyed && runsDown
        func layout(top: Double, height: Double?) -> AxisPicture {
            if isKeyed {
                return KeyedLayout(
                    timeline: timeline, palette: MarkPalette(theme: theme, lanes: timeline.lanes), measurer: measurer,
                    name: name, unit: unit, type: type
                ).layout(x: x, top: top, width: axisWidth)
            }
            return isDown
                ? VerticalLayout(
                    timeline: timeline, palette: MarkPalette(theme: theme, lanes: timeline.lanes), measurer: measurer,
                    name: name, unit: unit, type: type
                ).layout(x: x, top: top, width: axisWidth, height: height)
                : RowLayout(
                    timeline: timeline, palette: MarkPalette(theme: theme, lanes: []), measurer: measurer, name: name,
                    unit: unit, type: type
                ).layout(x: x, top: top, width: axisWidth)
        }
        // The key depends on what the marks turn out to be, and these on the room that the key leaves: the marks of a
        // first layout decide.
        let below = hasUndated && !isAside
            ? undated.layout(name: name, x: x, top: 0, width: width, columns: flows ? 0 : columns(width)).height + gap : 0
        let first = layout(top: top, height: room.map { $0 - below })
        let key = MarkKey(
            entries: MarkKey.entries(timeline, marks: first.marks, unnamedEras: first.unnamedEras, lanes: isDown || isKeyed),
            palette: MarkPalette(theme: theme, lanes: timeline.lanes), type: theme.noteSize, measurer: measurer)
        let keyed = key.layout(name: name, x: x, top: top, width: width)
        let keyHeight = keyed.height > 0 ? keyed.height + gap * 0.6 : 0
        let axisTop = top + keyHeight
        let axis = layout(top: axisTop, height: room.map { $0 - below - keyHeight })
        var nodes = keyed.nodes + axis.nodes
        var bottom = axisTop + axis.height
        if hasUndated {
            if isAside {
                let list = undated.layout(
                    name: name, x: x + width - asideWidth, top: axisTop, width: asideWidth, columns: 1)
                nodes += list.nodes
                bottom = max(bottom, axisTop + list.height)
            } else {
                let list = undated.layout(name: name, x: x, top: bottom + gap, width: width, columns: flows ? 0 : columns(width))
                nodes += list.nodes
                bottom += gap + list.height
            }
        }
        return Picture(nodes: nodes, height: bottom - top, labelWidth: axis.labelWidth)
    }

    /// Lanes, links and timelines of mostly spans read better across; everything else down, where labels have room.
    private var runsDown: Bool {
        switch timeline.orientation {
        case .vertical: return true
        case .horizontal: return false
        case .auto:
            let dated = timeline.events.filter { !$0.date.isUndated }
            let spans = dated.count { $0.date.isInterval }
            return timeline.lanes.count < 2 && timeline.links.isEmpty && (dated.count < 6 || 3 * spans < 2 * dated.count)
        }
    }

    private func columns(_ width: Double) -> Int { width >= 440 * unit ? 2 : 1 }
}
