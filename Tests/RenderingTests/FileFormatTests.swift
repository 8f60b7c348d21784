import Foundation
import Pictures
import SceneGraph
import Testing

@testable import Rendering

/// Files that others have made, and what others will read of ours.
struct FileFormatTests {
    private func bytes(_ base64: String) throws -> [UInt8] { [UInt8](try #require(Data(base64Encoded: base64))) }

    /// Python 3: `gzip.compress(b"dossier\n" * 4, mtime=0)`.
    @Test func gzipOfOthersIsRead() throws {
        let file = try bytes("H4sIAAAAAAACA0vJLy7OTC3iSsFBAwCHGkB7IAAAAA==")
        #expect(Gzip.isGzip(file))
        let text = String(decoding: try Gzip.decompressed(file, file: "a.gz"), as: UTF8.self)
        #expect(text == "dossier\ndossier\ndossier\ndossier\n")
    }

    @Test(arguments: ["", "plain", "\u{1F}"])
    func whatIsNoGzipIsKnown(_ text: String) { #expect(!Gzip.isGzip(Array(text.utf8))) }

    @Test func anSVGOfOthersIsDrawn() throws {
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="4" height="2">
              <rect width="4" height="2" fill="#fff"/>
              <rect x="1" width="2" height="1" fill="#f00"/>
            </svg>
            """
        let image = try PixelImage(png: try SVGReader.png(of: Array(svg.utf8), file: "a.svg", scale: 1), file: "a.png")
        #expect(letters(of: image) == ".rr.\n....")
    }

    @Test(arguments: [
        "", "<svg", "<html/>", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e9\" height=\"1e9\"/>",
    ])
    func anSVGThatCannotBeDrawnIsTold(_ text: String) {
        let problem = #expect(throws: (any Error).self) {
            try SVGReader.png(of: Array(text.utf8), file: "a.svg", scale: 1)
        }
        #expect(problem.map { "\($0)".contains("a.svg") } == true)
    }

    /// ICC.1:2001-04, sections 6.1 and 6.2: size, signature and table of an ICC profile.
    @Test func theColourProfileIsAnICCProfile() {
        let profile = ColorProfile.sRGB
        func number(_ place: Int) -> Int { profile[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        func name(_ place: Int) -> String { String(decoding: profile[place..<(place + 4)], as: UTF8.self) }
        #expect(number(0) == profile.count)
        #expect([name(12), name(16), name(20), name(36)] == ["mntr", "RGB ", "XYZ ", "acsp"])
        let count = number(128)
        var names: [String] = []
        for index in 0..<count {
            let entry = 132 + 12 * index
            names.append(name(entry))
            #expect(number(entry + 4) % 4 == 0)
            #expect(number(entry + 4) + number(entry + 8) <= profile.count)
        }
        #expect(Set(names).isSuperset(of: ["desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"]))
        // The colorants of the three lights make the white of the medium (D50).
        func whole(_ tag: String, _ part: Int) -> Int {
            let entry = 132 + 12 * (names.firstIndex(of: tag) ?? 0)
            return number(number(entry + 4) + 8 + 4 * part)
        }
        for part in 0..<3 {
            let sum = ["rXYZ", "gXYZ", "bXYZ"].reduce(0) { $0 + whole($1, part) }
            #expect(abs(sum - whole("wtpt", part)) < 40)
        }
    }

    /// W3C, WOFF File Format 1.0, section 3: the header, and sizes that agree.
    @Test func aWebFontHasItsHeader() {
        // A font of one table of 32 equal bytes.
        var font: [UInt8] = [0, 1, 0, 0, 0, 1, 0, 16, 0, 0, 0, 0]
        font += Array("test".utf8) + [0, 0, 0, 7] + [0, 0, 0, 28] + [0, 0, 0, 32]
        font += [UInt8](repeating: 5, count: 32)
        let web = WOFF.file(from: font)
        func number(_ place: Int) -> Int { web[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect(Array(web.prefix(4)) == Array("wOFF".utf8))
        #expect(Array(web[4..<8]) == [0, 1, 0, 0])
        #expect(number(8) == web.count)
        #expect(number(16) == font.count)
        #expect(Array(web[44..<48]) == Array("test".utf8))
        #expect(number(56) == 32 && number(52) < 32)
        #expect(number(60) == 7)
    }

    @Test func aPDFHasPagesOfThreeQuartersOfAPointAUnit() throws {
        let fonts = try FontLibrary(family: "Lato")
        let pages = [small(400, 200, [box(0, 0, 10, 10, .red)]), small(100, 100, [])]
        let pdf = try PDFExporter.pdf(of: PDFDocument(pages: pages, title: "A report", language: "de"), fonts: fonts)
        let text = String(decoding: pdf, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1."))
        #expect(text.contains("%%EOF"))
        #expect(
            try pdf == PDFExporter.pdf(of: PDFDocument(pages: pages, title: "A report", language: "de"), fonts: fonts))
        let other = try PDFExporter.pdf(of: PDFDocument(pages: pages, title: "Another", language: "de"), fonts: fonts)
        #expect(pdf != other)
    }
}
