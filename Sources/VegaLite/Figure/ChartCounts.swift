import Documents
import Tables

/// What is counted before anything is laid out: an axis or a grid of more than a page can hold is refused while it is
/// still cheap.
extension ScaleComponents {
    /// - Returns: an error for each axis with more names than a page has units, and each facet with more cells than a
    ///   chart may have views.
    var excesses: Diagnostics {
        var problems = Diagnostics()
        var resolver = ScaleResolver(self)
        let most = Limit.pageSize.value
        let axes = all.values.filter {
            $0.channel.isPosition && $0.type.isDiscrete && !model.views[$0.key.view].isWithinFacet
        }
        for component in axes.sorted(by: { ($0.key.view, $0.channel.rawValue) < ($1.key.view, $1.channel.rawValue) }) {
            let count = resolver.values(of: component, in: .whole).count
            guard count > most, let definition = component.lead?.definition else { continue }
            problems.add(
                Diagnostic(
                    "\(component.channel.rawValue) has \(count) different values with a place for each; "
                        + "\(most) units are the most that a page has",
                    at: definition.place.location, path: definition.path,
                    advice: "if they are amounts or dates, write `type: quantitative` or `temporal`"))
        }
        for view in model.views {
            guard let facet = view.facet, let definition = facet.definitions.first?.definition else { continue }
            let count = facet.definitions.reduce(1) { product, part in
                let count = model.values(of: part, facet: facet, in: view.id, cell: .whole).count
                return product.multipliedReportingOverflow(by: count).overflow ? .max : product * count
            }
            guard count > Limit.views.value else { continue }
            var problem = Limit.views.exceeded(count, "the facet")
            (problem.location, problem.path) = (definition.place.location, definition.path)
            problems.add(problem)
        }
        return problems
    }
}
