import Documents
import Facts
import Figures
import Geography
import SceneGraph
import Typography

/// Lays a map out: frame and projection first, then the layers from the bottom up, then all labels in the order of
/// their importance, then what stands around the map.
struct MapComposer {
    let map: MapDocument
    let file: String
    let context: FigureContext
    let style: MapStyle
    let language: String
    var library: GeodataLibrary
    var problems = Diagnostics()
    var warnings: [Diagnostic] = []

    /// The map's own rectangle, in figure units.
    var frame = Rectangle.zero
    var projection: Projection
    /// Why this projection, where it was chosen for the map.
    var projectionReason: String?
    var path: GeographicPath
    var nodes: [Node] = []
    var requests: [LabelRequest] = []
    var placer = LabelPlacer(frame: .zero, gap: 0)
    /// The key stands in a column to the right of a map that is narrower than the figure.
    var legendIsBeside = false
    var measures: [Measure] = []
    private var thinnedTopologies: [String: Topology] = [:]
    var facts: [String] = []
    /// What the thematic layers show, by the layer's position.
    var choropleths: [Int: PreparedChoropleth] = [:]
    var symbols: [Int: PreparedSymbols] = [:]
    var flows: [Int: PreparedFlows] = [:]
    /// Where the capitals are that a layer with a key draws, in the frame or not.
    var capitals: [Int: [Coordinate]] = [:]
    var knownPlaces: PlaceIndex?
    /// What is drawn, for the alternative text.
    var namesDrawn: [String] = []

    init(map: MapDocument, file: String, context: FigureContext) {
        self.map = map
        self.file = file
        self.context = context
        let size = context.size ?? map.size ?? .page
        style = MapStyle(theme: context.theme.scaled(by: size.typeScale), scale: size.typeScale)
        language = map.language != "en" ? map.language : context.language
        library = GeodataLibrary(context: context)
        projection = Projection(.equalEarth)
        path = GeographicPath(projection)
    }

    var theme: Theme { style.theme }
    var name: String { context.name }
    var size: FigureSize { context.size ?? map.size ?? .page }

    mutating func compose() throws(Diagnostics) -> DrawnFigure {
        let shapes = frameShapes()
        prepareProjection(for: shapes)
        prepareThematicLayers()
        try problems.throwIfErrors()
        let box = projection.unitBounds(of: shapes) ?? Rectangle(x: 0, y: 0, width: 300, height: 180)

        // The note depends on the frame (is there a scale bar?) and the frame's height on the note: the second round
        // settles it.
        var furniture = furniture(note: map.note)
        var layout = FurnitureLayout(furniture, name: name, width: size.width, theme: theme, measurer: context.measurer)
        for _ in 0..<2 {
            layFrame(box, layout: layout)
            furniture = self.furniture(note: wholeNote())
            layout = FurnitureLayout(furniture, name: name, width: size.width, theme: theme, measurer: context.measurer)
        }
        layFrame(box, layout: layout)
        warnOfUnchosenWorldview()

        drawBackground()
        for (index, layer) in map.layers.enumerated() { draw(layer, position: index) }
        try problems.throwIfErrors()

        for annotation in map.annotations { request(annotation) }
        let inset = drawInset()
        try problems.throwIfErrors()
        let bar = drawScaleBar()
        let labels = placeLabels()
        var children: [Node] = [
            .group(
                id: "\(name)/map", role: "map", clip: .rectangle(frame), nodes + labels.behind)
        ]
        if let inset { children.append(inset) }
        children += labels.nodes
        if let bar { children.append(bar) }
        // Where the earth's edge is in the frame, the edge is the map's outline.
        let outline = style.line(theme.rule.opacity(0.55), 0.6)
        if showsEdge {
            children.append(
                .path(
                    id: "\(name)/frame", role: "map-outline",
                    earthOutline(within: isWorld ? projection.clipExtent : frame), stroke: outline))
        } else {
            children.append(.path(id: "\(name)/frame", role: "map-frame", .rectangle(frame), stroke: outline))
        }
        var picture: [Node] = []
        if let legend = drawLegend(top: layout.pictureTop) { picture.append(legend) }
        picture += children
        var height = frame.maxY - layout.pictureTop
        if let panel = drawMeasures(top: frame.maxY + theme.margin * 0.8) {
            picture.append(panel)
            height = panel.bounds.maxY - layout.pictureTop
        }
        let scene = layout.scene(
            name: name, picture: picture, pictureHeight: height, alternative: map.alternative ?? alternative())
        return DrawnFigure(
            scene: scene, title: map.title, subtitle: map.subtitle, facts: facts, sources: sourceIDs(),
            warnings: warnings)
    }

