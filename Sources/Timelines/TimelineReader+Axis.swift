import Calendar
import Documents
import Figures

extension TimelineReader {
    mutating func readBreaks(_ node: DocumentNode) {
        if let word = node.string {
            switch word {
            case "auto": timeline.breaks = .auto
            case "none": timeline.breaks = .none
            default:
                problem(
                    "`breaks` is `auto`, `none`, or a list of periods such as `1900/1948`", at: node, path: "breaks")
            }
            return
        }
        guard let items = node.array else {
            problem("`breaks` is `auto`, `none`, or a list of periods such as `1900/1948`", at: node, path: "breaks")
            return
        }
        var breaks: [(index: Int, period: EDTFDate)] = []
        let axis = TimeDomain.times(timeline)
        for (index, item) in items.enumerated() {
            guard let period = date(item, calendar: .gregorian, path: "breaks[\(index)]") else { continue }
            guard let first = period.firstSecond, let end = period.endSecond else {
                problem("a break needs both its ends", at: item, path: "breaks[\(index)]")
                continue
            }
            for (title, span) in AxisBreaks.uncuttable(timeline) where span.lowerBound < end && first < span.upperBound
            {
                problem(
                    "the break \(period.wording) lies inside `\(title)`; a break is where nothing happens", at: item,
                    path: "breaks[\(index)]")
                break
            }
            guard axis.lowerBound < Double(first), Double(end) < axis.upperBound else {
                problem(
                    "the break \(period.wording) reaches beyond the axis, which shows nothing before its first event and after its last",
                    at: item, path: "breaks[\(index)]", advice: "leave it out; a break lies between two events")
                continue
            }
            if let other = breaks.first(where: {
                ($0.period.firstSecond ?? 0) < end && first < ($0.period.endSecond ?? 0)
            }) {
                problem(
                    "the breaks \(other.period.wording) and \(period.wording) overlap", at: item,
                    path: "breaks[\(index)]",
                    advice: "make one of the two")
            }
            breaks.append((index, period))
        }
        timeline.breaks = .declared(breaks)
    }

    /// `{chart: rainfall.vl.json, height: 80}`; in place of the file the Vega-Lite document itself.
    mutating func readCharts(_ node: DocumentNode) {
        guard let items = node.array else {
            problem("`charts` is a list of `{chart: file or Vega-Lite document}`", at: node, path: "charts")
            return
        }
        if timeline.orientation == .vertical {
            problem(
                "charts stand on an axis that runs across", at: node, path: "charts",
                advice: "take `orientation: vertical` out, or write `orientation: horizontal`")
        }
        for (index, item) in items.enumerated() {
            let path = "charts[\(index)]"
            guard let object = item.object, let written = object["chart"] else {
                problem(
                    "a chart on the axis is `{chart: file or Vega-Lite document, height: 80}`", at: item, path: path)
                continue
            }
            check(object, against: ["chart", "height"], path: path)
            var height: Double?
            if let node = object["height"] {
                height = node.number
                if height.map({ !(16...600).contains($0) }) ?? true {
                    problem("a height is 16 to 600 units", at: node, path: path + ".height")
                    height = nil
                }
            }
            guard let read = context.axisChart else {
                problem("no charts can be drawn here", at: written, path: path + ".chart")
                continue
            }
            let isFile = written.string != nil
            // As large as the ticks of the axis.
            var context = context
            context.theme = context.theme.scaled(by: (context.size ?? timeline.size ?? .page).typeScale)
            context.theme.labelSize = context.theme.noteSize
            do throws(Diagnostics) {
                var own = document
                if let file = written.string {
                    let contents: [UInt8]
                    do throws(Diagnostic) { contents = try dataRoot.read(file) } catch { throw Diagnostics([error]) }
                    own = try Document(
                        file: dataRoot.path == "." ? file : dataRoot.path + "/" + file, contents: contents)
                } else {
                    own.root = written
                }
                let chart = try read(own, context)
                timeline.charts.append(Timeline.Chart(chart: chart, height: height, path: path))
                for fact in chart.facts { if let fact = base[fact] { take(fact) } }
                for id in chart.sources { if let source = base.source(id) { credit(source.credit, id: source.id) } }
                for text in chart.credits { credit(base.source(text)?.credit ?? localSources[text] ?? text, id: nil) }
            } catch {
                for var problem in error.all {
                    if !isFile || problem.location == nil && problem.file != document.file {
                        if problem.location == nil { problem.location = written.location }
                        if problem.file.isEmpty { problem.file = document.file }
                        problem.path = [path + ".chart", problem.path].filter { !$0.isEmpty }.joined(separator: ".")
                    }
                    problems.add(problem)
                }
            }
        }
    }

    mutating func readReductions(_ node: DocumentNode) {
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
                problem(
                    "`scale` is a number above 0 and below 1, such as 0.2", at: object["scale"] ?? item,
                    path: path + ".scale")
                continue
            }
            timeline.reductions.append(Timeline.Reduction(period: period, scale: scale))
        }
    }
}
