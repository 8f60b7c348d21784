import Documents
import SceneGraph
import Tables
import Typography

/// The configuration: the document's `config` over that of the look, which has every default there is.
struct Config: Sendable {
    enum FieldTitleForm: String, Sendable { case verbal, functional, plain }

    /// A named style, as each kind of object takes it.
    struct Style: Sendable {
        var mark: MarkSpecification
        var axis: PropertyBag<AxisProperty>
        var title: PropertyBag<TitleProperty>
        var background: PropertyBag<BackgroundProperty>
    }

    /// How the legends of one side stand to each other.
    struct LegendLayout: Sendable {
        struct Part: Sendable {
            var margin = 8.0
            var anchor = "start"
            var direction: String?
        }
        var all = Part()
        var parts: [String: Part] = [:]

        subscript(orient: String) -> Part { parts[orient] ?? all }
    }

    let theme: Theme
    var axes: [ConfigProperty: PropertyBag<AxisProperty>] = [:]
    var headers: [ConfigProperty: PropertyBag<HeaderProperty>] = [:]
    var legend = PropertyBag<LegendProperty>()
    var legendLayout = LegendLayout()
    var title = PropertyBag<TitleProperty>()
    /// By the mark's name; `mark` is of all.
    var marks: [String: MarkSpecification] = [:]
    var styles: [String: Style] = [:]
    var view = ViewConfig()
    var scale = PropertyBag<ScaleConfigProperty>()
    /// Colours, schemes and the like by the name of a range.
    var ranges: [String: DataValue] = [:]
    var projection = PropertyBag<ProjectionProperty>()
    var facet = GridSpecification()
    var concat = GridSpecification()
    var page = PageSpecification()
    var font: String?
    var countTitle = "Count of Records"
    var fieldTitle = FieldTitleForm.verbal
    var numberFormat: String?
    var normalizedNumberFormat = ".0%"
    var timeFormat = "%b %d, %Y"
    var lineBreak: String?
    var locale = Locales()

    init(theme: Theme) { self.theme = theme }

    /// Whether the figure is laid out as ours are, rather than as Vega-Lite's.
    var isEditorial: Bool { theme.chartLook == .editorial }

    /// A number of `config.scale`; the look has those that are always needed.
    func number(_ name: ScaleConfigProperty) -> Double? {
        scale.value(name)?.number.flatMap { $0.isFinite ? $0 : nil }
    }

    func length(_ name: ScaleConfigProperty) -> Double { number(name) ?? 0 }
    func boolean(_ name: ScaleConfigProperty) -> Bool? { scale.value(name)?.boolean }

    /// What is drawn in place of values that a scale has no place for; nil where they are left out.
    func invalid(_ channel: Channel) -> DataValue? { scale.value(.invalid)?[channel.rawValue] }

    /// The styles that a `style` property names, the last first.
    func styles(_ names: DataValue?) -> [Style] {
        guard let names else { return [] }
        let list = names.array?.compactMap(\.string) ?? names.string.map { [$0] } ?? []
        return list.reversed().compactMap { styles[$0] }
    }

    /// The family that a CSS font list asks for; the theme's where there is no such, or none is asked for.
    func family(_ css: String?) -> String {
        (css ?? font).map { FontNames.resolve($0, theme: theme).family } ?? theme.family
    }

    /// A text style such as `guide-label`, as the properties of a guide's labels or titles.
    func textStyle<Name: PropertyName>(
        _ style: String, as prefix: String, of _: Name.Type = Name.self
    ) -> PropertyBag<Name> {
        var bag = PropertyBag<Name>()
        guard let text = styles[style]?.mark.properties else { return bag }
        let names: [(MarkProperty, String)] = [
            (.color, "Color"), (.fill, "Color"), (.fontSize, "FontSize"), (.font, "Font"), (.fontStyle, "FontStyle"),
            (.fontWeight, "FontWeight"), (.lineHeight, "LineHeight"), (.align, "Align"), (.angle, "Angle"),
            (.baseline, "Baseline"), (.limit, "Limit"), (.opacity, "Opacity"), (.fillOpacity, "Opacity"),
        ]
        for (source, suffix) in names {
            let name = prefix.isEmpty ? suffix.prefix(1).lowercased() + suffix.dropFirst() : prefix + suffix
            if let value = text[source], let target = Name(rawValue: String(name)) { bag[target] = value }
        }
        return bag
    }
}

/// `config.view`.
struct ViewConfig: Sendable {
    var background = PropertyBag<BackgroundProperty>()
    var continuousWidth = 300.0
    var continuousHeight = 300.0
    var step = 20.0
    var discreteWidth: Double?
    var discreteHeight: Double?
    var discreteWidthStep: Double?
    var discreteHeightStep: Double?
}
