import Documents
import Expressions
import Facts
import Tables
import Transforms

extension Compilation {
    /// Reads the rows of a `data` object; what is wrong is reported, and there are none.
    ///
    /// - Parameter types: how the encodings say that fields are to be read.
    mutating func load(_ node: DocumentNode, path: String, types: [String: ValueType] = [:]) -> Table {
        do {
            let table = try loader.table(for: node, path: path, types: types)
            noteSources(node, table)
            for note in loader.takeNotes() { add(note) }
            return table
        } catch {
            for problem in error.all { add(problem) }
            hasBrokenData = true
            return Table()
        }
    }

    /// The facts and sources that a table rests on, for the line under the figure.
    private mutating func noteSources(_ node: DocumentNode, _ table: Table) {
        guard node["facts"] != nil, let ids = table.column("id") else { return }
        for row in 0..<table.rowCount {
            guard case .string(let id) = ids[row] else { continue }
            if !facts.contains(id) { facts.append(id) }
            guard let fact = context.facts[id] else { continue }
            for source in context.facts.sources(of: fact) where !sources.contains(source.id) {
                sources.append(source.id)
            }
        }
    }

    /// Transforms the rows of each cell by themselves.
    ///
    /// - Parameter facetColumns: columns whose values part the rows into cells; those that the rows lack part nothing.
    mutating func apply(_ list: TransformList, to table: Table, partedBy facetColumns: [String]) -> Table {
        let parting = facetColumns.compactMap { name in table.column(name).map { (name, $0) } }
        let cells = Grouping(rowCount: table.rowCount, columns: parting.map(\.1)).rows
        if parting.isEmpty || cells.isEmpty { return apply(list, to: table) }
        var result: Table?
        for rows in cells {
            var cell = apply(list, to: table.rows(rows))
            for (name, column) in parting {
                cell.set(name, Table.Column([DataValue](repeating: column[rows[0]], count: cell.rowCount)))
            }
            result = result?.appending(cell) ?? cell
        }
        return result ?? table
    }

    /// A document's list of transforms; what is wrong with it is reported, and those steps are left out.
    mutating func readTransforms(_ nodes: [DocumentNode], path: String) -> TransformList {
        var problems = Diagnostics()
        let list = TransformList(nodes, path: path, file: document.file, problems: &problems)
        if problems.hasErrors { hasBrokenData = true }
        for problem in problems.all { add(problem) }
        return problems.hasErrors ? TransformList() : list
    }

    /// A transform that an encoding implies.
    mutating func apply(_ transform: any Transform, to table: Table, at node: DocumentNode?, path: String) -> Table {
        apply(TransformList([.init(transform, at: node?.location, path: path)]), to: table)
    }

    mutating func apply(_ list: TransformList, to table: Table) -> Table {
        do {
            var transforming = transforming
            transforming.environment = evaluator.environment
            transforming.selections = evaluator.selections
            let result = try list.apply(to: table, in: &transforming)
            evaluator.environment = transforming.environment
            for warning in transforming.warnings.all { add(warning) }
            return result
        } catch {
            for problem in error.all { add(problem) }
            hasBrokenData = true
            return table
        }
    }

    mutating func add(_ problem: Diagnostic) {
        var problem = problem
        if problem.file.isEmpty { problem.file = document.file }
        if !diagnostics.all.contains(problem) { diagnostics.add(problem) }
    }
}

/// Which rows a predicate holds for.
enum PredicateRows {
    static func test(
        _ node: DocumentNode, over table: Table, in environment: ExpressionEnvironment
    ) throws(Diagnostic) -> [Bool] {
        var problems = Diagnostics()
        let predicate = Predicate(node, path: "test", diagnostics: &problems)
        if let problem = problems.all.first { throw problem }
        let context = TransformContext(environment: environment)
        var result = [Bool](repeating: false, count: table.rowCount)
        for row in try predicate.rows(of: table, in: context) { result[row] = true }
        return result
    }
}
