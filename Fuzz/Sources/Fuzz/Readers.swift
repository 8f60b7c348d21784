import Archives
import Calendar
import Dossier
import Geography
import Markdown
import Pictures
import Slides
import Themes
import XML

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What is fuzzed, by the name that `DOSSIER_FUZZ` chooses: each takes bytes that nobody trusts, and may throw.
enum Readers {
    typealias Reader = @Sendable ([UInt8]) throws -> Void

    static let all: [String: Reader] = [
        "yaml": { _ = try YAMLReader.read($0, file: "f.yaml") },
        "json": { _ = try JSONReader.read($0, file: "f.json") },
        "markdown": { _ = try MarkdownDocument(file: "f.md", contents: $0) },
        "xml": { _ = try XMLReader.read($0, file: "f.xml") },
        "archive": { _ = try ArchiveReader.entries(of: $0, file: "f.zip") },
        "template": { _ = try DeckTemplate($0, file: "f.pptx", mostBytes: 16 << 20) },
        "theme": { _ = try ThemeReader.read($0, file: "f.yaml") },
        "edtf": { _ = try EDTFDate(parsing: String(decoding: $0, as: UTF8.self)) },
        "topojson": { _ = try Topology(contents: $0, file: "f.json") },
        "geojson": { _ = try GeoJSON.features(contents: $0, file: "f.json") },
        "shapefile": { bytes in
            let half = bytes.count / 2
            _ = try Shapefile.features(
                of: Shapefile.Parts(shapes: Array(bytes[..<half]), attributes: Array(bytes[half...])), file: "f.shp")
        },
        "png": { _ = try PixelImage(png: $0, file: "f.png") },
        "jpeg": { _ = try JPEGReader.png(of: $0, file: "f.jpg") },
        "scene": { _ = try RecordedScene(json: $0, file: "f.scene.json") },
        "figure": { bytes in
            let document = try Document(file: "f.vl.json", contents: bytes)
            let figure = Figure(
                document: document, dataRoot: DataRoot("/nonexistent"), project: Project(containing: "/"))
            _ = try figure.drawn(fonts: fonts)
        },
    ]

    /// Every letter is half as wide as it is high: shaping is not what is fuzzed.
    private static let fonts = FixedWidth()
}

private struct FixedWidth: TextMeasuring {
    func width(of text: String, font: Font) -> Double { Double(text.count) * font.size / 2 }
    func metrics(of font: Font) -> FontMetrics {
        FontMetrics(
            ascent: font.size * 0.8, descent: font.size * 0.2, capHeight: font.size * 0.7, xHeight: font.size * 0.5)
    }
}

private let reader: Readers.Reader = {
    let name = getenv("DOSSIER_FUZZ").map { String(cString: $0) } ?? ""
    guard let reader = Readers.all[name] else {
        print("DOSSIER_FUZZ is one of \(Readers.all.keys.sorted().joined(separator: " "))")
        exit(64)
    }
    return reader
}()

/// Called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do { try reader(Array(UnsafeBufferPointer(start: start, count: count))) } catch {}
    return 0
}

/// libFuzzer's own loop. The name is the one that SwiftPM makes the program begin with.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("Fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { fuzz($0, $1) }
}