    // MARK: - Frame

    private mutating func prepareProjection(for shapes: [Geometry]) {
        if map.projection.isAutomatic {
            let extent: ProjectionChoice.Extent?
            switch map.frame {
            case .bounds(let west, let south, let east, let north):
                extent = ProjectionChoice.Extent(west: west, south: south, east: east, north: north)
            case .world, .countries: extent = ProjectionChoice.Extent(around: shapes)
            }
            guard let extent else { return }
            let choice = ProjectionChoice(for: extent, purpose: map.projection.purpose ?? map.usualPurpose)
            projection = choice.projection
            projectionReason = choice.reason
            return
        }
        projection = projectionOf(map.projection)
    }

    /// A projection as the document has it, not yet fitted to anything.
    func projectionOf(_ wanted: MapDocument.MapProjection) -> Projection {
        guard let kind = ProjectionKind.named(wanted.name) else { return Projection(.equalEarth) }
        var projection = Projection(kind)
        projection.center = Coordinate(0, 0)
        if let parallels = wanted.parallels { projection.parallels = parallels }
        if let rotation = wanted.rotation {
            projection.rotation = rotation
        } else if let center = wanted.center {
            // A cone or cylinder stands upright; a plane touches where the map's middle is.
            let isPlane = projection.clipAngle != nil
            projection.rotation = Rotation(-center.longitude, isPlane ? -center.latitude : 0)
        }
        return projection
    }

    /// The sides of a frame in degrees, as lines: it may be wider than half the earth.
    func edges(west: Double, south: Double, east: Double, north: Double) -> Geometry {
        let east = east <= west ? east + 360 : east
        func side(_ count: Int, _ at: (Double) -> Coordinate) -> [Coordinate] {
            (0..<count).map { at(Double($0) / Double(count)) }
        }
        let w = min(east - west, 359.9)
        return .multiLineString([
            side(91) { Coordinate(west + w * $0 / 0.99, south) }, side(91) { Coordinate(west + w * $0 / 0.99, north) },
            side(31) { Coordinate(west, south + (north - south) * $0 / 0.968) },
            side(31) { Coordinate(west + w, south + (north - south) * $0 / 0.968) },
        ])
    }

    /// What must be in the frame.
    private mutating func frameShapes() -> [Geometry] {
        switch map.frame {
        case .world: return [.sphere]
        case .bounds(let west, let south, let east, let north):
            return [edges(west: west, south: south, east: east, north: north)]
        case .countries(let codes):
            guard let dataset = countriesDataset else {
                problems.add(
                    Diagnostic(
                        "the frame names countries, and no layer has any", file: file, at: codes.first?.location,
                        path: "frame.countries", advice: "add `- layer: countries`"))
                return []
            }
            guard let (topology, layer) = topology(dataset) else { return [] }
            let wanted = codes.isEmpty ? nil : Set(members(codes, in: layer))
            return layer.members.enumerated().compactMap { index, member in
                wanted?.contains(index) ?? true ? topology.geometry(of: member.shape) : nil
            }
        }
    }

    var countriesDataset: Dataset? {
        for layer in map.layers {
            if case .countries(let countries) = layer { return countries.data }
            if case .borders(let borders) = layer { return borders.data }
            if case .choropleth(let areas) = layer { return areas.data }
        }
        return nil
    }

