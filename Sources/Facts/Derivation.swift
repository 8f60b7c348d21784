import Documents
import Formats

/// Computes the derived facts, each after those it is computed from.
///
/// It is done when facts are loaded, not when one is asked for: a formula takes less than a microsecond, and an error
/// in it is told with its line among all others.
struct Derivation {
    private let records: [FactRecord]
    private let positions: [String: Int]
    private(set) var facts: [Fact]
    private(set) var problems: [Diagnostic] = []

    private enum State { case untouched, open, done, failed }
    private var states: [State]
    private var formulas: [Int: Formula] = [:]

    init(records: [FactRecord], positions: [String: Int]) {
        self.records = records
        self.positions = positions
        facts = records.map(\.fact)
        states = records.map { $0.fact.isDerived ? .untouched : .done }
    }

    mutating func run() {
        for index in records.indices where records[index].fact.isDerived { parse(index) }
        for index in records.indices where states[index] == .untouched { compute(from: index) }
    }

    private mutating func parse(_ index: Int) {
        let record = records[index]
        let formula: Formula
        do {
            formula = try Formula(parsing: record.fact.formula ?? "")
        } catch {
            problems.append(
                record.problem(
                    "formula", "\(error.message), at character \(error.position) of the formula",
                    advice: "write ids in backticks: \"`a` / `b`\""))
            states[index] = .failed
            return
        }
        let declared = Set(record.fact.derivedFrom)
        let named = Set(formula.references)
        for id in formula.references where positions[id] == nil {
            unknown(id, key: "formula", of: index)
        }
        for id in record.fact.derivedFrom where positions[id] == nil && !named.contains(id) {
            unknown(id, key: "derived_from", of: index)
        }
        for id in formula.references where !declared.contains(id) && positions[id] != nil {
            problems.append(
                record.problem(
                    "formula", "the formula names `\(id)`, which `derived_from` does not list",
                    advice: "add it to `derived_from`"))
            states[index] = .failed
        }
        for id in record.fact.derivedFrom where !named.contains(id) && positions[id] != nil {
            problems.append(
                record.problem(
                    "derived_from", "the formula does not use `\(id)`", advice: "remove it from `derived_from`"))
            states[index] = .failed
        }
        formulas[index] = formula
    }

    private mutating func unknown(_ id: String, key: String, of index: Int) {
        // The nearest id is dear to find, and nobody reads the hundredth.
        let close = problems.count < 100 ? suggestion(for: id, among: positions.keys.sorted()) : nil
        problems.append(
            records[index].problem(
                key, "no fact has the id `\(shortened(id))`",
                advice: close.map { "did you mean `\($0)`?" } ?? "`dossier facts list` shows the ids"))
        states[index] = .failed
    }

    /// Walks down to what a fact is computed from with a stack of its own: a long chain must not use up the call stack.
    private mutating func compute(from start: Int) {
        var path: [(index: Int, next: Int)] = [(start, 0)]
        states[start] = .open
        while let (index, next) = path.last {
            let references = formulas[index]?.references ?? []
            guard next < references.count else {
                path.removeLast()
                finish(index)
                continue
            }
            path[path.count - 1].next += 1
            guard let input = positions[references[next]] else { continue }
            switch states[input] {
            case .untouched:
                states[input] = .open
                path.append((input, 0))
            case .open:
                circle(through: input, path: path.map(\.index))
            case .done, .failed: break
            }
        }
    }

    private mutating func circle(through input: Int, path: [Int]) {
        guard let begin = path.firstIndex(of: input) else { return }
        let members = path[begin...]
        let names = (members + [input]).prefix(8).map { "`\(records[$0].fact.id)`" }
        problems.append(
            records[input].problem(
                "formula", "the fact is computed from itself: \(names.joined(separator: " ← "))",
                advice: "break the circle: one of them must have a value"))
        for index in members { states[index] = .failed }
    }

    private mutating func finish(_ index: Int) {
        guard states[index] == .open, let formula = formulas[index] else { return }
        // An input that failed has been reported; saying it again of all that rests on it would hide the cause.
        let failed = formula.references.contains { id in positions[id].map { states[$0] == .failed } ?? true }
        guard !failed else {
            states[index] = .failed
            return
        }
        do {
            let outcome = try outcome(of: formula)
            facts[index].value = .number(outcome.value)
            if records[index].places["qualifier"] == nil { facts[index].qualifier = outcome.qualifier }
            states[index] = .done
        } catch {
            states[index] = .failed
            problems.append(records[index].problem("formula", error.message, advice: adviceFor(formula)))
        }
    }

    private func outcome(of formula: Formula) throws(Formula.EvaluationError) -> Formula.Outcome {
        try formula.evaluated(
            value: { id throws(Formula.EvaluationError) in
                guard let position = positions[id], let number = facts[position].value?.number else {
                    throw Formula.EvaluationError(message: "`\(id)` has no number to compute with")
                }
                return Formula.Outcome(value: number, qualifier: facts[position].qualifier)
            },
            year: { id throws(Formula.EvaluationError) in
                guard let position = positions[id], let year = facts[position].date.singleYear else {
                    throw Formula.EvaluationError(message: "`\(id)` is not dated to one year")
                }
                return year
            })
    }

    private func adviceFor(_ formula: Formula) -> String? {
        let zeros = formula.references.filter { id in positions[id].map { facts[$0].value == .number(0) } ?? false }
        return zeros.isEmpty ? nil : "`\(zeros.joined(separator: "`, `"))` is 0"
    }
}
