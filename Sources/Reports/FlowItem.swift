import SceneGraph

/// One step of the way from the page down to a piece of content in the structure tree. Neighbours that share a step
/// share the element.
struct StructureStep: Hashable {
    var key: String
    var structure: Structure
}

/// What pages are made of: a line, a row, a label. It is never cut.
struct FlowItem {
    /// Drawn from (0, 0): the left edge of the column it is placed in, and its own top.
    var nodes: [Node]
    var height: Double
    /// Left out where the item stands first on a page or in a column.
    var spaceBefore: Double = 0
    /// Left out where nothing follows on the page.
    var spaceAfter: Double = 0
    var keepsWithNext = false
    var steps: [StructureStep] = []
    /// May stand at the top of the next page while text after it fills this one.
    var floats = false
    /// How far down the margin beside the text the item's nodes reach, from its own top.
    var railHeight: Double = 0
    /// Starts below whatever stands in the margin beside the text.
    var clearsRail = false
    var breaksPage = false
    /// The margin beside it is free for notes.
    var leavesMargin = false
    /// Where text runs in columns: stands across them all.
    var spansColumns = false
    /// Numbers of the notes that it calls for, where notes stand in the margin.
    var noteCalls: [Int] = []
    /// Rows that are set again where a table goes on in another column.
    var repeatedHead: [FlowItem] = []
    /// Lines of text that a reader reads in it: 0 for headings, rules and room.
    var lineCount = 0
    /// Of a heading, 1 to 6; 0 for all else.
    var headingLevel = 0
    /// What a page costs that ends behind it: nothing at a paragraph's end.
    var breakCost = 0.0
}

/// Items in one or more columns of equal width.
struct FlowSection {
    var columns = 1
    var columnGap: Double = 0
    /// Of the whole, from the page's left margin.
    var left: Double
    var width: Double
    var spaceBefore: Double = 0
    /// Figures that still wait are placed before it.
    var endsFloats = false
    var items: [FlowItem]

    var columnWidth: Double { (width - columnGap * Double(columns - 1)) / Double(columns) }
}
