import Tables

extension Normalizer {
    /// Lines and areas with points, and areas with lines, as layers of marks; nil where nothing is laid over.
    func overlaid(_ view: ViewSpecification, _ unit: UnitSpecification) -> ViewSpecification? {
        let mark = unit.mark
        guard mark.name == "line" || mark.name == "area" || mark.name == "trail" else { return nil }
        let point = mark.name == "trail" ? nil : part(.point, of: mark)
        let line = mark.name == "area" ? part(.line, of: mark) : nil
        let hasShape = mark.name == "line" && unit.encoding[.shape] != nil
        let (wantsPoint, wantsLine) = (point?.isOn ?? hasShape, line?.isOn ?? false)
        guard wantsPoint || wantsLine else { return nil }
        var base = mark
        // The configuration would ask for them again.
        base.parts = [.point: .flag(false), .line: .flag(false)]
        if mark.name == "area", mark.properties[.fillOpacity] == nil { base.properties.fill(.opacity, .number(0.7)) }
        var layers = [layer(base, unit.encoding.removing(.shape), in: view)]
        // Where an area is stacked, what lies over it is stacked alike.
        let encoding = mark.name == "area" ? stacked(unit.encoding) : unit.encoding
        if wantsLine {
            layers.append(layer(overlay("line", line, on: mark), encoding.removing(.shape), in: view))
        }
        if wantsPoint {
            var points = encoding.removing(.strokeDash, .strokeWidth)
            if unit.encoding[.order]?.stack == nil { points = points.removing(.order) }
            layers.append(layer(overlay("point", point, on: mark), points, in: view))
        }
        var result = view
        result.content = .layer(layers, Encoding())
        return result
    }

    /// A part of the mark: as its definition, its styles or the configuration says.
    private func part(_ part: MarkPart, of mark: MarkSpecification) -> MarkSpecification.Part? {
        let styles = config.styles(mark.properties.value(.style)).map(\.mark)
        for source in [mark] + styles + [config.marks[mark.name]].compactMap({ $0 }) {
            if let found = source.parts[part] { return found }
        }
        return nil
    }

    private func overlay(
        _ name: String, _ part: MarkSpecification.Part?, on mark: MarkSpecification
    ) -> MarkSpecification {
        var result = part?.mark ?? MarkSpecification(name: name)
        result.name = name
        result.place = mark.place
        result.parts = [.point: .flag(false)]
        let own = mark.properties
        var shared: [MarkProperty] = [.clip, .tooltip]
        if name == "line" { shared += [.interpolate, .tension] }
        if name == "point" { shared.append(.color) }
        for property in shared where result.properties[property] == nil { result.properties[property] = own[property] }
        if name == "point" {
            result.properties.fill(.opacity, .number(1))
            result.properties.fill(.filled, .boolean(true))
            if case .word("transparent") = part { result.properties.set(.opacity, .number(0)) }
        }
        return result
    }

    private func layer(
        _ mark: MarkSpecification, _ encoding: Encoding, in view: ViewSpecification
    ) -> ViewSpecification {
        var layer = ViewSpecification(place: view.place)
        layer.projection = view.projection
        layer.content = .unit(UnitSpecification(mark: mark, encoding: encoding))
        return layer
    }

    private func stacked(_ encoding: Encoding) -> Encoding {
        if encoding[.x2] != nil || encoding[.y2] != nil { return encoding }
        func isQuantity(_ definition: ChannelSpecification?) -> Bool {
            guard let definition, definition.bin == nil, definition.timeUnit == nil else { return false }
            return definition.type == .quantitative || definition.aggregate != nil
        }
        let series: [Channel] = [.color, .fill, .stroke, .detail, .opacity]
        guard series.contains(where: { encoding[$0]?.field != nil }) else { return encoding }
        let channel: Channel? = isQuantity(encoding[.y]) ? .y : isQuantity(encoding[.x]) ? .x : nil
        guard let channel, encoding[channel]?.stack == nil else { return encoding }
        var result = encoding
        result[channel]?.stack = .offset(.zero)
        return result
    }
}
