/// How values are put into classes.
enum ClassMethod: String, Sendable, Hashable, CaseIterable {
    /// As many values in each.
    case quantile
    /// As wide each.
    case equal
    /// As alike as can be within each (Fisher 1958, Jenks 1977).
    case jenks
    /// At breaks that the author gives.
    case manual
}
