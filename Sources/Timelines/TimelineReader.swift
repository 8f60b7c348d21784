import Calendar
import Documents
import Facts
import Figures
import Files
import Phrases

/// Reads the document of a timeline, and tells all that is wrong with it at once.
struct TimelineReader {
    let document: Document
    let context: FigureContext
    var timeline = Timeline()
    var localSources: [String: String] = [:]
    var seenEvents: Set<String> = []
    var seenCredits: Set<String> = []
    var seenSources: Set<String> = []
    var seenFacts: Set<String> = []

    static func read(_ document: Document, in context: FigureContext) throws(Diagnostics) -> Timeline {
        guard document.root.object != nil else {
            throw Diagnostics([
                Diagnostic(
                    "a timeline is an object with the keys `figure`, `title`, `events`", file: document.file,
                    at: document.root.location)
            ])
        }
        var reader = TimelineReader(document: document, context: context)
        var root = DocumentReader(document.root, file: document.file, noun: "a timeline")
        reader.readTop(&root)
        root.finish()
        try root.problems.throwIfErrors()
        return reader.timeline
    }

    var base: FactBase { context.facts }
    /// Where tables of events and charts are.
    var dataRoot: DataRoot { context.dataRoot }

    private init(document: Document, context: FigureContext) {
        self.document = document
        self.context = context
    }

    private mutating func readTop(_ root: inout DocumentReader) {
        root.allow("figure")
        timeline.phrases = Phrases.of(root.text("language") ?? context.language)
        timeline.undatedTitle = timeline.phrases.timeline.undated
        timeline.title = root.textOrNumber("title") ?? ""
        timeline.subtitle = root.textOrNumber("subtitle") ?? ""
        timeline.note = root.textOrNumber("note") ?? ""
        timeline.alternative = root.textOrNumber("alt")
        timeline.undatedTitle = root.textOrNumber("undated") ?? timeline.undatedTitle
        timeline.size = size(&root)
        timeline.orientation = root.word("orientation", of: Timeline.Orientation.self, called: "orientation") ?? .auto
        timeline.labels = root.word("labels", of: Timeline.Labels.self, called: "place of labels") ?? .auto
        timeline.isReversed = root.boolean("reverse") ?? false
        timeline.ages = root.word("ages", of: AgeUnit.self, called: "unit of ages")
        timeline.secondCalendar = root.word("secondCalendar", of: SecondCalendar.self, called: "calendar")
        readSources(&root)
        readEvents(&root)
        readAnnotations(&root)
        timeline.commonDay = timeline.foundCommonDay()
        readEras(&root)
        readIcons(&root)
        let isDeclared = readLanes(&root)
        collectLanes(&root, isDeclared: isDeclared)
        readLinks(&root)
        timeline.asOf = root.value("asOf").flatMap { date($0, &root, path: "asOf") }
        if let asOf = timeline.asOf, asOf.endSecond == nil {
            root.report("asOf", "`asOf` is a day, a month or a year")
        }
        readCharts(&root)
        // What the axis shows is known now.
        readBreaks(&root)
        readReductions(&root)
    }

    private func size(_ root: inout DocumentReader) -> FigureSize? {
        guard let node = root.value("size") else { return nil }
        if let size = node.string.flatMap({ FigureSize(parsing: $0) }) { return size }
        if node.object != nil {
            return root.object("size", noun: "a size") { reader in
                let height = reader.number("height", in: 16...32767)
                guard let width = reader.number("width", in: 16...32767) else {
                    if !reader.has("width") { reader.report(nil, "a size of its own has a `width`") }
                    return nil
                }
                return FigureSize(width: width, height: height)
            } ?? nil
        }
        root.report(
            "size", "a size is `column`, `page`, `slide` or `{width: 640, height: 400}`, with sides of 16 to 32767")
        return nil
    }

    /// A date may stand without quotes in YAML, which makes a number of a year.
    func date(
        _ node: DocumentNode, _ reader: inout DocumentReader, calendar: CalendarSystem = .gregorian, path: String
    ) -> EDTFDate? {
        let written: String
        switch node.value {
        case .string(let text): written = text
        case .number(let number) where number.rounded() == number && (1000...9999).contains(number):
            written = String(Int(number))
        case .number(let number) where number == 0:
            reader.report(
                node, "there is no year 0", path: path,
                advice: "write \"0000\" (1 BCE) or \"0001\" (1 CE), in quotation marks")
            return nil
        case .number:
            reader.report(
                node, "this is read as a number, not as a date", path: path,
                advice: "put quotation marks around it; a year has four digits, as in \"0079\" or \"-0043\" (44 BCE)")
            return nil
        default:
            reader.report(node, "a date is text such as `1858-05-28`, not \(node.kind)", path: path)
            return nil
        }
        do {
            return try EDTFDate(parsing: AgeUnit.years(written) ?? written, calendar: calendar)
        } catch {
            reader.report(node, error.message, path: path)
            return nil
        }
    }
}
