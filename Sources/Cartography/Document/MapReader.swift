import Documents
import Facts
import Formats
import Figures
import Geography
import SceneGraph

/// Reads the document of a map, and tells all that is wrong with it at once.
struct MapReader {
    let document: Document
    private(set) var problems = Diagnostics()

    static func read(_ document: Document) throws(Diagnostics) -> MapDocument {
        var reader = MapReader(document: document)
        let map = reader.map()
        try reader.problems.throwIfErrors()
        return map
    }

    private init(document: Document) { self.document = document }

    private static let keys = [
        "figure", "title", "subtitle", "note", "sources", "alt", "size", "language", "worldview", "projection", "frame",
        "aspect", "layers", "annotations", "scaleBar", "inset",
    ]

    private mutating func map() -> MapDocument {
        var map = MapDocument()
        guard let object = document.root.object else {
            problem("a map is an object with `figure: map`, `frame` and `layers`", document.root, "")
            return map
        }
        check(object, MapReader.keys, "")
        map.title = text(object["title"], "title") ?? ""
        map.subtitle = text(object["subtitle"], "subtitle") ?? ""
        map.note = text(object["note"], "note") ?? ""
        map.alternative = text(object["alt"], "alt")
        map.language = text(object["language"], "language") ?? "en"
        map.sources = texts(object["sources"], "sources")
        if let node = object["size"] { map.size = size(node) }
        if let name = text(object["worldview"], "worldview") {
            if Worldview.known.contains(name) {
                map.worldview = Worldview(name: name)
                map.choosesWorldview = true
            } else if let node = object["worldview"] {
                unknown("worldview", name, Worldview.known, node, "worldview")
            }
        }
        if let node = object["projection"] { map.projection = projection(node) }
        if let node = object["frame"] { map.frame = frame(node) }
        if case .world = map.frame, map.projection.name == "conicConformal", object["frame"] != nil,
            let node = object["projection"]
        {
            problem(
                "`conicConformal` has one pole infinitely far off, and cannot show the whole world", node, "projection",
                "name a smaller frame, or `projection: auto`")
        }
        if let node = object["aspect"] { map.aspect = number(node, "aspect", within: 0.1...10) }
        if let node = object["inset"] { map.inset = inset(node) }
        if let node = object["scaleBar"] { map.scaleBar = scaleBar(node) }
        if let node = object["layers"] {
            for (index, item) in list(node, "layers").enumerated() {
                if let layer = layer(item, "layers[\(index)]") { map.layers.append(layer) }
            }
        } else {
            problem("a map needs `layers`", document.root, "layers")
        }
        if let node = object["annotations"] {
            for (index, item) in list(node, "annotations").enumerated() {
                if let annotation = annotation(item, "annotations[\(index)]") { map.annotations.append(annotation) }
            }
        }
        return map
    }

    // MARK: - The whole

    private mutating func size(_ node: DocumentNode) -> FigureSize? {
        if let name = node.string, let size = FigureSize(parsing: name) { return size }
        if let object = node.object {
            check(object, ["width", "height"], "size")
            if let width = object["width"]?.number, (16...32767).contains(width) {
                guard let height = object["height"] else { return FigureSize(width: width) }
                if let value = height.number, (16...32767).contains(value) {
                    return FigureSize(width: width, height: value)
                }
            }
        }
        problem(
            "a size is `column`, `page`, `slide` or `{width: 640, height: 400}`, with sides of 16 to 32767", node,
            "size")
        return nil
    }

