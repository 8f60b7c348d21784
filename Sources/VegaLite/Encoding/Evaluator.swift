import Documents
import Expressions
import Formats
import Tables

/// Expressions and predicates of a document, with its parameters at their initial values.
struct Evaluator {
    var environment: ExpressionEnvironment
    /// Selections: names that stand for what a reader would pick, with what is picked at first.
    var selections: [String: Selection] = [:]
    /// The names of the document's parameters.
    private var parameters: Set<String> = []
    var problems = ProblemList()

    init(root: DocumentNode, config: Config) {
        environment = ExpressionEnvironment()
        func encoding(of node: DocumentNode, depth: Int = 0) -> DocumentNode? {
            guard depth < Normalizer.deepest else { return nil }
            let inner = (node["layer"]?.array ?? node["spec"].map { [$0] } ?? []).lazy.compactMap {
                encoding(of: $0, depth: depth + 1)
            }.first
            return node["encoding"].map { own in inner.map { own.merging($0) } ?? own } ?? inner
        }
        func visit(_ node: DocumentNode) {
            for param in (node["params"]?.array ?? []) {
                guard let name = param["name"]?.string else { continue }
                parameters.insert(name)
                if let selection = Selection(param, encoding: encoding(of: node)) {
                    selections[name] = selection
                    environment.values[name] = selection.value
                } else if let value = param["value"] {
                    environment.values[name] = Compilation.moment(value).map { .number($0) } ?? value.dataValue
                } else if let text = param["expr"]?.string ?? param["bind"]?["value"]?.string {
                    environment.values[name] = evaluate(text, datum: .null)
                } else {
                    environment.values[name] = .null
                }
            }
            for key in ["layer", "concat", "hconcat", "vconcat"] {
                for child in node[key]?.array ?? [] { visit(child) }
            }
            if let child = node["spec"] { visit(child) }
        }
        func length(_ name: String, _ standard: String) -> Double {
            root[name]?.number ?? config["view", standard]?.number ?? 300
        }
        setSize(width: length("width", "continuousWidth"), height: length("height", "continuousHeight"))
        visit(config.node)
        visit(root)
    }

    /// Expressions call the view's size `width` and `height`, unless the document has parameters of those names.
    mutating func setSize(width: Double, height: Double) {
        for (name, value) in [("width", width), ("height", height)] where !parameters.contains(name) {
            environment.values[name] = .number(value)
        }
    }

    /// The node, or the value of the expression it holds.
    func resolved(_ node: DocumentNode) -> DocumentNode {
        guard let object = node.object, object.members.count == 1,
            let text = object["expr"]?.string ?? object["signal"]?.string
        else { return node }
        return DocumentNode(evaluate(text, datum: .null, at: node), at: node.location)
    }

    func evaluate(_ text: String, datum: DataValue, at node: DocumentNode? = nil) -> DataValue {
        do {
            return try Expression(text).value(datum: datum, in: environment)
        } catch {
            problems.add(error, node)
            return .null
        }
    }

    /// For each row whether a condition's `test` holds.
    func test(_ node: DocumentNode, over table: Table) -> [Bool] {
        let count = table.rowCount
        if let flag = node.boolean { return [Bool](repeating: flag, count: count) }
        if let text = node.string {
            do {
                var result = [Bool](repeating: false, count: count)
                for row in try Expression(text).rows(of: table, in: environment) { result[row] = true }
                return result
            } catch {
                problems.add(error, node)
                return [Bool](repeating: false, count: count)
            }
        }
        if let inner = node["not"] { return test(inner, over: table).map { !$0 } }
        if let list = node["and"]?.array {
            return list.map { test($0, over: table) }.reduce([Bool](repeating: true, count: count)) {
                zip($0, $1).map { $0 && $1 }
            }
        }
        if let list = node["or"]?.array {
            return list.map { test($0, over: table) }.reduce([Bool](repeating: false, count: count)) {
                zip($0, $1).map { $0 || $1 }
            }
        }
        if let name = node["param"]?.string ?? node["selection"]?.string { return selected(name, node, over: table) }
        if node["param"] != nil || node["selection"] != nil { return [Bool](repeating: true, count: count) }
        do {
            return try PredicateRows.test(node, over: table, in: environment)
        } catch {
            problems.add(error, node)
            return [Bool](repeating: false, count: count)
        }
    }

    /// Rows that a selection's initial value holds; all of them where it is empty, unless it says otherwise.
    private func selected(_ name: String, _ node: DocumentNode, over table: Table) -> [Bool] {
        let count = table.rowCount
        guard let selection = selections[name] else {
            if let value = environment.values[name] {
                return [Bool](repeating: value != .null && value != .boolean(false), count: count)
            }
            problems.add(
                Diagnostic(
                    "there is no parameter `\(name)`",
                    advice: suggestion(for: name, among: (Array(selections.keys) + environment.values.keys).sorted())
                        .map { "did you mean `\($0)`?" }), node)
            return [Bool](repeating: true, count: count)
        }
        if selection.isEmpty { return [Bool](repeating: node["empty"]?.boolean ?? true, count: count) }
        return selection.test(table)
    }
}

/// Problems found while evaluating, gathered from wherever values are read.
final class ProblemList {
    private(set) var all: [Diagnostic] = []

    func add(_ problem: Diagnostic, _ node: DocumentNode?) {
        var problem = problem
        if problem.location == nil { problem.location = node?.location }
        if !all.contains(where: { $0.message == problem.message }) { all.append(problem) }
    }
}
