import Tables

/// Alt text made from the data: what the chart is of, and its values where they are few.
enum AlternativeText {
    static func written(_ model: ChartModel, title: String) -> String {
        var parts: [String] = []
        if !title.isEmpty { parts.append(title.hasSuffix(".") ? title : title + ".") }
        let units = model.views.compactMap(\.unit)
        guard let unit = units.first(where: { $0.mark.namesChart }) ?? units.first
        else { return parts.joined(separator: " ") }
        let (x, y) = (unit.encoding[.x] ?? unit.encoding[.color], unit.encoding[.y] ?? unit.encoding[.theta])
        func name(_ definition: ChannelDefinition?) -> String? {
            definition.flatMap { model.title(of: $0, guide: $0.axis?[.title])?.joined(separator: " ") ?? $0.field }
        }
        let isOfOneKind = units.allSatisfy { $0.mark.name == unit.mark.name }
        var sentence = unit.mark.namesChart || isOfOneKind ? unit.mark.noun : "Chart"
        switch (name(y), name(x)) {
        case (let y?, let x?): sentence += " of \(y) by \(x)"
        case (let y?, nil): sentence += " of \(y)"
        case (nil, let x?): sentence += " of \(x)"
        default: break
        }
        parts.append(sentence + (unit.table.rowCount > 12 ? ", \(unit.table.rowCount) items." : "."))
        if unit.table.rowCount <= 12, let x, let y, x.isField, y.isField,
            let first = unit.table.column(x.column), let second = unit.table.column(y.column)
        {
            let xs = ValueWriter(x, in: model)
            let ys = ValueWriter(y, in: model)
            let pairs = (0..<unit.table.rowCount).compactMap { row -> String? in
                guard let a = xs.text(of: first[row]), let b = ys.text(of: second[row]) else { return nil }
                return x.isDiscrete || x.type == .temporal ? "\(a): \(b)" : "\(b): \(a)"
            }
            if !pairs.isEmpty { parts.append(pairs.joined(separator: "; ") + ".") }
        }
        return parts.joined(separator: " ")
    }
}
