import Colors
import Documents
import SceneGraph
import Testing

@testable import Cartography

@Suite("Classes that a document asks for")
struct ClassWishTests {
    private func wish(_ text: String) throws -> (wish: ClassWish, problems: [Diagnostic]) {
        let node = try YAMLReader.read(Array(text.utf8), file: "map.yaml")
        var reader = DocumentReader(node, file: "map.yaml", noun: "a layer")
        let wish = ClassWish(&reader)
        reader.finish()
        return (wish, reader.problems.all)
    }

    @Test("breaks alone are enough to set classes by hand")
    func manual() throws {
        let (wish, problems) = try wish("breaks: [1, 2.5]\nscheme: [\"#fff\", red, black]")
        #expect(problems.isEmpty)
        #expect(wish.method == .manual && wish.breaks == [1, 2.5])
    }

    @Test("a midpoint without a number of classes takes an even one")
    func midpoint() throws {
        #expect(try wish("midpoint: 0").wish.count == 6)
        #expect(try wish("midpoint: 0\nmethod: equal").wish.count == 5)
    }

    @Test(
        "wishes that cannot be met are told",
        arguments: [
            ("method: fisher", "unknown method `fisher`"), ("method: manual", "`manual` needs `breaks: [10, 20, 50]`"),
            ("breaks: [2, 1]", "breaks rise: each is more than the one before"),
            ("breaks: [1]\nmethod: equal", "`equal` finds its own breaks"),
            ("breaks: []", "breaks are numbers between the classes: `breaks: [10, 20, 50]`"),
            ("breaks: [1, 2]\nmidpoint: 5", "the midpoint lies outside the breaks"),
            ("breaks: [1, 2]\nclasses: 3", "the breaks say how many classes there are; leave `classes` out"),
            ("midpoint: 1\nclasses: 5", "an odd number of classes has no break at the midpoint"),
            ("scheme: [red, blue]", "2 colours for 5 classes"), ("scheme: [red, 7]", "`a number` is no colour"),
            ("scheme: viridas", "unknown scheme `viridas`"),
            ("scheme: tableau10", "`tableau10` has no order from less to more"),
            ("scheme: viridis\nmidpoint: 1", "`viridis` has no middle for the midpoint"),
        ])
    func told(text: String, message: String) throws {
        #expect(try wish(text).problems.map(\.message) == [message])
    }

    @Test("red and green of the same lightness are not for every reader")
    func confusable() {
        let colors = [Color(hex: 0x0000FF), Color(hex: 0xB06050), Color(hex: 0x7A7A40)]
        let near = ColorVision.deuteranopia.difference(colors[1], colors[2])
        let pair = ClassColors.confusable(colors)
        #expect((pair.map { [$0.0, $0.1] } == [2, 3]) == (near < 10))
        #expect(ClassColors.confusable([.black, .white]) == nil)
        #expect(ClassColors.confusable([.black, .black]) == nil)
    }
}
