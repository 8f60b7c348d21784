import Figures
import SceneGraph
import Typography

/// A bar or line chart that the program draws by itself (DrawingML charts, ECMA-376 part 1, 21.2).
struct ChartPart {
    let chart: SeriesChart
    let theme: Theme
    let language: String

    private static let categoryAxis = 111_111_111
    private static let valueAxis = 222_222_222

    var xml: String {
        var xml = Markup.declaration
        xml += "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        xml += "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        xml += "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        xml += "<c:date1904 val=\"0\"/><c:lang val=\"\(Markup.escaped(language))\"/><c:roundedCorners val=\"0\"/>"
        xml += "<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>\(plot)\(axes)</c:plotArea>"
        if chart.series.count > 1 {
            xml += "<c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/>\(type(theme.ink))</c:legend>"
        }
        xml += "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"span\"/></c:chart>"
        xml += "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\(type(theme.ink))"
        return xml + "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
    }

    // MARK: Bars and lines

    private var plot: String {
        let axes = "<c:axId val=\"\(ChartPart.categoryAxis)\"/><c:axId val=\"\(ChartPart.valueAxis)\"/>"
        let series = chart.series.enumerated().map { self.series($0.element, number: $0.offset) }.joined()
        switch chart.form {
        case .bars(let horizontal, let arrangement):
            let grouping =
                switch arrangement {
                case .sideBySide: "clustered"
                case .stacked: "stacked"
                case .shares: "percentStacked"
                }
            return
                "<c:barChart><c:barDir val=\"\(horizontal ? "bar" : "col")\"/><c:grouping "
                + "val=\"\(grouping)\"/><c:varyColors val=\"0\"/>"
                + series
                + "<c:gapWidth val=\"60\"/><c:overlap "
                + "val=\"\(arrangement == .sideBySide ? 0 : 100)\"/>\(axes)</c:barChart>"
        case .lines:
            return
                "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>\(series)<c:marker "
                + "val=\"1\"/>\(axes)</c:lineChart>"
        }
    }

    private func series(_ series: SeriesChart.Series, number: Int) -> String {
        let column = ChartWorkbook.column(number + 1)
        var xml = "<c:ser><c:idx val=\"\(number)\"/><c:order val=\"\(number)\"/><c:tx><c:strRef>"
        xml += "<c:f>\(ChartWorkbook.sheet)!$\(column)$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\">"
        xml += "<c:v>\(Markup.escaped(series.name))</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        var end = ""
        switch chart.form {
        case .bars:
            xml += "<c:spPr>\(fill(series.color))</c:spPr><c:invertIfNegative val=\"0\"/>"
            for (point, color) in series.colors.sorted(by: { $0.key < $1.key }) {
                xml += "<c:dPt><c:idx val=\"\(point)\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>"
                xml += "<c:spPr>\(fill(color))</c:spPr></c:dPt>"
            }
        case .lines(let points, let smooth):
            xml += "<c:spPr><a:ln w=\"34925\" cap=\"rnd\">\(fill(series.color))<a:round/></a:ln></c:spPr>"
            xml +=
                points
                ? "<c:marker><c:symbol val=\"circle\"/><c:size "
                    + "val=\"8\"/><c:spPr>\(fill(series.color))<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
                : "<c:marker><c:symbol val=\"none\"/></c:marker>"
            end = "<c:smooth val=\"\(smooth ? 1 : 0)\"/>"
        }
        return xml + labels(of: series) + categories + values(of: series, column: number + 1) + end + "</c:ser>"
    }

    /// Labels that are the values follow the data when it is edited; others stand as they were written.
    private func labels(of series: SeriesChart.Series) -> String {
        if series.labels.isEmpty { return "" }
        let shown =
            "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
            + "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
        let format = Markup.escaped(SeriesChart.ValueAxis.format(ofLabels: Array(series.labels.values)))
        let style = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" + type(theme.ink, bold: true)
        let place =
            switch chart.form {
            case .bars(_, .sideBySide): "<c:dLblPos val=\"outEnd\"/>"
            case .bars: "<c:dLblPos val=\"ctr\"/>"
            case .lines: "<c:dLblPos val=\"t\"/>"
            }
        var xml = "<c:dLbls>"
        for point in chart.categories.indices where series.values[point] != nil {
            guard let label = series.labels[point] else {
                xml += "<c:dLbl><c:idx val=\"\(point)\"/><c:delete val=\"1\"/></c:dLbl>"
                continue
            }
            if isNumber(label) { continue }
            xml += "<c:dLbl><c:idx val=\"\(point)\"/><c:tx><c:rich><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p>"
            xml += "<a:pPr>\(run(theme.ink, bold: true))</a:pPr>"
            xml +=
                "<a:r><a:rPr lang=\"\(Markup.escaped(language))\"/><a:t>\(Markup.escaped(label))</a:t></a:r></a:p>"
                + "</c:rich></c:tx>"
            xml += "\(place)\(shown)</c:dLbl>"
        }
        return xml + "<c:numFmt formatCode=\"\(format)\" sourceLinked=\"0\"/>\(style)\(place)\(shown)</c:dLbls>"
    }

