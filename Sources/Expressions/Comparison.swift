import Tables

/// How the language compares values of tables (ECMAScript sections 7.2.14 and 7.2.15).
package enum Comparison {
    /// Below 0, 0 or above; nil where the values cannot be ordered.
    package static func order(_ a: DataValue, _ b: DataValue) -> Int? {
        ExpressionValue.order(ExpressionValue(a), ExpressionValue(b))
    }

    /// `==`: a number and its text are equal.
    package static func looselyEqual(_ a: DataValue, _ b: DataValue) -> Bool {
        ExpressionValue.looselyEqual(ExpressionValue(a), ExpressionValue(b))
    }
}
