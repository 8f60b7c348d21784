import Documents
import Figures
import Geography
import SceneGraph

/// What the file of a map says, checked.
struct MapDocument: Sendable {
    var title = ""
    var subtitle = ""
    var note = ""
    var alternative: String?
    /// Ids of sources, or attributions as they stand.
    var sources: [String] = []
    var size: FigureSize?
    var language = "en"
    var worldview = Worldview.deFacto
    /// The document says whose borders are drawn.
    var choosesWorldview = false
    var projection = MapProjection()
    var frame = Frame.countries([])
    /// Height of the map for a width of 1; nil for the frame's own shape.
    var aspect: Double?
    var layers: [Layer] = []
    var annotations: [Annotation] = []
    var scaleBar = ScaleBar.at(latitude: nil)
    var inset: Inset?

    /// What of the world is shown.
    enum Frame: Sendable {
        /// Degrees; `east` may be less than `west` where the frame reaches across 180°.
        case bounds(west: Double, south: Double, east: Double, north: Double)
        /// All of these countries, by ISO 3166-1 alpha-3 code; of all countries drawn where there is none.
        case countries([Code])
        case world
    }

    /// A code of a document, and where it stands.
    struct Code: Sendable {
        var text: String
        var location: SourceLocation
        var path: String
    }

    struct MapProjection: Sendable {
        /// Vega-Lite's name, or `auto`: what suits the frame.
        var name = "auto"
        /// What an automatic one keeps true; nil for what the layers need.
        var purpose: ProjectionChoice.Purpose?
        var parallels: [Double]?
        /// The place in the middle of the projection, not of the frame.
        var center: Coordinate?
        /// As in Vega, instead of `center`.
        var rotation: Rotation?

        var isAutomatic: Bool { name == "auto" }
    }

    /// Where areas are coloured they are compared, and must be true; a map of lines and places keeps shapes.
    var usualPurpose: ProjectionChoice.Purpose {
        layers.contains { layer in
            switch layer {
            case .countries(let layer): !layer.groups.isEmpty
            case .areas, .choropleth: true
            default: false
            }
        } ? .area : .shape
    }

    enum ScaleBar: Sendable {
        case none
        /// True at a latitude; at that of the frame's middle where none is said.
        case at(latitude: Double?)
    }

    struct Annotation: Sendable {
        var text: String
        var place: Coordinate
        /// Where the text's middle stands from the place, in figure units.
        var offset: Point
        var location: SourceLocation
        var path: String
    }

    enum Layer: Sendable {
        case countries(CountriesLayer)
        case admin1(AdminLayer)
        case borders(BordersLayer)
        case disputed(DisputedLayer)
        case rivers(WaterLayer)
        case lakes(WaterLayer)
        case places(PlacesLayer)
        case areas(AreasLayer)
        case graticule(GraticuleLayer)
        case choropleth(ChoroplethLayer)
        case symbols(SymbolsLayer)
        case flows(FlowsLayer)

        /// The shapes it draws; nil where it has none of its own.
        var data: Dataset? {
            switch self {
            case .countries(let layer): layer.data
            case .admin1(let layer): layer.data
            case .borders(let layer): layer.data
            case .disputed(let layer): layer.data
            case .rivers(let layer), .lakes(let layer): layer.data
            case .places(let layer): layer.data
            case .areas(let layer): layer.data
            case .choropleth(let layer): layer.data
            case .graticule, .symbols, .flows: nil
            }
        }

        /// What it measures: for each the fact that claims it, or nil where none does.
        var claims: [String?] {
            switch self {
            case .areas(let layer): layer.measured ? [layer.claim] : []
            case .borders(let layer): layer.highlights.filter(\.measured).map(\.claim)
            default: []
            }
        }

        /// Where its values come from; nil for layers that show none.
        var values: ValueSource? {
            switch self {
            case .choropleth(let layer): layer.values
            case .symbols(let layer): layer.values
            case .flows(let layer): layer.values
            default: nil
            }
        }
    }
}

