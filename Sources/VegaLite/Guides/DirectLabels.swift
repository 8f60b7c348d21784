import Documents
import SceneGraph
import Tables
import Typography

extension ChartLayout {
    /// Names of series at the marks themselves, in place of a legend: at the ends of lines, inside areas and bars.
    ///
    /// Where one of them would find no room, there are none, and the legend stays.
    mutating func directLabels(_ frame: Int, cell: Cell, place: String, among marks: [Node]) -> [Node] {
        let wish = model.extras.labels
        guard wish == "direct" || config.isEditorial && wish == nil, cell == .whole else { return [] }
        var texts: [Rectangle] = []
        for mark in marks { mark.forEach { if case .text = $0.content { texts.append($0.bounds) } } }
        for id in units(under: frame) {
            guard let unit = views[id].unit, let channel = naming(unit), let definition = unit.encoding[channel],
                let component = component(of: channel, in: id), component.type == .ordinal,
                component.contributions.allSatisfy({ $0.definition.column == definition.column }),
                definition.written.legend == nil || wish != nil, let encoder = encoder(for: id, cell: cell),
                // What a blend makes of the colours nobody knows beforehand.
                encoder.properties.string(.blend).map({ $0 == "normal" }) ?? true
            else { continue }
            let labels: [Label]?
            switch unit.mark.directLabels {
            case .endOfLine: labels = lineLabels(encoder, definition)
            case .withinArea: labels = areaLabels(encoder, definition)
            case .overBar: labels = barLabels(encoder, definition)
            case .besideSector: labels = arcLabels(encoder, definition)
            case nil: labels = nil
            }
            guard let labels, labels.count >= 2 || wish != nil && !labels.isEmpty else { continue }
            let nodes = labels.map { label in
                measurer.node(
                    id: "\(context.name)/\(place)label[\(label.text.lines.joined(separator: " "))]",
                    role: "direct-label", label.text)
            }
            // What the document writes itself comes first.
            guard !nodes.contains(where: { node in texts.contains { $0.intersects(node.bounds) } }) else { continue }
            directlyLabelled.insert(component.key)
            for other in Channel.allCases where other.hasLegend {
                // The same field's dashes or shapes need no legend either.
                if let own = unit.encoding[other], own.column == definition.column,
                    let same = self.component(of: other, in: id)
                {
                    directlyLabelled.insert(same.key)
                }
            }
            return nodes
        }
        return []
    }

    /// The channel whose values name the series: the colour, or the dashes of lines that all have one colour.
    private func naming(_ unit: View.Unit) -> Channel? {
        let channels: [Channel] = unit.mark.directLabels == .endOfLine ? [.color, .strokeDash] : [.color]
        return channels.first { unit.encoding[$0]?.isField == true && unit.encoding[$0]?.isDiscrete == true }
    }

    private struct Label {
        var text: Text
    }

    /// The most series that can be told apart by name beside their lines.
    private static let mostLabels = 10

    private func setting(_ align: String) -> TextSetting {
        var setting = TextSetting(font: config.isEditorial ? theme.labelFont : Font(theme.family, size: 10))
        setting.align = align
        setting.baseline = "middle"
        return setting
    }

    private func readable(_ color: Color) -> Color {
        let paper = theme.background
        if color.contrast(with: paper) >= 4.5 { return color }
        // Nearer to the ink, step by step, until it can be read on the page.
        var nearer = color
        for _ in 0..<24 where nearer.contrast(with: paper) < 4.5 {
            nearer = Color(
                red: nearer.red + (theme.ink.red - nearer.red) * 0.08,
                green: nearer.green + (theme.ink.green - nearer.green) * 0.08,
                blue: nearer.blue + (theme.ink.blue - nearer.blue) * 0.08)
        }
        return nearer
    }

    /// What is read best on a colour; nil where nothing is read well, so that a legend is better.
    private func inner(on color: Color) -> Color? {
        let inks = [theme.ink, theme.background, .white, Color(hex: 0x14_18_1F)]
        return inks.max { $0.contrast(with: color) < $1.contrast(with: color) }.flatMap {
            $0.contrast(with: color) >= 4.5 ? $0 : nil
        }
    }

