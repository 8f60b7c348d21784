import Documents
import Formats
import SceneGraph
import Tables
import Typography

/// Texts at places.
struct TextMark: MarkKind {
    let name = "text"
    let namesChart = false
    let channels: Set<Channel> = [.text, .size, .angle, .theta, .radius]
    let stacking = MarkStacking.whenAsked
    let size = MarkSize.fontSize
    let color = Color.black
    let ownDefaults: [MarkProperty] = [.size, .color, .fill, .font, .theta]

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let properties = encoder.properties
        var (xs, ys) = encoder.places
        if encoder.definition(.theta) != nil || encoder.definition(.radius) != nil || properties.number(.radius) != nil
        {
            (xs, ys) = polarPoints(encoder)
        }
        let texts = lines(encoder)
        let style = MarkStyle(encoder)
        let sizes = encoder.number(.size, property: "fontSize", standard: properties.number(.size) ?? 11)
        let angles = encoder.number(.angle, standard: 0)
        let dx = numberProperty(encoder, "dx", standard: 0), dy = numberProperty(encoder, "dy", standard: 0)
        let nodes = MarkNodes(encoder)
        let defined = encoder.isDefined
        let limit = numberProperty(encoder, "limit", standard: 0)
        let aligns = textProperty(encoder, "align", standard: "center")
        let baselines = textProperty(encoder, "baseline", standard: "middle")
        var result: [Node] = []
        for index in 0..<encoder.count where defined[index] {
            guard xs[index].isFinite, ys[index].isFinite, let lines = texts[index], !lines.isEmpty else { continue }
            guard let paint = style.fillPaint(index, box: .zero) else { continue }
            var setting = TextSetting(
                font: encoder.config.font(
                    properties, size: sizes[index].isFinite ? max(0.1, sizes[index]) : 11,
                    weight: properties[.fontWeight]),
                align: aligns[index], baseline: baselines[index],
                angle: angles[index], lineHeight: properties.number(.lineHeight), limit: limit[index],
                ellipsis: properties.string(.ellipsis) ?? "…")
            setting.isRightToLeft = properties.string(.dir) == "rtl"
            var text = setting.text(
                lines, at: Point(xs[index], ys[index]), shift: Point(dx[index], dy[index]), fill: paint,
                measurer: encoder.measurer)
            text.halo = style.strokeStyle(index)
            // Vega strokes letters over their fill: thin ones are all stroke.
            if let stroke = text.halo, !encoder.config.isEditorial, stroke.width * 12 >= text.font.size {
                text.fill = stroke.paint
            }
            result.append(
                encoder.measurer.node(
                    id: nodes.id(index), role: "mark-text", text, facts: nodes.facts(index), datum: nodes.datum(index)))
        }
        return result
    }

    /// A number that may be an expression of each row.
    private func numberProperty(_ encoder: MarkEncoder, _ name: String, standard: Double) -> PerRow<Double> {
        guard let setting = MarkProperty(rawValue: name).flatMap({ encoder.properties.setting($0) }) else {
            return .constant(standard)
        }
        guard let expression = setting.expression else { return .constant(setting.constant?.number ?? standard) }
        return .each(
            encoder.rows.map {
                encoder.evaluator.evaluate(expression, datum: encoder.table.row($0)).asNumber ?? standard
            })
    }

    private func textProperty(_ encoder: MarkEncoder, _ name: String, standard: String) -> PerRow<String> {
        guard let setting = MarkProperty(rawValue: name).flatMap({ encoder.properties.setting($0) }) else {
            return .constant(standard)
        }
        if let text = setting.constant?.string { return .constant(text) }
        if let expression = setting.expression {
            return .each(
                encoder.rows.map {
                    encoder.evaluator.evaluate(expression, datum: encoder.table.row($0)).string ?? standard
                })
        }
        return .constant(standard)
    }

    /// The lines of each row's text.
    private func lines(_ encoder: MarkEncoder) -> PerRow<[String]?> {
        let breaker = encoder.properties.string(.lineBreak) ?? encoder.config.lineBreak
        func split(_ text: String) -> [String] {
            if let breaker, !breaker.isEmpty { return TextParts.split(text, at: breaker) }
            // A line is one line: a break that nobody asked for is a space.
            return [text.contains { $0.isNewline } ? String(text.map { $0.isNewline ? " " : $0 }) : text]
        }
        let own: [String]? = encoder.properties[.text].flatMap(textLines)
        // A bin is written from its beginning to its end.
        var binEnds: [String: [DataValue: DataValue]] = [:]
        if let definition = encoder.definition(.text) {
            for inner in [definition] + definition.conditions.flatMap(\.definition)
            where inner.isBinning && inner.isContinuous {
                guard let starts = encoder.table.column(inner.column),
                    let ends = inner.endColumn.flatMap({ encoder.table.column($0) })
                else { continue }
                for row in encoder.rows { binEnds[inner.column, default: [:]][starts[row]] = ends[row] }
            }
        }
        var writers: [String: ValueWriter] = [:]
        return encoder.encoded(.text, standard: own.map { $0.flatMap(split) }) { _, value, definition in
            if definition.value != nil {
                if case .array(let list) = value { return .some(list.map(\.asText)) }
                return value.isNull ? .some(nil) : .some(split(value.asText))
            }
            if case .array(let list) = value { return .some(list.map(\.asText)) }
            let writer: ValueWriter
            if let known = writers[definition.path + definition.column] {
                writer = known
            } else {
                writer = ValueWriter(definition, config: encoder.config, evaluator: encoder.evaluator)
                writers[definition.path + definition.column] = writer
            }
            // Vega writes what is missing; ours is a page for readers.
            guard let text = writer.text(of: value, isLabel: !encoder.config.isEditorial) else { return .some(nil) }
            if definition.isBinning, let end = binEnds[definition.column]?[value], let other = writer.text(of: end) {
                return .some(split("\(text) – \(other)"))
            }
            return .some(split(text))
        }
    }

    /// Places given by an angle and a distance from the middle of the view.
    private func polarPoints(_ encoder: MarkEncoder) -> ([Double], [Double]) {
        let (cx, cy) = (
            encoder.points(.x, standard: encoder.size.width / 2), encoder.points(.y, standard: encoder.size.height / 2)
        )
        let angles = Arcs.middles(encoder, .theta)
        var radii = Arcs.middles(encoder, .radius, standard: min(encoder.size.width, encoder.size.height) / 2)
        let offset = encoder.properties.number(.radiusOffset) ?? 0
        radii = radii.map { $0 + offset }
        let turn = encoder.properties.number(.thetaOffset) ?? 0
        return (
            cx.indices.map { cx[$0] + radii[$0] * Circular.sine(angles[$0] + turn) },
            cy.indices.map { cy[$0] - radii[$0] * Circular.cosine(angles[$0] + turn) }
        )
    }
}