    mutating func projection(_ node: DocumentNode, _ base: String = "projection") -> MapDocument.MapProjection {
        var projection = MapDocument.MapProjection()
        let names = ["auto"] + ProjectionKind.all.map(\.name).filter { $0 != "identity" && $0 != "albersUsa" }
        let object = node.object
        if let object { check(object, ["type", "purpose", "parallels", "center", "rotate"], base) }
        let typePath = object == nil ? base : base + ".type"
        guard let typeNode = object == nil ? node : object?["type"], let name = typeNode.string else {
            problem("a projection has a `type`", node, base, "one of " + names.joined(separator: ", "))
            return projection
        }
        if names.contains(name) {
            projection.name = name
        } else {
            unknown("projection", name, names, typeNode, typePath)
        }
        guard let object else { return projection }
        if let node = object["purpose"] {
            let purposes = ProjectionChoice.Purpose.allCases.map(\.rawValue)
            if let purpose = node.string.flatMap(ProjectionChoice.Purpose.init(rawValue:)) {
                projection.purpose = purpose
            } else {
                unknown("purpose", node.string ?? node.kind, purposes, node, base + ".purpose")
            }
            if name != "auto" {
                problem("only `auto` has a purpose: `\(name)` is what it is", node, base + ".purpose")
            }
        }
        if name == "auto" {
            for key in ["parallels", "center", "rotate"] {
                guard let node = object[key] else { continue }
                problem("`auto` finds its own `\(key)`; name a projection to set it", node, base + ".\(key)")
            }
            return projection
        }
        if let node = object["parallels"] {
            let values = numbers(node, base + ".parallels", counts: 1...2, within: -90...90)
            if ProjectionKind.named(name).map({ Projection($0).parallels == nil }) ?? false {
                problem("`\(name)` has no standard parallels", node, base + ".parallels")
            } else if let values {
                projection.parallels = values
            }
        }
        if let node = object["center"] { projection.center = coordinate(node, base + ".center") }
        if let node = object["rotate"],
            let values = numbers(node, base + ".rotate", counts: 2...3, within: -360...360)
        {
            projection.rotation = Rotation(values[0], values[1], values.count > 2 ? values[2] : 0)
            if object["center"] != nil {
                problem("`center` and `rotate` say the same thing; keep one", node, base + ".rotate")
            }
        }
        return projection
    }

    mutating func frame(_ node: DocumentNode, _ base: String = "frame") -> MapDocument.Frame {
        if node.string == "world" { return .world }
        guard let object = node.object else {
            problem(
                "a frame is `world`, `{west, south, east, north}` or `{countries: [RUS, CHN]}`, not \(node.kind)", node,
                base)
            return .world
        }
        check(object, ["west", "south", "east", "north", "countries"], base)
        if let countries = object["countries"] {
            let named = codes(countries, base + ".countries")
            if named.isEmpty { problem("the frame names no country", countries, base + ".countries") }
            return .countries(named)
        }
        var values: [Double] = []
        for (key, range) in [("west", -360.0...360.0), ("south", -90...90), ("east", -360...360), ("north", -90...90)] {
            if let side = object[key] {
                if let value = number(side, base + ".\(key)", within: range) { values.append(value) }
            } else {
                problem("the frame lacks `\(key)`", node, base)
            }
        }
        guard values.count == 4 else { return .world }
        if values[1] >= values[3] { problem("`south` is not south of `north`", node, base) }
        if values[0] == values[2] { problem("`west` and `east` are the same", node, base) }
        return .bounds(west: values[0], south: values[1], east: values[2], north: values[3])
    }

    private mutating func scaleBar(_ node: DocumentNode) -> MapDocument.ScaleBar {
        if let flag = node.boolean { return flag ? .at(latitude: nil) : .none }
        guard let object = node.object else {
            problem("`scaleBar` is true, false or `{latitude: 45}`, not \(node.kind)", node, "scaleBar")
            return .none
        }
        check(object, ["latitude"], "scaleBar")
        return .at(latitude: object["latitude"].flatMap { number($0, "scaleBar.latitude", within: -90...90) })
    }

