/// What of each group of properties is drawn: the table of the README, and what tests hold the code to.
struct Coverage: Sendable {
    /// What the object is, in the words of a message.
    let noun: String
    let properties: [String]
    /// Each use is told by a warning.
    let undrawn: [String]
    /// Of a page on a screen: nothing becomes of them.
    let idle: [String]

    private init<Name: PropertyName>(_ group: Name.Type) {
        noun = group.noun
        properties = group.names
        undrawn = group.undrawn.map(\.rawValue).sorted()
        idle = group.idle.map(\.rawValue).sorted()
    }

    static let all: [Coverage] = [
        Coverage(AxisProperty.self), Coverage(BinProperty.self), Coverage(ChannelProperty.self),
        Coverage(ConfigProperty.self), Coverage(HeaderProperty.self), Coverage(ImputeProperty.self),
        Coverage(LegendProperty.self), Coverage(MarkProperty.self), Coverage(ProjectionProperty.self),
        Coverage(ScaleProperty.self), Coverage(ScaleConfigProperty.self), Coverage(TitleProperty.self),
        Coverage(ViewProperty.self), Coverage(BackgroundProperty.self),
    ]
}
