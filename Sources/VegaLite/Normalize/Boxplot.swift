import Expressions
import Transforms
import Tables

extension CompositeMark {
    /// Box from the first to the third quartile, median across it, whiskers, and what lies beyond them as points.
    func boxplot() -> ViewSpecification {
        let groups = groups()
        let names = BoxNames(field: field)
        let whole = quartiles(names) + [Aggregate(.median, field, as: names.median)]
        if mark.properties.value(.extent)?.string == "min-max" {
            let ends = [Aggregate(.min, field, as: names.lowerWhisker), Aggregate(.max, field, as: names.upperWhisker)]
            let aggregate = AggregateTransform(whole + ends + groups.aggregates, groupby: groups.groupby)
            return layered(
                whiskers(names, groups) + [box(names, groups), median(names, groups)],
                transforms: groups.transforms + [aggregate])
        }
        var above = ViewSpecification(place: view.place)
        above.transforms = steps([AggregateTransform(whole + groups.aggregates, groupby: groups.groupby)])
        above.content = .layer([box(names, groups), median(names, groups)].compactMap { $0 }, Encoding())
        return layered([beyond(names, groups), above], transforms: groups.transforms)
    }

    private struct BoxNames {
        let lowerBox, upperBox, median, lowerWhisker, upperWhisker: String

        init(field: String) {
            (lowerBox, upperBox, median) = ("lower_box_" + field, "upper_box_" + field, "mid_box_" + field)
            (lowerWhisker, upperWhisker) = ("lower_whisker_" + field, "upper_whisker_" + field)
        }
    }

    private func quartiles(_ names: BoxNames) -> [Aggregate] {
        [Aggregate(.q1, field, as: names.lowerBox), Aggregate(.q3, field, as: names.upperBox)]
    }

    /// Whiskers, and the points that they do not reach: both ask where each value lies by its own group's box.
    private func beyond(_ names: BoxNames, _ groups: Groups) -> ViewSpecification {
        let factor = mark.properties.value(.extent)?.number ?? 1.5
        let range = "\(factor) * (\(access(names.upperBox)) - \(access(names.lowerBox)))"
        let (low, high) = ("\(access(names.lowerBox)) - \(range)", "\(access(names.upperBox)) + \(range)")
        let value = access(field)
        var outliers = part(.outliers, type: "point", from: field, encoding: groups.encoding.removing(.size))
        outliers?.transforms = steps([filter("(\(value) < \(low)) || (\(value) > \(high))")].compactMap { $0 })
        let ends = [
            Aggregate(.min, field, as: names.lowerWhisker), Aggregate(.max, field, as: names.upperWhisker),
            Aggregate(.min, names.lowerBox, as: names.lowerBox), Aggregate(.max, names.upperBox, as: names.upperBox),
        ]
        var reached = ViewSpecification(place: view.place)
        reached.transforms = steps(
            [filter("(\(low) <= \(value)) && (\(value) <= \(high))")].compactMap { $0 }
                + [AggregateTransform(ends + groups.aggregates, groupby: groups.groupby)])
        reached.content = .layer(whiskers(names, groups).compactMap { $0 }, Encoding())
        var below = ViewSpecification(place: view.place)
        below.transforms = steps([JoinAggregateTransform(quartiles(names), groupby: groups.groupby)])
        below.content = .layer([outliers, reached].compactMap { $0 }, Encoding())
        return below
    }

    private func whiskers(_ names: BoxNames, _ groups: Groups) -> [ViewSpecification?] {
        let plain = groups.encoding.removing(
            .color, .fill, .stroke, .size, .opacity, .shape, .strokeWidth, .fillOpacity, .strokeOpacity)
        let black = PropertyBag<MarkProperty>([.color: .string("black")])
        let ticks = black.with([.orient: orientOfTicks, .opacity: .number(1)])
        return [
            part(.rule, type: "rule", from: names.lowerWhisker, to: names.lowerBox, encoding: plain, defaults: black),
            part(.rule, type: "rule", from: names.upperBox, to: names.upperWhisker, encoding: plain, defaults: black),
            part(.ticks, type: "tick", from: names.lowerWhisker, encoding: plain, defaults: ticks, isOn: false),
            part(.ticks, type: "tick", from: names.upperWhisker, encoding: plain, defaults: ticks, isOn: false),
        ]
    }

    private func size(_ groups: Groups) -> PropertyBag<MarkProperty> {
        guard groups.encoding[.size] == nil else { return .init() }
        return PropertyBag([.size: mark.properties.value(.size) ?? .number(14)])
    }

    private func box(_ names: BoxNames, _ groups: Groups) -> ViewSpecification? {
        part(
            .box, type: "bar", from: names.lowerBox, to: names.upperBox, encoding: groups.encoding.removing(.shape),
            defaults: size(groups).with([.orient: orient]))
    }

    private func median(_ names: BoxNames, _ groups: Groups) -> ViewSpecification? {
        var encoding = groups.encoding.removing(.shape)
        let own = mark.parts[.median]?.mark?.properties
        if own?[.fill] == nil {
            encoding[.color] = medianColor(encoding[.color], own?[.color], names)
        }
        return part(
            .median, type: "tick", from: names.median, encoding: encoding,
            defaults: size(groups).with([.orient: orientOfTicks, .color: .string("white")]))
    }

    /// White, or its own colour, across the box; where the box has no height, the box's colour shows where it is.
    private func medianColor(
        _ color: ChannelSpecification?, _ own: Setting?, _ names: BoxNames
    ) -> ChannelSpecification? {
        let empty = "\(access(names.lowerBox)) >= \(access(names.upperBox))"
        guard let test = try? Expression(empty) else { return color }
        var flat = ChannelSpecification(.color, at: mark.place)
        if let color, color.field != nil {
            flat = color
            flat.conditions = []
        } else {
            flat.value =
                color?.value ?? mark.properties[.color] ?? config.marks["mark"]?.properties[.color]
                ?? Setting(.string("#4c78a8"))
        }
        var result = ChannelSpecification(.color, at: mark.place)
        result.value = own ?? Setting(.string("white"))
        result.conditions = [.init(test: .expression(test), definition: flat)]
        return result
    }
}
