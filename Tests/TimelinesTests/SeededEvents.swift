/// Random events that are the same on every machine (PCG's linear congruential step, Knuth's constants).
struct SeededEvents {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, below)
    }

    private static let words = [
        "treaty", "border", "railway", "congress", "river", "election", "famine", "market", "bridge", "school",
        "strike",
        "charter", "harvest", "canal", "newspaper", "observatory", "telegraph", "parliament", "reform", "harbour",
    ]

    mutating func title() -> String {
        (0..<(1 + next(7))).map { _ in SeededEvents.words[next(SeededEvents.words.count)] }.joined(separator: " ")
    }

    /// Years, days, decades, intervals, open ends; uniform over three centuries, or in a few clusters.
    mutating func yaml(count: Int, clustered: Bool, extra: String = "") -> String {
        var text = "figure: timeline\ntitle: Generated\n\(extra)events:\n"
        let centres = (0..<4).map { _ in 1750 + next(250) }
        for index in 0..<count {
            let year = clustered ? centres[next(4)] + next(6) : 1750 + next(270)
            let date: String =
                switch next(12) {
                case 0: "\(year)/\(year + 1 + next(20))"
                case 1: "\(year / 10)X"
                case 2: "\(year)~"
                case 3: "\(year)?"
                case 4: "\(year)/.."
                case 5: "undated"
                case 6, 7, 8: "\(year)-0\(1 + next(9))-1\(next(10))"
                default: "\(year)"
                }
            text += "  - {id: e\(index), date: \"\(date)\", title: \"\(title())\", rank: \(1 + next(3))}\n"
        }
        return text
    }
}
