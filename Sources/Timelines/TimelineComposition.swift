import Documents
import Figures
import Phrases
import SceneGraph
import Typography

/// The whole figure: title, key, axis and labels, the undated events, note and source.
///
/// Labels stand beside the marks where there is room for them, under numbers where there is not; a list that the sheet
/// does not hold goes on to further pages.
struct TimelineComposition {
    let timeline: Timeline
    let charts: [TimelineChart]
    let size: FigureSize
    let theme: Theme
    let measurer: any TextMeasuring
    let name: String

    typealias Warn = (_ path: String, _ message: String, _ advice: String?) -> Void
    /// Many labels are set a little smaller, so that a page holds them.
    private var isDense: Bool { timeline.events.count { !$0.date.isUndated } > 20 }

    private var palette: MarkPalette { MarkPalette(theme: theme, lanes: timeline.lanes) }

    private var undated: UndatedList {
        UndatedList(timeline: timeline, theme: theme, type: theme.noteSize, measurer: measurer)
    }

    /// Begins the ids of a page's nodes: the figure's name, with the page's number from the second on.
    static func name(_ name: String, page: Int) -> String { page == 0 ? name : "\(name)-\(page + 1)" }

    /// - Throws: a diagnostic where the sheet is too narrow for any label; what is wrong with a chart.
    func pages(warn: Warn) throws(Diagnostics) -> [Scene] {
        // Nothing can be laid out where there is no room for a word.
        guard size.width - 2 * theme.margin >= 6 * theme.noteSize else {
            throw tooNarrow(for: size.width - 2 * theme.margin)
        }
        let furniture = furniture(page: 0, of: 1)
        let fixed = size.height.map { $0 - furniture.pictureTop - furniture.footerHeight }
        let room = fixed ?? highest(furniture)
        var pages: [Picture] = []
        var layouts: [FurnitureLayout] = []
        if needsPages(room: room) { (pages, layouts) = try numbered() }
        if pages.isEmpty {
            (pages, layouts) = ([try best(top: furniture.pictureTop, room: fixed, most: room)], [furniture])
            if pages[0].height > room + 0.5, timeline.labels != .beside {
                let several = try numbered()
                if !several.pages.isEmpty { (pages, layouts) = several }
            }
        }
        if let labelWidth = pages.first?.labelWidth, labelWidth < 5 * theme.noteSize {
            throw tooNarrow(for: labelWidth)
        }
        tell(pages, room: room, layouts: layouts, warn: warn)
        return pages.enumerated().map { index, page in
            let layout = layouts.indices.contains(index) ? layouts[index] : furniture
            let own = size.height.map { $0 - layout.pictureTop - layout.footerHeight }
            let height = own.map { page.height <= $0 + 0.5 ? max(0, $0 - 0.01) : page.height } ?? page.height
            let part = pages.count > 1 ? " Page \(index + 1) of \(pages.count)." : ""
            // Half a unit is less than can be seen, and would make the figure a unit higher than was asked for.
            return layout.scene(
                name: TimelineComposition.name(name, page: index), picture: page.nodes, pictureHeight: height,
                alternative: (timeline.alternative ?? timeline.alternativeText) + part)
        }
    }

    private func tooNarrow(for labelWidth: Double) -> Diagnostics {
        Diagnostics([
            Diagnostic(
                "a width of \(Int(size.width)) units leaves labels \(Int(max(0, labelWidth))) units across",
                path: "size", advice: "choose a larger size, such as `column` (400 units)")
        ])
    }

    /// Whether there are so many events that no sheet of such a room can hold them: each takes half a line at the
    /// least, on one side of the axis or in one of the columns of a list.
    private func needsPages(room: Double) -> Bool {
        if EventHistogram.suits(timeline) { return false }
        let dated = timeline.events.count { !$0.date.isUndated }
        return timeline.labels != .beside && Double(dated) * 0.6 * theme.noteSize > 2 * room
    }

