extension LegibilityJudge {
    /// More colours than this are a ramp, not names.
    static let mostCategories = 24
}
