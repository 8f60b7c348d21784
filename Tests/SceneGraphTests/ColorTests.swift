import Testing

@testable import SceneGraph

@Suite("Colours")
struct ColorTests {
    @Test(
        "CSS colours are read",
        arguments: [
            ("#f00", "#ff0000"), ("#4c78a8", "#4c78a8"), ("steelblue", "#4682b4"), ("SteelBlue", "#4682b4"),
            ("rgb(1, 2, 3)", "#010203"), ("rgb(100%,0%,0%)", "#ff0000"), ("hsl(120, 100%, 25%)", "#008000"),
            ("hsl(-120, 100%, 50%)", "#0000ff"), ("#ff000080", "rgba(255,0,0,0.502)"),
            ("rgba(0,0,0,.5)", "rgba(0,0,0,0.5)"), ("transparent", "rgba(0,0,0,0)"),
            ("rgb(1 2 3 / 50%)", "rgba(1,2,3,0.5)"),
        ])
    func reading(_ text: String, css: String) {
        #expect(Color(css: text)?.css == css)
    }

    @Test(
        "what is no colour is none",
        arguments: ["", "#", "#12", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "hsl(nan,1,1)", "blu"])
    func broken(_ text: String) {
        #expect(Color(css: text) == nil)
    }

    /// Values of WCAG 2.1's own definition: black on white is 21; #767676 on white is 4.54.
    @Test("contrast")
    func contrast() {
        #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-9)
        #expect(abs(Color(hex: 0x767676).contrast(with: .white) - 4.54) < 0.005)
    }
}
