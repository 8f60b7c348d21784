import Documents
import Pictures
import SceneGraph
import Testing
import Typography

@testable import Rendering

@Suite("Exporters")
struct ExporterTests {
    let fonts: FontLibrary

    init() throws { fonts = try FontLibrary(family: "Lato", fallbacks: ["Noto Sans"]) }

    private func scene() -> Scene {
        let font = Font("Lato", size: 20)
        let children: [Node] = [
            .path(
                id: "s/bar[a]", role: "mark-bar", .rectangle(Rectangle(x: 10, y: 20, width: 30, height: 40)),
                fill: .color(Color(hex: 0xB3282D)), facts: ["a"], datum: Datum([.init("value", .number(1.5))])),
            .path(
                id: "s/rule", role: "rule", .line(from: Point(0, 70), to: Point(100, 70)),
                stroke: Stroke(.black, width: 2, dash: [4, 2])),
            fonts.node(
                id: "s/label", role: "axis-label",
                Text(lines: ["1.5 <&> \"x\"", "Алматы"], origin: Point(50, 40), font: font, fill: .color(.black))),
        ]
        return Scene(
            size: Size(160, 80),
            root: Node(
                id: "s", role: .figure, bounds: Rectangle(x: 0, y: 0, width: 160, height: 80),
                content: .group(Group(children: children))), alternative: "A bar & a label")
    }

    @Test("PNG has the size and the colours of the scene, at any scale")
    func png() throws {
        for scale in [1.0, 2.0] {
            let file = try PNGExporter.png(of: scene(), scale: scale, fonts: fonts)
            let size = try #require(PNGImage.size(of: file))
            #expect(size.width == Int(160 * scale) && size.height == Int(80 * scale))
            let image = try PixelImage(png: file, file: "s.png")
            func pixel(_ x: Int, _ y: Int) -> [UInt8] {
                let start = (y * Int(scale) * image.width + x * Int(scale)) * 4
                return Array(image.pixels[start..<(start + 4)])
            }
            #expect(pixel(25, 40) == [0xB3, 0x28, 0x2D, 255])
            #expect(pixel(5, 5) == [255, 255, 255, 255])
        }
    }

    @Test("every format is the same bytes each time")
    func repeatable() throws {
        let other = try FontLibrary(family: "Lato", fallbacks: ["Noto Sans"])
        #expect(try PNGExporter.png(of: scene(), fonts: fonts) == PNGExporter.png(of: scene(), fonts: other))
        #expect(
            try PDFExporter.pdf(of: scene(), title: "T", date: nil, fonts: fonts)
                == PDFExporter.pdf(of: scene(), title: "T", date: nil, fonts: other))
        #expect(try SVGExporter.svg(of: scene(), fonts: fonts) == SVGExporter.svg(of: scene(), fonts: other))
    }

    @Test("SVG keeps text as text, escaped")
    func svg() throws {
        let text = try SVGExporter.svg(of: scene(), fonts: fonts)
        #expect(text.contains("aria-label=\"A bar &amp; a label\""))
        #expect(text.contains("1.5 &lt;&amp;&gt; &quot;x&quot;"))
        #expect(text.contains("stroke-dasharray=\"4,2\""))
        #expect(text.contains("<tspan x=\"50\" y=\"64\">Алматы</tspan>"))
    }

    @Test("scene JSON reads back with the contract's members")
    func json() throws {
        let document = try Document(
            file: "s.scene.json", contents: Array(SceneJSONExporter.json(of: scene()).utf8))
        #expect(document.root["version"]?.number == 1)
        #expect(document.root["width"]?.number == 160)
        let children = try #require(document.root["root"]?["children"]?.array)
        #expect(children.map { $0["type"]?.string } == ["path", "path", "text"])
        #expect(children[0]["bounds"]?.array?.compactMap(\.number) == [10, 20, 30, 40])
        #expect(children[0]["facts"]?.array?.compactMap(\.string) == ["a"])
        #expect(children[0]["datum"]?["value"]?.number == 1.5)
        #expect(children[0]["d"]?.string == "M10,20L40,20L40,60L10,60Z")
        #expect(children[0]["fill"]?.string == "#b3282d")
        #expect(children[1]["strokeWidth"]?.number == 2)
        #expect(children[2]["text"]?.string == "1.5 <&> \"x\"\nАлматы")
        #expect(children[2]["size"]?.number == 20)
        #expect(children[2]["angle"]?.number == 0)
    }

    @Test("a character that no font has is named, with the figure and the package")
    func missingCharacter() {
        var broken = scene()
        broken.root = .group(
            id: "egypt", role: .figure,
            [
                fonts.node(
                    id: "t", role: "title",
                    Text(lines: ["𓀀 king"], origin: .zero, font: Font("Lato", size: 10), fill: .color(.black)))
            ])
        do {
            _ = try PNGExporter.png(of: broken, fonts: fonts)
            Issue.record("a box was drawn")
        } catch {
            let problem = error.all[0]
            #expect(problem.message.contains("U+13000"))
            #expect(problem.path == "egypt")
            #expect(problem.cause == .missingPart)
            #expect(problem.advice?.contains("apt-get install") == true)
        }
    }

    @Test("a family that is not known is an error, not another font")
    func missingFamily() {
        #expect(throws: Diagnostics.self) { try FontLibrary(family: "Comic Sans") }
    }

    @Test("pictures that no surface holds are refused before they are drawn")
    func tooLarge() {
        for scale in [0, -1, .nan, .infinity, 1e9, 400.0] {
            #expect(throws: Diagnostics.self, "\(scale)") {
                try PNGExporter.png(of: scene(), scale: scale, fonts: fonts)
            }
        }
    }

    @Test("what is no PNG is not drawn, and what claims to be huge is not decoded")
    func brokenImages() throws {
        var bomb = try PNGExporter.png(of: scene(), fonts: fonts)
        bomb.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        #expect(PNGImage.size(of: bomb)?.width == 30_000)
        #expect(PNGImage.surface(of: bomb) == nil)
        #expect(PNGImage.surface(of: []) == nil)
        #expect(PNGImage.surface(of: Array("version https://git-lfs".utf8)) == nil)
        #expect(PNGImage.surface(of: Array(try PNGExporter.png(of: scene(), fonts: fonts).prefix(200))) == nil)
    }
}
