import Documents
import Formats

/// Whether a formula computes what its fact says: later less earlier, what it is about divided by what it is held
/// against, and a unit that comes out of the units of its inputs.
struct FormulaCheck {
    let fact: Fact
    let facts: FactBase
    private(set) var problems: [Diagnostic] = []

    init(fact: Fact, facts: FactBase) {
        self.fact = fact
        self.facts = facts
        guard let formula = try? Formula(parsing: fact.formula ?? "") else { return }
        checkUnit(formula)
        checkOrder(formula)
        checkLikeness(formula)
        checkDate(formula)
    }

    private mutating func add(_ message: String, advice: String? = nil) {
        problems.append(
            Diagnostic(
                message, cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).formula",
                advice: advice))
    }

    // MARK: Units

    /// A unit as what is above and below the fraction line; empty for a bare number.
    private struct Dimension: Hashable {
        var above: [String] = []
        var below: [String] = []
        /// A bare number that was written: it fits any unit.
        var isLiteral = false

        init(_ unit: String? = nil) {
            guard let unit, !["1", "%", "×", "ratio"].contains(unit) else { return }
            let parts = unit.split(separator: " ").map(String.init)
            if let per = parts.firstIndex(of: "per"), per > 0 {
                above = [UnitWords.symbol(of: parts[..<per].joined(separator: " "))]
                below = [UnitWords.symbol(of: parts[(per + 1)...].joined(separator: " "))]
            } else {
                above = [UnitWords.symbol(of: unit)]
            }
        }

        func divided(by other: Dimension) -> Dimension {
            var result = self
            result.above += other.below
            result.below += other.above
            result.isLiteral = isLiteral && other.isLiteral
            for unit in result.below {
                guard let place = result.above.firstIndex(of: unit), let own = result.below.firstIndex(of: unit) else {
                    continue
                }
                result.above.remove(at: place)
                result.below.remove(at: own)
            }
            result.above.sort()
            result.below.sort()
            return result
        }

        func times(_ other: Dimension) -> Dimension {
            var inverse = other
            (inverse.above, inverse.below) = (other.below, other.above)
            return divided(by: inverse)
        }

        var written: String {
            above.isEmpty && below.isEmpty
                ? "a bare number"
                : above.joined(separator: " ") + (below.isEmpty ? "" : " per " + below.joined(separator: " "))
        }
    }

    private mutating func checkUnit(_ formula: Formula) {
        var stack: [Dimension] = []
        for step in formula.steps {
            switch step {
            case .number:
                var literal = Dimension()
                literal.isLiteral = true
                stack.append(literal)
            case .count:
                // What is counted has the unit that the fact gives it.
                return
            case .years: stack.append(Dimension("year"))
            case .fact(let id): stack.append(Dimension(facts[id]?.unit))
            case .negate: break
            case .add, .subtract, .multiply, .divide:
                guard let right = stack.popLast(), let left = stack.popLast() else { return }
                switch step {
                case .multiply: stack.append(left.times(right))
                case .divide: stack.append(left.divided(by: right))
                default:
                    if left != right, !left.isLiteral, !right.isLiteral {
                        add("the formula adds \(left.written) and \(right.written)")
                        return
                    }
                    stack.append(left.isLiteral ? right : left)
                }
            }
        }
        guard let outcome = stack.first, stack.count == 1 else { return }
        let own = Dimension(fact.unit)
        let (above, below) = (outcome.above.sorted(), outcome.below.sorted())
        if above != own.above.sorted() || below != own.below.sorted() {
            add("the formula gives \(outcome.written), and the fact's unit is \(fact.unit ?? "none")")
        }
        let hundred = formula.steps.contains(.number(100))
        if fact.unit == "%", !hundred, !formula.references.contains(where: { facts[$0]?.unit == "%" }) {
            add("the unit is %, and the formula does not multiply by 100")
        }
        if fact.unit == "×", hundred { add("the unit is ×, and the formula multiplies by 100") }
    }

    // MARK: Order

    /// Of each difference and quotient of two facts: which comes first.
    private mutating func checkOrder(_ formula: Formula) {
        var stack: [String?] = []
        for step in formula.steps {
            switch step {
            case .fact(let id): stack.append(id)
            case .number, .count: stack.append(nil)
            case .years(let from, let to):
                if let first = facts[from]?.date.singleYear, let last = facts[to]?.date.singleYear, last < first {
                    add(
                        "the formula counts the years from \(first) back to \(last)",
                        advice: "write years(`\(to)`, `\(from)`)")
                }
                stack.append(nil)
            case .negate: break
            case .add, .multiply, .subtract, .divide:
                guard let right = stack.popLast(), let left = stack.popLast() else { return }
                if let left, let right, step == .subtract || step == .divide {
                    check(left, right, isQuotient: step == .divide)
                }
                // A difference or a multiple of a thing is still told of it.
                stack.append(step == .divide ? nil : left)
            }
        }
    }

    private mutating func check(_ first: String, _ second: String, isQuotient: Bool) {
        guard let one = facts[first], let other = facts[second] else { return }
        let verb = isQuotient ? "divides" : "subtracts"
        if one.about == other.about, one.measure == other.measure, let from = one.date.singleYear,
            let to = other.date.singleYear
        {
            if from < to {
                add(
                    isQuotient
                        ? "the formula divides what was in \(from) by what was in \(to)"
                        : "the formula subtracts what was in \(to) from what was in \(from)",
                    advice: "growth and change are told from the earlier to the later")
            }
            return
        }
        if one.about != fact.about, other.about == fact.about {
            add(
                "the fact is about \(fact.about), and the formula \(verb) "
                    + "\(isQuotient ? "something else by it" : "it from something else")",
                advice: "turn it round, or say what it is about")
        }
    }

    /// Unlike things are computed with only where the fact says so.
    /// What is computed is of the time that its inputs are of.
    private mutating func checkDate(_ formula: Formula) {
        guard let own = fact.date.years else { return }
        let dates = formula.references.compactMap { facts[$0]?.date }
        let years = dates.compactMap(\.years)
        guard let first = years.map(\.lowerBound).min(), let last = years.map(\.upperBound).max() else {
            if !dates.isEmpty { add("the fact is of \(fact.date.wording), and its inputs have no date") }
            return
        }
        if own.lowerBound < first || own.upperBound > last {
            let inputs = dates.map(\.wording).joined(separator: ", ")
            add("the fact is of \(fact.date.wording), and its inputs are of \(inputs)")
        }
    }

    private mutating func checkLikeness(_ formula: Formula) {
        guard formula.steps.contains(.subtract), (fact.notes ?? "").isEmpty else { return }
        let inputs = formula.references.compactMap { facts[$0] }
        guard let first = inputs.first else { return }
        if let other = inputs.first(where: { $0.about != first.about || $0.of != first.of }) {
            add(
                "the formula subtracts unlike things: \(first.about)\(first.of.map { " (\($0))" } ?? "") and "
                    + "\(other.about)\(other.of.map { " (\($0))" } ?? "")",
                advice: "say in `notes` what the difference means, or compare like with like")
        }
    }
}
