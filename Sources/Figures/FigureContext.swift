import Files
import Documents
import Facts
import SceneGraph
import Typography

/// What a figure is drawn with, besides its own document.
public struct FigureContext: Sendable {
    public var theme: Theme
    public var measurer: any TextMeasuring
    /// The facts of the project; empty where it has none.
    public var facts: FactBase
    /// Where relative `url`s start.
    public var dataRoot: DataRoot
    /// The project's `Data/geo`, where maps find their datasets; nil where there is none.
    public var geodata: DataRoot?
    /// What `--size` asked for; it wins over the document's own.
    public var size: FigureSize?
    /// BCP 47, for names and numbers.
    public var language: String
    /// Names the figure in node ids: the file's name without its endings.
    public var name: String
    /// The figure's data as series are asked for, where it is a plain chart.
    public var wantsSeries = false
    /// A picture's file as PNG, which can be drawn; nil where only PNG can be read.
    public var pngOfPicture: (@Sendable (_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> [UInt8])?
    /// Pixels of pictures' files and back; nil where no pictures can be made.
    public var pictures: PictureCoding?
    /// Reads a chart that a figure draws along its own axis of time; nil where charts are not at hand.
    public var axisChart: (@Sendable (Document, FigureContext) throws(Diagnostics) -> any AxisChart)?

    public init(
        theme: Theme, measurer: any TextMeasuring, facts: FactBase, dataRoot: DataRoot, geodata: DataRoot? = nil,
        size: FigureSize? = nil, language: String = "en", name: String
    ) {
        self.theme = theme
        self.measurer = measurer
        self.facts = facts
        self.dataRoot = dataRoot
        self.geodata = geodata
        self.size = size
        self.language = language
        self.name = name
    }
}

/// A figure, drawn.
public struct DrawnFigure: Sendable {
    /// The figure; where one sheet does not hold it, its first page.
    public var scene: Scene
    /// What the first page does not hold, in order; most figures have none.
    public var furtherPages: [Scene] = []
    /// The claim; empty where the document gives none.
    public var title: String
    public var subtitle: String
    /// Ids of the facts that were drawn, in the order of first use.
    public var facts: [String]
    /// Ids of the sources that the figure rests on, in the order of first use.
    public var sources: [String]
    /// What the reader should know and could not be drawn.
    public var warnings: [Diagnostic]
    /// What was found out of its data and taken for granted, as which marks stand between thousands.
    public var notes: [Diagnostic] = []
    /// What the judge of legibility found, on any page; the warnings tell it too.
    public var faults: [LegibilityFault] = []
    /// A plain bar or line chart's data, where it was asked for.
    public var series: Result<SeriesChart, NoSeriesChart> = .failure(NoSeriesChart("it is no bar or line chart"))

    /// Where its facts lead when it stands alone, by id: their source's address, or the figure's own source line.
    public var factAddresses: [String: String] = [:]
    /// Numbers of its texts that are no fact's, or of several.
    public var numbers: [NumberFinding] = []
    /// What else of its numbers cannot be so: data without a source, bars that are not as long as their facts.
    public var numberProblems: [Diagnostic] = []
    /// Places in `own_numbers` that a number of the figure stands for.
    public var usedOwnNumbers: Set<Int> = []

    /// Every page, in order.
    public var pages: [Scene] { [scene] + furtherPages }

    public init(
        scene: Scene, furtherPages: [Scene] = [], title: String = "", subtitle: String = "", facts: [String] = [],
        sources: [String] = [],
        warnings: [Diagnostic] = []
    ) {
        self.scene = scene
        self.furtherPages = furtherPages
        self.title = title
        self.subtitle = subtitle
        self.facts = facts
        self.sources = sources
        self.warnings = warnings
    }
}

/// A kind of figure: the value of `figure` at the top of its document, and how it is drawn.
public protocol FigureKind {
    static var name: String { get }

    static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure
}
