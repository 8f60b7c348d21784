import Calendar
import Documents
import Facts

extension TimelineReader {
    mutating func readEvents(_ node: DocumentNode) {
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

    mutating func readAnnotations(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`annotations` is a list of `{date: 1991, text: …}`", at: node, path: "annotations")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "annotations[\(index)]"
            guard let object = item.object, let written = object["date"], let note = object["text"]?.string,
                !note.isEmpty
            else {
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
                    id: "annotation-\(index + 1)", date: date, title: note, rank: 3,
                    lane: text(object["lane"], path: path + ".lane"),
                    icon: .dot, isAnnotation: true, facts: [], location: item.location))
        }
    }

    mutating func readEras(_ node: DocumentNode) {
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

    mutating func addEvent(
        from fact: Fact?, object: DocumentObject?, at node: DocumentNode, path: String,
        to events: inout [Timeline.Event]
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
        let id = text(object?["id"], path: path + ".id") ?? fact?.id ?? "event-\(seenEvents.count + 1)"
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
                about: text(object?["about"], path: path + ".about") ?? fact?.about, facts: facts,
                location: node.location))
    }

    mutating func namedFact(_ object: DocumentObject, path: String) -> Fact? {
        guard let node = object["fact"] else { return nil }
        guard let id = node.string else {
            problem("`fact` is the id of a fact", at: node, path: path + ".fact")
            return nil
        }
        if let fact = base[id] { return fact }
        problem("no fact has the id `\(id)`", at: node, path: path + ".fact", base.adviceForUnknown(id))
        return nil
    }

    mutating func dateOf(
        _ object: DocumentObject?, fact: Fact?, at node: DocumentNode, path: String
    ) -> EDTFDate? {
        let calendar =
            object?["calendar"].flatMap { choice($0, CalendarSystem.self, path: path + ".calendar") } ?? .gregorian
        if let written = object?["date"] ?? object?["period"] {
            return date(written, calendar: calendar, path: path + (object?["date"] != nil ? ".date" : ".period"))
        }
        if let fact { return fact.date }
        if object?["fact"] == nil {
            problem("an event needs a `date`; where the source gives none, write `undated`", at: node, path: path)
        }
        return nil
    }

    mutating func titleOf(
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
    mutating func date(_ node: DocumentNode, calendar: CalendarSystem, path: String) -> EDTFDate? {
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
}
