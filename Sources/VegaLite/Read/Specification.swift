import Transforms
import Documents
import Tables

/// A chart's document, read: every key of it is known, or has been told.
struct Specification: Sendable {
    var root: ViewSpecification
    var config: Config
    var parameters: [ParameterSpecification] = []
    /// The whole figure's.
    var page = PageSpecification()
    var description: String?
    /// What Vega-Lite has no word for.
    var extras = FigureExtras()
}

/// What surrounds the picture on its page.
struct PageSpecification: Sendable {
    struct Padding: Sendable {
        var left = 0.0
        var top = 0.0
        var right = 0.0
        var bottom = 0.0
    }

    /// Nil where the document does not say; null for none.
    var background: Setting?
    var padding: Padding?
    /// `pad`, `fit`, `fit-x`, `fit-y` or `none`.
    var autosize: String?
    /// Whether a size to fit holds the padding too.
    var fitsPadding = false

    func merged(over other: PageSpecification) -> PageSpecification {
        var result = self
        result.background = background ?? other.background
        result.padding = padding ?? other.padding
        if autosize == nil { (result.autosize, result.fitsPadding) = (other.autosize, other.fitsPadding) }
        return result
    }
}

/// `usermeta.dossier`.
struct FigureExtras: Sendable {
    var alternative: String?
    var subtitle: String?
    var note: String?
    var sources: [String] = []
    var size: FigureSizeSetting?
    /// `direct`, `legend`, …; nil where the document does not say.
    var labels: String?

    enum FigureSizeSetting: Sendable {
        case named(String)
        case extent(width: Double, height: Double?)
    }
}

/// Where something stands in a document.
struct Place: Sendable, Hashable {
    var path: String
    var location: SourceLocation?

    func member(_ key: String) -> Place { Place(path: join(path, key), location: location) }
}

/// The path of a member.
func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

/// A view: a mark with its channels, or views composed.
struct ViewSpecification: Sendable {
    indirect enum Content: Sendable {
        case unit(UnitSpecification)
        case layer([ViewSpecification], Encoding)
        case facet(FacetSpecification, ViewSpecification)
        case `repeat`(RepeatSpecification, ViewSpecification)
        case concat(Arrangement, [ViewSpecification])
        /// What could not be read; it has been told.
        case nothing
    }

    /// By the keys of documents.
    enum Arrangement: String, Sendable {
        case wrapped = "concat"
        case horizontal = "hconcat"
        case vertical = "vconcat"
    }

    /// A width or a height.
    enum Extent: Sendable {
        case fixed(Setting)
        case step(Double, forOffset: Bool)
        case container
    }

    var place: Place
    var content: Content = .nothing
    var title: TitleSpecification?
    var data: DataSpecification?
    var transforms: [TransformStep] = []
    var resolve = Resolve()
    var projection: PropertyBag<ProjectionProperty>?
    var background = PropertyBag<BackgroundProperty>()
    var width: Extent?
    var height: Extent?
    var grid = GridSpecification()
    /// Selections that stand in this view.
    var selections: [String] = []
    /// The views of a repeat are all given the same room.
    var isRepeat = false
}

/// A view with a mark.
struct UnitSpecification: Sendable {
    var mark: MarkSpecification
    var encoding = Encoding()
}

/// A mark's definition, or its part of the configuration.
struct MarkSpecification: Sendable {
    var name: String
    var properties = PropertyBag<MarkProperty>()
    var parts: [MarkPart: Part] = [:]
    var place = Place(path: "mark")

    /// A mark that belongs to another.
    indirect enum Part: Sendable {
        case flag(Bool)
        case word(String)
        case mark(MarkSpecification)

        var mark: MarkSpecification? { if case .mark(let mark) = self { mark } else { nil } }
        var isOn: Bool { if case .flag(let flag) = self { flag } else { true } }
    }

    /// These properties and parts, and those of another that are not among them; parts of both are joined.
    func merged(over other: MarkSpecification?) -> MarkSpecification {
        guard let other else { return self }
        var result = self
        result.properties = properties.merged(over: other.properties)
        result.parts.merge(other.parts) { own, base in
            guard case .mark(let own) = own, case .mark(let base) = base else { return own }
            return .mark(own.merged(over: base))
        }
        return result
    }
}

/// The channels of a view, or those that layers share.
struct Encoding: Sendable {
    /// Of each channel its definitions: one, or for `detail`, `order` and the like several.
    var channels: [Channel: [ChannelSpecification]] = [:]
    /// Channels that the document turns off.
    var off: Set<Channel> = []

    var isEmpty: Bool { channels.isEmpty && off.isEmpty }

    subscript(channel: Channel) -> ChannelSpecification? {
        get { channels[channel]?.first }
        set { channels[channel] = newValue.map { [$0] } }
    }

    func removing(_ names: Channel...) -> Encoding {
        var result = self
        for name in names { result.channels[name] = nil }
        return result
    }

    /// These channels over those of another; what one channel says in both is joined.
    func merged(over base: Encoding) -> Encoding {
        var result = base
        result.off.formUnion(off)
        for (channel, own) in channels {
            if own.count == 1, let parent = base.channels[channel], parent.count == 1 {
                result.channels[channel] = [own[0].merged(over: parent[0])]
            } else {
                result.channels[channel] = own
            }
            result.off.remove(channel)
        }
        for channel in off { result.channels[channel] = nil }
        return result
    }
}

struct FacetSpecification: Sendable {
    /// One definition for `facet`; else those of `row` and `column`.
    var definitions: [ChannelSpecification]
}

/// The fields that a view is drawn once for each of.
struct RepeatSpecification: Sendable {
    var fields: [String]?
    var rows: [String]?
    var columns: [String]?
    var layers: [String]?
    var place: Place
}

/// How the views of a composition lie.
struct GridSpecification: Sendable {
    /// A value for rows and one for columns.
    struct Directional<Value: Sendable>: Sendable {
        var row: Value?
        var column: Value?

        func merged(over other: Directional) -> Directional {
            Directional(row: row ?? other.row, column: column ?? other.column)
        }
    }

    var columns: Int?
    var spacing = Directional<Double>()
    var align = Directional<GridLayout.Alignment>()
    var center = Directional<Bool>()
    var isFlush: Bool?

    func merged(over other: GridSpecification) -> GridSpecification {
        GridSpecification(
            columns: columns ?? other.columns, spacing: spacing.merged(over: other.spacing),
            align: align.merged(over: other.align), center: center.merged(over: other.center),
            isFlush: isFlush ?? other.isFlush)
    }
}

/// Which channels a composition shares among its views.
struct Resolve: Sendable {
    var scale: [Channel: Bool] = [:]
    var axis: [Channel: Bool] = [:]
    var legend: [Channel: Bool] = [:]
}

/// A view's title.
struct TitleSpecification: Sendable {
    /// The document says that there is none.
    var isOff = false
    var properties = PropertyBag<TitleProperty>()
}

/// The rows that a view begins with, as `DataLoader` reads them.
struct DataSpecification: Sendable {
    let node: DocumentNode
    let path: String
}

/// One step of a view's transforms, and where it stands.
struct TransformStep: Sendable {
    var transform: any Transform
    var place: Place
}

/// A parameter with its initial value.
struct ParameterSpecification: Sendable {
    var name: String
    var selection: Selection?
    var value: DataValue?
    var expression: String?
    var location: SourceLocation?
}