    /// The pages of the numbered list, where it needs several, with each page's furniture; else none.
    private func numbered() throws(Diagnostics) -> (pages: [Picture], layouts: [FurnitureLayout]) {
        // How many pages there are stands in every title, and a title of two lines leaves less for the list.
        var count = 2
        for _ in 0..<4 {
            let layout = self.furniture(page: 0, of: count)
            let parts = try further(
                top: layout.pictureTop,
                room: size.height.map { $0 - layout.pictureTop - layout.footerHeight } ?? highest(layout))
            // What is one page has nothing that could go on.
            guard parts.count > 1 else { break }
            count = parts.count
            let own = parts.indices.map { self.furniture(page: $0, of: count) }
            if own.allSatisfy({ $0.pictureTop == layout.pictureTop }) { return (parts, own) }
        }
        return ([], [])
    }

    private func tell(_ pages: [Picture], room: Double, layouts: [FurnitureLayout], warn: Warn) {
        var missing: Set<Int> = []
        for (page, layout) in zip(pages, layouts) {
            missing.formUnion(page.missingBreaks)
            for warning in page.warnings.all { warn(warning.path, warning.message, warning.advice) }
            let room = size.height.map { $0 - layout.pictureTop - layout.footerHeight } ?? highest(layout)
            guard page.height > room + 0.5 else { continue }
            if size.height != nil {
                warn(
                    "size",
                    "the labels need \(Int((page.height - room).rounded(.up))) units more than the height leaves; "
                        + "the figure is that much higher",
                    "choose a larger size, or fewer events")
            } else if timeline.labels == .beside || size.width >= 560 {
                let height = layout.pictureTop + page.height + layout.footerHeight
                warn(
                    "size", "the figure is \(Int(height.rounded(.up))) units high, more than a page",
                    "write `labels: auto`, which goes on to further pages, or leave out events of rank 3")
            }
        }
        for index in missing.sorted() {
            warn(
                "breaks[\(index)]", "there is no room on the axis for this break; the years are drawn instead",
                "choose a larger size")
        }
    }

    /// Title, subtitle, note and source; the title says which page of how many where there are several.
    private func furniture(page: Int, of count: Int) -> FurnitureLayout {
        let part = count > 1 ? Phrases.fill(timeline.phrases.page.pageOf, "\(page + 1)", "\(count)") : ""
        var (title, subtitle) = (timeline.title, timeline.subtitle)
        if !part.isEmpty {
            if title.isEmpty {
                subtitle = subtitle.isEmpty ? part : "\(subtitle) (\(part))"
            } else {
                title += " (\(part))"
            }
        }
        return FurnitureLayout(
            Furniture(
                title: title, subtitle: subtitle, note: timeline.note, sources: timeline.credits,
                language: timeline.phrases.language),
            name: TimelineComposition.name(name, page: page), width: size.width, theme: theme, measurer: measurer)
    }

    /// What a picture whose height is free may take: what the sheet holds, or a page, or a tall column beside text.
    private func highest(_ furniture: FurnitureLayout) -> Double {
        if let highest = size.highest { return max(0, highest - furniture.pictureTop - furniture.footerHeight) }
        return size.width >= 560 ? 1.5 * size.width : 3.4 * size.width
    }

    // MARK: What stands between title and note

    struct Picture {
        var nodes: [Node]
        var height: Double
        var labelWidth: Double
        var missingBreaks: [Int]
        var warnings: Diagnostics
    }

    /// How a picture is set.
    private struct Setting {
        /// Many small events: bars of a year, and a list by year.
        var isHistogram = false
        /// Of labels.
        var type: Double
        var room: Double?
        /// The undated events run on in lines, rather than stand in columns.
        var flows = false
        var isKeyed = false
        /// The undated events stand on a page of their own.
        var leavesUndated = false
    }

