import Documents
import Expressions
import Tables

/// One step from table to table, as a document's `transform` list names it.
package protocol Transform: Sendable {
    /// The property that tells this transform from others.
    static var key: String { get }
    /// Every property it may have.
    static var properties: [String] { get }

    /// Reads the transform; what is wrong with it is told to the reader.
    init(_ reader: inout TransformReader)

    /// - Throws: a diagnostic; its place is added by whoever runs the list.
    func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table
}

/// Every transform that there is. A new one is a file and a line here.
package enum TransformRegistry {
    package static let all: [any Transform.Type] = [
        AggregateTransform.self, BinTransform.self, CalculateTransform.self, DensityTransform.self,
        ExtentTransform.self,
        FilterTransform.self, FlattenTransform.self, FoldTransform.self, ImputeTransform.self,
        JoinAggregateTransform.self,
        LoessTransform.self, LookupTransform.self, PivotTransform.self, QuantileTransform.self,
        RegressionTransform.self,
        SampleTransform.self, StackTransform.self, TimeUnitTransform.self, WindowTransform.self,
    ]
}

/// What transforms may ask of the document around them; `extent` adds to its parameters.
package struct TransformContext: Sendable {
    package var environment: ExpressionEnvironment
    /// What a selection holds at the start, by parameter; a parameter that is not here has nothing selected.
    package var selections: [String: any RowSelection]
    /// Reads the data that a `lookup` names.
    package var load: @Sendable (_ data: DocumentNode, _ path: String) throws(Diagnostics) -> Table
    /// What went oddly but not wrong.
    package var warnings = Diagnostics()

    package init(
        environment: ExpressionEnvironment = ExpressionEnvironment(), selections: [String: any RowSelection] = [:],
        load: @escaping @Sendable (_ data: DocumentNode, _ path: String) throws(Diagnostics) -> Table = {
            _, path throws(Diagnostics) in
            throw Diagnostics([Diagnostic("there is no data to look up in", path: path)])
        }
    ) {
        self.environment = environment
        self.selections = selections
        self.load = load
    }
}

/// A document's list of transforms.
package struct TransformList: Sendable {
    private var steps: [(transform: any Transform, node: DocumentNode, path: String)] = []

    /// - Parameters:
    ///   - nodes: the entries of the list.
    ///   - path: where the list stands, `transform`.
    ///   - first: the place in that list of the first entry.
    /// - Throws: all that is wrong with all of them.
    package init(_ nodes: [DocumentNode], path: String = "transform", from first: Int = 0) throws(Diagnostics) {
        var problems = Diagnostics()
        for (index, node) in nodes.enumerated() {
            let place = "\(path)[\(first + index)]"
            guard let object = node.object else {
                problems.add(Diagnostic("a transform is an object, not \(node.kind)", at: node.location, path: place))
                continue
            }
            // `timeUnit` and `bin` also name properties of others, `window` is one of none: the first key decides.
            guard
                let type = TransformRegistry.all.first(where: { type in
                    object[type.key] != nil && !TransformList.isProperty(type.key, of: object)
                })
            else {
                let known = TransformRegistry.all.map { $0.key }
                let near = object.keys.lazy.compactMap { suggestion(for: $0, among: known) }.first
                problems.add(
                    Diagnostic(
                        "no such transform: it has \(object.keys.map { "`\($0)`" }.joined(separator: ", "))",
                        at: node.location,
                        path: place,
                        advice: near.map { "did you mean `\($0)`?" } ?? "known: " + known.joined(separator: ", ")))
                continue
            }
            var reader = TransformReader(node, path: place, known: type.properties, of: "a transform `\(type.key)`")
            let transform = type.init(&reader)
            problems.add(reader.diagnostics)
            steps.append((transform, node, place))
        }
        try problems.throwIfErrors()
    }

    private static func isProperty(_ key: String, of object: DocumentObject) -> Bool {
        TransformRegistry.all.contains { other in
            other.key != key && object[other.key] != nil && other.properties.contains(key)
                && !(TransformRegistry.all.first { $0.key == key }?.properties.contains(other.key) ?? false)
        }
    }

    /// The table after every step.
    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostics) -> Table {
        var table = table
        for step in steps {
            do {
                table = try step.transform.apply(to: table, in: &context)
            } catch {
                var problem = error
                if problem.location == nil { problem.location = step.node.location }
                if problem.path.isEmpty { problem.path = step.path }
                throw Diagnostics([problem])
            }
        }
        return table
    }
}
