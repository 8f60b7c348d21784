import Documents
import Tables
import Typography

extension ChartReader {
    /// Reads a `config` object.
    mutating func config(_ node: DocumentNode, path: String) -> Config {
        var config = Config(theme: theme)
        var reader = DocumentReader(node, path: path, noun: ConfigProperty.noun)
        reader.allow(ConfigProperty.names + ConfigProperty.marks)
        reader.finish()
        diagnostics.add(reader.problems)
        for member in node.object?.members ?? [] {
            guard let name = ConfigProperty(rawValue: member.key) else { continue }
            if ConfigProperty.undrawn.contains(name) { tellUndrawn(member, of: ConfigProperty.noun, path: path) }
        }
        for name in ConfigProperty.axes { config.axes[name] = guide(node, name, path: path) }
        for name in ConfigProperty.headers { config.headers[name] = guide(node, name, path: path) }
        config.legend = guide(node, .legend, path: path) ?? .init()
        config.legendLayout = layout(node["legend"]?["layout"])
        config.title = guide(node, .title, path: path) ?? .init()
        for name in ConfigProperty.marks {
            if let part = node[name] { config.marks[name] = marks(part, path: join(path, name)) }
        }
        config.scale = guide(node, .scale, path: path) ?? .init()
        config.projection = guide(node, .projection, path: path) ?? .init()
        config.view = viewConfig(node["view"], path: join(path, "view"))
        for member in node["style"]?.object?.members ?? [] {
            config.styles[member.key] = style(member.value, path: "\(join(path, "style")).\(member.key)")
        }
        for member in node["range"]?.object?.members ?? [] {
            config.ranges[member.key] = DataValue(member.value)
        }
        config.facet = grid(node["facet"] ?? .nothing, path: join(path, "facet"))
        config.concat = grid(node["concat"] ?? .nothing, path: join(path, "concat"))
        config.page = page(node, path: path)
        readTexts(node, path: path, into: &config)
        _ = parameters(node["params"], encoding: nil, path: path)
        return config
    }

    private mutating func guide<Name: PropertyName>(
        _ node: DocumentNode, _ name: ConfigProperty, path: String
    ) -> PropertyBag<Name>? {
        node[name.rawValue].map { bag($0, path: join(path, name.rawValue)) }
    }

    private mutating func readTexts(_ node: DocumentNode, path: String, into config: inout Config) {
        func text(_ name: ConfigProperty, _ reader: inout ChartReader) -> String? {
            guard let value = node[name.rawValue] else { return nil }
            return reader.setting(
                value, of: name == .font ? .font : .text, key: name.rawValue, path: join(path, name.rawValue))?
                .constant?.string
        }
        config.font = text(.font, &self)
        config.countTitle = text(.countTitle, &self) ?? config.countTitle
        config.fieldTitle = text(.fieldTitle, &self).flatMap(Config.FieldTitleForm.init) ?? config.fieldTitle
        config.numberFormat = text(.numberFormat, &self)
        config.normalizedNumberFormat = text(.normalizedNumberFormat, &self) ?? config.normalizedNumberFormat
        config.timeFormat = text(.timeFormat, &self) ?? config.timeFormat
        config.lineBreak = text(.lineBreak, &self)
        config.locale = node["locale"].map { Locales(DataValue($0)) } ?? Locales()
    }

    private mutating func viewConfig(_ node: DocumentNode?, path: String) -> ViewConfig {
        var view = ViewConfig()
        view.background = bag(node, path: path, others: ViewConfigProperty.allCases.map(\.rawValue))
        func number(_ name: ViewConfigProperty, _ bounds: ClosedRange<Double>, _ reader: inout ChartReader) -> Double? {
            guard let value = node?[name.rawValue], value.object == nil else { return nil }
            return reader.setting(
                value, of: .number(bounds), key: name.rawValue, path: join(path, name.rawValue))?.constant?.number
        }
        let room = 0.0...100_000.0
        view.continuousWidth = number(.continuousWidth, room, &self) ?? view.continuousWidth
        view.continuousHeight = number(.continuousHeight, room, &self) ?? view.continuousHeight
        view.step = number(.step, 0...10_000, &self) ?? view.step
        view.discreteWidth = number(.discreteWidth, room, &self)
        view.discreteHeight = number(.discreteHeight, room, &self)
        view.discreteWidthStep = node?["discreteWidth"]?["step"]?.number
        view.discreteHeightStep = node?["discreteHeight"]?["step"]?.number
        return view
    }

    /// A named style may be of a mark, a text, an axis or a view's background: each takes what it knows of it.
    private mutating func style(_ node: DocumentNode, path: String) -> Config.Style {
        let others = AxisProperty.names + BackgroundProperty.names + TitleProperty.names
        var quiet = ChartReader(theme: theme)
        return Config.Style(
            mark: marks(node, path: path, others: others), axis: quiet.bag(node, path: path),
            title: quiet.bag(node, path: path), background: quiet.bag(node, path: path))
    }

    private func layout(_ node: DocumentNode?) -> Config.LegendLayout {
        func part(_ node: DocumentNode?, _ standard: Config.LegendLayout.Part) -> Config.LegendLayout.Part {
            Config.LegendLayout.Part(
                margin: node?["margin"]?.number ?? standard.margin, anchor: node?["anchor"]?.string ?? standard.anchor,
                direction: node?["direction"]?.string ?? standard.direction)
        }
        var layout = Config.LegendLayout()
        layout.all = part(node, layout.all)
        for member in node?.object?.members ?? [] where member.value.object != nil {
            layout.parts[member.key] = part(member.value, layout.all)
        }
        return layout
    }
}
