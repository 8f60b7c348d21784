/// Sizes of type on pages, in figure units; 14 units are 10.5 pt.
public struct PageType: Sendable, Hashable {
    public var body = 14.0
    /// From baseline to baseline.
    public var bodyLine = 21.0
    /// The summary.
    public var lead = 17.0
    public var leadLine = 25.0
    /// Section headings.
    public var heading = 16.0
    /// Notes and sources.
    public var small = 10.5
    public var smallLine = 14.5

    public init() {}
}
