/// How a source says what it says.
public enum FactStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Said outright.
    case stated
    /// Said only by contrast with something else.
    case implied
    /// The view of somebody whom the source reports.
    case attributed
    /// Looked ahead to, or recommended.
    case expected
    /// SDMX observation status E.
    case estimated
    /// SDMX observation status P.
    case provisional
    /// Measured from a drawing that is only schematic.
    case schematic

    /// The word that is printed beside a number; nil where the source says it outright.
    public var printed: String? { self == .stated || self == .schematic ? nil : rawValue }
}
