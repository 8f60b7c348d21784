import Archives
import Figures
import SceneGraph
import Slides
import Testing

let sampleChart = SeriesChart(
    form: .bars(horizontal: true, .sideBySide), categories: ["2005", "2015 & on"], categoryTitle: "",
    valueTitle: "students",
    axis: SeriesChart.ValueAxis(minimum: 0, maximum: 13_198, isShown: false, hasGrid: false, format: "#,##0"),
    series: [
        SeriesChart.Series(
            name: "students", color: Color(hex: 0x8591A3), values: [781, 13_198], colors: [1: Color(hex: 0xB3282D)],
            labels: [0: "781", 1: "> 13,198"])
    ])

@Suite struct ChartTests {
    private func deck(_ chart: SeriesChart = sampleChart) -> Deck {
        Deck(title: "d", slides: [Slide(title: "T", content: .chart(chart, around: sampleFigure()), name: "students")])
    }

    @Test func theChartHasItsDataInAWorkbook() throws {
        let package = try deck().package(measurer: measurer)
        let entries = try ArchiveReader.entries(of: package.bytes, file: "deck.pptx")
        let book = try #require(entries.first { $0.path == "ppt/embeddings/chart1.xlsx" })
        let sheets = try ArchiveReader.entries(of: book.bytes, file: "chart1.xlsx")
        let sheet = String(
            decoding: try #require(sheets.first { $0.path == "xl/worksheets/sheet1.xml" }).bytes, as: UTF8.self)
        #expect(
            sheet.contains(
                "<c r=\"A3\" t=\"inlineStr\"><is><t>2015 &amp; on</t></is></c><c r=\"B3\"><v>13198.0</v></c>"))
        let parts = try parts(of: deck())
        let chart = try #require(parts["ppt/charts/chart1.xml"])
        #expect(chart.contains("<c:f>Sheet1!$B$2:$B$3</c:f>"))
        #expect(chart.contains("<c:externalData r:id=\"rId1\">"))
        #expect(parts["ppt/charts/_rels/chart1.xml.rels"]?.contains("../embeddings/chart1.xlsx") == true)
    }

    @Test func barsKeepTheirColoursAndLabels() throws {
        let chart = try #require(try parts(of: deck())["ppt/charts/chart1.xml"])
        #expect(chart.contains("<c:dPt><c:idx val=\"1\"/>"))
        #expect(chart.contains("<a:srgbClr val=\"B3282D\"/>"))
        // The first label is the value and follows it; the second says more than the value.
        #expect(chart.contains("<c:dLbl><c:idx val=\"1\"/>"))
        #expect(!chart.contains("<c:dLbl><c:idx val=\"0\"/>"))
        #expect(chart.contains("<a:t>&gt; 13,198</a:t>"))
        #expect(chart.contains("<c:orientation val=\"maxMin\"/>"))
    }

    @Test func theSlideKeepsTitleAndAlternative() throws {
        let slide = try #require(try parts(of: deck())["ppt/slides/slide1.xml"])
        #expect(slide.contains("<p:ph type=\"title\"/>"))
        #expect(
            slide.contains(
                "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"5\" name=\"students\" descr=\"Bar chart: 781"))
        #expect(!slide.contains("students/bar[2015]"))
    }

    @Test func sameChartSameBytes() throws {
        #expect(try deck().package(measurer: measurer).bytes == deck().package(measurer: measurer).bytes)
    }
}
