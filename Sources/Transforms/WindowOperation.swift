/// What a window gives each row besides aggregates (https://vega.github.io/vega-lite/docs/window.html#ops).
package enum WindowOperation: String, Sendable, Hashable, CaseIterable {
    case row_number, rank, dense_rank, percent_rank, cume_dist, ntile, lag, lead, first_value, last_value, nth_value

    /// Looks at the values of other rows.
    var needsField: Bool {
        switch self {
        case .lag, .lead, .first_value, .last_value, .nth_value: true
        default: false
        }
    }
}
