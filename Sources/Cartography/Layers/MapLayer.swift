import Documents
import Geography
import Phrases
import SceneGraph

/// Space outside a frame, in figure units.
struct FrameGutter: Sendable {
    var left = 0.0
    var bottom = 0.0
}

/// One kind of layer of a map: what it reads, what it shows, how it is drawn and explained.
///
/// A kind is one file here and one line in ``MapLayers``. What it does not say of itself is as below: no shapes, no
/// values, nothing measured, nothing in the key.
protocol MapLayer: Sendable {
    /// The word that names it: `layer: rivers`.
    static var word: String { get }

    /// Reads its keys; nil where it lacks what it cannot be drawn without, which the reader has been told.
    init?(_ reader: inout DocumentReader)

    /// The file of its shapes; nil where it has none of its own.
    var dataset: Dataset? { get }
    /// The file of its states, by whose codes frames and other layers may ask for shapes.
    var states: Dataset? { get }
    /// Its areas are coloured to be compared, and must be true.
    var comparesAreas: Bool { get }
    /// Where its values come from; nil for layers that show none.
    var values: ValueSource? { get }
    /// Whether it draws borders of the geodata. Whose borders a file of the author's own draws, its author knows.
    var drawsBoundaries: Bool { get }
    /// It stands for the earth's surface, and is not drawn on it: a map of nothing else has no sea, frame or scale.
    var isDiagram: Bool { get }
    /// It fills the land that everything else stands on.
    var isGround: Bool { get }
    /// It stands on the base map, which then recedes.
    var quietsBaseMap: Bool { get }
    /// What it measures: for each the fact that claims it, or nil where none does.
    var claims: [String?] { get }
    /// What the note under the map says of it.
    func notes(in words: Phrases) -> [String]

    /// What it needs outside the frame, for labels on the edges.
    func gutter(on canvas: MapCanvas) -> FrameGutter
    /// What a frame that fits its features must show.
    func extent(on canvas: inout MapCanvas) -> [Geometry]

    /// Reads what it shows, before anything is laid out: the key depends on it.
    mutating func prepare(in canvas: inout MapCanvas)
    /// Lines that no layer may draw as agreed borders.
    func contestedLines(on canvas: inout MapCanvas) -> [[Point]]
    /// Of the largest symbol that it draws at a point of the map, in figure units; 0 where it draws none.
    func symbolRadius(at point: Point, on canvas: MapCanvas) -> Double
    /// - Parameter position: of the layer in the document, from 0.
    func draw(on canvas: inout MapCanvas, position: Int)
    /// Its parts of the key.
    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock]
}

extension MapLayer {
    var dataset: Dataset? { nil }
    var states: Dataset? { nil }
    var comparesAreas: Bool { false }
    var values: ValueSource? { nil }
    var drawsBoundaries: Bool { states?.isGeodata ?? false }
    var isDiagram: Bool { false }
    var isGround: Bool { false }
    var quietsBaseMap: Bool { false }
    var claims: [String?] { [] }
    func notes(in words: Phrases) -> [String] { [] }
    func gutter(on canvas: MapCanvas) -> FrameGutter { FrameGutter() }
    func extent(on canvas: inout MapCanvas) -> [Geometry] { [] }
    mutating func prepare(in canvas: inout MapCanvas) {}
    func contestedLines(on canvas: inout MapCanvas) -> [[Point]] { [] }
    func symbolRadius(at point: Point, on canvas: MapCanvas) -> Double { 0 }
    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] { [] }
}