    private mutating func annotation(_ node: DocumentNode, _ path: String) -> MapDocument.Annotation? {
        guard let object = node.object else {
            problem("an annotation has `text` and `at`; this is \(node.kind)", node, path)
            return nil
        }
        check(object, ["text", "at", "offset"], path)
        guard let text = text(object["text"], path + ".text"), let at = object["at"] else {
            problem("an annotation has `text` and `at: [longitude, latitude]`", node, path)
            return nil
        }
        guard let place = coordinate(at, path + ".at") else { return nil }
        let offset =
            object["offset"].flatMap { numbers($0, path + ".offset", counts: 2...2, within: -5000...5000) } ?? [0, -24]
        return MapDocument.Annotation(
            text: text, place: place, offset: Point(offset[0], offset[1]), location: node.location, path: path)
    }

    // MARK: - Layers

    /// Each kind of layer: its name and how it is read.
    private static let layerKinds = [
        "countries", "admin1", "borders", "disputed", "rivers", "lakes", "places", "areas", "graticule", "choropleth",
        "symbols", "flows",
    ]

    private mutating func layer(_ node: DocumentNode, _ path: String) -> MapDocument.Layer? {
        guard let object = node.object else {
            problem("a layer is an object with `layer: countries` or the like, not \(node.kind)", node, path)
            return nil
        }
        guard let kind = object["layer"] else {
            problem(
                "a layer says which it is: `layer: countries`", node, path,
                "known: " + MapReader.layerKinds.joined(separator: ", "))
            return nil
        }
        switch kind.string {
        case "countries": return .countries(countries(object, path))
        case "admin1":
            check(object, ["layer", "data", "countries", "legend"], path)
            return .admin1(
                AdminLayer(
                    data: dataset(object, "admin1", path),
                    countries: object["countries"].map { codes($0, path + ".countries") } ?? [],
                    legend: text(object["legend"], path + ".legend") ?? ""))
        case "borders": return .borders(borders(object, path))
        case "disputed":
            return .disputed(disputed(object, path))
        case "rivers": return .rivers(water(object, "rivers", path))
        case "lakes": return .lakes(water(object, "lakes", path))
        case "places": return .places(places(object, path))
        case "areas": return .areas(areas(object, node, path))
        case "graticule":
            check(object, ["layer", "step", "labels"], path)
            var layer = GraticuleLayer()
            if let step = object["step"] { layer.step = number(step, path + ".step", within: 0.1...90) ?? 10 }
            if let labels = object["labels"] { layer.labels = flag(labels, path + ".labels") }
            return .graticule(layer)
        case "choropleth": return choropleth(object, node, path).map { .choropleth($0) }
        case "symbols": return symbols(object, node, path).map { .symbols($0) }
        case "flows": return flows(object, node, path).map { .flows($0) }
        case let name?:
            unknown("layer", name, MapReader.layerKinds, kind, path + ".layer")
            return nil
        case nil:
            problem("`layer` is a word, not \(kind.kind)", kind, path + ".layer")
            return nil
        }
    }

    private mutating func countries(_ object: DocumentObject, _ path: String) -> CountriesLayer {
        check(object, ["layer", "data", "fill", "groups", "labels"], path)
        var layer = CountriesLayer(data: dataset(object, "countries-region", path))
        if let node = object["fill"] { layer.fill = fill(node, path + ".fill") }
        for (index, item) in items(object["groups"], path + ".groups").enumerated() {
            let place = "\(path).groups[\(index)]"
            guard let group = item.object else {
                problem("a group has `codes` and `fill`; this is \(item.kind)", item, place)
                continue
            }
            check(group, ["codes", "fill", "hatch", "legend"], place)
            let named = group["codes"].map { codes($0, place + ".codes") } ?? []
            if named.isEmpty { problem("the group names no country", item, place) }
            layer.groups.append(
                CountriesLayer.Group(
                    codes: named, fill: group["fill"].map { fill($0, place + ".fill") } ?? .highlight,
                    hatched: group["hatch"].map { flag($0, place + ".hatch") } ?? false,
                    legend: text(group["legend"], place + ".legend") ?? ""))
        }
        if let node = object["labels"] { layer.labels = areaLabels(node, path + ".labels") }
        return layer
    }

