import Transforms
import Tables

extension CompositeMark {
    /// A line from the lower to the upper bound, with ticks at the ends where they are asked for.
    func errorbar() -> ViewSpecification {
        let bounds = errorBounds()
        let thickness = mark.properties.value(.thickness)
        var ticks = PropertyBag<MarkProperty>([.orient: orientOfTicks])
        if let thickness { ticks.set(.thickness, thickness) }
        if let size = mark.properties.value(.size) { ticks.set(.size, size) }
        let rule = PropertyBag<MarkProperty>().with([.size: thickness])
        let encoding = bounds.groups.encoding
        return layered(
            [
                part(.ticks, type: "tick", from: bounds.lower, encoding: encoding, defaults: ticks, isOn: false),
                part(.ticks, type: "tick", from: bounds.upper, encoding: encoding, defaults: ticks, isOn: false),
                part(.rule, type: "rule", from: bounds.lower, to: bounds.upper, encoding: encoding, defaults: rule),
            ], transforms: bounds.groups.transforms)
    }

    /// The area between the bounds where the other axis is there too, else a rectangle.
    func errorband() -> ViewSpecification {
        let bounds = errorBounds()
        let both = unit.encoding[.x] != nil && unit.encoding[.y] != nil
        var lines = PropertyBag<MarkProperty>()
        if both {
            lines = lines.with([
                .interpolate: mark.properties.value(.interpolate), .tension: mark.properties.value(.tension),
            ])
        }
        var band = both ? lines.with([.orient: orient]) : lines
        if mark.properties[.opacity] == nil { band.set(.opacity, .number(0.3)) }
        let border = both ? "line" : "rule"
        let encoding = bounds.groups.encoding
        return layered(
            [
                part(
                    .band, type: both ? "area" : "rect", from: bounds.lower, to: bounds.upper, encoding: encoding,
                    defaults: band),
                part(.borders, type: border, from: bounds.lower, encoding: encoding, defaults: lines, isOn: false),
                part(.borders, type: border, from: bounds.upper, encoding: encoding, defaults: lines, isOn: false),
            ], transforms: bounds.groups.transforms)
    }

    private struct Bounds {
        var lower: String
        var upper: String
        var groups: Groups
    }

    /// The columns of the bounds: given (`x2`, `xError`), or worked out from the values.
    private func errorBounds() -> Bounds {
        var groups = groups()
        groups.encoding = groups.encoding.removing(.size)
        if let other = unit.encoding[second]?.fieldName { return Bounds(lower: field, upper: other, groups: groups) }
        let (lower, upper) = ("lower_" + field, "upper_" + field)
        if let error = unit.encoding[errors.first] {
            let value = term(error) ?? "0"
            let below = unit.encoding[errors.second].flatMap(term) ?? "-1 * \(value)"
            groups.transforms += [
                calculate("\(access(field)) + \(value)", as: upper),
                calculate("\(access(field)) + \(below)", as: lower),
            ].compactMap { $0 }
            return Bounds(lower: lower, upper: upper, groups: groups)
        }
        summarise(&groups, lower: lower, upper: upper)
        return Bounds(lower: lower, upper: upper, groups: groups)
    }

    /// What an error channel adds: its field or its constant.
    private func term(_ definition: ChannelSpecification) -> String? {
        definition.fieldName.map(access) ?? definition.value?.constant?.number.map { "\($0)" }
    }

    private func summarise(_ groups: inout Groups, lower: String, upper: String) {
        let isMedian = mark.properties.value(.center)?.string == "median"
        let extent = mark.properties.value(.extent)?.string ?? (isMedian ? "iqr" : "stderr")
        let center = mark.properties.value(.center)?.string ?? (extent == "iqr" ? "median" : "mean")
        var operations: [Aggregate]
        switch extent {
        case "ci": operations = [Aggregate(.ci0, field, as: lower), Aggregate(.ci1, field, as: upper)]
        case "iqr": operations = [Aggregate(.q1, field, as: lower), Aggregate(.q3, field, as: upper)]
        default:
            operations = [Aggregate(AggregateOperation(rawValue: extent) ?? .stderr, field, as: "extent_" + field)]
        }
        operations.append(Aggregate(AggregateOperation(rawValue: center) ?? .mean, field, as: "center_" + field))
        groups.transforms.append(AggregateTransform(operations + groups.aggregates, groupby: groups.groupby))
        guard extent != "ci", extent != "iqr" else { return }
        let (middle, reach) = (access("center_" + field), access("extent_" + field))
        groups.transforms += [
            calculate("\(middle) + \(reach)", as: upper), calculate("\(middle) - \(reach)", as: lower),
        ].compactMap { $0 }
    }
}
