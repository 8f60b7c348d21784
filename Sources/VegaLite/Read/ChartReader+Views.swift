import Transforms
import Documents

extension ChartReader {
    mutating func view(_ node: DocumentNode, path: String, depth: Int) -> ViewSpecification {
        var view = ViewSpecification(place: Place(path: path, location: node.location))
        guard depth < Self.deepest else {
            report(node, "compositions are nested more than \(Self.deepest) deep", path: path)
            return view
        }
        guard node.object != nil else {
            report(node, "a view is an object, not \(node.kind)", path: path)
            return view
        }
        tellUnknown(node, path: path)
        view.selections = parameters(node["params"], encoding: encoding(of: node), path: path)
        view.title = title(node["title"], path: join(path, "title"))
        view.data = node["data"].map { DataSpecification(node: $0, path: join(path, "data")) }
        view.transforms = transforms(node["transform"], path: join(path, "transform"))
        view.resolve = resolve(node["resolve"], path: join(path, "resolve"))
        view.projection = node["projection"].flatMap {
            $0.isNull ? nil : bag($0, path: join(path, "projection"))
        }
        view.background = bag(node["view"], path: join(path, "view"))
        view.width = extent(node["width"], key: "width", path: path)
        view.height = extent(node["height"], key: "height", path: path)
        view.grid = grid(node, path: path)
        view.content = content(node, path: path, depth: depth)
        return view
    }

    private mutating func tellUnknown(_ node: DocumentNode, path: String) {
        var reader = DocumentReader(node, path: path, noun: ViewProperty.noun)
        reader.allow(ViewProperty.names)
        reader.finish()
        diagnostics.add(reader.problems)
    }

    private mutating func content(_ node: DocumentNode, path: String, depth: Int) -> ViewSpecification.Content {
        if let definition = node["repeat"] {
            guard let child = node["spec"] else {
                report(node, "a repeat needs a `spec`", path: path)
                return .nothing
            }
            return .repeat(
                repeated(definition, path: join(path, "repeat")),
                view(child, path: join(path, "spec"), depth: depth + 1))
        }
        if let facet = node["facet"], let child = node["spec"] {
            return .facet(
                self.facet(facet, path: join(path, "facet")), view(child, path: join(path, "spec"), depth: depth + 1))
        }
        for arrangement in [ViewSpecification.Arrangement.wrapped, .horizontal, .vertical] {
            let key = arrangement.rawValue
            if let list = node[key] { return .concat(arrangement, views(list, path: join(path, key), depth: depth)) }
        }
        if let list = node["layer"] {
            let shared = encoding(node["encoding"], path: join(path, "encoding"))
            return .layer(views(list, path: join(path, "layer"), depth: depth), shared)
        }
        return unit(node, path: path)
    }

    private mutating func views(_ node: DocumentNode, path: String, depth: Int) -> [ViewSpecification] {
        guard let items = node.array else {
            wrong(node, "a list of views", path: path)
            return []
        }
        var views: [ViewSpecification] = []
        for (index, item) in items.enumerated() {
            views.append(view(item, path: "\(path)[\(index)]", depth: depth + 1))
        }
        return views
    }

    private mutating func unit(_ node: DocumentNode, path: String) -> ViewSpecification.Content {
        let encoding = encoding(node["encoding"], path: join(path, "encoding"))
        guard let definition = node["mark"] else {
            report(
                node, "the view has no `mark`", path: path,
                advice: "a view is a mark with an encoding, or has `layer`, `facet`, `repeat`, `concat`, `hconcat` or "
                    + "`vconcat`"
            )
            return .nothing
        }
        guard definition.string != nil || definition.object != nil else {
            wrong(definition, "a mark's name or an object", path: join(path, "mark"))
            return .nothing
        }
        let mark = mark(definition, path: join(path, "mark"))
        guard MarkRegistry.mark(named: mark.name) != nil || CompositeMark.names.contains(mark.name) else {
            let known = MarkRegistry.names + CompositeMark.names
            unknown(
                mark.name, "mark", definition, path: join(path, "mark"), known: known,
                advice: "the marks are \(known.joined(separator: ", "))")
            return .nothing
        }
        return .unit(UnitSpecification(mark: mark, encoding: encoding))
    }

    // MARK: - Parts of views

    private mutating func repeated(_ node: DocumentNode, path: String) -> RepeatSpecification {
        func names(_ node: DocumentNode?) -> [String]? { node?.array?.compactMap(\.string) }
        let result = RepeatSpecification(
            fields: names(node), rows: names(node["row"]), columns: names(node["column"]),
            layers: names(node["layer"]), place: Place(path: path, location: node.location))
        if result.fields == nil, result.rows == nil, result.columns == nil, result.layers == nil {
            report(node, "`repeat` is a list of fields, or an object with `row`, `column` or `layer`", path: path)
        }
        return result
    }