    /// The picture that is easiest to read of those that fit one sheet; of those that do not, the lowest.
    ///
    /// Type is as large as the theme's labels where there is room, and never smaller than its notes. The undated events
    /// stand in columns where there is room, and run on in lines where there is not.
    private func best(top: Double, room: Double?, most: Double) throws(Diagnostics) -> Picture {
        if EventHistogram.suits(timeline) {
            return try picture(Setting(isHistogram: true, type: theme.noteSize, room: room, isKeyed: true), top: top)
        }
        let labelSize = isDense ? max(theme.noteSize, 0.92 * theme.labelSize) : theme.labelSize
        let isKeyed = timeline.labels == .keyed
        var settings = [Setting(type: isKeyed ? theme.noteSize : labelSize, room: room, isKeyed: isKeyed)]
        let limits = [(labelSize, true), (theme.noteSize, false), (theme.noteSize, true)]
        // A sheet that says how much it holds is filled before labels become numbers.
        if !isKeyed, let height = room ?? (size.highest != nil ? most : nil) {
            if room == nil { settings.append(Setting(type: labelSize, room: height)) }
            settings += limits.map { Setting(type: $0.0, room: height, flows: $0.1) }
        }
        if timeline.labels == .auto {
            settings += [false, true].map { Setting(type: theme.noteSize, room: room, flows: $0, isKeyed: true) }
        }
        // Where every event has a date, it is one whether the undated ones flow.
        if undated.events.isEmpty { settings.removeAll(where: \.flows) }
        var picture = try self.picture(settings[0], top: top)
        for setting in settings.dropFirst() where picture.height > most + 0.5 {
            // What is far too high does not fit in smaller type either.
            if !setting.isKeyed, setting.room == room, picture.height > 1.6 * most { continue }
            let other = try self.picture(setting, top: top)
            if other.height < picture.height { picture = other }
        }
        return picture
    }

    private func picture(_ setting: Setting, top: Double) throws(Diagnostics) -> Picture {
        let pages = try self.pages(setting, top: top)
        return pages.first ?? Picture(nodes: [], height: 0, labelWidth: 0, missingBreaks: [], warnings: Diagnostics())
    }

    /// One page, or as many as a keyed list of a given room needs.
    private func pages(_ setting: Setting, top: Double, listRoom: Double = .infinity) throws(Diagnostics) -> [Picture] {
        let x = theme.margin
        let width = size.width - 2 * theme.margin
        let list = undated
        let hasUndated = !list.events.isEmpty && !setting.leavesUndated
        // On a wide sheet of a given height the undated events have a column of their own, beside the axis.
        let isAside =
            hasUndated && !setting.flows && width >= (setting.isKeyed ? 620 : 560)
            && (setting.room != nil || !setting.isKeyed)
        let asideWidth = isAside ? width * 0.26 : 0
        let gap = theme.margin
        let axisWidth = width - (isAside ? asideWidth + 2 * gap : 0)
        let isDown = !setting.isKeyed && runsDown
        func layouts(top: Double, room: Double?, listRoom: Double) throws(Diagnostics) -> [AxisPicture] {
            if setting.isKeyed {
                return try KeyedLayout(
                    timeline: timeline, palette: palette, measurer: measurer, name: name,
                    type: setting.type,
                    charts: charts,
                    isHistogram: setting.isHistogram
                ).pages(x: x, top: top, width: axisWidth, room: listRoom)
            }
            if isDown {
                return [
                    VerticalLayout(
                        timeline: timeline, palette: palette, measurer: measurer, name: name,
                        type: setting.type
                    ).layout(x: x, top: top, width: axisWidth, height: room)
                ]
            }
            return [
                try RowLayout(
                    timeline: timeline, palette: MarkPalette(theme: theme, lanes: []), measurer: measurer, name: name,
                    type: setting.type, charts: charts
                ).layout(x: x, top: top, width: axisWidth)
            ]
        }
        // The key depends on what the marks turn out to be, and these on the room that the key leaves: the marks of a
        // first layout decide.
        let columns = setting.flows ? 0 : columns(width)
        let below =
            hasUndated && !isAside
            ? list.layout(name: name, x: x, top: 0, width: width, columns: columns).height + gap : 0
        guard let first = try layouts(top: top, room: setting.room.map { $0 - below }, listRoom: listRoom - below).first
        else { return [] }
        let key = MarkKey(
            entries: MarkKey.entries(
                timeline, marks: first.marks, unnamedEras: first.unnamedEras,
                unnamedReductions: first.unnamedReductions,
                lanes: isDown || setting.isKeyed),
            palette: palette, type: theme.noteSize, measurer: measurer, words: timeline.phrases.timeline)
        let keyHeight =
            key.entries.isEmpty ? 0 : key.layout(name: name, x: x, top: top, width: width).height + gap * 0.6
        let axisTop = top + keyHeight
        var pages: [Picture] = []
        for axis in try layouts(
            top: axisTop, room: setting.room.map { $0 - below - keyHeight }, listRoom: listRoom - below - keyHeight)
        {
            let own = TimelineComposition.name(name, page: pages.count)
            pages.append(
                Picture(
                    nodes: key.layout(name: own, x: x, top: top, width: width).nodes + axis.nodes,
                    height: axisTop + axis.height - top, labelWidth: axis.labelWidth, missingBreaks: axis.missingBreaks,
                    warnings: axis.warnings))
        }
        if hasUndated, var last = pages.popLast() {
            let bottom = isAside ? axisTop : top + last.height + gap
            let set = list.layout(
                name: TimelineComposition.name(name, page: pages.count), x: isAside ? x + width - asideWidth : x,
                top: bottom,
                width: isAside ? asideWidth : width, columns: isAside ? 1 : columns)
            last.nodes += set.nodes
            last.height = max(last.height, bottom + set.height - top)
            pages.append(last)
        }
        return pages
    }