    /// `legend: text` for all of them, or `legend: {disputed: …, line-of-control: …, indefinite: …, areas: …}`.
    private mutating func disputed(_ object: DocumentObject, _ path: String) -> DisputedLayer {
        check(object, ["layer", "data", "areas", "legend"], path)
        var layer = DisputedLayer(data: dataset(object, "disputed-lines", path))
        if let node = object["areas"] { layer.hatchesAreas = flag(node, path + ".areas") }
        guard let node = object["legend"] else { return layer }
        guard let parts = node.object else {
            if let text = text(node, path + ".legend") { layer.legends = [(.disputed, text)] }
            return layer
        }
        let kinds = [BorderKind.disputed, .lineOfControl, .indefinite]
        check(parts, kinds.map(\.rawValue) + ["areas"], path + ".legend")
        layer.areasLegend = text(parts["areas"], path + ".legend.areas") ?? ""
        if let node = parts["areas"], !layer.hatchesAreas {
            problem("no areas are hatched; add `areas: true`", node, path + ".legend.areas")
        }
        for kind in kinds {
            if let text = text(parts[kind.rawValue], path + ".legend." + kind.rawValue) {
                layer.legends.append((kind, text))
            }
        }
        return layer
    }

    private mutating func borders(_ object: DocumentObject, _ path: String) -> BordersLayer {
        check(object, ["layer", "data", "highlight", "class", "year", "legend"], path)
        var layer = BordersLayer(data: dataset(object, "countries-region", path))
        if let node = object["class"] {
            if let kind = node.string.flatMap({ BorderKind(rawValue: $0) }) {
                layer.kind = kind
            } else {
                unknown(
                    "class of borders", node.string ?? node.kind, BorderKind.allCases.map(\.rawValue), node,
                    path + ".class")
            }
        }
        if let node = object["year"] {
            layer.year =
                node.number.map { NumberFormat("d")?.format($0) ?? "\($0)" } ?? text(node, path + ".year") ?? ""
            if layer.kind != .historic {
                problem("only a historic border has a year", node, path + ".year", "add `class: historic`")
            }
        } else if layer.kind == .historic, let at = object.members.first {
            problem(
                "a historic border says when it was one: `year: 1860`", DocumentNode(.null, at: at.keyLocation),
                path + ".year")
        }
        layer.legend = text(object["legend"], path + ".legend") ?? ""
        if layer.kind != .international, let node = object["highlight"] {
            problem("only international borders are highlighted", node, path + ".highlight")
        }
        for (index, item) in items(object["highlight"], path + ".highlight").enumerated() {
            let place = "\(path).highlight[\(index)]"
            guard let highlight = item.object else {
                problem("a highlighted border has `between: [RUS, CHN]`; this is \(item.kind)", item, place)
                continue
            }
            check(highlight, ["between", "label", "legend", "measure", "fact"], place)
            let pair = highlight["between"].map { codes($0, place + ".between") } ?? []
            guard pair.count == 2 else {
                problem("a border is between two countries: `between: [RUS, CHN]`", item, place + ".between")
                continue
            }
            var border = BordersLayer.Highlight(
                one: pair[0], other: pair[1], label: text(highlight["label"], place + ".label") ?? "",
                legend: text(highlight["legend"], place + ".legend") ?? "", location: item.location, path: place)
            if let node = highlight["measure"] { border.measured = flag(node, place + ".measure") }
            border.claim = text(highlight["fact"], place + ".fact")
            if border.claim != nil, !border.measured {
                problem(
                    "`fact` stands beside what is measured; add `measure: true`", highlight["fact"] ?? item,
                    place + ".fact")
            }
            layer.highlights.append(border)
        }
        return layer
    }

