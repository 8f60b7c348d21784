extension BandScale {
    /// Discrete values as points of equal distance: bands without width. `padding` is in steps.
    public static func points(
        domain: [Key], range: (start: Double, end: Double), padding: Double = 0, align: Double = 0.5,
        round: Bool = false
    ) -> BandScale {
        BandScale(
            domain: domain, range: range, paddingInner: 1, paddingOuter: padding, align: align, round: round)
    }
}
