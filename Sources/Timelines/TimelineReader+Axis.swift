import Calendar
import Documents
import Figures

extension TimelineReader {
    mutating func readBreaks(_ root: inout DocumentReader) {
        guard let node = root.value("breaks") else { return }
        switch node.string {
        case "auto": timeline.breaks = .auto
        case "none": timeline.breaks = .none
        default:
            guard let items = node.array else {
                root.report("breaks", "`breaks` is `auto`, `none`, or a list of periods such as `1900/1948`")
                return
            }
            var breaks: [(index: Int, period: EDTFDate)] = []
            for (index, item) in items.enumerated() {
                guard let period = readBreak(item, path: "breaks[\(index)]", after: breaks.map(\.period), &root)
                else { continue }
                breaks.append((index, period))
            }
            timeline.breaks = .declared(breaks)
        }
    }

    private func readBreak(
        _ item: DocumentNode, path: String, after others: [EDTFDate], _ root: inout DocumentReader
    ) -> EDTFDate? {
        guard let period = date(item, &root, path: path) else { return nil }
        guard let first = period.firstSecond, let end = period.endSecond else {
            root.report(item, "a break needs both its ends", path: path)
            return nil
        }
        let covered = AxisBreaks.uncuttable(timeline).first { $0.span.lowerBound < end && first < $0.span.upperBound }
        if let covered {
            root.report(
                item, "the break \(period.wording) lies inside `\(covered.title)`; a break is where nothing happens",
                path: path)
        }
        let axis = TimeDomain.times(timeline)
        guard axis.lowerBound < Double(first), Double(end) < axis.upperBound else {
            root.report(
                item,
                "the break \(period.wording) reaches beyond the axis, which shows nothing before its first event "
                    + "and after its last", path: path, advice: "leave it out; a break lies between two events")
            return nil
        }
        if let other = others.first(where: { ($0.firstSecond ?? 0) < end && first < ($0.endSecond ?? 0) }) {
            root.report(
                item, "the breaks \(other.wording) and \(period.wording) overlap", path: path,
                advice: "make one of the two")
        }
        return period
    }

    /// `{chart: rainfall.vl.json, height: 80}`; in place of the file the Vega-Lite document itself.
    mutating func readCharts(_ root: inout DocumentReader) {
        if root.has("charts"), timeline.orientation == .vertical {
            root.report(
                "charts", "charts stand on an axis that runs across",
                advice: "take `orientation: vertical` out, or write `orientation: horizontal`")
        }
        if root.has("charts"), timeline.isReversed {
            root.report("charts", "charts stand on an axis that runs forward", advice: "take `reverse` out")
        }
        let charts = root.objects("charts", noun: "a chart on the axis") { readChart(&$0) }
        timeline.charts = charts
    }

    private mutating func readChart(_ reader: inout DocumentReader) -> Timeline.Chart? {
        let height = reader.number("height", in: 16...600)
        guard reader.node.object != nil else { return nil }
        guard let written = reader.value("chart") else {
            reader.report(
                nil, "a chart on the axis is `{chart: file or Vega-Lite document, height: 80}`")
            return nil
        }
        guard let read = context.axisChart else {
            reader.report("chart", "no charts can be drawn here")
            return nil
        }
        // As large as the ticks of the axis.
        var context = context
        context.theme.labelSize = context.theme.noteSize
        do throws(Diagnostics) {
            let chart = try read(chartDocument(written), context)
            for fact in chart.facts { if let fact = base[fact] { take(fact) } }
            for id in chart.sources { if let source = base.source(id) { credit(source.credit, id: source.id) } }
            for text in chart.credits { credit(base.source(text)?.credit ?? localSources[text] ?? text, id: nil) }
            return Timeline.Chart(chart: chart, height: height, path: reader.path)
        } catch {
            reader.add(Diagnostics(error.all.map { placed($0, in: written, path: reader.path(of: "chart")) }))
            return nil
        }
    }

    private func chartDocument(_ written: DocumentNode) throws(Diagnostics) -> Document {
        guard let file = written.string else {
            var own = document
            own.root = written
            return own
        }
        let contents: [UInt8]
        do throws(Diagnostic) { contents = try dataRoot.read(file) } catch { throw Diagnostics([error]) }
        return try Document(file: dataRoot.path == "." ? file : dataRoot.path + "/" + file, contents: contents)
    }

    /// A problem of a chart, told where this document has the chart unless it stands in a file of its own.
    private func placed(_ problem: Diagnostic, in written: DocumentNode, path: String) -> Diagnostic {
        var problem = problem
        guard written.string == nil || problem.location == nil && problem.file != document.file else { return problem }
        if problem.location == nil { problem.location = written.location }
        if problem.file.isEmpty { problem.file = document.file }
        problem.path = [path, problem.path].filter { !$0.isEmpty }.joined(separator: ".")
        return problem
    }

    mutating func readReductions(_ root: inout DocumentReader) {
        timeline.reductions = root.objects("reduce", noun: "a stretch drawn smaller") { reader in
            let scale = reader.number("scale")
            guard let written = reader.value("period") else {
                reader.report(nil, "a stretch drawn smaller is `{period: 18XX, scale: 0.2}`")
                return nil
            }
            guard let period = date(written, &reader, path: reader.path(of: "period")) else { return nil }
            guard period.firstSecond != nil, period.endSecond != nil else {
                reader.report("period", "the period needs both its ends")
                return nil
            }
            guard let scale, scale >= 0.001, scale < 1 else {
                reader.report("scale", "`scale` is a number above 0 and below 1, such as 0.2")
                return nil
            }
            return Timeline.Reduction(period: period, scale: scale)
        }
    }
}