    private mutating func layFrame(_ box: Rectangle, layout: FurnitureLayout) {
        let natural = max(0.35, min(1.15, box.height / max(box.width, 1e-9)))
        var width = layout.pictureWidth
        var height = width * (map.aspect ?? natural)
        legendIsBeside = false
        var top = layout.pictureTop + legendHeight(width: width)
        if let whole = size.height {
            height = max(40, whole - layout.footerHeight - top - measureHeight)
            // A frame much wider than what it is of would show the world around it: the key then stands beside it.
            let suited = height / (map.aspect ?? natural) * 1.35
            if suited < width - legendColumnWidth - theme.margin {
                legendIsBeside = true
                top = layout.pictureTop
                height = max(40, whole - layout.footerHeight - top - measureHeight)
                width = min(height / (map.aspect ?? natural) * 1.7, width - legendColumnWidth - theme.margin)
            }
        }
        frame = Rectangle(x: theme.margin, y: top, width: width.rounded(), height: height.rounded())
        let margin = isWorld ? 0 : min(frame.width, frame.height) * 0.025
        projection.clipExtent = nil
        projection.fit(to: frame.inset(by: margin), unitBounds: box)
        // Half a stroke beyond the frame, so that outlines do not run along it.
        projection.clipExtent = frame.inset(by: -4 * style.scale)
        path = GeographicPath(projection)
        placer = LabelPlacer(frame: frame.inset(by: 2 * style.scale), gap: 1.5 * style.scale)
        if isWorld { placer.outline = Interior(path.rings(of: .sphere)) }
    }

    var isWorld: Bool { if case .world = map.frame { true } else { false } }

    private mutating func drawBackground() {
        let outline = showsEdge ? earthOutline(within: projection.clipExtent) : .rectangle(frame)
        nodes.append(.path(id: "\(name)/sea", role: "map-sea", outline, fill: .color(theme.sea)))
    }

    /// What of a rectangle is on the earth; its edge finer than other lines, for it is long and bare.
    private func earthOutline(within extent: Rectangle?) -> PathData {
        var fine = projection
        fine.clipExtent = extent
        fine.precision = 0.05
        return GeographicPath(fine).path(of: .sphere)
    }

    /// Whether there is anything in the frame that is not on the earth.
    var showsEdge: Bool {
        if isWorld { return true }
        guard let extent = projection.clipExtent else { return false }
        return path.area(of: .sphere) < extent.width * extent.height * 0.9995
    }

    // MARK: - Reading data

    /// The same with no more detail than this map shows.
    mutating func thinned(_ dataset: Dataset) -> (Topology, Topology.Layer)? {
        if let known = thinnedTopologies[dataset.name], let layer = known.layers.first { return (known, layer) }
        guard let (whole, layer) = topology(dataset) else { return nil }
        let thin = whole.simplified(for: projection)
        thinnedTopologies[dataset.name] = thin
        return (thin, layer)
    }

    /// The first layer of a dataset; nil, and the problem kept, where it cannot be read.
    mutating func topology(_ dataset: Dataset) -> (Topology, Topology.Layer)? {
        do throws(Diagnostic) { return try library.topology(dataset, file: file) } catch {
            problems.add(error)
            return nil
        }
    }

    mutating func features(_ dataset: Dataset) -> [Feature]? {
        do throws(Diagnostic) { return try library.features(dataset, file: file) } catch {
            problems.add(error)
            return nil
        }
    }

    mutating func records(_ dataset: Dataset) -> [DocumentNode]? {
        do throws(Diagnostic) { return try library.records(dataset, file: file) } catch {
            problems.add(error)
            return nil
        }
    }

