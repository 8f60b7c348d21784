import Testing

@testable import Reports

@Suite("What references call things")
struct ReportNamesTests {
    @Test(
        "a heading is called by its words",
        arguments: [
            ("Central Asia", "central-asia"), ("  What? 3 rivers!  ", "what-3-rivers"), ("Река Урал", "река-урал"),
            ("—", ""), ("A–B", "a-b"),
        ])
    func headings(title: String, name: String) {
        #expect(ReportHeading.name(of: title) == name)
    }

    @Test(
        "a figure is called by its file",
        arguments: [
            ("figures/students.vl.json", "students"), ("a.yaml", "a"), ("plain", "plain"), ("a/b/c.d.e", "c"),
        ])
    func figures(address: String, name: String) {
        #expect(Report.figureName(address) == name)
    }
}