    private func lineLabels(_ encoder: MarkEncoder, _ definition: ChannelDefinition) -> [Label]? {
        let (xs, ys) = (encoder.points(.x), encoder.points(.y))
        let writer = ValueWriter(definition, config: config, evaluator: evaluator)
        let values = encoder.values(definition.column)
        var ends: [DataValue: Point] = [:]
        var order: [DataValue] = []
        for index in 0..<encoder.count where xs[index].isFinite && ys[index].isFinite {
            if let known = ends[values[index]] {
                if xs[index] >= known.x { ends[values[index]] = Point(xs[index], ys[index]) }
            } else {
                order.append(values[index])
                ends[values[index]] = Point(xs[index], ys[index])
            }
        }
        guard order.count <= Self.mostLabels, encoder.unit.details.allSatisfy({ $0.column == definition.column }) else {
            return nil
        }
        let setting = setting("left")
        let height = setting.font.size * 1.2
        guard Double(order.count) * height <= encoder.size.height else { return nil }
        var items = order.compactMap { value in ends[value].map { (value, $0) } }.sorted { $0.1.y < $1.1.y }
        // A line that ends early is named at the right all the same, if its neighbours leave the place free.
        let right = items.map(\.1.x).max() ?? 0
        guard items.allSatisfy({ right - $0.1.x < encoder.size.width * 0.25 }) else { return nil }
        spread(&items, height: height, within: encoder.size.height)
        return items.compactMap { value, point in
            guard let name = writer.text(of: value) else { return nil }
            let color = encoder.scales[.color].map { $0.color(of: value) } ?? theme.ink
            guard let color else { return nil }
            return Label(
                text: setting.text(
                    [name], at: Point(right + 7, point.y), fill: .color(readable(color)), measurer: measurer))
        }
    }

    /// Moves labels apart, as little as needed: overlapping ones become a block around their common middle.
    private func spread(_ items: inout [(DataValue, Point)], height: Double, within total: Double) {
        struct Block {
            var first: Int
            var count: Int
            var middle: Double
        }
        var blocks: [Block] = []
        for index in items.indices {
            blocks.append(Block(first: index, count: 1, middle: items[index].1.y))
            while blocks.count > 1 {
                let (a, b) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
                guard a.middle + Double(a.count) * height / 2 > b.middle - Double(b.count) * height / 2 else { break }
                let count = a.count + b.count
                let middle = (a.middle * Double(a.count) + b.middle * Double(b.count)) / Double(count)
                blocks.removeLast()
                blocks[blocks.count - 1] = Block(first: a.first, count: count, middle: middle)
            }
        }
        for block in blocks {
            let half = Double(block.count) * height / 2
            let middle = max(half - height / 2, min(total - half + height / 2, block.middle))
            for offset in 0..<block.count {
                items[block.first + offset].1.y = middle - half + (Double(offset) + 0.5) * height
            }
        }
    }

    private func areaLabels(_ encoder: MarkEncoder, _ definition: ChannelDefinition) -> [Label]? {
        guard encoder.unit.stack != nil, encoder.unit.orientation != .horizontal else { return nil }
        let along = encoder.points(.x)
        let span = encoder.span(.y)
        let values = encoder.values(definition.column)
        let setting = setting("center")
        let writer = ValueWriter(definition, config: config, evaluator: evaluator)
        var best: [DataValue: (index: Int, thickness: Double)] = [:]
        var order: [DataValue] = []
        for index in 0..<encoder.count {
            let thickness = abs(span.end[index] - span.start[index])
            guard thickness.isFinite, along[index].isFinite else { continue }
            let name = writer.text(of: values[index]) ?? ""
            let half = measurer.width(of: name, font: setting.font) / 2
            guard along[index] - half >= 2, along[index] + half <= encoder.size.width - 2 else { continue }
            if best[values[index]] == nil { order.append(values[index]) }
            if thickness > best[values[index]]?.thickness ?? -1 { best[values[index]] = (index, thickness) }
        }
        let series = Set(values).count
        guard order.count == series, series <= Self.mostLabels else { return nil }
        var labels: [Label] = []
        for value in order {
            guard let (index, thickness) = best[value], let name = writer.text(of: value),
                let color = encoder.scales[.color]?.color(of: value)
            else { return nil }
            guard thickness >= setting.font.size * 1.5 else { return nil }
            // The neighbours must be thick enough too, for the whole name to lie inside.
            let half = measurer.width(of: name, font: setting.font) / 2
            let middle = (span.start[index] + span.end[index]) / 2
            for other in 0..<encoder.count where values[other] == value && abs(along[other] - along[index]) <= half {
                let (top, bottom) = (min(span.start[other], span.end[other]), max(span.start[other], span.end[other]))
                guard top <= middle - setting.font.size * 0.6, bottom >= middle + setting.font.size * 0.6 else {
                    return nil
                }
            }
            guard let ink = inner(on: color) else { return nil }
            labels.append(
                Label(
                    text: setting.text(
                        [name], at: Point(along[index], middle), fill: .color(ink), measurer: measurer)))
        }
        return labels
    }

