import Formats

extension Formula {
    /// A number on its way through a formula, and which way it may be off.
    struct Outcome: Hashable {
        var value: Double
        var qualifier: Qualifier
    }

    struct EvaluationError: Error, Sendable, Hashable {
        var message: String
    }

    /// Computes the formula.
    ///
    /// Qualifiers go through: a bound divided by an exact number is a bound, an exact number divided by a lower bound
    /// is an upper bound, and what is bounded from both sides, or multiplied by a negative, is only `about`.
    ///
    /// - Parameters:
    ///   - value: the number of a fact, or an error where it has none.
    ///   - year: the year of a fact, or an error where it has no single one.
    func evaluated(
        value: (String) throws(EvaluationError) -> Outcome, year: (String) throws(EvaluationError) -> Int
    ) throws(EvaluationError) -> Outcome {
        var stack: [Outcome] = []
        for step in steps {
            switch step {
            case .number(let number): stack.append(Outcome(value: number, qualifier: .exact))
            case .fact(let id): stack.append(try value(id))
            case .count(let count): stack.append(Outcome(value: Double(count), qualifier: .exact))
            case .years(let from, let to):
                stack.append(Outcome(value: Double(try year(to) - (try year(from))), qualifier: .exact))
            case .negate:
                guard let last = stack.popLast() else { throw EvaluationError(message: "the formula is incomplete") }
                stack.append(Outcome(value: -last.value, qualifier: last.qualifier.inverted))
            case .add, .subtract, .multiply, .divide:
                guard let right = stack.popLast(), let left = stack.popLast() else {
                    throw EvaluationError(message: "the formula is incomplete")
                }
                stack.append(try Formula.combine(left, step, right))
            }
        }
        guard stack.count == 1, let outcome = stack.first else {
            throw EvaluationError(message: "the formula is incomplete")
        }
        guard outcome.value.isFinite else { throw EvaluationError(message: "the outcome is too large for a number") }
        return outcome
    }

    private static func combine(
        _ left: Outcome, _ step: Step, _ right: Outcome
    ) throws(EvaluationError) -> Outcome {
        let negative = left.value < 0 || right.value < 0
        let product: Qualifier =
            negative && !(left.qualifier == .exact && right.qualifier == .exact)
            ? .about : left.qualifier.combined(with: right.qualifier)
        switch step {
        case .add:
            return Outcome(
                value: left.value + right.value, qualifier: left.qualifier.combined(with: right.qualifier))
        case .subtract:
            return Outcome(
                value: left.value - right.value, qualifier: left.qualifier.combined(with: right.qualifier.inverted))
        case .multiply:
            return Outcome(value: left.value * right.value, qualifier: product)
        default:
            guard right.value != 0 else { throw EvaluationError(message: "the formula divides by zero") }
            let quotient: Qualifier =
                negative && product != .exact
                ? .about : left.qualifier.combined(with: right.qualifier.inverted)
            return Outcome(value: left.value / right.value, qualifier: quotient)
        }
    }
}
