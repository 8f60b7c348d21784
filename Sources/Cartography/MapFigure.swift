import Documents
import Facts
import Figures
import Geography
import SceneGraph
import Typography

/// `figure: map`: layers of geodata in a projection, labelled, measured, with a scale and a note that says whose
/// borders are drawn.
///
/// - `title`, `subtitle`, `note`, `sources`, `alt`, `size`, `language`: as in every figure
/// - `worldview`: whose borders: `de-facto`, `iso`, or a state's two-letter code; a warning where it is missing and a
///   disputed area is in the frame
/// - `projection`: a name of Vega-Lite's, or `{type, parallels, center, rotate}`
/// - `subject`: codes or names of the states that the map is about: tinted, the rest recedes
/// - `frame`: `world`, `fit` (what the layers show), `{west, south, east, north}` in degrees, or `{countries: […]}`;
///   with `padding`, a share of its smaller side
/// - `aspect`: height for a width of 1
/// - `scaleBar`: `false`, or `{latitude}` where it is true
/// - `inset`: `globe`, or `{projection, frame, corner, size, data}`
/// - `facet`: a column, or `{field, columns, values}`: one map for each of its values, with one frame and one key
/// - `relief`: `true`, or how strong from 0 to 1: light and shade of mountains over the land
/// - `annotations`: a list of `{text, at: [longitude, latitude], offset: [x, y]}`
/// - `layers`: from the bottom up, each with `layer` and, where it has shapes of its own, `data`
///
/// The layers, each with its keys:
/// - `countries`: `fill`, `groups: [{codes, fill, hatch, legend}]`, `labels`
/// - `admin1`: `countries`, `legend`
/// - `borders`: `class` (`international`, `disputed`, `line-of-control`, `indefinite`, `historic` with `year`),
///   `legend`, `highlight: [{between, label, legend, measure, fact}]`
/// - `disputed`: `areas` (hatched where true), `legend`: one text, or one for each of `disputed`, `line-of-control`,
///   `indefinite`, `areas`
/// - `rivers`, `lakes`: `rank`, `labels`, `names`
/// - `places`: `rank`, `capitals`, `countries`, `names` (those and no more), `numbered`, `legend`
/// - `areas`: `features`, `hatch`, `edge`, `fill`, `labels`, `legend`, `measure`, `fact`
/// - `graticule`: `step`, `labels`
/// - `choropleth`: values, `key`, `value`, `join`, `method`, `classes`, `breaks`, `midpoint`, `scheme`, `reverse`,
///   `title`, `unit`, `format`, `missing`, `countries`, `exclude`, `labels`
/// - `bivariate`: values, `key`, `join`, `x`, `y`, `xTitle`, `yTitle`, `missing`, `countries`, `exclude`
/// - `cartogram`: values, `key`, `value`, `join`, `shape` (`circle`, `square`), `fill`, `title`, `unit`, `format`
/// - `tiles`: as `choropleth`, with `shape` (`square`, `hexagon`) and, for a grid of one's own, the columns `row` and
///   `column`
/// - `dots`: values, `key`, `value`, `join`, `each`, `radius`, `fill`, `unit`
/// - `bins`: values, `place` or `longitude` and `latitude`, `value` (counted without), `shape` (`hexagon`, `square`),
///   `size`, classes as `choropleth`, `title`, `unit`, `format`
/// - `isolines`: values, `place` or `longitude` and `latitude`, `value`, `step`, `points`, `fill`, `format`
/// - `pies`: values, `place` or `longitude` and `latitude`, `parts`, `label`, `radius`, `title`, `unit`, `format`, `at`
/// - `routes`: `routes: [{through: […], label, legend, fill, dash, arrow, width}]`
/// - `symbols`: values, `place` or `longitude` and `latitude`, `value`, `category`, `label`, `radius`, `fill`, `title`,
///   `unit`, `format`, `missing`, `at`
/// - `flows`: values, `origin`, `destination`, `value`, `category`, `label`, `width`, `route`, `curvature`, `taper`,
///   `arrows`, `fill`, `title`, `unit`, `format`, `at`
///
/// Values are `table` (a CSV, TSV or JSON file beneath the data root, or a list of rows) or `facts` (ids, or what they
/// have in common), with `where: {column: value}` and `source`. A code or name that matches nothing, text where a
/// number should be, and two rows for one area are errors; an empty field or `NA` is no value.
public enum MapFigure: FigureKind {
    public static let name = "map"

    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        let map = try MapDocument(reading: document)
        if let facet = map.facet {
            return try FacetedMapComposer(map: map, facet: facet, file: document.file, context: context).compose()
        }
        var composer = MapComposer(map: map, file: document.file, context: context)
        return try composer.compose()
    }
}
