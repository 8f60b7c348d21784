import SceneGraph

/// How readers who lack one kind of cone see colours.
///
/// G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A Physiologically-based Model for Simulation of Color Vision
/// Deficiency (IEEE Transactions on Visualization and Computer Graphics 15(6), 2009), the matrices of severity 1.
public enum ColorVision: String, Sendable, CaseIterable {
    /// All three.
    case typical
    /// No long-wave cones: about 1 % of men.
    case protanopia
    /// No middle-wave cones: about 1 % of men; with the milder forms of both, 8 %.
    case deuteranopia
    /// No short-wave cones.
    case tritanopia

    private var matrix: [Double]? {
        switch self {
        case .typical: nil
        case .protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
        case .deuteranopia:
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
        case .tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
        }
    }

    /// The colour that a typical reader would have to see to see the same. Worked out in linear light.
    public func seen(_ color: Color) -> Color {
        guard let m = matrix else { return color }
        let (r, g, b) = (Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue))
        return Color(
            red: Color.encoded(m[0] * r + m[1] * g + m[2] * b), green: Color.encoded(m[3] * r + m[4] * g + m[5] * b),
            blue: Color.encoded(m[6] * r + m[7] * g + m[8] * b), alpha: color.alpha)
    }

    /// How far apart two colours look to these readers: the distance in CIELAB (1976). About 2 is the least that can be
    /// told side by side; apart on a map it takes several times that.
    public func difference(_ a: Color, _ b: Color) -> Double {
        Lab(seen(a), white: .d65).distance(from: Lab(seen(b), white: .d65))
    }
}
