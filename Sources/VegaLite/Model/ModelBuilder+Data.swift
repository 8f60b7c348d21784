import Documents
import Facts
import Tables
import Transforms

extension ModelBuilder {
    /// Reads the rows of a `data` object; what is wrong is reported, and there are none.
    ///
    /// - Parameter types: how the encodings say that fields are to be read.
    mutating func load(_ data: DataSpecification, types: [String: ValueType]) -> Table {
        do {
            let table = try loader.table(for: data.node, path: data.path, types: types)
            for note in loader.takeNotes() { add(note) }
            noteSources(data, table)
            return table
        } catch {
            for problem in error.all { add(problem) }
            model.hasBrokenData = true
            return Table()
        }
    }

    /// The facts and sources that a table rests on, for the line under the figure.
    private mutating func noteSources(_ data: DataSpecification, _ table: Table) {
        guard data.isOfFacts, let ids = table.column("id") else { return }
        for row in 0..<table.rowCount {
            guard case .string(let id) = ids[row] else { continue }
            if !model.facts.contains(id) { model.facts.append(id) }
            guard let fact = context.facts[id] else { continue }
            for source in context.facts.sources(of: fact) where !model.sources.contains(source.id) {
                model.sources.append(source.id)
            }
        }
    }

    /// Texts of temporal fields as moments, wherever the encoding names such a field.
    func parsingTimes(in view: ViewSpecification, _ table: Table) -> Table {
        var table = table
        func read(_ encoding: Encoding) {
            for definition in encoding.channels.values.joined() {
                guard let field = definition.fieldName, definition.type == .temporal || definition.timeUnit != nil,
                    let column = table.column(field)
                else { continue }
                table.set(field, Moments.times(column))
            }
        }
        func visit(_ view: ViewSpecification) {
            switch view.content {
            case .unit(let unit): read(unit.encoding)
            case .layer(let children, let shared):
                read(shared)
                for child in children { visit(child) }
            default: break
            }
        }
        visit(view)
        for step in view.transforms {
            guard let transform = step.transform as? TimeUnitTransform, let column = table.column(transform.field)
            else { continue }
            table.set(transform.field, Moments.times(column))
        }
        return table
    }

    // MARK: - Transforms

    /// Transforms the rows of each cell by themselves.
    ///
    /// - Parameter facetColumns: columns whose values part the rows into cells; those that the rows lack part nothing.
    mutating func apply(
        _ steps: [TransformStep], to table: Table, partedBy facetColumns: [String]
    ) -> Table {
        let parting = facetColumns.compactMap { name in table.column(name).map { (name, $0) } }
        let cells = Grouping(rowCount: table.rowCount, columns: parting.map(\.1)).rows
        if parting.isEmpty || cells.isEmpty { return apply(steps, to: table) }
        var result: Table?
        for rows in cells {
            var cell = apply(steps, to: table.rows(rows))
            for (name, column) in parting {
                cell.set(name, Table.Column([DataValue](repeating: column[rows[0]], count: cell.rowCount)))
            }
            result = result?.appending(cell) ?? cell
        }
        return result ?? table
    }

    mutating func apply(_ steps: [TransformStep], to table: Table) -> Table {
        var table = table
        let told = transforming.warnings.all.count
        for step in steps {
            do throws(Diagnostic) {
                table = try step.transform.apply(to: table, in: &transforming)
            } catch {
                var problem = error
                if problem.location == nil { problem.location = step.place.location }
                if problem.path.isEmpty { problem.path = step.place.path }
                add(problem)
                model.hasBrokenData = true
                break
            }
        }
        model.evaluator.environment = transforming.environment
        for warning in transforming.warnings.all.dropFirst(told) { add(warning) }
        return table
    }
}

extension DataSpecification {
    /// Whether the rows are a project's facts.
    var isOfFacts: Bool { node["facts"] != nil }
    /// Whether the rows are the lines of a grid of longitudes and latitudes.
    var isGraticule: Bool { node["graticule"] != nil }
}

extension TransformStep {
    /// The same with more columns to group by, where it groups.
    func grouping(by columns: [String]) -> TransformStep {
        guard var transform = transform as? any GroupingTransform else { return self }
        transform.groupby += columns.filter { !transform.groupby.contains($0) }
        return TransformStep(transform: transform, place: place)
    }
}
