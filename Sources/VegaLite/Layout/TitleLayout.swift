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
        sources.append(config.title)
        sources.append(config.textStyle("group-title", as: ""))
        sources.append(config.textStyle("group-subtitle", as: "subtitle"))
        p = Properties(sources, evaluator: evaluator)
        lines = written.properties[.text].flatMap { textLines(evaluator.value(of: $0)) } ?? []
        guard lines.contains(where: { !$0.isEmpty }) else { return nil }
        sublines = (p.lines(.subtitle) ?? []).filter { !$0.isEmpty }
        let (names, subnames) = (TextNames<TitleProperty>(""), TextNames<TitleProperty>("subtitle"))
        var (title, subtitle) = (p.text(names, config: config), p.text(subnames, config: config))
        anchor = p.string(.anchor) ?? (isComposed ? "start" : "middle")
        let align = p.string(.align) ?? (anchor == "start" ? "left" : anchor == "end" ? "right" : "center")
        (title.align, subtitle.align) = (align, align)
        (title.baseline, subtitle.baseline) = ("top", "top")
        subtitle.limit = title.limit
        (self.title, self.subtitle) = (title, subtitle)
        (color, subcolor) = (p.textColor(names), p.textColor(subnames))
        orient = p.string(.orient) ?? "top"
        isGroup = (p.string(.frame) ?? (!isComposed && anchor == "middle" ? "group" : "bounds")) == "group"
        self.measurer = measurer
    }

    private var titleHeight: Double { title.font.size + Double(lines.count - 1) * title.lineStep }

    /// Of title and subtitle together.
    private var height: Double {
        guard !sublines.isEmpty else { return titleHeight }
        let first = subtitle.baselineOffset() - (0.8 * subtitle.font.size).rounded() + subtitle.font.size
        return titleHeight + p.length(.subtitlePadding) + first + Double(sublines.count - 1) * subtitle.lineStep
    }

    func draw(on picture: inout Picture, id: String) {
        let reference =
            isGroup ? Rectangle(x: 0, y: 0, width: picture.size.width, height: picture.size.height) : picture.bounds
        let frame = picture.bounds
        var boxes: [Rectangle] = []
        func set(_ setting: TextSetting, _ lines: [String], down: Double, _ color: Color?, role: Role, part: String) {
            var setting = setting
            let (anchor, angle) = place(frame: frame, reference: reference, down: down)
            setting.angle = p.number(.angle) ?? angle
            boxes.append(setting.bounds(lines, at: anchor, measurer: measurer))
            guard let color else { return }
            let text = setting.text(lines, at: anchor, fill: .color(color), measurer: measurer)
            picture.nodes.append(measurer.node(id: id + part, role: role, text))
        }
        set(title, lines, down: 0, color, role: .title, part: "title")
        if !sublines.isEmpty {
            let down = titleHeight + p.length(.subtitlePadding)
            set(subtitle, sublines, down: down, subcolor, role: .subtitle, part: "subtitle")
        }
        for box in boxes { picture.bounds = picture.bounds.union(box) }
    }

    /// The anchor of a line so far down from the title's first, and how it is turned.
    private func place(frame: Rectangle, reference: Rectangle, down: Double) -> (Point, angle: Double) {
        let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
        let offset = p.length(.offset)
        var point: Point
        var angle = 0.0
        switch orient {
        case "bottom": point = Point(reference.minX + reference.width * share, frame.maxY + offset + down)
        case "left":
            angle = -90
            point = Point(frame.minX - offset - height + down, reference.minY + reference.height * (1 - share))
        case "right":
            angle = 90
            point = Point(frame.maxX + offset + height - down, reference.minY + reference.height * share)
        default: point = Point(reference.minX + reference.width * share, frame.minY - offset - height + down)
        }
        point = Point(point.x + p.length(.dx), point.y + p.length(.dy))
        return (point, angle)
    }
}