    private func isNumber(_ label: String) -> Bool {
        Double(label.filter { $0 != "," }) != nil || label.hasSuffix("%") && Double(label.dropLast()) != nil
    }

    private var categories: String {
        var xml =
            "<c:cat><c:strRef><c:f>\(ChartWorkbook.range(column: 0, count: chart.categories.count))</c:f><c:strCache>"
        xml += "<c:ptCount val=\"\(chart.categories.count)\"/>"
        for (index, category) in chart.categories.enumerated() {
            xml += "<c:pt idx=\"\(index)\"><c:v>\(Markup.escaped(category))</c:v></c:pt>"
        }
        return xml + "</c:strCache></c:strRef></c:cat>"
    }

    private func values(of series: SeriesChart.Series, column: Int) -> String {
        var xml =
            "<c:val><c:numRef><c:f>\(ChartWorkbook.range(column: column, count: chart.categories.count))</c:f>"
            + "<c:numCache>"
        xml += "<c:formatCode>General</c:formatCode><c:ptCount val=\"\(chart.categories.count)\"/>"
        for (index, value) in series.values.enumerated() {
            if let value { xml += "<c:pt idx=\"\(index)\"><c:v>\(value)</c:v></c:pt>" }
        }
        return xml + "</c:numCache></c:numRef></c:val>"
    }

    // MARK: Axes

    private var axes: String {
        let isHorizontal = if case .bars(true, _) = chart.form { true } else { false }
        let line = "<c:spPr><a:ln w=\"9525\">\(fill(theme.rule))</a:ln></c:spPr>"
        let hidden = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        var xml = "<c:catAx><c:axId val=\"\(ChartPart.categoryAxis)\"/><c:scaling>"
        // From the top, as the page reads.
        xml += "<c:orientation val=\"\(isHorizontal ? "maxMin" : "minMax")\"/></c:scaling><c:delete val=\"0\"/>"
        xml += "<c:axPos val=\"\(isHorizontal ? "l" : "b")\"/>\(title(chart.categoryTitle, isUpright: isHorizontal))"
        xml +=
            "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
            + "val=\"none\"/>"
        xml += "<c:tickLblPos val=\"low\"/>\(line)\(type(theme.mutedInk))<c:crossAx val=\"\(ChartPart.valueAxis)\"/>"
        xml += "<c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
        xml += "<c:noMultiLvlLbl val=\"1\"/></c:catAx>"

        let axis = chart.axis
        let isShares = if case .bars(_, .shares) = chart.form { true } else { false }
        xml += "<c:valAx><c:axId val=\"\(ChartPart.valueAxis)\"/><c:scaling><c:orientation val=\"minMax\"/>"
        if !isShares {
            if let maximum = axis.maximum { xml += "<c:max val=\"\(maximum)\"/>" }
            if let minimum = axis.minimum { xml += "<c:min val=\"\(minimum)\"/>" }
        }
        xml += "</c:scaling><c:delete val=\"\(axis.isShown ? 0 : 1)\"/><c:axPos val=\"\(isHorizontal ? "b" : "l")\"/>"
        if axis.hasGrid {
            xml += "<c:majorGridlines><c:spPr><a:ln w=\"9525\">\(fill(theme.grid))</a:ln></c:spPr></c:majorGridlines>"
        }
        if axis.isShown { xml += title(chart.valueTitle, isUpright: !isHorizontal) }
        xml += "<c:numFmt formatCode=\"\(Markup.escaped(isShares ? "0%" : axis.format))\" sourceLinked=\"0\"/>"
        xml +=
            "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
            + "val=\"nextTo\"/>\(hidden)\(type(theme.mutedInk))"
        xml += "<c:crossAx val=\"\(ChartPart.categoryAxis)\"/><c:crosses val=\"\(isHorizontal ? "max" : "autoZero")\"/>"
        return xml + "<c:crossBetween val=\"between\"/></c:valAx>"
    }

    private func title(_ text: String, isUpright: Bool) -> String {
        if text.isEmpty { return "" }
        return
            "<c:title><c:tx><c:rich><a:bodyPr\(isUpright ? " rot=\"-5400000\" vert=\"horz\"" : "")/><a:lstStyle/><a:p>"
            + "<a:pPr>\(run(theme.mutedInk))</a:pPr><a:r><a:rPr lang=\"\(Markup.escaped(language))\"/>"
            + "<a:t>\(Markup.escaped(text))</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
    }

    // MARK: Type and colour

    private func fill(_ color: Color) -> String { "<a:solidFill>\(color.drawing(opacity: 1))</a:solidFill>" }

    private func run(_ color: Color, bold: Bool = false) -> String {
        "<a:defRPr sz=\"1400\" b=\"\(bold ? 1 : 0)\">\(fill(color))</a:defRPr>"
    }

    private func type(_ color: Color, bold: Bool = false) -> String {
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>\(run(color, bold: bold))</a:pPr>"
            + "<a:endParaRPr lang=\"\(Markup.escaped(language))\"/></a:p></c:txPr>"
    }
}