    /// The positions of the members with these codes; a code that no member has is an error that names the nearest.
    mutating func members(_ codes: [MapDocument.Code], in layer: Topology.Layer) -> [Int] {
        let positions = Dictionary(layer.members.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        return codes.compactMap { code in
            if let index = positions[code.text] { return index }
            let byName = layer.members.first { member in
                ["name_en", "iso_a2"].contains { member.properties[$0]?.string == code.text }
            }
            let near = byName?.id ?? suggestion(for: code.text, among: positions.keys.sorted())
            problems.add(
                Diagnostic(
                    "no country has the code `\(code.text)`", file: file, at: code.location, path: code.path,
                    advice: near.map { "did you mean `\($0)`?" } ?? "codes are ISO 3166-1 alpha-3, such as KAZ"))
            return nil
        }
    }

    /// A feature's name in the map's language; in English where it has none.
    func localName(_ properties: DocumentObject) -> String? {
        let key = language.hasPrefix("ru") ? "name_ru" : language.hasPrefix("zh") ? "name_zh" : "name_en"
        return properties[key]?.string ?? properties["name_en"]?.string ?? properties["name"]?.string
    }

    mutating func warn(_ message: String, at location: SourceLocation? = nil, path: String = "", advice: String? = nil)
    {
        warnings.append(
            Diagnostic(message, severity: .warning, file: file, at: location, path: path, advice: advice))
    }

    // MARK: - Around the map

    private func furniture(note: String) -> Furniture {
        Furniture(title: map.title, subtitle: map.subtitle, note: note, sources: credits())
    }

    private func credits() -> [String] {
        var credits: [String] = []
        func add(_ credit: String) { if !credits.contains(credit) { credits.append(credit) } }
        for source in map.sources { add(context.facts.source(source)?.credit ?? source) }
        for layer in map.layers {
            guard let values = layer.values else { continue }
            if let source = values.source { add(context.facts.source(source)?.credit ?? source) }
            if case .facts(let node) = values.rows,
                let chosen = try? context.facts.select(node, file: file, path: values.path)
            {
                for source in context.facts.sources(of: chosen) { add(source.credit) }
            }
        }
        for id in claimedFacts() {
            guard let fact = context.facts[id] else { continue }
            for source in context.facts.sources(of: fact) { add(source.credit) }
        }
        if usesProjectGeodata { add(context.facts.source("natural-earth")?.credit ?? "Natural Earth") }
        return credits
    }

    private func sourceIDs() -> [String] {
        var ids: [String] = []
        func add(_ id: String) { if !ids.contains(id), context.facts.source(id) != nil { ids.append(id) } }
        map.sources.forEach(add)
        for layer in map.layers { if let source = layer.values?.source { add(source) } }
        for id in facts { if let fact = context.facts[id] { context.facts.sources(of: fact).forEach { add($0.id) } } }
        if usesProjectGeodata { add("natural-earth") }
        return ids
    }

    func claimedFacts() -> [String] {
        map.layers.flatMap { $0.claims.compactMap { $0 } }
    }

    private var usesProjectGeodata: Bool {
        map.layers.contains { layer in layer.data.map { GeodataLibrary.datasets.contains($0.name) } ?? false }
    }

    private mutating func wholeNote() -> String {
        var sentences: [String] = []
        if !map.note.isEmpty { sentences.append(map.note) }
        sentences.append(projectionSentence())
        if drawsBoundaries { sentences.append(worldviewSentence()) }
        let isLengthMeasured = map.layers.contains {
            if case .borders(let layer) = $0 { layer.highlights.contains(where: \.measured) } else { false }
        }
        if isLengthMeasured {
            sentences.append("The measured border is of generalised lines, and shorter than the border on the ground")
        }
        if case .at = map.scaleBar, let reason = scaleBarRefusal() { sentences.append(reason) }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    var drawsBoundaries: Bool {
        map.layers.contains { layer in
            switch layer {
            // Whose borders a file of the author's own draws, its author knows.
            case .countries, .borders, .choropleth:
                layer.data.map { GeodataLibrary.datasets.contains($0.name) } ?? false
            default: false
            }
        }
    }

    private func alternative() -> String {
        var text = "Map"
        if !map.title.isEmpty { text += ": " + map.title }
        if !map.subtitle.isEmpty { text += ". " + map.subtitle }
        if !namesDrawn.isEmpty { text += ". Shown: " + namesDrawn.joined(separator: ", ") }
        return text.hasSuffix(".") ? text : text + "."
    }
}