    private mutating func facet(_ node: DocumentNode, path: String) -> FacetSpecification {
        if node["row"] == nil, node["column"] == nil {
            return FacetSpecification(definitions: [channel(node, .facet, path: path)].compactMap { $0 })
        }
        var definitions: [ChannelSpecification] = []
        for (channel, key) in [(Channel.row, "row"), (.column, "column")] {
            guard let part = node[key], let read = self.channel(part, channel, path: join(path, key)) else { continue }
            definitions.append(read)
        }
        return FacetSpecification(definitions: definitions)
    }

    private mutating func title(_ node: DocumentNode?, path: String) -> TitleSpecification? {
        guard let node else { return nil }
        if node.isNull { return TitleSpecification(isOff: true) }
        if node.object == nil || Setting.expression(in: node) != nil {
            var title = TitleSpecification()
            title.properties[.text] = setting(node, of: .lines, key: "title", path: path)
            return title
        }
        return TitleSpecification(properties: bag(node, path: path))
    }

    private mutating func transforms(_ node: DocumentNode?, path: String) -> [TransformStep] {
        guard let node, !node.isNull else { return [] }
        guard let items = node.array else {
            wrong(node, "a list of transforms", path: path)
            return []
        }
        return TransformList(items, path: path, problems: &diagnostics).steps.map {
            TransformStep(transform: $0.transform, place: Place(path: $0.path, location: $0.location))
        }
    }

    private mutating func resolve(_ node: DocumentNode?, path: String) -> Resolve {
        var resolve = Resolve()
        func channels(_ part: DocumentNode?, _ path: String, _ reader: inout ChartReader) -> [Channel: Bool] {
            var result: [Channel: Bool] = [:]
            for member in part?.object?.members ?? [] {
                guard let channel = Channel(rawValue: member.key) else {
                    reader.unknown(
                        member.key, "channel", member.value, path: join(path, member.key),
                        known: Channel.allCases.map(\.rawValue))
                    continue
                }
                switch member.value.string {
                case "shared": result[channel] = true
                case "independent": result[channel] = false
                default:
                    reader.warn(
                        member.value, "a rule is `shared` or `independent`, not \(Self.shown(member.value))",
                        path: join(path, member.key))
                }
            }
            return result
        }
        resolve.scale = channels(node?["scale"], join(path, "scale"), &self)
        resolve.axis = channels(node?["axis"], join(path, "axis"), &self)
        resolve.legend = channels(node?["legend"], join(path, "legend"), &self)
        return resolve
    }

    private mutating func extent(_ node: DocumentNode?, key: String, path: String) -> ViewSpecification.Extent? {
        guard let node, !node.isNull else { return nil }
        let own = join(path, key)
        if let text = node.string {
            if text == "container" { return .container }
            wrong(node, "a number, \"container\" or {\"step\": …}", path: own)
            return nil
        }
        if let number = node.number ?? node["step"]?.number, number < 0 || !number.isFinite {
            report(node, "a \(key) is no less than 0", path: own)
            return nil
        }
        if let step = node["step"]?.number {
            return step > 0 ? .step(min(step, 10_000), forOffset: node["for"]?.string != "position") : nil
        }
        if node.number != nil || Setting.expression(in: node) != nil { return .fixed(Setting(node)) }
        warn(node, "`\(key)` is a number, \"container\" or {\"step\": …}, not \(Self.shown(node))", path: own)
        return nil
    }

    /// How views lie, from the keys of a composition or of a facet's channel.
    func grid(_ node: DocumentNode, path: String) -> GridSpecification {
        func both<Value>(_ key: String, _ read: (DocumentNode) -> Value?) -> GridSpecification.Directional<Value> {
            guard let node = node[key] else { return .init() }
            if let value = read(node) { return .init(row: value, column: value) }
            return .init(row: node["row"].flatMap(read), column: node["column"].flatMap(read))
        }
        return GridSpecification(
            columns: node["columns"]?.number.flatMap { $0 >= 1 && $0 < 1e6 ? Int($0) : nil },
            spacing: both("spacing") { $0.number.flatMap { $0.isFinite ? min(max($0, -10_000), 10_000) : nil } },
            align: both("align") { $0.string.flatMap(GridLayout.Alignment.init) },
            center: both("center", \.boolean), isFlush: node["bounds"]?.string.map { $0 == "flush" })
    }
}