/// A file of shapes: of the project's geodata by name (`countries-region`), or beneath the data root by path.
struct Dataset: Sendable {
    var name: String
    var location: SourceLocation
    var path: String
}

/// How a layer is coloured: a word of the theme or a colour.
enum LayerFill: Sendable, Hashable {
    case land, muted, highlight, subject
    case accent
    case color(Color)
}

struct CountriesLayer: Sendable {
    struct Group: Sendable {
        var codes: [MapDocument.Code]
        var fill: LayerFill
        /// Lines over what lies beneath, instead of a fill: disputed, or two things at once.
        var hatched = false
        /// What the key says; nothing where empty.
        var legend: String
    }

    enum Labels: Sendable {
        case none
        case all
        case these([MapDocument.Code])
    }

    var data: Dataset
    var fill = LayerFill.muted
    var groups: [Group] = []
    var labels = Labels.none
}

struct AdminLayer: Sendable {
    var data: Dataset
    /// Codes of the states whose units are drawn; all where there is none.
    var countries: [MapDocument.Code] = []
    var legend = ""
}

struct BordersLayer: Sendable {
    struct Highlight: Sendable {
        var one: MapDocument.Code
        var other: MapDocument.Code
        /// On the map, along the line.
        var label: String
        var legend: String
        /// Its geodesic length is measured and told.
        var measured = false
        /// Id of the fact that claims a length.
        var claim: String?
        var location: SourceLocation
        var path: String
    }

    var data: Dataset
    var kind = BorderKind.international
    /// Of a historic border: when it was one, as it should read.
    var year = ""
    var legend = ""
    var highlights: [Highlight] = []
}

/// What kind of line a border is, and so how it is drawn.
enum BorderKind: String, Sendable, CaseIterable {
    case international
    /// Claimed by one state and not drawn by the other; dashed.
    case disputed
    /// Dotted.
    case lineOfControl = "line-of-control"
    /// Long dashes.
    case indefinite
    /// In the accent colour, with its year.
    case historic

    /// The `class` values of the geodata's lines that are of this kind.
    var classes: [String] {
        switch self {
        case .disputed: ["claim", "disputed"]
        case .lineOfControl: ["line-of-control", "ceasefire-line"]
        case .indefinite: ["indefinite"]
        case .international, .historic: []
        }
    }
}

struct DisputedLayer: Sendable {
    var data: Dataset
    /// Areas that states' own maps give to different states are hatched.
    var hatchesAreas = false
    var areasLegend = ""
    /// What the key says of each kind; nothing where there is none.
    var legends: [(kind: BorderKind, text: String)] = []
}

struct WaterLayer: Sendable {
    var data: Dataset
    /// Ranks up to this are drawn; 1 is the largest.
    var rank = 5
    /// Ranks up to this are named.
    var labelRank = 0
    /// English names that are drawn and named whatever their rank.
    var named: [MapDocument.Code] = []
}

struct PlacesLayer: Sendable {
    var data: Dataset
    /// Ranks up to this are drawn, besides capitals.
    var rank = -1
    var capitals = true
    /// Codes of the countries whose places are drawn; all where there is none.
    var countries: [MapDocument.Code] = []
    /// English names that are drawn whatever their rank.
    var named: [MapDocument.Code] = []
    var legend = ""
}

struct AreasLayer: Sendable {
    var data: Dataset
    /// Ids of the features that are drawn; all where there is none.
    var features: [MapDocument.Code] = []
    var hatched = true
    var softEdged = true
    var fill = LayerFill.accent
    var labels = true
    var legend = ""
    /// The geodesic area is measured and told.
    var measured = false
    /// Id of the fact that claims an area.
    var claim: String?
    var location: SourceLocation
    var path: String
}

struct GraticuleLayer: Sendable {
    var step = 10.0
    var labels = false
}
