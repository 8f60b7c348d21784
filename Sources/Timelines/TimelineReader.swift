import Chronology
import Documents
import Facts
import Furniture
import Tables

/// Reads the document of a timeline, and tells all that is wrong with it at once.
struct TimelineReader {
    private let document: Document
    private let base: FactBase
    private let dataRoot: DataRoot?
    private(set) var problems = Diagnostics()
    private var timeline = Timeline()
    private var localSources: [String: String] = [:]
    private var seenEvents: [String: SourceLocation] = [:]
    private var seenCredits: Set<String> = []
    private var seenSources: Set<String> = []
    private var seenFacts: Set<String> = []

    static let keys = [
        "figure", "title", "subtitle", "note", "sources", "alt", "size", "orientation", "labels", "language", "events", "eras",
        "lanes", "links", "icons", "annotations", "breaks", "reduce", "asOf", "secondCalendar", "undated",
    ]
    static let eventKeys = [
        "id", "date", "period", "title", "source", "fact", "facts", "rank", "lane", "icon", "kind", "about", "calendar",
    ]
    static let eraKeys = ["id", "date", "period", "title", "source", "fact", "facts", "calendar"]

    /// - Parameter dataRoot: where tables of events are; nil where none can be read.
    static func read(_ document: Document, facts: FactBase, dataRoot: DataRoot? = nil) throws(Diagnostics) -> Timeline {
        var reader = TimelineReader(document: document, base: facts, dataRoot: dataRoot)
        reader.readTop()
        try reader.problems.throwIfErrors()
        return reader.timeline
    }

