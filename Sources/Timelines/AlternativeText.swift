import Calendar

extension Timeline {
    /// What a reader who cannot see the figure is told: how many events, from when to when, the milestones by name.
    var alternativeText: String {
        let dated = events.filter { !$0.date.isUndated && !$0.isAnnotation }
            .sorted { ($0.date.firstSecond ?? .min, $0.id) < ($1.date.firstSecond ?? .min, $1.id) }
        let undated = events.count { $0.date.isUndated }
        func words(_ date: EDTFDate) -> String { ages?.wording(of: date, in: phrases) ?? date.wording }
        func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
        var text = "Timeline of \(count(dated.count, "event"))"
        if let first = dated.first,
            let last = dated.max(by: { ($0.date.endSecond ?? .max) < ($1.date.endSecond ?? .max) })
        {
            text +=
                dated.count == 1
                ? ", \(words(first.date))" : ", from \(words(first.date)) to \(words(last.date))"
        }
        text += "."
        if !eras.isEmpty {
            text += " Eras: " + eras.map { "\($0.title) (\(words($0.date)))" }.joined(separator: ", ") + "."
        }
        let milestones = dated.filter { $0.rank == 1 }
        let told = (milestones.isEmpty ? dated : milestones).prefix(24)
        if !told.isEmpty {
            text +=
                (milestones.isEmpty ? " " : " Milestones: ")
                + told.map { "\(ages?.wording(of: $0.date, in: phrases) ?? $0.date.wording(.label)): \($0.title)" }
                .joined(separator: "; ") + "."
        }
        if undated > 0 {
            text +=
                " \(count(undated, "event")) without a date: "
                + events.filter(\.date.isUndated).prefix(24).map(\.title).joined(separator: "; ") + "."
        }
        return text
    }
}
