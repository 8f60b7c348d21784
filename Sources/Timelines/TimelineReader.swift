import Chronology
import Documents
import Facts
import Furniture

/// Reads the document of a timeline, and tells all that is wrong with it at once.
struct TimelineReader {
    private let document: Document
    private let base: FactBase
    private(set) var problems = Diagnostics()
    private var timeline = Timeline()
    private var localSources: [String: String] = [:]
    private var seenEvents: [String: SourceLocation] = [:]
    private var seenCredits: Set<String> = []
    private var seenSources: Set<String> = []
    private var seenFacts: Set<String> = []

    static let keys = [
        "figure", "title", "subtitle", "note", "sources", "alt", "size", "orientation", "language", "events", "eras",
        "lanes", "links", "breaks", "reduce", "asOf", "undated",
    ]
    static let eventKeys = ["id", "date", "period", "title", "source", "fact", "facts", "rank", "lane", "icon", "calendar"]
    static let eraKeys = ["id", "date", "period", "title", "source", "fact", "facts", "calendar"]

    static func read(_ document: Document, facts: FactBase) throws(Diagnostics) -> Timeline {
        var reader = TimelineReader(document: document, base: facts)
        reader.readTop()
        try reader.problems.throwIfErrors()
        return reader.timeline
    }

    private init(document: Document, base: FactBase) {
        self.document = document
        self.base = base
    }

    // MARK: The whole

    private mutating func readTop() {
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
        if let node = object["sources"] { readSources(node) }
        if let node = object["events"] {
            readEvents(node)
        } else {
            problem("a timeline needs `events`", at: document.root, path: "")
        }
        timeline.commonDay = timeline.foundCommonDay()
        if let node = object["eras"] { readEras(node) }
        if let node = object["lanes"] { readLanes(node) }
        collectLanes(isDeclared: object["lanes"] != nil)
        if let node = object["links"] { readLinks(node) }
        if let node = object["breaks"] { readBreaks(node) }
        if let node = object["reduce"] { readReductions(node) }
        if let node = object["asOf"] {
            timeline.asOf = date(node, calendar: .gregorian, path: "asOf")
            if timeline.asOf?.endSecond == nil, timeline.asOf != nil {
                problem("`asOf` is a day, a month or a year", at: node, path: "asOf")
            }
        }
    }

    private mutating func size(_ node: DocumentNode) -> FigureSize? {
        if let name = node.string, let size = FigureSize(parsing: name) { return size }
        if let object = node.object {
            check(object, against: ["width", "height"], path: "size")
            let (width, height) = (object["width"]?.number, object["height"]?.number)
            if let width, (16...32767).contains(width), height.map({ (16...32767).contains($0) }) ?? (object["height"] == nil) {
                return FigureSize(width: width, height: height)
            }
        }
        problem(
            "a size is `column`, `page`, `slide` or `{width: 640, height: 400}`, with sides of 16 to 32767", at: node,
            path: "size")
        return nil
    }

    // MARK: Events

    private mutating func readEvents(_ node: DocumentNode) {
        var events: [Timeline.Event] = []
        forEachEntry(node, path: "events", keys: TimelineReader.eventKeys) { reader, fact in
            reader.take(fact)
            return reader.addEvent(from: fact, object: nil, at: node, path: "events.facts", to: &events)
        } inline: { reader, item, object, path in
            let fact = reader.namedFact(object, path: path)
            reader.addEvent(from: fact, object: object, at: item, path: path, to: &events)
        }
        timeline.events = events
        if events.isEmpty, !problems.hasErrors {
            problem("the timeline has no events", at: node, path: "events")
        }
    }

    private mutating func readEras(_ node: DocumentNode) {
        var eras: [Timeline.Era] = []
        forEachEntry(node, path: "eras", keys: TimelineReader.eraKeys) { reader, fact in
            reader.take(fact)
            eras.append(Timeline.Era(id: fact.id, date: fact.date, title: fact.title, facts: [fact.id]))
        } inline: { reader, item, object, path in
            let fact = reader.namedFact(object, path: path)
            guard let date = reader.dateOf(object, fact: fact, at: item, path: path),
                let title = reader.titleOf(object, fact: fact, at: item, path: path)
            else { return }
            if date.isUndated {
                reader.problem("an era needs a date", at: object["date"] ?? item, path: path + ".date")
                return
            }
            if let fact { reader.take(fact) }
            if let node = object["source"] { reader.readSource(node, path: path + ".source") }
            let id = reader.text(object["id"], path: path + ".id") ?? fact?.id ?? "era-\(eras.count + 1)"
            eras.append(
                Timeline.Era(id: id, date: date, title: title, facts: fact.map { [$0.id] } ?? []))
        }
        timeline.eras = eras.filter { !$0.date.isUndated }
    }

