extension PowScale {
    /// Areas grow with the value: the power scale of exponent ½.
    public static func sqrt(domain: [Double] = [0, 1]) -> PowScale { PowScale(domain: domain, exponent: 0.5) }
}
