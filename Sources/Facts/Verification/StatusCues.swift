/// The words by which a text says that something is somebody's view, looked ahead to, or only implied.
enum StatusCues {
    private static let attributed = [
        "argu", "accord", "claim", "said", "says", "saw itself", "sees", "see the", "view", "believ", "observ",
        "contend",
        "warn", "reported", "considers", "consider", "thinks", "calls",
    ]
    private static let expected = [
        "will", "would", "predict", "expect", "may", "might", "should", "could", "future", "forecast", "planned",
        "plans",
        "likely", "aim", "seek",
    ]
    private static let implied = [
        "unlike", "contrast", "cannot", "conversely", "compared", "whereas", "rather than", "still", "although",
        "while",
        "despite", "instead",
    ]
    private static let estimated = ["estimat", "about", "roughly", "approximat", "around", "some", "nearly"]
    private static let strongExpected = [
        "predictable to", "predicted to", "expected to", "should", "may become", "is likely to",
    ]

    /// What is wrong with a fact's status, from the passage that it stands in; nil where nothing is.
    ///
    /// - Parameters:
    ///   - clause: with its sentence around it.
    ///   - before: the paragraph up to the sentence.
    static func fault(
        _ status: FactStatus, about: [String], clause: String, sentence: String, paragraph: String, before: String
    )
        -> String?
    {
        func holds(_ cues: [String], _ text: String) -> Bool {
            let text = " " + text.lowercased()
            return cues.contains { text.contains(" " + $0) || $0.count > 4 && text.contains($0) }
        }
        switch status {
        case .attributed where !holds(attributed, paragraph): return "nothing there says that somebody holds this view"
        case .expected where !holds(expected, sentence): return "nothing there looks ahead"
        case .implied where !holds(implied, sentence): return "nothing there sets one thing against another"
        case .estimated, .provisional, .schematic:
            if !holds(estimated + ["provisional", "schematic", "sketch"], sentence) {
                return "nothing there says that it is \(status.rawValue)"
            }
            return nil
        case .stated:
            // `Joseph Nye argues: …` holds for all that follows in the paragraph.
            let lead = before + sentence
            if let colon = lead.firstIndex(of: ":"),
                holds(["argu", "claims", "contends", "writes", "warns", "believes"], String(lead[..<colon].suffix(40)))
            {
                return "it stands in what somebody says: its status is `attributed`"
            }
            if holds(strongExpected, clause) { return "it is looked ahead to: its status is `expected`" }
            let lowered = clause.lowercased()
            if about.contains(where: {
                lowered.contains("unlike " + $0.lowercased()) || lowered.contains("unlike the " + $0.lowercased())
            }) {
                return "it is said by contrast only: its status is `implied`"
            }
            return nil
        default: return nil
        }
    }
}