    /// Walks `events` or `eras`: a list of entries, or `{facts: …}`; an entry of a list may itself be `{facts: …}`.
    private mutating func forEachEntry(
        _ node: DocumentNode, path: String, keys: [String],
        selected: (inout TimelineReader, Fact) -> Void,
        inline: (inout TimelineReader, DocumentNode, DocumentObject, String) -> Void
    ) {
        func select(_ reader: inout TimelineReader, _ selector: DocumentNode, _ path: String) {
            let selection = FactSelection(eras: path.hasPrefix("eras"), base: reader.base)
            for fact in selection.facts(selector, path: path, report: { reader.problem($0, at: $1, path: $2, advice: $3) }) {
                selected(&reader, fact)
            }
        }
        if let object = node.object {
            guard let selector = object["facts"] else {
                problem("`\(path)` is a list, or `facts:` with a choice of facts", at: node, path: path)
                return
            }
            check(object, against: ["facts"], path: path)
            select(&self, selector, path + ".facts")
            return
        }
        guard let items = node.array else {
            problem("`\(path)` is a list, or `facts:` with a choice of facts, not \(node.kind)", at: node, path: path)
            return
        }
        for (index, item) in items.enumerated() {
            let place = "\(path)[\(index)]"
            guard let object = item.object else {
                problem("an entry has a `date` and a `title`; this is \(item.kind)", at: item, path: place)
                continue
            }
            if let selector = object["facts"], object["date"] == nil, object["title"] == nil {
                check(object, against: ["facts"], path: place)
                select(&self, selector, place + ".facts")
                continue
            }
            check(object, against: keys, path: place)
            inline(&self, item, object, place)
        }
    }

    private mutating func addEvent(
        from fact: Fact?, object: DocumentObject?, at node: DocumentNode, path: String, to events: inout [Timeline.Event]
    ) {
        guard let date = dateOf(object, fact: fact, at: node, path: path),
            let title = titleOf(object, fact: fact, at: node, path: path)
        else { return }
        var rank = fact?.rank ?? 2
        if let ranked = object?["rank"] {
            if let number = ranked.number, [1, 2, 3].contains(number) {
                rank = Int(number)
            } else {
                problem("a rank is 1 (milestone), 2 or 3 (background)", at: ranked, path: path + ".rank")
            }
        }
        let icon = object?["icon"].flatMap { choice($0, Timeline.Icon.self, path: path + ".icon") } ?? .dot
        let id = text(object?["id"], path: path + ".id") ?? fact?.id ?? "event-\(events.count + 1)"
        if seenEvents.updateValue(node.location, forKey: id) != nil {
            problem("the event `\(id)` is there twice", at: object?["id"] ?? node, path: path)
        }
        if let fact { take(fact) }
        if let node = object?["source"] { readSource(node, path: path + ".source") }
        var facts = fact.map { [$0.id] } ?? []
        if object?["title"] != nil, let more = object?["facts"]?.array {
            for id in more.compactMap(\.string) {
                if let other = base[id] {
                    take(other)
                    facts.append(id)
                } else {
                    problem("no fact has the id `\(id)`", at: node, path: path + ".facts", base.adviceForUnknown(id))
                }
            }
        }
        events.append(
            Timeline.Event(
                id: id, date: date, title: title, rank: rank, lane: text(object?["lane"], path: path + ".lane"),
                icon: icon, facts: facts, location: node.location))
    }

    private mutating func namedFact(_ object: DocumentObject, path: String) -> Fact? {
        guard let node = object["fact"] else { return nil }
        guard let id = node.string else {
            problem("`fact` is the id of a fact", at: node, path: path + ".fact")
            return nil
        }
        if let fact = base[id] { return fact }
        problem("no fact has the id `\(id)`", at: node, path: path + ".fact", base.adviceForUnknown(id))
        return nil
    }

    private mutating func dateOf(
        _ object: DocumentObject?, fact: Fact?, at node: DocumentNode, path: String
    ) -> EDTFDate? {
        let calendar = object?["calendar"].flatMap { choice($0, CalendarSystem.self, path: path + ".calendar") } ?? .gregorian
        if let written = object?["date"] ?? object?["period"] {
            return date(written, calendar: calendar, path: path + (object?["date"] != nil ? ".date" : ".period"))
        }
        if let fact { return fact.date }
        if object?["fact"] == nil {
            problem("an event needs a `date`; where the source gives none, write `undated`", at: node, path: path)
        }
        return nil
    }

