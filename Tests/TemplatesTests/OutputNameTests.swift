import Testing

@testable import Templates

@Suite("What outputs are called")
struct OutputNameTests {
    @Test(
        "what some system's file names cannot hold becomes one hyphen",
        arguments: [
            ("Central Asia", "Central-Asia"), ("a: b? c*", "a-b-c"), ("Река_Урал.2", "Река_Урал.2"), ("..x..", "x"),
            ("-x-", "x"), ("???", ""), ("a//b", "a-b"), ("x\u{0}y", "x-y"),
        ])
    func plain(text: String, name: String) {
        #expect(OutputPattern.plain(text) == name)
    }

    @Test("a name that is plain stays as it is")
    func stays() { #expect(OutputPattern.plain(OutputPattern.plain("a: b? c*")) == "a-b-c") }
}
