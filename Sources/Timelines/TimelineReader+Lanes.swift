import Documents

extension TimelineReader {
    /// `{conflict: cross, treaty: star}`: the mark of every event of a kind that has none of its own.
    mutating func readIcons(_ node: DocumentNode) {
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
                problem(
                    "no event is of the kind `\(member.key)`", at: member.value, path: path,
                    close.map { "did you mean `\($0)`?" })
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
    mutating func readLanes(_ node: DocumentNode) {
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

    mutating func readLaneNames(_ node: DocumentNode) {
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

    mutating func collectLanes(isDeclared: Bool) {
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

    mutating func readLinks(_ node: DocumentNode) {
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
}
