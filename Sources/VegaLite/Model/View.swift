import Tables

/// A node of the model: a picture by itself, or others composed.
struct View: Sendable {
    enum Kind: Sendable {
        case unit(Unit)
        case layer
        case facet(Facet)
        /// Side by side, at most `columns` in a row; nil for all in one row.
        case concat(columns: Int?, isWrapped: Bool)
    }

    struct Unit: Sendable {
        var mark: any MarkKind
        var definition: MarkSpecification
        var encoding: [Channel: ChannelDefinition] = [:]
        /// The fields of `detail`.
        var details: [ChannelDefinition] = []
        var orders: [ChannelDefinition] = []
        /// Definitions of channels that a still picture does not show.
        var idle: [ChannelDefinition] = []
        var orientation: Orientation?
        var stack: Stack?
        /// The rows that are drawn, after the encoding's own transforms.
        var table = Table()
        /// The rows before the encoding's aggregates, which sorting looks at.
        var rawTable = Table()
        var isAggregated = false
    }

    struct Stack: Sendable {
        /// The channel that is stacked: x, y, theta or radius.
        var channel: Channel
        var offset: StackOffset
        var startColumn: String
        var endColumn: String
        var stackBy: [String]
    }

    struct Facet: Sendable {
        struct Definition: Sendable {
            var channel: Channel
            var definition: ChannelDefinition
            /// The column of the facet's values in every table below.
            var column: String
        }
        var definitions: [Definition] = []
        var columns: Int?
        /// The rows that the cells are made of.
        var table = Table()
    }

    var id: Int
    var parent: Int?
    var children: [Int] = []
    var kind: Kind
    /// As the document has it, without what is within.
    var written: ViewSpecification
    /// Where it stands among the views: the ids of its nodes begin with it.
    var path: String
    /// The rows that the view gives its children.
    var table = Table()
    /// Columns that a facet above parts the rows by.
    var facetColumns: [String] = []
    var isWithinFacet: Bool { !facetColumns.isEmpty }

    var projection: PropertyBag<ProjectionProperty>? { written.projection }
    var unit: Unit? { if case .unit(let unit) = kind { unit } else { nil } }
    var facet: Facet? { if case .facet(let facet) = kind { facet } else { nil } }
    var isLayer: Bool { if case .layer = kind { true } else { false } }
    var isConcatenation: Bool { if case .concat = kind { true } else { false } }
    var isUnit: Bool { if case .unit = kind { true } else { false } }
}
