import SceneGraph
import Tables
import Typography

extension ChartLayout {
    /// A view's title; layers without one of their own take the first among them.
    private func title(of id: Int) -> TitleSpecification? {
        if let own = views[id].written.title { return own }
        guard views[id].isLayer else { return nil }
        return views[id].children.lazy.compactMap { title(of: $0) }.first
    }

    /// Sets a view's title.
    mutating func addTitle(_ id: Int, to picture: inout Picture, place: String) {
        guard let title = title(of: id), !title.isOff, !(config.isEditorial && views[id].parent == nil) else { return }
        let isComposed = !(views[id].isUnit || views[id].isLayer)
        let drawing = TitleDrawing(
            title, isComposed: isComposed, config: config, evaluator: evaluator, measurer: measurer)
        drawing?.draw(on: &picture, id: "\(context.name)/\(place)")
    }
}

/// Draws the title and the subtitle of a view beside its picture.
struct TitleDrawing {
    private let p: Properties<TitleProperty>
    private let lines: [String]
    private let sublines: [String]
    private let title: TextSetting
    private let subtitle: TextSetting
    private let color: Color?
    private let subcolor: Color?
    private let orient: String
    private let anchor: String
    private let isGroup: Bool
    private let measurer: any TextMeasuring

    /// Nil where there is nothing to write.
    init?(
        _ written: TitleSpecification, isComposed: Bool, config: Config, evaluator: Evaluator,
        measurer: any TextMeasuring
    ) {
        var sources: [PropertyBag<TitleProperty>?] = [written.properties]
        if let style = written.properties.value(.style)?.string { sources.append(config.textStyle(style, as: "")) }
        sources += config.styles(written.properties.value(.style)).map(\.title)
        sources.append(config.title.removing(.baseline))
        sources.append(config.textStyle("group-title", as: ""))
        sources.append(config.textStyle("group-subtitle", as: "subtitle"))
        p = Properties(sources, evaluator: evaluator)
        lines = written.properties[.text].flatMap { textLines(evaluator.value(of: $0)) } ?? []
        guard lines.contains(where: { !$0.isEmpty }) else { return nil }
        sublines = (p.lines(.subtitle) ?? []).filter { !$0.isEmpty }
        let (names, subnames) = (TextNames<TitleProperty>(""), TextNames<TitleProperty>("subtitle"))
        var (title, subtitle) = (p.text(names, config: config), p.text(subnames, config: config))
        orient = p.string(.orient) ?? "top"
        let angle = p.number(.angle) ?? (orient == "left" ? -90 : orient == "right" ? 90 : 0)
        (title.angle, subtitle.angle) = (angle, angle)
        anchor = p.string(.anchor) ?? (isComposed ? "start" : "middle")
        // The configuration's alignment is not looked at by the reference, which aligns by the anchor.
        let align =
            written.properties[.align].flatMap { evaluator.value(of: $0).string }
            ?? (anchor == "start" ? "left" : anchor == "end" ? "right" : "center")
        (title.align, subtitle.align) = (align, align)
        let baseline = p.string(.baseline) ?? "top"
        (title.baseline, subtitle.baseline) = (baseline, baseline)
        subtitle.limit = title.limit
        (self.title, self.subtitle) = (title, subtitle)
        (color, subcolor) = (p.textColor(names), p.textColor(subnames))
        isGroup = (p.string(.frame) ?? (!isComposed && anchor == "middle" ? "group" : "bounds")) == "group"
        self.measurer = measurer
    }

    func draw(on picture: inout Picture, id: String) {
        let frame = picture.bounds
        let reference = isGroup ? Rectangle(x: 0, y: 0, width: picture.size.width, height: picture.size.height) : frame
        let first = title.bounds(lines, at: .zero, measurer: measurer)
        var whole = first
        var shift = Point.zero
        if !sublines.isEmpty {
            let padding = p.length(.subtitlePadding)
            switch orient {
            case "left": shift.x = first.width + padding
            case "right": shift.x = -first.width - padding
            case "none": break
            default: shift.y = first.height + padding
            }
            whole = whole.union(subtitle.bounds(sublines, at: shift, measurer: measurer))
        }
        let origin = place(of: whole, frame: frame, reference: reference)
        let parts: [(TextSetting, [String], Point, Color?, role: Role, name: String)] = [
            (title, lines, origin, color, .title, "title"),
            (subtitle, sublines, Point(origin.x + shift.x, origin.y + shift.y), subcolor, .subtitle, "subtitle"),
        ]
        for (setting, lines, anchor, color, role, name) in parts where !lines.isEmpty {
            picture.bounds = picture.bounds.union(setting.bounds(lines, at: anchor, measurer: measurer))
            guard let color else { continue }
            let text = setting.text(lines, at: anchor, fill: .color(color), measurer: measurer)
            picture.nodes.append(measurer.node(id: id + name, role: role, text))
        }
    }

    /// The anchor of title and subtitle, whose texts take a box so large.
    private func place(of box: Rectangle, frame: Rectangle, reference: Rectangle) -> Point {
        let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
        let offset = p.length(.offset)
        let point =
            switch orient {
            case "none": Point.zero
            case "bottom": Point(reference.minX + reference.width * share, frame.maxY + offset)
            case "left":
                Point(frame.minX - offset - box.width, reference.minY + reference.height * (1 - share))
            case "right": Point(frame.maxX + offset + box.width, reference.minY + reference.height * share)
            default: Point(reference.minX + reference.width * share, frame.minY - offset - box.height)
            }
        return Point(point.x + p.length(.dx), point.y + p.length(.dy))
    }
}