    private mutating func water(_ object: DocumentObject, _ usual: String, _ path: String) -> WaterLayer {
        check(object, ["layer", "data", "rank", "labels", "names"], path)
        var layer = WaterLayer(data: dataset(object, usual, path))
        if let node = object["rank"] { layer.rank = Int(number(node, path + ".rank", within: 0...20) ?? 5) }
        if let node = object["labels"] {
            if let flag = node.boolean {
                layer.labelRank = flag ? layer.rank : 0
            } else {
                layer.labelRank = Int(number(node, path + ".labels", within: 0...20) ?? 0)
            }
        }
        if let node = object["names"] { layer.named = codes(node, path + ".names") }
        return layer
    }

    private mutating func places(_ object: DocumentObject, _ path: String) -> PlacesLayer {
        check(object, ["layer", "data", "rank", "capitals", "countries", "names", "legend"], path)
        var layer = PlacesLayer(data: dataset(object, "places", path))
        if let node = object["rank"] { layer.rank = Int(number(node, path + ".rank", within: -1...20) ?? -1) }
        if let node = object["capitals"] { layer.capitals = flag(node, path + ".capitals") }
        if let node = object["countries"] { layer.countries = codes(node, path + ".countries") }
        if let node = object["names"] { layer.named = codes(node, path + ".names") }
        layer.legend = text(object["legend"], path + ".legend") ?? ""
        return layer
    }

    private mutating func areas(_ object: DocumentObject, _ node: DocumentNode, _ path: String) -> AreasLayer {
        check(
            object, ["layer", "data", "features", "hatch", "edge", "fill", "labels", "legend", "measure", "fact"], path)
        var layer = AreasLayer(
            data: dataset(object, "ceded-territory", path), location: node.location, path: path)
        if let node = object["features"] { layer.features = codes(node, path + ".features") }
        if let node = object["hatch"] { layer.hatched = flag(node, path + ".hatch") }
        if let node = object["edge"] {
            switch node.string {
            case "soft": layer.softEdged = true
            case "line": layer.softEdged = false
            default: problem("an edge is `soft` or `line`", node, path + ".edge")
            }
        }
        if let node = object["fill"] { layer.fill = fill(node, path + ".fill") }
        if let node = object["labels"] { layer.labels = flag(node, path + ".labels") }
        layer.legend = text(object["legend"], path + ".legend") ?? ""
        if let node = object["measure"] { layer.measured = flag(node, path + ".measure") }
        layer.claim = text(object["fact"], path + ".fact")
        if layer.claim != nil, !layer.measured {
            problem("`fact` stands beside what is measured; add `measure: true`", node, path + ".fact")
        }
        return layer
    }

    // MARK: - Values

    mutating func dataset(_ object: DocumentObject, _ usual: String, _ path: String) -> Dataset {
        guard let node = object["data"] else {
            return Dataset(
                name: usual, location: object.members.first?.keyLocation ?? document.root.location, path: path)
        }
        return Dataset(name: text(node, path + ".data") ?? usual, location: node.location, path: path + ".data")
    }

    mutating func fill(_ node: DocumentNode, _ path: String) -> LayerFill {
        let words: [String: LayerFill] = [
            "land": .land, "muted": .muted, "highlight": .highlight, "subject": .subject, "accent": .accent,
        ]
        guard let name = node.string else {
            problem("a fill is a word or a colour, not \(node.kind)", node, path)
            return .land
        }
        if let fill = words[name] { return fill }
        if let color = Color(css: name) { return .color(color) }
        unknown("fill", name, words.keys.sorted(), node, path)
        return .land
    }

    mutating func codes(_ node: DocumentNode, _ path: String) -> [MapDocument.Code] {
        guard let items = node.array else {
            if let single = node.string { return [MapDocument.Code(text: single, location: node.location, path: path)] }
            problem("expected a list of codes, not \(node.kind)", node, path)
            return []
        }
        return items.enumerated().compactMap { index, item in
            guard let text = item.string else {
                problem("a code is a word, not \(item.kind)", item, "\(path)[\(index)]")
                return nil
            }
            return MapDocument.Code(text: text, location: item.location, path: "\(path)[\(index)]")
        }
    }

