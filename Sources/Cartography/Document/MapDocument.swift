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
    var language: String?
    var worldview = Worldview.deFacto
    /// The document says whose borders are drawn.
    var choosesWorldview = false
    var projection = ProjectionWish()
    var frame = MapFrame.countries([])
    /// Free space around what the frame must show, as a share of its smaller side; nil for the usual.
    var padding: Double?
    /// Codes of the states that the map is about.
    var subject: [Code] = []
    /// Height of the map for a width of 1; nil for the frame's own shape.
    var aspect: Double?
    var layers: [any MapLayer] = []
    var annotations: [Annotation] = []
    var scaleBar = ScaleBarWish.at(latitude: nil)
    var inset: Inset?
    /// How strong the hillshade is, from 0 to 1; nil for none.
    var relief: Double?
    /// One map for each value of a column.
    var facet: MapFacet?
    /// What of the document is odd and does not stop it.
    var warnings: [Diagnostic] = []

    /// Height of the map for a width of 1, where it must show a box.
    func ratio(of box: Rectangle) -> Double { aspect ?? max(0.35, min(1.15, box.height / max(box.width, 1e-9))) }

    /// Where areas are coloured they are compared, and must be true; a map of lines and places keeps shapes.
    var usualPurpose: ProjectionChoice.Purpose { layers.contains { $0.comparesAreas } ? .area : .shape }
}

enum ScaleBarWish: Sendable {
    case none
    /// True at a latitude; at that of the frame's middle where none is said.
    case at(latitude: Double?)
}

/// A text at a place.
struct Annotation: Sendable {
    var text: String
    var place: Coordinate
    /// Where the text's middle stands from the place, in figure units.
    var offset: Point
    var location: SourceLocation
    var path: String
}

extension MapDocument {
    /// - Throws: all that is wrong with the document, at once.
    init(reading document: Document) throws(Diagnostics) {
        guard document.root.object != nil else {
            throw Diagnostics([
                Diagnostic(
                    "a map is an object with `figure: map`, `frame` and `layers`", file: document.file,
                    at: document.root.location)
            ])
        }
        var reader = DocumentReader(document.root, file: document.file, noun: "a map")
        read(&reader)
        reader.finish()
        try reader.problems.throwIfErrors()
        warnings = reader.problems.warnings
    }

    private mutating func read(_ reader: inout DocumentReader) {
        reader.allow("figure")
        title = reader.text("title") ?? ""
        subtitle = reader.text("subtitle") ?? ""
        note = reader.text("note") ?? ""
        alternative = reader.text("alt")
        sources = reader.texts("sources")
        size = reader.figureSize("size")
        language = reader.text("language")
        if let view = reader.worldview("worldview") { (worldview, choosesWorldview) = (view, true) }
        if let wish = reader.projection() { projection = wish }
        if let wish = reader.frame() { frame = wish }
        if frame.isWorld, projection.name == "conicConformal" {
            reader.report(
                "projection", "`conicConformal` has one pole infinitely far off, and cannot show the whole world",
                advice: "name a smaller frame, or `projection: auto`")
        }
        if let node = reader.value("frame"), node.object != nil {
            padding = node["padding"]?.number
            if let padding, !(0...0.45).contains(padding) {
                reader.report("frame", "`padding` is a share of the frame's smaller side, from 0 to 0.45")
            }
        }
        subject = reader.codes("subject")
        aspect = reader.number("aspect", in: 0.1...10)
        inset = reader.inset()
        facet = reader.mapFacet()
        relief = reader.relief()
        scaleBar = reader.scaleBar() ?? scaleBar
        if !reader.has("layers") { reader.report(nil, "a map needs `layers`") }
        layers = reader.objects("layers", noun: "a layer") { MapLayers.read(&$0) }
        annotations = reader.objects("annotations", noun: "an annotation") { $0.annotation() }
    }
}

extension DocumentReader {
    fileprivate mutating func figureSize(_ key: String) -> FigureSize? {
        guard let node = value(key) else { return nil }
        if let size = node.string.flatMap({ FigureSize(parsing: $0) }) { return size }
        if node.object != nil {
            return object(key, noun: "a size") { reader in
                let height = reader.number("height", in: 16...32767)
                guard let width = reader.number("width", in: 16...32767) else {
                    if !reader.has("width") { reader.report(nil, "a size of its own has a `width`") }
                    return nil
                }
                return FigureSize(width: width, height: height)
            } ?? nil
        }
        report(
            key, "a size is `column`, `page`, `slide` or `{width: 640, height: 400}`, with sides of 16 to 32767")
        return nil
    }

    /// `true`, or how strong from 0 to 1.
    fileprivate mutating func relief() -> Double? {
        guard let node = value("relief") else { return nil }
        if let flag = node.boolean { return flag ? 0.8 : nil }
        return number("relief", in: 0...1)
    }

    fileprivate mutating func scaleBar() -> ScaleBarWish? {
        guard let node = value("scaleBar") else { return nil }
        if let flag = node.boolean { return flag ? .at(latitude: nil) : ScaleBarWish.none }
        guard node.object != nil else {
            report("scaleBar", "`scaleBar` is true, false or `{latitude: 45}`, not \(node.kind)")
            return nil
        }
        return object("scaleBar", noun: "a scale bar") { .at(latitude: $0.number("latitude", in: -90...90)) }
    }

    fileprivate mutating func annotation() -> Annotation? {
        let offset = numbers("offset", count: 2...2, in: -5000...5000) ?? [0, -24]
        guard has("text"), has("at") else {
            allow("text", "at")
            report(nil, "an annotation has `text` and `at: [longitude, latitude]`")
            return nil
        }
        guard let text = text("text"), let place = coordinate("at") else { return nil }
        return Annotation(
            text: text, place: place, offset: Point(offset[0], offset[1]), location: node.location, path: path)
    }
}
