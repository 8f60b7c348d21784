import SceneGraph
import Testing
import Typography

@testable import Rendering

@Suite("Fonts")
struct FontLibraryTests {
    /// Advances of Liberation Sans, 2048 units to the em: a, space and W from `ttx -t hmtx LiberationSans-Regular.ttf`
    /// are 1139, 569 and 1933.
    @Test("widths are the font's own, unhinted and unrounded", arguments: [("a", 1139.0), ("a a", 2847), ("W", 1933)])
    func widths(_ text: String, units: Double) throws {
        let fonts = try FontLibrary(family: "Liberation Sans")
        for size in [10.0, 13, 100] {
            let width = fonts.width(of: text, font: Font("Liberation Sans", size: size))
            #expect(abs(width - units / 2048 * size) < 0.02, "\(size)")
        }
    }

    @Test("weight and slant choose a face; letter spacing stands between the letters")
    func faces() throws {
        let fonts = try FontLibrary(family: "Lato")
        let regular = fonts.width(of: "Kazakhstan", font: Font("Lato", size: 20))
        #expect(fonts.width(of: "Kazakhstan", font: Font("Lato", size: 20, weight: 700)) > regular)
        #expect(fonts.width(of: "Kazakhstan", font: Font("Lato", size: 20, italic: true)) != regular)
        let spaced = fonts.width(of: "Kazakhstan", font: Font("Lato", size: 20, letterSpacing: 2))
        #expect(abs(spaced - regular - 18) < 0.6)
    }

    @Test("generic and foreign family names stand for families that are there")
    func families() {
        #expect(FontFiles.resolve("sans-serif", default: "Lato") == "Lato")
        #expect(FontFiles.resolve("Helvetica Neue, sans-serif", default: "Lato") == "Liberation Sans")
        #expect(FontFiles.resolve("monospace", default: "Lato") == "Liberation Mono")
        #expect(FontFiles.resolve("\"Noto Serif\"", default: "Lato") == "Noto Serif")
    }
}
