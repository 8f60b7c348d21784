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
}