    // MARK: Further pages

    /// The figure on as many pages as it needs: the labels, then the undated events where the last page has no room
    /// for them.
    private func further(top: Double, room: Double) throws(Diagnostics) -> [Picture] {
        var pages: [Picture] = []
        // Labels that fit without the undated events stay beside their marks.
        if timeline.labels == .auto, !undated.events.isEmpty {
            for type in [theme.labelSize, theme.noteSize] {
                let alone = try self.pages(Setting(type: type, room: room, leavesUndated: true), top: top)
                if let first = alone.first, first.height <= room + 0.5 {
                    pages = alone
                    break
                }
            }
        }
        if pages.isEmpty {
            pages = try self.pages(
                Setting(
                    isHistogram: EventHistogram.suits(timeline), type: theme.noteSize, room: nil, isKeyed: true,
                    leavesUndated: true), top: top, listRoom: room)
        }
        var list = undated
        let (x, width) = (theme.margin, size.width - 2 * theme.margin)
        var rest = list.events[...]
        guard !rest.isEmpty else { return pages }
        if var last = pages.last {
            let under = list.layout(
                name: TimelineComposition.name(name, page: pages.count - 1), x: x,
                top: top + last.height + theme.margin,
                width: width, columns: columns(width))
            if last.height + theme.margin + under.height <= room + 0.5 {
                last.nodes += under.nodes
                last.height += theme.margin + under.height
                pages[pages.count - 1] = last
                return pages
            }
        }
        while !rest.isEmpty {
            let name = TimelineComposition.name(name, page: pages.count)
            // As many as the page holds, one at least.
            var (low, high) = (1, rest.count)
            while low < high {
                let middle = (low + high + 1) / 2
                list.events = Array(rest.prefix(middle))
                if list.layout(name: name, x: x, top: top, width: width, columns: columns(width)).height <= room {
                    low = middle
                } else {
                    high = middle - 1
                }
            }
            list.events = Array(rest.prefix(low))
            let set = list.layout(name: name, x: x, top: top, width: width, columns: columns(width))
            pages.append(
                Picture(
                    nodes: set.nodes, height: set.height, labelWidth: width, missingBreaks: [], warnings: Diagnostics())
            )
            rest = rest.dropFirst(low)
        }
        return pages
    }

    /// Lanes, links, charts and timelines of mostly spans read better across; everything else down, where labels have
    /// room.
    private var runsDown: Bool {
        guard charts.isEmpty else { return false }
        switch timeline.orientation {
        case .vertical: return true
        case .horizontal: return false
        case .auto:
            let dated = timeline.events.filter { !$0.date.isUndated }
            let spans = dated.count { $0.date.isInterval }
            return timeline.lanes.count < 2 && timeline.links.isEmpty
                && (dated.count < 6 || 3 * spans < 2 * dated.count)
        }
    }

    private func columns(_ width: Double) -> Int { width >= 440 ? 2 : 1 }
}
