import Expressions
import Tables

/// A comparison of a field with values.
package struct FieldPredicate: Sendable {
    package enum Test: Sendable {
        case equal(Value)
        case less(Value)
        case lessOrEqual(Value)
        case greater(Value)
        case greaterOrEqual(Value)
        /// Either end may be open.
        case range(Value?, Value?)
        /// Ends that an expression gives.
        case rangeOf(Expression)
        case oneOf([Value])
        case valid(Bool)
    }

    package enum Value: Sendable {
        case constant(DataValue)
        case moment(Double)
        case expression(Expression)
    }

    package var field: String
    package var timeUnit: TimeUnit?
    package var test: Test

    package init(_ field: String, _ test: Test, timeUnit: TimeUnit? = nil) {
        self.field = field
        self.test = test
        self.timeUnit = timeUnit
    }

    /// Whether texts in the field are to be read as dates.
    var comparesMoments: Bool {
        if timeUnit != nil { return true }
        func isMoment(_ value: Value?) -> Bool { if case .moment? = value { true } else { false } }
        return switch test {
        case .equal(let a), .less(let a), .lessOrEqual(let a), .greater(let a), .greaterOrEqual(let a): isMoment(a)
        case .range(let a, let b): isMoment(a) || isMoment(b)
        case .oneOf(let values): values.contains { isMoment($0) }
        case .valid, .rangeOf: false
        }
    }
}