    private mutating func titleOf(
        _ object: DocumentObject?, fact: Fact?, at node: DocumentNode, path: String
    ) -> String? {
        if let written = object?["title"] {
            guard let title = text(written, path: path + ".title") else { return nil }
            if title.allSatisfy(\.isWhitespace) {
                problem("the title is empty", at: written, path: path + ".title")
                return nil
            }
            return title
        }
        if let fact { return fact.title }
        if object?["fact"] == nil { problem("an event needs a `title`", at: node, path: path) }
        return nil
    }

    /// A date may stand without quotes in YAML, which makes a number of a year.
    private mutating func date(_ node: DocumentNode, calendar: CalendarSystem, path: String) -> EDTFDate? {
        let written: String
        switch node.value {
        case .string(let text): written = text
        case .number(let number) where number.rounded() == number && (1000...9999).contains(number):
            written = String(Int(number))
        case .number(let number) where number == 0:
            problem(
                "there is no year 0", at: node, path: path,
                "write \"0000\" (1 BCE) or \"0001\" (1 CE), in quotation marks")
            return nil
        case .number:
            problem(
                "this is read as a number, not as a date", at: node, path: path,
                "put quotation marks around it; a year has four digits, as in \"0079\" or \"-0043\" (44 BCE)")
            return nil
        default:
            problem("a date is text such as `1858-05-28`, not \(node.kind)", at: node, path: path)
            return nil
        }
        do {
            return try EDTFDate(parsing: written, calendar: calendar)
        } catch {
            problem(error.message, at: node, path: path)
            return nil
        }
    }

    // MARK: Sources

    private mutating func take(_ fact: Fact) {
        if seenFacts.insert(fact.id).inserted { timeline.facts.append(fact.id) }
        for source in base.sources(of: fact) { credit(source.credit, id: source.id) }
    }

    private mutating func credit(_ text: String, id: String?) {
        if seenCredits.insert(text).inserted { timeline.credits.append(text) }
        if let id, seenSources.insert(id).inserted { timeline.sources.append(id) }
    }

