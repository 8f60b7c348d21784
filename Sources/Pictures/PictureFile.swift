import Documents

/// What a file is, told from its first bytes and its frame; nothing is decoded.
public enum PictureFile: Sendable, Hashable {
    case png(width: Int, height: Int)
    case pdf
    case svg
    /// A package such as `.pptx`.
    case archive
    case sceneJSON

    /// More pixels are not decoded: a file of 96 KB can ask for 2 GB.
    public static var mostPixels: Int { Limit.pixels.value }
    /// The longest side that Cairo can draw.
    public static let longestSide = 32_767

    /// - Throws: one diagnostic that says what the file is instead, and what to do.
    public init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        if bytes.isEmpty { throw Diagnostic("is empty", file: file) }
        if bytes.starts(with: PictureFile.pngSignature) {
            let (width, height) = try PictureFile.pngSize(bytes, file: file)
            self = .png(width: width, height: height)
            return
        }
        let head = String(decoding: bytes.prefix(512), as: UTF8.self)
        if head.hasPrefix("version https://git-lfs") {
            throw Diagnostic(
                "is a git-LFS pointer, not a picture: the file itself was not fetched", file: file,
                advice: "run `git lfs pull`, or check out with LFS")
        }
        if bytes.starts(with: PictureFile.pngSignature.prefix(bytes.count)) {
            throw Diagnostic("is cut off after \(bytes.count) bytes", file: file)
        }
        if head.hasPrefix("%PDF-") {
            self = .pdf
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .archive
        } else {
            let text = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            if text.hasPrefix("{") {
                self = .sceneJSON
            } else if text.hasPrefix("<svg") || (text.hasPrefix("<?xml") && head.contains("<svg")) {
                self = .svg
            } else {
                throw Diagnostic(
                    "is no picture that can be compared\(PictureFile.guess(bytes))", file: file,
                    advice: "compare PNG, SVG, PDF, PPTX or .scene.json")
            }
        }
    }

    /// In the words of a message.
    public var kind: String {
        switch self {
        case .png: "PNG"
        case .pdf: "PDF"
        case .svg: "SVG"
        case .archive: "PPTX"
        case .sceneJSON: "scene JSON"
        }
    }

    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Walks the chunks (PNG, third edition, section 5) from IHDR to IEND.
    private static func pngSize(_ bytes: [UInt8], file: String) throws(Diagnostic) -> (Int, Int) {
        func number(_ start: Int) -> Int? {
            guard start + 4 <= bytes.count else { return nil }
            return bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
        func cut() -> Diagnostic {
            Diagnostic("is a PNG that is cut off after \(bytes.count) bytes", file: file, advice: "write it anew")
        }
        guard bytes.count >= 33 else { throw cut() }
        guard Array(bytes[12..<16]) == Array("IHDR".utf8), let width = number(16), let height = number(20) else {
            throw Diagnostic("is a damaged PNG: it does not begin with IHDR", file: file)
        }
        guard width > 0, height > 0 else {
            throw Diagnostic("is a PNG of \(width) × \(height) pixels", file: file)
        }
        guard width <= longestSide, height <= longestSide, width * height <= mostPixels else {
            throw Diagnostic(
                "is a PNG of \(width) × \(height) pixels; at most \(mostPixels) in sides of up to \(longestSide) are "
                    + "decoded",
                file: file)
        }
        var position = 8
        var data = false
        while true {
            guard let length = number(position), position + 12 + length <= bytes.count else { throw cut() }
            let name = bytes[(position + 4)..<(position + 8)]
            if name.elementsEqual("IDAT".utf8) { data = true }
            position += 12 + length
            if name.elementsEqual("IEND".utf8) { break }
        }
        guard data else { throw Diagnostic("is a damaged PNG: it has no pixels", file: file) }
        return (width, height)
    }

    private static func guess(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return " (a JPEG)" }
        if bytes.starts(with: Array("GIF8".utf8)) { return " (a GIF)" }
        if bytes.starts(with: Array("RIFF".utf8)) { return " (perhaps a WebP)" }
        let head = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased()
        if head.contains("<!doctype html") || head.contains("<html") { return " (a web page)" }
        return ""
    }
}

extension PictureFile {
    /// True where the checksum of every chunk of a PNG is right, so that its pixels need not be decoded to know that it
    /// is whole (PNG, third edition, section 5.5).
    public static func hasIntactChunks(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: pngSignature) else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            var position = 8
            while position + 12 <= buffer.count {
                let length = (0..<4).reduce(0) { $0 << 8 | Int(buffer[position + $1]) }
                guard position + 12 + length <= buffer.count else { return false }
                var sum: UInt32 = .max
                for index in (position + 4)..<(position + 8 + length) {
                    sum = checksums[Int((sum ^ UInt32(buffer[index])) & 0xFF)] ^ (sum >> 8)
                }
                let end = position + 8 + length
                let stored = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(buffer[end + $1]) }
                guard ~sum == stored else { return false }
                position = end + 4
            }
            return position == buffer.count
        }
    }

    /// CRC-32 of each byte (ISO 3309, as annex D of the PNG specification gives it).
    private static let checksums: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
