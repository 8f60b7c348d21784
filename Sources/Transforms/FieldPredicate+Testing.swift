import Documents
import Expressions
import Tables

extension FieldPredicate {
    /// The test of one value of the field.
    func test(in environment: ExpressionEnvironment) throws(Diagnostic) -> (DataValue) -> Bool {
        func bounded(
            _ value: Value, _ holds: @escaping (Int) -> Bool
        ) throws(Diagnostic) -> (DataValue) -> Bool {
            let bound = try resolved(value, environment)
            return { Comparison.order(prepared($0), bound).map(holds) ?? false }
        }
        switch test {
        case .equal(let wanted):
            let wanted = try resolved(wanted, environment)
            return { Self.same(prepared($0), wanted) }
        case .less(let bound): return try bounded(bound) { $0 < 0 }
        case .lessOrEqual(let bound): return try bounded(bound) { $0 <= 0 }
        case .greater(let bound): return try bounded(bound) { $0 > 0 }
        case .greaterOrEqual(let bound): return try bounded(bound) { $0 >= 0 }
        case .range(let low, let high):
            let low: DataValue? = if let low { try resolved(low, environment) } else { nil }
            let high: DataValue? = if let high { try resolved(high, environment) } else { nil }
            return within(low, high)
        case .rangeOf(let expression):
            let ends = try expression.value(in: environment).array ?? []
            return within(
                ends.first.flatMap { $0.isNull ? nil : $0 }, ends.count > 1 && !ends[1].isNull ? ends[1] : nil)
        case .oneOf(let values):
            var wanted: [DataValue] = []
            for value in values { wanted.append(try resolved(value, environment)) }
            let exact = Set(wanted)
            return { value in
                let value = prepared(value)
                return exact.contains(value) || wanted.contains { Self.same(value, $0) }
            }
        case .valid(let wanted): return { $0.isValid == wanted }
        }
    }

    private func resolved(_ value: Value, _ environment: ExpressionEnvironment) throws(Diagnostic) -> DataValue {
        switch value {
        case .constant(let value): value
        case .moment(let moment): .number(timeUnit?.floor(moment) ?? moment)
        case .expression(let expression): try expression.value(in: environment)
        }
    }

    /// A value of the field as it is compared: dates read, and cut to the unit of time.
    private func prepared(_ value: DataValue) -> DataValue {
        var value = value
        if comparesMoments, case .string = value { value = value.read(as: .date(format: nil)) }
        if let timeUnit, case .number(let moment) = value { return .number(timeUnit.floor(moment)) }
        return value
    }

    /// A number written as text is that number, as a file without types would have it.
    private static func same(_ a: DataValue, _ b: DataValue) -> Bool {
        switch (a, b) {
        case (.string, .number), (.number, .string): Comparison.looselyEqual(a, b)
        default: a == b
        }
    }

    private func within(_ low: DataValue?, _ high: DataValue?) -> (DataValue) -> Bool {
        { value in
            let value = prepared(value)
            if case .number(let number) = value, number.isNaN { return false }
            if let low, !(Comparison.order(value, low).map { $0 >= 0 } ?? false) { return false }
            if let high, !(Comparison.order(value, high).map { $0 <= 0 } ?? false) { return false }
            return true
        }
    }
}
