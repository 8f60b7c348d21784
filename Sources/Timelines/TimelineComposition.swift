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

    var palette: MarkPalette { MarkPalette(theme: theme, lanes: timeline.lanes) }

    var undated: UndatedList {
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
    struct Setting {
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

    /// Lanes, links, charts and timelines of mostly spans read better across; everything else down, where labels have
    /// room.
    var runsDown: Bool {
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

    func columns(_ width: Double) -> Int { width >= 440 ? 2 : 1 }
}