    private init(document: Document, base: FactBase, dataRoot: DataRoot?) {
        self.document = document
        self.base = base
        self.dataRoot = dataRoot
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
        if let node = object["labels"] { timeline.labels = choice(node, Timeline.Labels.self, path: "labels") ?? .auto }
        if let node = object["secondCalendar"] {
            timeline.secondCalendar = choice(node, CalendarSystem.self, path: "secondCalendar")
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

    private mutating func readAnnotations(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`annotations` is a list of `{date: 1991, text: …}`", at: node, path: "annotations")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "annotations[\(index)]"
            guard let object = item.object, let written = object["date"], let note = object["text"]?.string, !note.isEmpty else {
                problem("an annotation is `{date: 1991, text: …}`", at: item, path: path)
                continue
            }
            check(object, against: ["date", "text", "lane"], path: path)
            guard let date = date(written, calendar: .gregorian, path: path + ".date") else { continue }
            guard !date.isUndated else {
                problem("an annotation needs a date", at: written, path: path + ".date")
                continue
            }
            timeline.events.append(
                Timeline.Event(
                    id: "annotation-\(index + 1)", date: date, title: note, rank: 3, lane: text(object["lane"], path: path + ".lane"),
                    icon: .dot, isAnnotation: true, facts: [], location: item.location))
        }
    }

    private mutating func readEras(_ node: DocumentNode) {
        var eras: [Timeline.Era] = []
        forEachEntry(node, path: "eras", keys: TimelineReader.eraKeys) { reader, fact in
            reader.take(fact)
            eras.append(Timeline.Era(id: fact.id, date: fact.date, title: fact.title, facts: [fact.id]))
        } inline: { reader, item, object, path in
            let fact = reader.namedFact(object, path: path)
            let (readDate, readTitle) = (
                reader.dateOf(object, fact: fact, at: item, path: path),
                reader.titleOf(object, fact: fact, at: item, path: path)
            )
            guard let date = readDate, let title = readTitle else { return }
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
            if object["table"] != nil {
                readTable(object, at: node, path: path, keys: keys, inline: inline)
                return
            }
            guard let selector = object["facts"] else {
                problem("`\(path)` is a list, `facts:` with a choice of facts, or a `table`", at: node, path: path)
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
            if object["table"] != nil {
                readTable(object, at: item, path: place, keys: keys, inline: inline)
                continue
            }
            check(object, against: keys, path: place)
            inline(&self, item, object, place)
        }
    }

    /// Rows of a CSV, TSV or JSON file: `{table: states.csv, columns: {date: year, title: name}, source: …}`. A column
    /// that is not named there is taken by the name of the key; a `source` beside them is that of every row.
    private mutating func readTable(
        _ object: DocumentObject, at node: DocumentNode, path: String, keys: [String],
        inline: (inout TimelineReader, DocumentNode, DocumentObject, String) -> Void
    ) {
        check(object, against: ["table", "columns", "source"], path: path)
        guard let table = object["table"], let file = table.string else {
            problem("`table` is the name of a CSV, TSV or JSON file", at: object["table"] ?? node, path: path + ".table")
            return
        }
        var columns: [String: String] = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
        for member in object["columns"]?.object?.members ?? [] {
            guard keys.contains(member.key), let column = member.value.string else {
                problem(
                    "`columns` gives for a key of an event the column that has it", at: member.value,
                    path: path + ".columns." + member.key, suggestion(for: member.key, among: keys).map { "did you mean `\($0)`?" })
                continue
            }
            columns[member.key] = column
        }
        let rows: Table
        do throws(Diagnostics) {
            guard let dataRoot else { throw Diagnostics([Diagnostic("no files can be read here")]) }
            let contents: [UInt8]
            do { contents = try dataRoot.read(file) } catch { throw Diagnostics([error]) }
            if file.lowercased().hasSuffix(".json") {
                rows = Table(try Document(file: file, contents: contents).root)
            } else {
                let separator = file.lowercased().hasSuffix(".tsv") ? UInt8(ascii: "\t") : UInt8(ascii: ",")
                rows = try DelimitedText(separator: separator, infersNumbers: false).read(contents, file: file)
            }
        } catch {
            for var problem in error.all {
                // The figure file is what the user is told of; the place in the table follows it.
                let place = problem.location.map { ":\($0.line)" } ?? ""
                problem.message = "`\(file)\(place)`: \(problem.message)"
                problem.file = document.file
                problem.location = table.location
                problem.path = path + ".table"
                problems.add(problem)
            }
            return
        }
        for required in ["date", "title"] where required != "date" || columns["period"].flatMap({ rows.column($0) }) == nil {
            let column = columns[required] ?? required
            if rows.column(column) == nil {
                problem(
                    "`\(file)` has no column `\(column)` for `\(required)`", at: object["columns"] ?? table,
                    path: path + ".columns", suggestion(for: column, among: rows.names).map { "did you mean `\($0)`?" }
                        ?? "its columns: " + rows.names.joined(separator: ", "))
                return
            }
        }
        for row in 0..<rows.rowCount {
            var members: [DocumentObject.Member] = []
            for key in keys {
                guard let name = columns[key], let value = rows.column(name)?[row] else { continue }
                let written = value.asText
                if value.isNull || written.isEmpty { continue }
                let content: DocumentNode.Value = key == "rank" ? (Double(written).map { .number($0) } ?? .string(written)) : .string(written)
                members.append(
                    .init(key: key, keyLocation: table.location, value: DocumentNode(content, at: table.location)))
            }
            if let source = object["source"], !members.contains(where: { $0.key == "source" }) {
                members.append(.init(key: "source", keyLocation: source.location, value: source))
            }
            inline(&self, table, DocumentObject(members), "\(file), row \(row + 1)")
        }
    }

    private mutating func addEvent(
        from fact: Fact?, object: DocumentObject?, at node: DocumentNode, path: String, to events: inout [Timeline.Event]
    ) {
        // Both are read before either is missed, so that all that is wrong is told at once.
        let (readDate, readTitle) = (
            dateOf(object, fact: fact, at: node, path: path), titleOf(object, fact: fact, at: node, path: path)
        )
        var rank = fact?.rank ?? 2
        if let ranked = object?["rank"] {
            if let number = ranked.number, [1, 2, 3].contains(number) {
                rank = Int(number)
            } else {
                problem("a rank is 1 (milestone), 2 or 3 (background)", at: ranked, path: path + ".rank")
            }
        }
        let icon = object?["icon"].flatMap { choice($0, Timeline.Icon.self, path: path + ".icon") }
        let id = text(object?["id"], path: path + ".id") ?? fact?.id ?? "event-\(events.count + 1)"
        if seenEvents.updateValue(node.location, forKey: id) != nil {
            problem("the event `\(id)` is there twice", at: object?["id"] ?? node, path: path)
        }
        if let fact { take(fact) }
        if let node = object?["source"] { readSource(node, path: path + ".source") }
        guard let date = readDate, let title = readTitle else { return }
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
                icon: icon ?? .dot, kind: text(object?["kind"], path: path + ".kind") ?? fact?.measure,
                about: text(object?["about"], path: path + ".about") ?? fact?.about, facts: facts, location: node.location))
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

    /// `{conflict: cross, treaty: star}`: the mark of every event of a kind that has none of its own.
    private mutating func readIcons(_ node: DocumentNode) {
        guard let object = node.object else {
            problem("`icons` gives kinds of events their marks: `{conflict: cross}`", at: node, path: "icons")
            return
        }
        let kinds = timeline.events.compactMap(\.kind)
        for member in object.members {
            let path = "icons." + member.key
            guard let icon = choice(member.value, Timeline.Icon.self, path: path) else { continue }
            guard kinds.contains(member.key) else {
                let close = suggestion(for: member.key, among: kinds)
                problem("no event is of the kind `\(member.key)`", at: member.value, path: path, close.map { "did you mean `\($0)`?" })
                continue
            }
            timeline.icons.append((member.key, icon))
            for index in timeline.events.indices
            where timeline.events[index].kind == member.key && timeline.events[index].icon == .dot {
                timeline.events[index].icon = icon
            }
        }
    }

    /// Names in order, or `{by: about}` or `{by: kind}` for a lane of each, with `names` for their order.
    private mutating func readLanes(_ node: DocumentNode) {
        if let object = node.object {
            check(object, against: ["by", "names"], path: "lanes")
            let fields = ["about": \Timeline.Event.about, "kind": \Timeline.Event.kind]
            guard let by = object["by"]?.string, let field = fields[by] else {
                problem("lanes are made `by: about` or `by: kind`", at: object["by"] ?? node, path: "lanes.by")
                return
            }
            for index in timeline.events.indices where timeline.events[index].lane == nil {
                timeline.events[index].lane = timeline.events[index][keyPath: field]
            }
            if let names = object["names"] { readLaneNames(names) }
            return
        }
        readLaneNames(node)
    }

    private mutating func readLaneNames(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`lanes` is a list of names in the order they are drawn, or `{by: about}`", at: node, path: "lanes")
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
