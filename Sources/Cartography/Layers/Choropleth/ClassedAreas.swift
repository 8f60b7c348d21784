import Documents
import Geography
import SceneGraph

/// A choropleth's values, joined to its areas and put into classes.
struct ClassedAreas: Sendable {
    /// By the code that an area goes under.
    var values: [String: Double] = [:]
    var facts: [String: String] = [:]
    var classes: Classification
    var colors: [Color] = []
    /// Whether any area has no value, in the frame or not.
    var lacksValues = false
}

extension ChoroplethLayer {
    func classed(in canvas: inout MapCanvas) -> ClassedAreas? {
        guard let joined = area.joined(valueColumn, in: &canvas) else { return nil }
        tellUnknownLabels(joined.join, in: &canvas)
        guard
            let classes = Classification(
                classes.method,
                values: canvas.shared(Array(joined.values.values), valueColumn, of: area.source),
                classes: classes.count, breaks: classes.breaks,
                midpoint: classes.midpoint)
        else {
            canvas.problem(
                "no area has a number in column `\(valueColumn.text)`", at: valueColumn.location,
                path: valueColumn.path)
            return nil
        }
        var result = ClassedAreas(values: joined.values, facts: joined.facts, classes: classes)
        result.lacksValues = joined.join.areas.enumerated().contains { position, area in
            joined.values[canvas.shownCode(area.id, area.properties, position: position)] == nil
        }
        return colored(result, in: &canvas)
    }

    private func tellUnknownLabels(_ join: AreaJoin, in canvas: inout MapCanvas) {
        guard case .these(let wanted) = labels else { return }
        let codes = Set(
            join.areas.enumerated().map { canvas.shownCode($1.id, $1.properties, position: $0) })
        let names = codes.union(join.areas.compactMap { $0.properties["name_en"]?.string })
        for code in wanted where !names.contains(code.text) {
            canvas.addUnknown(code, known: names.sorted(), what: "the map shows no area")
        }
    }

    /// With a colour for each class; nil where there are none that fit.
    private func colored(_ areas: ClassedAreas, in canvas: inout MapCanvas) -> ClassedAreas? {
        var areas = areas
        let made = areas.classes.classCount
        if classes.method != .manual, classes.midpoint == nil, made < classes.count {
            canvas.warn(
                "\(made) classes instead of \(classes.count): "
                    + (Set(areas.values.values).count < classes.count
                        ? "there are no more different values" : "many areas have the same value"),
                at: area.source.location, path: area.source.path,
                advice: "`method: jenks` or breaks of your own may tell them apart")
        }
        if case .list(let colors) = classes.colors, colors.count != made {
            canvas.problem(
                "\(colors.count) colours for the \(made) classes that the values make", at: area.source.location,
                path: area.source.path)
            return nil
        }
        areas.colors = classes.colors.colors(of: areas.classes)
        if let (one, other) = ClassColors.confusable(areas.colors) {
            canvas.warn(
                "classes \(one) and \(other) look alike to readers who do not part red from green",
                at: area.source.location, path: path + ".scheme",
                advice: "schemes that everyone can read: yellowgreenblue, viridis, blues; with a midpoint "
                    + "purpleorange, blueorange")
        }
        return areas
    }
}
