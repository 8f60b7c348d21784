import Chronology
import Documents
import Formats

/// All facts and sources of a project. The API that the other targets rely on; see the facts work.
public struct FactBase: Sendable {
    public static let empty = FactBase()

    public init() {}
}
