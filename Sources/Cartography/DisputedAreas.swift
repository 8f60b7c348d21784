import Documents
import Geography
import Phrases

/// An area that states' own maps give to different states.
struct DisputedArea: Sendable, Hashable {
    /// Of the feature itself.
    var code: String
    var name: String
    /// The name of what it is shown as a part of; nil where it stands apart.
    var shownWith: String?
}

extension MapCanvas {
    /// The disputed areas that can be seen in the frame, the largest first, and how this map's worldview shows them.
    ///
    /// Which they are is what Natural Earth records: features that are disputed, indeterminate or not known by all,
    /// and that the views of different states give to different states.
    mutating func disputedAreas() -> [DisputedArea] {
        guard drawsBoundaries, let dataset = states, let (topology, layer) = topology(dataset)
        else { return [] }
        var found: [(area: DisputedArea, size: Double)] = []
        for member in layer.members {
            guard let views = member.properties["views"]?.object else { continue }
            let kind = member.properties["class"]?.string ?? ""
            let standing = member.properties["fclass"]?.string ?? ""
            guard
                kind == "Disputed" || kind == "Indeterminate" || standing == "Unrecognized"
                    || standing == "Admin-1 states provinces",
                standing != "Admin-0 country", kind != "Dependency", kind != "Lease",
                let geometry = topology.geometry(of: member.shape)
            else { continue }
            let size = path.area(of: geometry)
            guard size > 4 else { continue }
            let code = worldview.code(of: member.id, views: views)
            // Natural Earth's codes of disputed units that are no feature here (`B28`) leave the area apart.
            let whole =
                code == member.id ? nil : layer.members.first { $0.id == code }.flatMap { localName($0.properties) }
            found.append(
                (DisputedArea(code: member.id, name: localName(member.properties) ?? member.id, shownWith: whole), size)
            )
        }
        return found.sorted { $0.size > $1.size }.map(\.area)
    }

    /// `Crimea with Russia; Taiwan, Kosovo and 2 others apart`; empty where there is none.
    func disputedSentence(_ areas: [DisputedArea]) -> String {
        let words = phrases.map
        func listed(_ names: [String]) -> String {
            guard names.count > 4 else { return phrases.list(names) }
            return Phrases.fill(
                words.andOthers, names.prefix(3).joined(separator: phrases.comma), "\(names.count - 3)")
        }
        var wholes: [String] = []
        for area in areas { if let whole = area.shownWith, !wholes.contains(whole) { wholes.append(whole) } }
        var parts = wholes.map { whole in
            Phrases.fill(words.shownWith, listed(areas.filter { $0.shownWith == whole }.map(\.name)), whole)
        }
        let apart = areas.filter { $0.shownWith == nil }.map(\.name)
        if !apart.isEmpty {
            parts.append(Phrases.fill(parts.isEmpty ? words.shownApart : words.alsoApart, listed(apart)))
        }
        return parts.joined(separator: phrases.language == "zh" ? "；" : "; ")
    }

    /// Whose borders are drawn, and how that shows each disputed area in the frame.
    mutating func worldviewSentence() -> String {
        let shown = disputedSentence(disputedAreas())
        let words = phrases.map
        let view =
            switch worldview.name {
            case "de-facto": words.deFacto
            case "iso": words.iso
            default: Phrases.fill(words.stateView, worldview.name.uppercased())
            }
        return view + (shown.isEmpty ? "" : phrases.page.colon + shown)
    }

    /// Told once the frame is settled.
    mutating func warnOfUnchosenWorldview() {
        let areas = disputedAreas()
        guard !areas.isEmpty else { return }
        warn(
            "the map shows disputed areas and does not say whose borders it draws: "
                + areas.map(\.name).joined(separator: ", "),
            path: "worldview",
            advice:
                "add `worldview: de-facto`, `iso`, or a state's code such as `in`; until then they are drawn de facto")
    }
}
