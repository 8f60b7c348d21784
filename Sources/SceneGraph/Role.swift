/// What a node is. Written with words and hyphens; the static members are those that several modules share.
public struct Role: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let figure: Role = "figure"
    public static let page: Role = "page"
    public static let background: Role = "background"
    public static let title: Role = "title"
    public static let subtitle: Role = "subtitle"
    public static let note: Role = "note"
    public static let source: Role = "source"
    public static let picture: Role = "picture"
}
