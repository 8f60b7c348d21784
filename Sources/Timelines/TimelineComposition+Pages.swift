import Documents
import Figures
import SceneGraph
import Typography

extension TimelineComposition {
    /// How the sheet is shared between the axis and the events without a date.
    private struct Shares {
        var x: Double
        var width: Double
        /// Of the undated events' own column; 0 where they stand below.
        var aside: Double
        var gap: Double

        var axisWidth: Double { width - (aside > 0 ? aside + 2 * gap : 0) }
    }

    /// One page, or as many as a keyed list of a given room needs.
    func pages(_ setting: Setting, top: Double, listRoom: Double = .infinity) throws(Diagnostics) -> [Picture] {
        let list = undated
        let hasUndated = !list.events.isEmpty && !setting.leavesUndated
        let shares = shares(setting, hasUndated: hasUndated)
        let (x, width, gap) = (shares.x, shares.width, shares.gap)
        // The key depends on what the marks turn out to be, and these on the room that the key leaves: the marks of a
        // first layout decide.
        let columns = setting.flows ? 0 : columns(width)
        let below =
            hasUndated && shares.aside == 0
            ? list.layout(name: name, x: x, top: 0, width: width, columns: columns).height + gap : 0
        let trial = try layouts(
            setting, shares, top: top, room: setting.room.map { $0 - below }, listRoom: listRoom - below)
        guard let first = trial.first else { return [] }
        let key = key(of: first, setting)
        let keyHeight =
            key.entries.isEmpty ? 0 : key.layout(name: name, x: x, top: top, width: width).height + gap * 0.6
        let axisTop = top + keyHeight
        var pages: [Picture] = []
        for axis in try layouts(
            setting, shares, top: axisTop, room: setting.room.map { $0 - below - keyHeight },
            listRoom: listRoom - below - keyHeight)
        {
            let own = TimelineComposition.name(name, page: pages.count)
            pages.append(
                Picture(
                    nodes: key.layout(name: own, x: x, top: top, width: width).nodes + axis.nodes,
                    height: axisTop + axis.height - top, labelWidth: axis.labelWidth, missingBreaks: axis.missingBreaks,
                    warnings: axis.warnings))
        }
        if hasUndated { addUndated(to: &pages, shares, top: top, axisTop: axisTop, columns: columns) }
        return pages
    }

    /// On a wide sheet of a given height the undated events have a column of their own, beside the axis.
    private func shares(_ setting: Setting, hasUndated: Bool) -> Shares {
        let width = size.width - 2 * theme.margin
        let isAside =
            hasUndated && !setting.flows && width >= (setting.isKeyed ? 620 : 560)
            && (setting.room != nil || !setting.isKeyed)
        return Shares(x: theme.margin, width: width, aside: isAside ? width * 0.26 : 0, gap: theme.margin)
    }

    private func layouts(
        _ setting: Setting, _ shares: Shares, top: Double, room: Double?, listRoom: Double
    ) throws(Diagnostics) -> [AxisPicture] {
        if setting.isKeyed {
            return try KeyedLayout(
                timeline: timeline, palette: palette, measurer: measurer, name: name, type: setting.type,
                charts: charts, isHistogram: setting.isHistogram
            ).pages(x: shares.x, top: top, width: shares.axisWidth, room: listRoom)
        }
        if runsDown {
            return [
                VerticalLayout(
                    timeline: timeline, palette: palette, measurer: measurer, name: name, type: setting.type
                ).layout(x: shares.x, top: top, width: shares.axisWidth, height: room)
            ]
        }
        return [
            try RowLayout(
                timeline: timeline, palette: MarkPalette(theme: theme, lanes: []), measurer: measurer, name: name,
                type: setting.type, charts: charts
            ).layout(x: shares.x, top: top, width: shares.axisWidth)
        ]
    }

    private func key(of axis: AxisPicture, _ setting: Setting) -> MarkKey {
        MarkKey(
            entries: MarkKey.entries(
                timeline, marks: axis.marks, unnamedEras: axis.unnamedEras,
                unnamedReductions: axis.unnamedReductions, lanes: setting.isKeyed || runsDown),
            palette: palette, type: theme.noteSize, measurer: measurer, words: timeline.phrases.timeline)
    }

    private func addUndated(
        to pages: inout [Picture], _ shares: Shares, top: Double, axisTop: Double, columns: Int
    ) {
        guard var last = pages.popLast() else { return }
        let isAside = shares.aside > 0
        let bottom = isAside ? axisTop : top + last.height + shares.gap
        let set = undated.layout(
            name: TimelineComposition.name(name, page: pages.count),
            x: isAside ? shares.x + shares.width - shares.aside : shares.x, top: bottom,
            width: isAside ? shares.aside : shares.width, columns: isAside ? 1 : columns)
        last.nodes += set.nodes
        last.height = max(last.height, bottom + set.height - top)
        pages.append(last)
    }
}
