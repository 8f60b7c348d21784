import Documents
import Files
import Pictures
import Rendering
import Reports
import SceneGraph
import Tables

/// Pictures of reports, from their files.
enum ReportPictureFile {
    /// - Parameter address: beneath the folder.
    static func read(_ address: String, in root: DataRoot) throws(Diagnostic) -> ReportPicture {
        let bytes = try root.read(address)
        if PNGReader.isPNG(bytes) {
            try PNGReader.check(bytes, file: address)
            return try picture(bytes, original: bytes, mediaType: "image/png", file: address)
        }
        if bytes.starts(with: [0xFF, 0xD8]) {
            let png = try JPEGReader.png(of: bytes, file: address)
            return try picture(png, original: bytes, mediaType: "image/jpeg", file: address)
        }
        if isSVG(bytes) {
            // Fine enough for print at the width of a page.
            let png = try SVGReader.png(of: bytes, file: address, scale: SVGReader.printScale)
            return try picture(
                png, original: bytes, mediaType: "image/svg+xml", file: address, scale: SVGReader.printScale)
        }
        throw Diagnostic(
            "`\(address)` is no picture that can be read", cause: .badInput, advice: "save it as PNG, JPEG or SVG")
    }

    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(2_000), as: UTF8.self).contains("<svg")
    }

    private static func picture(
        _ png: [UInt8], original: [UInt8], mediaType: String, file: String, scale: Double = 1
    ) throws(Diagnostic) -> ReportPicture {
        // The header of a PNG says how large it is (ISO/IEC 15948, 11.2.2).
        guard png.count > 24 else { throw Diagnostic("`\(file)` is damaged") }
        func number(_ start: Int) -> Double { Double(png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }) }
        let size = Size(number(16) / scale, number(20) / scale)
        guard size.width >= 1, size.height >= 1 else { throw Diagnostic("`\(file)` is damaged") }
        return ReportPicture(png: png, size: size, original: original, mediaType: mediaType)
    }
}

/// Tables of reports, from their files.
enum ReportTableFile {
    static func read(_ address: String, in root: DataRoot) throws(Diagnostics) -> Table {
        var reading = TableReading()
        reading.infersNumbers = false
        return try TableFormatSaid.none.read(TableFile(address, in: root), as: reading, usual: CSVFormat.self).table
    }
}
