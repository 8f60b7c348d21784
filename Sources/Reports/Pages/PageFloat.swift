import SceneGraph

/// A figure, a row of figures or a table that has a place of its own on the page of the text that calls for it, or on
/// the one that faces it.
struct PageFloat {
    /// One size that it has been drawn at.
    struct Drawing {
        var width: FloatWidth
        /// One below the other, from the float's top.
        var items: [FlowItem]
        /// What it costs to take it: nothing for the size that suits it best.
        var cost = 0.0

        var height: Double { items.reduce(0) { $0 + $1.height + $1.spaceBefore } }
    }

    /// In order of preference.
    var drawings: [Drawing]
    /// The item of the text before which it stood in the file.
    var position: Int
    /// What links to it are called.
    var names: [String]
    /// The figure that it can be drawn of again at other sizes; nil where it has the one size.
    var figure: Figure?

    /// A figure of one file and page.
    struct Figure {
        var address: String
        var id: String
        /// What links to it are called.
        var name: String
        /// Of a figure of several pages: which.
        var page: Int
        var label: [StyledRun]
    }

    /// As items of a text in columns, which stand across them all.
    var inFlow: [FlowItem] {
        guard var items = drawings.first?.items, !items.isEmpty else { return [] }
        items[0].spaceBefore += 22
        items[0].clearsRail = true
        for index in items.indices {
            items[index].spansColumns = true
            items[index].keepsWithNext = index < items.count - 1
            items[index].floats = true
        }
        items[items.count - 1].spaceAfter = 12
        return items
    }
}

/// How much of the page's width a float takes.
enum FloatWidth: CaseIterable {
    /// The text and the margin beside it.
    case page
    /// The same, and no higher than three fifths of the page: for what else leaves no room for text.
    case low
    /// The text's own width.
    case column
    /// Half the page, two side by side.
    case half

    /// In figure units.
    func width(on page: PageTemplate) -> Double {
        switch self {
        case .page, .low: page.fullWidth
        case .column: page.textWidth
        case .half: ((page.fullWidth - FloatWidth.gap) / 2).rounded(.down)
        }
    }

    /// What it costs to take it: the largest tells most.
    var cost: Double {
        switch self {
        case .page: 0
        case .low: 4
        case .column: 6
        case .half: 20
        }
    }

    /// Whether it takes the margin beside the text too.
    var isWide: Bool { self == .page || self == .low }

    static let gap = 24.0
    static let lowPart = 0.6
}
