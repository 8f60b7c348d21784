import Documents

extension TimelineReader {
    /// `{conflict: cross, treaty: star}`: the mark of every event of a kind that has none of its own.
    mutating func readIcons(_ root: inout DocumentReader) {
        guard let node = root.value("icons") else { return }
        guard let object = node.object else {
            root.report("icons", "`icons` gives kinds of events their marks: `{conflict: cross}`")
            return
        }
        let kinds = timeline.events.compactMap(\.kind)
        root.read(node, path: "icons", noun: "icons") { reader in
            for key in object.keys {
                guard let icon = reader.word(key, of: Timeline.Icon.self, called: "mark") else { continue }
                guard kinds.contains(key) else {
                    let close = suggestion(for: key, among: kinds)
                    reader.report(
                        key, "no event is of the kind `\(key)`", advice: close.map { "did you mean `\($0)`?" })
                    continue
                }
                timeline.icons.append((key, icon))
                for index in timeline.events.indices
                where timeline.events[index].kind == key && timeline.events[index].icon == .dot {
                    timeline.events[index].icon = icon
                }
            }
        }
    }

    private enum LaneField: String, CaseIterable {
        case about, kind

        var field: KeyPath<Timeline.Event, String?> { self == .about ? \.about : \.kind }
    }

    /// Names in order, or `{by: about}` or `{by: kind}` for a lane of each, with `names` for their order.
    ///
    /// - Returns: whether the lanes are named.
    mutating func readLanes(_ root: inout DocumentReader) -> Bool {
        guard let node = root.value("lanes") else { return false }
        guard node.object != nil else {
            readLaneNames("lanes", &root)
            return node.array != nil
        }
        root.object("lanes", noun: "lanes") { reader in
            if !reader.has("by") { reader.report(nil, "lanes are made `by: about` or `by: kind`") }
            if let by = reader.word("by", of: LaneField.self, called: "way of making lanes") {
                for index in timeline.events.indices where timeline.events[index].lane == nil {
                    timeline.events[index].lane = timeline.events[index][keyPath: by.field]
                }
            }
            readLaneNames("names", &reader)
        }
        return node["names"] != nil
    }

    private mutating func readLaneNames(_ key: String, _ reader: inout DocumentReader) {
        guard let node = reader.value(key) else { return }
        guard let items = node.array else {
            reader.report(key, "`lanes` is a list of names in the order they are drawn, or `{by: about}`")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "\(reader.path(of: key))[\(index)]"
            guard let name = item.string ?? item.number.flatMap({ Int(exactly: $0) }).map(String.init) else {
                reader.report(item, "the name of a lane is text, not \(item.kind)", path: path)
                continue
            }
            if timeline.lanes.contains(name) {
                reader.report(item, "the lane `\(name)` is there twice", path: path)
            } else {
                timeline.lanes.append(name)
            }
        }
    }

    mutating func collectLanes(_ root: inout DocumentReader, isDeclared: Bool) {
        var known = Set(timeline.lanes)
        for event in timeline.events {
            guard let lane = event.lane, known.insert(lane).inserted else { continue }
            if isDeclared {
                let close = suggestion(for: lane, among: timeline.lanes)
                root.report(
                    DocumentNode(.null, at: event.location),
                    "the event `\(event.id)` is in the lane `\(lane)`, which `lanes` does not name", path: "events",
                    advice: close.map { "did you mean `\($0)`?" })
            } else {
                timeline.lanes.append(lane)
            }
        }
        if !timeline.lanes.isEmpty, timeline.events.contains(where: { $0.lane == nil && !$0.date.isUndated }) {
            timeline.lanes.append("")
        }
    }

    mutating func readLinks(_ root: inout DocumentReader) {
        let places = Dictionary(
            timeline.events.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        timeline.links = root.objects("links", noun: "a link") { reader in
            let ends = ["from", "to"].compactMap { end($0, places, &reader) }
            return ends.count == 2 ? Timeline.Link(from: ends[0], to: ends[1]) : nil
        }
    }

    private func end(_ key: String, _ places: [String: Int], _ reader: inout DocumentReader) -> Int? {
        guard let id = reader.textOrNumber(key) else {
            if !reader.has(key) { reader.report(nil, "a link needs `\(key)`") }
            return nil
        }
        guard let place = places[id] else {
            let close = suggestion(for: id, among: timeline.events.map(\.id))
            reader.report(key, "no event has the id `\(id)`", advice: close.map { "did you mean `\($0)`?" })
            return nil
        }
        if timeline.events[place].date.isUndated {
            reader.report(key, "the event `\(id)` has no date, so no link can be drawn to it")
            return nil
        }
        return place
    }
}
