import SceneGraph

/// One thing that changed in a figure, in the figure's own words.
public struct SceneChange: Sendable, Hashable {
    /// `bar 2015: 42 → 43, 1 px taller`.
    public var message: String
    /// The ids of what it is about.
    public var ids: [String]
    /// Where it was, in figure units; empty for what is new.
    public var expectedBounds: [Rectangle]
    /// Where it is; empty for what is gone.
    public var actualBounds: [Rectangle]

    public init(_ message: String, ids: [String], expectedBounds: [Rectangle] = [], actualBounds: [Rectangle] = []) {
        self.message = message
        self.ids = ids
        self.expectedBounds = expectedBounds
        self.actualBounds = actualBounds
    }
}
