import Documents
import Tables

/// Transforms one after another, each with its place in the document.
package struct TransformList: Sendable {
    package struct Step: Sendable {
        package var transform: any Transform
        package var location: SourceLocation?
        package var path: String

        package init(_ transform: any Transform, at location: SourceLocation? = nil, path: String) {
            self.transform = transform
            self.location = location
            self.path = path
        }
    }

    package var steps: [Step] = []

    package init(_ steps: [Step] = []) { self.steps = steps }

    /// Reads a document's list.
    ///
    /// - Parameters:
    ///   - nodes: the entries of the list.
    ///   - path: where the list stands, `transform`.
    ///   - first: the place in that list of the first entry.
    /// - Throws: all that is wrong with all of them.
    package init(_ nodes: [DocumentNode], path: String = "transform", from first: Int = 0) throws(Diagnostics) {
        var problems = Diagnostics()
        self.init(nodes, path: path, from: first, problems: &problems)
        try problems.throwIfErrors()
    }

    /// Reads a document's list as far as it can be read, and tells what is wrong with the rest.
    package init(
        _ nodes: [DocumentNode], path: String = "transform", from first: Int = 0, file: String = "",
        problems: inout Diagnostics
    ) {
        for (index, node) in nodes.enumerated() {
            let place = "\(path)[\(first + index)]"
            guard let object = node.object else {
                problems.add(
                    Diagnostic("a transform is an object, not \(node.kind)", file: file, at: node.location, path: place)
                )
                continue
            }
            guard let type = TransformRegistry.all.first(where: { object[$0.key] != nil }) else {
                problems.add(TransformList.unknown(object, node, path: place, file: file))
                continue
            }
            var reader = DocumentReader(node, path: place, file: file, noun: "a transform `\(type.key)`")
            let transform = type.init(&reader)
            reader.finish()
            problems.add(reader.problems)
            steps.append(Step(transform, at: node.location, path: place))
        }
    }

    private static func unknown(
        _ object: DocumentObject, _ node: DocumentNode, path: String, file: String
    ) -> Diagnostic {
        let known = TransformRegistry.all.map { $0.key }.sorted()
        let near = object.keys.lazy.compactMap { suggestion(for: $0, among: known) }.first
        let keys = object.keys.prefix(10).map { "`\($0.prefix(80))`" }.joined(separator: ", ")
        return Diagnostic(
            "no such transform: it has \(keys)", file: file, at: node.location, path: path,
            advice: near.map { "did you mean `\($0)`?" } ?? "known: " + known.joined(separator: ", "))
    }

    /// The table after every step.
    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostics) -> Table {
        var table = table
        for step in steps {
            do {
                table = try step.transform.apply(to: table, in: &context)
            } catch {
                var problem = error
                if problem.location == nil { problem.location = step.location }
                if problem.path.isEmpty { problem.path = step.path }
                throw Diagnostics([problem])
            }
        }
        return table
    }
}
