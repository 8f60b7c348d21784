import Archives
import Documents
import Figures

/// A chart's data as a workbook (SpreadsheetML, ECMA-376 part 1, 18): what "Edit data" opens. Categories stand in the
/// first column, each series in one of its own beneath its name.
struct ChartWorkbook {
    let chart: SeriesChart

    static let sheet = "Sheet1"

    func bytes() throws(Diagnostic) -> [UInt8] {
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        return try ArchiveWriter.archive([
            ArchiveEntry(
                path: "[Content_Types].xml",
                text: Markup.declaration
                    + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(sheetType).sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(sheetType).worksheet+xml\"/>"
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(sheetType).styles+xml\"/></Types>"),
            ArchiveEntry(
                path: "_rels/.rels", text: Relationship.part([Relationship(.officeDocument, "xl/workbook.xml")])),
            ArchiveEntry(
                path: "xl/workbook.xml",
                text: Markup.declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relationships)\"><sheets>"
                    + "<sheet name=\"\(ChartWorkbook.sheet)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ArchiveEntry(
                path: "xl/_rels/workbook.xml.rels",
                text: Relationship.part([
                    Relationship(.worksheet, "worksheets/sheet1.xml"), Relationship(.styles, "styles.xml"),
                ])),
            ArchiveEntry(
                path: "xl/styles.xml",
                text: Markup.declaration
                    + "<styleSheet xmlns=\"\(main)\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
                    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                    + "patternType=\"gray125\"/></fill></fills>"
                    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"1\"><xf xfId=\"0\"/></cellXfs>"
                    + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
                    + "builtinId=\"0\"/></cellStyles></styleSheet>"
            ),
            ArchiveEntry(path: "xl/worksheets/sheet1.xml", text: worksheet(main)),
        ])
    }

    private func worksheet(_ namespace: String) -> String {
        var xml = Markup.declaration + "<worksheet xmlns=\"\(namespace)\"><sheetData><row r=\"1\">"
        xml += text(chart.categoryTitle, column: 0, row: 1)
        for (index, series) in chart.series.enumerated() { xml += text(series.name, column: index + 1, row: 1) }
        xml += "</row>"
        for (position, category) in chart.categories.enumerated() {
            let row = position + 2
            xml += "<row r=\"\(row)\">\(text(category, column: 0, row: row))"
            for (index, series) in chart.series.enumerated() {
                guard let value = series.values[position] else { continue }
                xml += "<c r=\"\(ChartWorkbook.column(index + 1))\(row)\"><v>\(value)</v></c>"
            }
            xml += "</row>"
        }
        return xml + "</sheetData></worksheet>"
    }

    private func text(_ text: String, column: Int, row: Int) -> String {
        if text.isEmpty { return "" }
        return
            "<c r=\"\(ChartWorkbook.column(column))\(row)\" t=\"inlineStr\"><is><t>\(Markup.escaped(text))</t></is></c>"
    }

    /// `A`, `B`, … `Z`, `AA`: the name of a column, counted from zero.
    static func column(_ number: Int) -> String {
        var (name, rest) = ("", number)
        repeat {
            name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
            rest = rest / 26 - 1
        } while rest >= 0
        return name
    }

    /// The cells of a column, categories or a series: `Sheet1!$B$2:$B$5`.
    static func range(column number: Int, count: Int) -> String {
        let letters = column(number)
        return "\(sheet)!$\(letters)$2:$\(letters)$\(count + 1)"
    }
}
