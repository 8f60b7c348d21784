/// What an aggregate makes of the values of a group (https://vega.github.io/vega-lite/docs/aggregate.html#ops).
package enum AggregateOperation: String, Sendable, Hashable, CaseIterable {
    case count, valid, missing, distinct, sum, product, mean, average, variance, variancep, stdev, stdevp, stderr,
        median,
        q1, q3, ci0, ci1, min, max, argmin, argmax, values, exponential, exponentialb

    /// Whether the result counts rows, whatever the field holds.
    package var isCounting: Bool {
        switch self {
        case .count, .valid, .missing, .distinct: true
        default: false
        }
    }

    /// Counts rows, or gives them whole.
    package var needsNoField: Bool { self == .count || self == .values }
}
