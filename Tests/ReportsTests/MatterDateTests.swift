import Testing

@testable import Reports

@Suite("Days and columns of a report")
struct MatterDateTests {
    @Test(
        "a date is a day that there is",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false), ("2024-04-31", false),
            ("24-02-29", false), ("2024-2-29", false), ("2024-02", false), ("", false), ("2024-02-29-01", false),
        ])
    func dates(text: String, isDate: Bool) {
        #expect(ReportMatter.isDate(text) == isDate)
    }

    @Test("columns part what their gaps leave")
    func columns() {
        let section = FlowSection(columns: 3, columnGap: 20, left: 0, width: 340, items: [])
        #expect(section.columnWidth == 100)
        #expect(FlowSection(left: 0, width: 340, items: []).columnWidth == 340)
    }
}
