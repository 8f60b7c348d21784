import Calendar
import Documents
import Facts

extension TimelineReader {
    mutating func readEvents(_ root: inout DocumentReader) {
        guard root.has("events"), let node = root.value("events") else {
            _ = root.value("events")
            root.report(nil, "a timeline needs `events`")
            return
        }
        for entry in entries("events", keys: TimelineReader.eventKeys, &root) {
            switch entry {
            case .fact(let fact):
                take(fact)
                add(
                    Timeline.Event(
                        id: fact.id, date: fact.date, title: fact.title, rank: fact.rank ?? 2, icon: .dot,
                        kind: fact.measure, about: fact.about, facts: [fact.id], location: node.location), &root)
            case .object(let node, let path):
                root.read(node, path: path, noun: "an event") { readEvent(&$0) }
            }
        }
        if timeline.events.isEmpty, !root.problems.hasErrors { root.report("events", "the timeline has no events") }
    }

    static let eventKeys = [
        "id", "date", "period", "title", "source", "fact", "facts", "rank", "lane", "icon", "kind", "about", "calendar",
        "progress",
    ]
    static let eraKeys = ["id", "date", "period", "title", "source", "fact", "facts", "calendar"]

    private mutating func add(_ event: Timeline.Event, _ reader: inout DocumentReader) {
        if !seenEvents.insert(event.id).inserted {
            reader.report(reader.has("id") ? "id" : nil, "the event `\(event.id)` is there twice")
        }
        timeline.events.append(event)
    }

    private mutating func readEvent(_ reader: inout DocumentReader) {
        reader.allow(TimelineReader.eventKeys)
        let fact = namedFact(&reader)
        // All of it is read before any of it is missed, so that all that is wrong is told at once.
        let (date, title) = (dateOf(fact, &reader), titleOf(fact, &reader))
        let rank = reader.value("rank", "1 (milestone), 2 or 3 (background)") { node in
            node.number.flatMap { Int(exactly: $0) }.flatMap { (1...3).contains($0) ? $0 : nil }
        }
        let progress = progress(of: date, &reader)
        let icon = reader.word("icon", of: Timeline.Icon.self, called: "mark")
        let id = reader.textOrNumber("id") ?? fact?.id ?? "event-\(seenEvents.count + 1)"
        let (lane, kind, about) = (
            reader.textOrNumber("lane"), reader.textOrNumber("kind"), reader.textOrNumber("about")
        )
        if let fact { take(fact) }
        readSource("source", &reader)
        let further = furtherFacts(&reader)
        guard let date, let title else { return }
        add(
            Timeline.Event(
                id: id, date: date, title: title, rank: rank ?? fact?.rank ?? 2, lane: lane, icon: icon ?? .dot,
                kind: kind ?? fact?.measure, about: about ?? fact?.about,
                facts: (fact.map { [$0.id] } ?? []) + further, progress: progress, location: reader.node.location),
            &reader)
    }

    private func progress(of date: EDTFDate?, _ reader: inout DocumentReader) -> Double? {
        guard let progress = reader.number("progress", in: 0...1) else { return nil }
        guard date?.isInterval != false else {
            reader.report(
                "progress", "only what lasts can be done in part", advice: "give the event a span, such as `2024/2026`")
            return nil
        }
        return progress
    }

    /// Ids of `facts`, beside an event's own title.
    private mutating func furtherFacts(_ reader: inout DocumentReader) -> [String] {
        guard reader.has("title") else { return [] }
        return reader.texts("facts").filter { id in
            if let fact = base[id] {
                take(fact)
                return true
            }
            reader.report("facts", "no fact has the id `\(id)`", advice: base.adviceForUnknown(id))
            return false
        }
    }

    mutating func readAnnotations(_ root: inout DocumentReader) {
        var position = 0
        let annotations = root.objects("annotations", noun: "an annotation") { reader -> Timeline.Event? in
            position += 1
            let lane = reader.textOrNumber("lane")
            guard let node = reader.value("date"), let note = reader.text("text"), !note.isEmpty else {
                reader.allow("text")
                reader.report(nil, "an annotation is `{date: 1991, text: …}`")
                return nil
            }
            guard let date = date(node, &reader, path: reader.path(of: "date")) else { return nil }
            guard !date.isUndated else {
                reader.report("date", "an annotation needs a date")
                return nil
            }
            return Timeline.Event(
                id: "annotation-\(position)", date: date, title: note, rank: 3, lane: lane, icon: .dot,
                isAnnotation: true, facts: [], location: reader.node.location)
        }
        timeline.events += annotations
    }

    mutating func readEras(_ root: inout DocumentReader) {
        for entry in entries("eras", keys: TimelineReader.eraKeys, &root) {
            switch entry {
            case .fact(let fact):
                take(fact)
                timeline.eras.append(
                    Timeline.Era(id: fact.id, date: fact.date, title: fact.title, facts: [fact.id]))
            case .object(let node, let path): root.read(node, path: path, noun: "an era") { readEra(&$0) }
            }
        }
        timeline.eras.removeAll(where: \.date.isUndated)
    }

    private mutating func readEra(_ reader: inout DocumentReader) {
        reader.allow(TimelineReader.eraKeys)
        let fact = namedFact(&reader)
        let (date, title) = (dateOf(fact, &reader), titleOf(fact, &reader))
        let id = reader.textOrNumber("id") ?? fact?.id ?? "era-\(timeline.eras.count + 1)"
        if let fact { take(fact) }
        readSource("source", &reader)
        guard let date, let title else { return }
        if date.isUndated {
            reader.report("date", "an era needs a date")
            return
        }
        timeline.eras.append(Timeline.Era(id: id, date: date, title: title, facts: fact.map { [$0.id] } ?? []))
    }

    // MARK: Parts of an entry

    private func namedFact(_ reader: inout DocumentReader) -> Fact? {
        guard let id = reader.text("fact") else { return nil }
        if let fact = base[id] { return fact }
        reader.report("fact", "no fact has the id `\(id)`", advice: base.adviceForUnknown(id))
        return nil
    }

    private func dateOf(_ fact: Fact?, _ reader: inout DocumentReader) -> EDTFDate? {
        let calendar = reader.word("calendar", of: CalendarSystem.self, called: "calendar") ?? .gregorian
        for key in ["date", "period"] {
            if let node = reader.value(key) {
                return date(node, &reader, calendar: calendar, path: reader.path(of: key))
            }
        }
        if let fact { return fact.date }
        if !reader.has("fact") {
            reader.report(nil, "an event needs a `date`; where the source gives none, write `undated`")
        }
        return nil
    }

    private func titleOf(_ fact: Fact?, _ reader: inout DocumentReader) -> String? {
        if reader.has("title") {
            guard let title = reader.textOrNumber("title") else { return nil }
            if !title.allSatisfy(\.isWhitespace) { return title }
            reader.report("title", "the title is empty")
            return nil
        }
        if let fact { return fact.titleWithStatus }
        if !reader.has("fact") { reader.report(nil, "an event needs a `title`") }
        return nil
    }
}