    private mutating func readSources(_ node: DocumentNode) {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            problem("`sources` is a list of source ids, or of `{id, text}`", at: node, path: "sources")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "sources[\(index)]"
            if let object = item.object {
                check(object, against: ["id", "text"], path: path)
                guard let text = text(object["text"], path: path + ".text"), !text.isEmpty else {
                    problem("a source needs a `text`", at: item, path: path)
                    continue
                }
                if let id = self.text(object["id"], path: path + ".id") {
                    localSources[id] = text
                } else {
                    credit(text, id: nil)
                }
            } else {
                readSource(item, path: path)
            }
        }
    }

    /// The id of a source, or its attribution where no source has such an id.
    private mutating func readSource(_ node: DocumentNode, path: String) {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            problem("a source is an id or an attribution", at: node, path: path)
            return
        }
        for item in items {
            guard let name = item.string, !name.isEmpty else {
                problem("a source is an id or an attribution", at: item, path: path)
                continue
            }
            if let text = localSources[name] {
                credit(text, id: nil)
            } else if let source = base.source(name) {
                credit(source.credit, id: source.id)
            } else if !name.contains(" "), !(localSources.isEmpty && base.sources.isEmpty),
                let close = suggestion(for: name, among: Array(localSources.keys).sorted() + base.sources.map(\.id))
            {
                problem("no source has the id `\(name)`", at: item, path: path, "did you mean `\(close)`?")
            } else {
                credit(name, id: nil)
            }
        }
    }

    // MARK: Lanes, links, breaks

    private mutating func readLanes(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`lanes` is a list of names, in the order they are drawn", at: node, path: "lanes")
            return
        }
        for (index, item) in items.enumerated() {
            guard let name = text(item, path: "lanes[\(index)]") else { continue }
            if timeline.lanes.contains(name) {
                problem("the lane `\(name)` is there twice", at: item, path: "lanes[\(index)]")
            } else {
                timeline.lanes.append(name)
            }
        }
    }

    private mutating func collectLanes(isDeclared: Bool) {
        var known = Set(timeline.lanes)
        for event in timeline.events {
            guard let lane = event.lane, known.insert(lane).inserted else { continue }
            if isDeclared {
                let close = suggestion(for: lane, among: timeline.lanes)
                problems.add(
                    Diagnostic(
                        "the event `\(event.id)` is in the lane `\(lane)`, which `lanes` does not name",
                        file: document.file, at: event.location, path: "events",
                        advice: close.map { "did you mean `\($0)`?" }))
            } else {
                timeline.lanes.append(lane)
            }
        }
        if !timeline.lanes.isEmpty, timeline.events.contains(where: { $0.lane == nil && !$0.date.isUndated }) {
            timeline.lanes.append("")
        }
    }

    private mutating func readLinks(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`links` is a list of `{from: id, to: id}`", at: node, path: "links")
            return
        }
        let places = Dictionary(
            timeline.events.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for (index, item) in items.enumerated() {
            let path = "links[\(index)]"
            guard let object = item.object else {
                problem("a link is `{from: id, to: id}`", at: item, path: path)
                continue
            }
            check(object, against: ["from", "to"], path: path)
            var ends: [Int] = []
            for key in ["from", "to"] {
                guard let id = text(object[key], path: "\(path).\(key)") else {
                    if object[key] == nil { problem("a link needs `\(key)`", at: item, path: path) }
                    continue
                }
                guard let place = places[id] else {
                    let close = suggestion(for: id, among: timeline.events.map(\.id))
                    problem(
                        "no event has the id `\(id)`", at: object[key] ?? item, path: "\(path).\(key)",
                        close.map { "did you mean `\($0)`?" })
                    continue
                }
                if timeline.events[place].date.isUndated {
                    problem(
                        "the event `\(id)` has no date, so no link can be drawn to it", at: object[key] ?? item,
                        path: "\(path).\(key)")
                    continue
                }
                ends.append(place)
            }
            if ends.count == 2 { timeline.links.append(Timeline.Link(from: ends[0], to: ends[1])) }
        }
    }

    private mutating func readBreaks(_ node: DocumentNode) {
        if let word = node.string {
            switch word {
            case "auto": timeline.breaks = .auto
            case "none": timeline.breaks = .none
            default:
                problem("`breaks` is `auto`, `none`, or a list of periods such as `1900/1948`", at: node, path: "breaks")
            }
            return
        }
        guard let items = node.array else {
            problem("`breaks` is `auto`, `none`, or a list of periods such as `1900/1948`", at: node, path: "breaks")
            return
        }
        var breaks: [EDTFDate] = []
        for (index, item) in items.enumerated() {
            guard let period = date(item, calendar: .gregorian, path: "breaks[\(index)]") else { continue }
            guard let first = period.firstSecond, let end = period.endSecond else {
                problem("a break needs both its ends", at: item, path: "breaks[\(index)]")
                continue
            }
            for (title, span) in AxisBreaks.uncuttable(timeline) where span.lowerBound < end && first < span.upperBound {
                problem(
                    "the break \(period.wording) lies inside `\(title)`; a break is where nothing happens", at: item,
                    path: "breaks[\(index)]")
                break
            }
            breaks.append(period)
        }
        timeline.breaks = .declared(breaks)
    }

    private mutating func readReductions(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`reduce` is a list of `{period: 18XX, scale: 0.2}`", at: node, path: "reduce")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "reduce[\(index)]"
            guard let object = item.object, let written = object["period"] else {
                problem("a stretch drawn smaller is `{period: 18XX, scale: 0.2}`", at: item, path: path)
                continue
            }
            check(object, against: ["period", "scale"], path: path)
            guard let period = date(written, calendar: .gregorian, path: path + ".period") else { continue }
            guard period.firstSecond != nil, period.endSecond != nil else {
                problem("the period needs both its ends", at: written, path: path + ".period")
                continue
            }
            guard let scale = object["scale"]?.number, scale >= 0.001, scale < 1 else {
                problem("`scale` is a number above 0 and below 1, such as 0.2", at: object["scale"] ?? item, path: path + ".scale")
                continue
            }
            timeline.reductions.append(Timeline.Reduction(period: period, scale: scale))
        }
    }

    // MARK: Small things

    private mutating func problem(_ message: String, at node: DocumentNode, path: String, advice: String? = nil) {
        problems.add(Diagnostic(message, file: document.file, at: node.location, path: path, advice: advice))
    }

    private mutating func problem(_ message: String, at node: DocumentNode, path: String, _ advice: String?) {
        problem(message, at: node, path: path, advice: advice)
    }

    private mutating func check(_ object: DocumentObject, against keys: [String], path: String) {
        for member in object.members where !keys.contains(member.key) {
            problems.add(
                Diagnostic(
                    "unknown key `\(member.key)`", file: document.file, at: member.keyLocation,
                    path: path.isEmpty ? member.key : path + "." + member.key,
                    advice: suggestion(for: member.key, among: keys).map { "did you mean `\($0)`?" }
                        ?? "known keys: " + keys.joined(separator: ", ")))
        }
    }

    private mutating func text(_ node: DocumentNode?, path: String) -> String? {
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

    private mutating func choice<C: RawRepresentable & CaseIterable>(
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
