import Expressions
import Transforms
import Documents
import Formats

/// The parts of a time unit such as `yearmonth`, the coarsest first.
struct TimeUnitName: Hashable {
    var parts: [String] = []
    var isUTC = false
    /// The field holds beginnings of the unit already.
    var isBinned = false
    var step = 1
    var maxbins: Double?

    static let all = [
        "year", "quarter", "month", "week", "date", "dayofyear", "day", "hours", "minutes", "seconds", "milliseconds",
    ]

    /// Nil when the text is no time unit.
    init?(_ node: DocumentNode) {
        var text = node.string ?? node["unit"]?.string ?? ""
        if node.object != nil {
            isBinned = node["binned"]?.boolean ?? false
            isUTC = node["utc"]?.boolean ?? false
            step = node["step"]?.number.flatMap { $0 >= 1 && $0 < 1e6 ? Int($0) : nil } ?? 1
            maxbins = node["maxbins"]?.number
            if text.isEmpty {
                if maxbins != nil { return }
                if node["step"] == nil { return nil }
            }
        }
        if text.hasPrefix("binned") {
            text.removeFirst(6)
            isBinned = true
        }
        if text.hasPrefix("utc") {
            text.removeFirst(3)
            isUTC = true
        }
        var rest = Substring(text)
        while !rest.isEmpty {
            // `dayofyear` before `day`: the longest name that fits.
            guard let part = Self.all.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) else {
                return nil
            }
            parts.append(part)
            rest = rest.dropFirst(part.count)
        }
        if parts.isEmpty, maxbins == nil { return nil }
    }

    /// As it begins a column's name: `yearmonth`, `utcyear`.
    var text: String { (isUTC ? "utc" : "") + parts.joined() + (step > 1 ? "_step_\(step)" : "") }

    /// How axes and texts write it (`%b %Y`), pieced together from the longest runs of parts that have a form.
    var specifier: String { specifier(overriding: [:]) }

    func specifier(overriding own: [String: String]) -> String {
        var forms = [
            "year": "%Y ", "quarter": "Q%q ", "month": "%b ", "date": "%d ", "week": "W%U ", "day": "%a ",
            "dayofyear": "%j ", "hours": "%H:00", "minutes": "00:%M", "seconds": ":%S", "milliseconds": ".%L",
            "year-month": "%b %Y ", "year-month-date": "%b %d, %Y ", "hours-minutes": "%H:%M",
        ]
        forms.merge(own) { $1 }
        var result = ""
        var start = 0
        while start < parts.count {
            var end = parts.count
            while end > start + 1, forms[parts[start..<end].joined(separator: "-")] == nil { end -= 1 }
            result += forms[parts[start..<end].joined(separator: "-")] ?? ""
            start = end
        }
        while result.hasSuffix(" ") { result.removeLast() }
        return result
    }

    /// The interval of the finest part.
    private var finest: (months: Int, days: Int, milliseconds: Double) {
        switch parts.max(by: { (Self.all.firstIndex(of: $0) ?? 0) < (Self.all.firstIndex(of: $1) ?? 0) }) ?? "" {
        case "year": (12, 0, 0)
        case "quarter": (3, 0, 0)
        case "month": (1, 0, 0)
        case "week": (0, 7, 0)
        case "date", "day", "dayofyear": (0, 1, 0)
        case "hours": (0, 0, 3_600_000)
        case "minutes": (0, 0, 60_000)
        case "seconds": (0, 0, 1000)
        default: (0, 0, 1)
        }
    }

    /// Where the unit that begins at a moment ends.
    func end(of start: Double) -> Double {
        let interval = finest
        if interval.milliseconds > 0 { return start + interval.milliseconds * Double(step) }
        guard var time = CivilTime(milliseconds: start) else { return .nan }
        time.month += interval.months * step
        time.day += interval.days * step
        return time.milliseconds()
    }

    /// A unit's span moved so that its beginning stands at that share of it: 0.5 leaves it in place, 0 puts its middle
    /// at its beginning.
    func moved(_ start: Double, _ end: Double, to share: Double) -> (start: Double, end: Double) {
        guard start.isFinite, end.isFinite, share != 0.5 else { return (start, end) }
        let part = share - 0.5
        if part < 0 {
            var earlier = self
            earlier.step = -step
            let previous = earlier.end(of: start)
            return (start + part * (start - previous), end + part * (end - start))
        }
        return (start + part * (end - start), end + part * (self.end(of: end) - end))
    }

    /// The length of one unit, as it is in January 2001.
    var duration: Double {
        let start = CivilTime(year: 2001).milliseconds()
        var single = self
        single.step = step
        return single.end(of: start) - start
    }
}

extension TimeUnitName {
    /// The transform that cuts a field's moments to the unit.
    func transform(of field: String, as name: String) -> (any Transform)? {
        let unit = TimeUnit((isUTC ? "utc" : "") + parts.joined(), step: step)
        return unit == nil && maxbins == nil ? nil : TimeUnitTransform(field, unit, maxbins: maxbins, as: name)
    }
}
