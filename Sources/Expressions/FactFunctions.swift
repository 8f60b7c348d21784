import Tables

/// `fact(id)`: the value of a fact of the project, in the conditions of a template. It is no function of Vega's.
enum FactFunctions {
    static let all: [String: ExpressionFunction] = [
        "fact": ExpressionFunction(1...1) { arguments, frame in
            guard let fact = frame.environment.fact else {
                throw ExpressionProblem("`fact` is known in templates of reports alone")
            }
            return ExpressionValue(fact(arguments.text(0)))
        }
    ]
}
