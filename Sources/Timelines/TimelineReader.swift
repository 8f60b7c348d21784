import Files
import Calendar
import Documents
import Facts
import Figures

/// Reads the document of a timeline, and tells all that is wrong with it at once.
struct TimelineReader {
    let document: Document
    let context: FigureContext
    var problems = Diagnostics()
    var timeline = Timeline()
    var localSources: [String: String] = [:]
    var seenEvents: [String: SourceLocation] = [:]
    var seenCredits: Set<String> = []
    var seenSources: Set<String> = []
    var seenFacts: Set<String> = []

    static let keys = [
        "figure", "title", "subtitle", "note", "sources", "alt", "size", "orientation", "labels", "language", "events",
        "eras",
        "lanes", "links", "icons", "annotations", "breaks", "reduce", "asOf", "secondCalendar", "charts", "undated",
    ]
    static let eventKeys = [
        "id", "date", "period", "title", "source", "fact", "facts", "rank", "lane", "icon", "kind", "about", "calendar",
    ]
    static let eraKeys = ["id", "date", "period", "title", "source", "fact", "facts", "calendar"]

    static func read(_ document: Document, in context: FigureContext) throws(Diagnostics) -> Timeline {
        var reader = TimelineReader(document: document, context: context)
        reader.readTop()
        try reader.problems.throwIfErrors()
        return reader.timeline
    }

    var base: FactBase { context.facts }
    /// Where tables of events and charts are.
    var dataRoot: DataRoot { context.dataRoot }

    private init(document: Document, context: FigureContext) {
        self.document = document
        self.context = context
    }

    mutating func readTop() {
        guard let object = document.root.object else {
            problem("a timeline is an object with the keys `figure`, `title`, `events`", at: document.root, path: "")
            return
        }
        check(object, against: TimelineReader.keys, path: "")
        timeline.title = text(object["title"], path: "title") ?? ""
        timeline.subtitle = text(object["subtitle"], path: "subtitle") ?? ""
        timeline.note = text(object["note"], path: "note") ?? ""
        timeline.alternative = text(object["alt"], path: "alt")
        timeline.undatedTitle = text(object["undated"], path: "undated") ?? timeline.undatedTitle
        if let node = object["size"] { timeline.size = size(node) }
        if let node = object["orientation"] {
            timeline.orientation = choice(node, Timeline.Orientation.self, path: "orientation") ?? .auto
        }
        if let node = object["labels"] { timeline.labels = choice(node, Timeline.Labels.self, path: "labels") ?? .auto }
        if let node = object["secondCalendar"] {
            timeline.secondCalendar = choice(node, SecondCalendar.self, path: "secondCalendar")
        }
        if let node = object["sources"] { readSources(node) }
        if let node = object["events"] {
            readEvents(node)
        } else {
            problem("a timeline needs `events`", at: document.root, path: "")
        }
        if let node = object["annotations"] { readAnnotations(node) }
        timeline.commonDay = timeline.foundCommonDay()
        if let node = object["eras"] { readEras(node) }
        if let node = object["icons"] { readIcons(node) }
        if let node = object["lanes"] { readLanes(node) }
        collectLanes(isDeclared: (object["lanes"]?["names"] ?? object["lanes"])?.array != nil)
        if let node = object["links"] { readLinks(node) }
        if let node = object["asOf"] {
            timeline.asOf = date(node, calendar: .gregorian, path: "asOf")
            if timeline.asOf?.endSecond == nil, timeline.asOf != nil {
                problem("`asOf` is a day, a month or a year", at: node, path: "asOf")
            }
        }
        if let node = object["charts"] { readCharts(node) }
        // What the axis shows is known now.
        if let node = object["breaks"] { readBreaks(node) }
        if let node = object["reduce"] { readReductions(node) }
    }

    mutating func size(_ node: DocumentNode) -> FigureSize? {
        if let name = node.string, let size = FigureSize(parsing: name) { return size }
        if let object = node.object {
            check(object, against: ["width", "height"], path: "size")
            let (width, height) = (object["width"]?.number, object["height"]?.number)
            if let width, (16...32767).contains(width),
                height.map({ (16...32767).contains($0) }) ?? (object["height"] == nil)
            {
                return FigureSize(width: width, height: height)
            }
        }
        problem(
            "a size is `column`, `page`, `slide` or `{width: 640, height: 400}`, with sides of 16 to 32767", at: node,
            path: "size")
        return nil
    }

    mutating func problem(_ message: String, at node: DocumentNode, path: String, advice: String? = nil) {
        problems.add(Diagnostic(message, file: document.file, at: node.location, path: path, advice: advice))
    }

    mutating func problem(_ message: String, at node: DocumentNode, path: String, _ advice: String?) {
        problem(message, at: node, path: path, advice: advice)
    }

    mutating func check(_ object: DocumentObject, against keys: [String], path: String) {
        for member in object.members where !keys.contains(member.key) {
            problems.add(
                Diagnostic(
                    "unknown key `\(member.key)`", file: document.file, at: member.keyLocation,
                    path: path.isEmpty ? member.key : path + "." + member.key,
                    advice: suggestion(for: member.key, among: keys).map { "did you mean `\($0)`?" }
                        ?? "known keys: " + keys.joined(separator: ", ")))
        }
    }

    mutating func text(_ node: DocumentNode?, path: String) -> String? {
        guard let node else { return nil }
        switch node.value {
        case .string(let text): return text
        case .number(let number) where number.rounded() == number && abs(number) < 1e15: return String(Int(number))
        case .null: return nil
        default:
            problem("this must be text, not \(node.kind)", at: node, path: path)
            return nil
        }
    }

    mutating func choice<C: RawRepresentable & CaseIterable>(
        _ node: DocumentNode, _ type: C.Type, path: String
    ) -> C? where C.RawValue == String {
        let names = C.allCases.map(\.rawValue)
        if let word = node.string, let value = C(rawValue: word) { return value }
        let nearest = node.string.flatMap { suggestion(for: $0, among: names) }
        problem(
            "this must be one of " + names.joined(separator: ", "), at: node, path: path,
            nearest.map { "did you mean `\($0)`?" })
        return nil
    }
}