    mutating func coordinate(_ node: DocumentNode, _ path: String) -> Coordinate? {
        guard let values = numbers(node, path, counts: 2...2, within: -360...360) else { return nil }
        guard abs(values[1]) <= 90 else {
            problem("\(values[1]) is no latitude", node, path, "longitude comes first")
            return nil
        }
        return Coordinate(values[0], values[1])
    }

    mutating func numbers(
        _ node: DocumentNode, _ path: String, counts: ClosedRange<Int>, within range: ClosedRange<Double>
    ) -> [Double]? {
        let values = node.array?.compactMap(\.number) ?? node.number.map { [$0] } ?? []
        guard counts.contains(values.count), values.count == node.array?.count ?? 1,
            values.allSatisfy({ range.contains($0) })
        else {
            let count =
                counts.lowerBound == counts.upperBound
                ? "\(counts.lowerBound)" : "\(counts.lowerBound) or \(counts.upperBound)"
            problem(
                "expected \(count) numbers from \(Int(range.lowerBound)) to \(Int(range.upperBound))", node, path)
            return nil
        }
        return values
    }

    mutating func number(_ node: DocumentNode, _ path: String, within range: ClosedRange<Double>) -> Double? {
        guard let value = node.number, range.contains(value) else {
            problem("expected a number from \(range.lowerBound) to \(range.upperBound)", node, path)
            return nil
        }
        return value
    }

    /// Any number but NaN and infinities.
    mutating func finite(_ node: DocumentNode, _ path: String) -> Double? {
        if let value = node.number, value.isFinite { return value }
        problem("expected a number, not \(node.kind)", node, path)
        return nil
    }

    mutating func flag(_ node: DocumentNode, _ path: String) -> Bool {
        if let flag = node.boolean { return flag }
        problem("expected true or false, not \(node.kind)", node, path)
        return false
    }

    mutating func text(_ node: DocumentNode?, _ path: String) -> String? {
        guard let node else { return nil }
        if let text = node.string { return text }
        problem("expected text, not \(node.kind)", node, path)
        return nil
    }

    mutating func texts(_ node: DocumentNode?, _ path: String) -> [String] {
        guard let node else { return [] }
        if let one = node.string { return [one] }
        return list(node, path).enumerated().compactMap { text($1, "\(path)[\($0)]") }
    }

    mutating func items(_ node: DocumentNode?, _ path: String) -> [DocumentNode] {
        node.map { list($0, path) } ?? []
    }

    mutating func list(_ node: DocumentNode, _ path: String) -> [DocumentNode] {
        if let items = node.array { return items }
        problem("expected a list, not \(node.kind)", node, path)
        return []
    }

    // MARK: - Problems

    mutating func check(_ object: DocumentObject, _ known: [String], _ path: String) {
        for member in object.members where !known.contains(member.key) {
            let inner = path.isEmpty ? member.key : path + "." + member.key
            let near = suggestion(for: member.key, among: known)
            problems.add(
                Diagnostic(
                    "unknown key `\(member.key)`", file: document.file, at: member.keyLocation, path: inner,
                    advice: near.map { "did you mean `\($0)`?" } ?? "known keys: " + known.joined(separator: ", ")))
        }
    }

    mutating func unknown(_ what: String, _ name: String, _ known: [String], _ node: DocumentNode, _ path: String) {
        let near = suggestion(for: name, among: known)
        problem(
            "unknown \(what) `\(name)`", node, path,
            near.map { "did you mean `\($0)`?" } ?? "known: " + known.joined(separator: ", "))
    }

    mutating func problem(_ message: String, _ node: DocumentNode, _ path: String, _ advice: String? = nil) {
        problems.add(Diagnostic(message, file: document.file, at: node.location, path: path, advice: advice))
    }
}
