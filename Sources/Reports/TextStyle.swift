import SceneGraph

/// How a run of letters looks, and where it leads.
struct TextStyle: Hashable {
    var font: Font
    var color: Color
    var target: Structure.Target?
    /// Above the baseline, in figure units: notes.
    var rise: Double = 0
    var isStruck = false
    /// What an abbreviation stands for.
    var expansion: String?
    /// Ids of the facts that the run tells.
    var facts: [String] = []

    /// Whether a space may belong to it: one in a note mark is too narrow, one in a link is clicked.
    var isPlain: Bool { rise == 0 && target == nil }
}

struct StyledRun {
    var text: String
    var style: TextStyle
}

/// A line of runs, each at its place.
struct StyledLine {
    struct Piece {
        var x: Double
        var width: Double
        var text: String
        var style: TextStyle
        /// Ends with a hyphen that is not the word's own.
        var isDivided = false
        /// What each space is wider by, where lines are as wide as their column.
        var wordSpacing: Double = 0
        /// A space follows that is not seen: the next word stands on the next line, and a reader who hears the text, or
        /// copies it, must not take the two for one (ISO 32000-1, 14.8.2.5).
        var endsWithSpace = false
    }

    var pieces: [Piece]
    var width: Double
}
