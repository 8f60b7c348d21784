import Documents
import Tables
import Templates

extension BriefingTemplate {
    /// The report for values that stand on a command line, `code=FRA`; what is not given has its default.
    ///
    /// - Throws: words that are no values of parameters, and parameters that have none.
    public func briefing(words: [String]) throws(Diagnostics) -> Briefing {
        var given: [String: DataValue] = [:]
        var problems = Diagnostics()
        for word in words {
            guard let sign = word.firstIndex(of: "=") else {
                problems.add(
                    Diagnostic("`\(word)` is no parameter and value", cause: .usage, advice: "write --param name=value")
                )
                continue
            }
            let name = String(word[..<sign])
            if !parameters.names.contains(name) {
                problems.add(
                    Diagnostic(
                        "\(path) has no parameter `\(name)`", cause: .usage,
                        advice: DocumentReader.advice(for: name, among: parameters.names)))
            }
            given[name] = .string(String(word[word.index(after: sign)...]))
        }
        try problems.throwIfErrors()
        let values = try parameters.values {
            given[$0]
        } told: { name, problem in
            var problem = problem
            problem.file = path
            problem.message = "the parameter `\(name)`: " + problem.message
            return problem
        }
        return try briefing(values)
    }
}
