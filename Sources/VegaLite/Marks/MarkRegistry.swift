/// The marks that there are: a line for each.
enum MarkRegistry {
    static let all: [any MarkKind] = [
        ArcMark(),
        AreaMark(),
        BarMark(),
        CircleMark(),
        GeoshapeMark(),
        ImageMark(),
        LineMark(),
        PointMark(),
        RectMark(),
        RuleMark(),
        SquareMark(),
        TextMark(),
        TickMark(),
        TrailMark(),
    ]

    static let names = all.map(\.name)

    static func mark(named name: String) -> (any MarkKind)? { all.first { $0.name == name } }
}