    /// Inside the slices of a pie or a ring, where each is wide enough for its name.
    private func arcLabels(_ encoder: MarkEncoder, _ definition: ChannelDefinition) -> [Label]? {
        guard encoder.unit.stack?.channel == .theta, encoder.definition(.radius) == nil,
            encoder.properties.number(.radius) == nil
        else { return nil }
        let values = encoder.values(definition.column)
        guard Set(values).count == values.count, values.count <= Self.mostLabels else { return nil }
        let (starts, ends) = Arcs.span(encoder, .theta, standard: (0, 2 * .pi))
        let outer = encoder.properties.number(.outerRadius) ?? min(encoder.size.width, encoder.size.height) / 2
        let inner = encoder.properties.number(.innerRadius) ?? 0
        let radius = inner > 0 ? (inner + outer) / 2 : outer * 0.64
        let (cx, cy) = (encoder.size.width / 2, encoder.size.height / 2)
        let setting = setting("center")
        let writer = ValueWriter(definition, config: config, evaluator: evaluator)
        var labels: [Label] = []
        for index in 0..<encoder.count {
            guard let name = writer.text(of: values[index]),
                let color = encoder.scales[.color]?.color(of: values[index])
            else { return nil }
            let angle = (starts[index] + ends[index]) / 2
            let (half, height) = (measurer.width(of: name, font: setting.font) / 2 + 3, setting.font.size * 0.6 + 2)
            let middle = Point(radius * Circular.sine(angle), -radius * Circular.cosine(angle))
            // Each corner of the name lies within the slice.
            let (low, high) = (min(starts[index], ends[index]), max(starts[index], ends[index]))
            guard low.isFinite, high.isFinite, high > low else { return nil }
            for (x, y) in [(-half, -height), (half, -height), (half, height), (-half, height)] {
                let corner = Point(middle.x + x, middle.y + y)
                let distance = (corner.x * corner.x + corner.y * corner.y).squareRoot()
                guard distance <= outer, distance >= inner else { return nil }
                var turn = Circular.angle(right: corner.x, down: corner.y)
                while turn < low { turn += 2 * .pi }
                while turn >= low + 2 * .pi { turn -= 2 * .pi }
                guard turn <= high else { return nil }
            }
            guard let ink = self.inner(on: color) else { return nil }
            labels.append(
                Label(
                    text: setting.text(
                        [name], at: Point(cx + middle.x, cy + middle.y), fill: .color(ink), measurer: measurer)))
        }
        return labels
    }

    /// Inside the bars of one row or column that has room for every name.
    private func barLabels(_ encoder: MarkEncoder, _ definition: ChannelDefinition) -> [Label]? {
        guard let stack = encoder.unit.stack, !stack.stackBy.isEmpty else { return nil }
        // A colour that repeats the axis needs no name at all.
        let dimension: Channel = stack.channel == .x ? .y : .x
        guard encoder.definition(dimension)?.column != definition.column else { return nil }
        let x = Rectangles.extent(encoder, .x), y = Rectangles.extent(encoder, .y)
        let values = encoder.values(definition.column)
        let keys =
            encoder.definition(dimension).map { encoder.values($0.column) }
            ?? [DataValue](repeating: .null, count: encoder.count)
        let series = Set(values).count
        guard series <= Self.mostLabels else { return nil }
        let setting = setting("center")
        let writer = ValueWriter(definition, config: config, evaluator: evaluator)
        var rows: [DataValue: [Int]] = [:]
        var order: [DataValue] = []
        for index in 0..<encoder.count {
            if rows[keys[index]] == nil { order.append(keys[index]) }
            rows[keys[index], default: []].append(index)
        }
        for key in order {
            guard let members = rows[key], Set(members.map { values[$0] }).count == series, members.count == series
            else { continue }
            var labels: [Label] = []
            for index in members {
                guard let name = writer.text(of: values[index]),
                    let color = encoder.scales[.color]?.color(of: values[index]), let ink = inner(on: color)
                else { break }
                let box = Rectangle(from: Point(x.low[index], y.low[index]), to: Point(x.high[index], y.high[index]))
                guard box.width >= measurer.width(of: name, font: setting.font) + 6,
                    box.height >= setting.font.size * 1.25
                else { break }
                labels.append(
                    Label(
                        text: setting.text(
                            [name], at: Point(box.midX, box.midY), fill: .color(ink), measurer: measurer)))
            }
            if labels.count == series { return labels }
        }
        return nil
    }
}
