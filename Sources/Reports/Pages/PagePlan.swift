/// What stands on one page, from its top down.
struct PagePlan: Equatable {
    /// One float, or two of half the page's width.
    struct Row: Equatable {
        /// A float, and which of its drawings.
        struct Entry: Equatable {
            var float: Int
            var drawing: Int
        }

        var entries: [Entry]
    }

    /// Chunks of the text.
    var text: Range<Int>
    var top: [Row] = []
    /// Before the chunk `middlePlace`.
    var middle: [Row] = []
    var middlePlace = 0
    var bottom: [Row] = []

    var rows: [Row] { top + middle + bottom }
    var floats: [Int] { rows.flatMap { $0.entries.map(\.float) } }
}
