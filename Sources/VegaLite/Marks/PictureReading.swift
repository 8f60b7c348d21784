import Documents
import Figures
import SceneGraph

extension FigureContext {
    /// A picture's file, as PNG: beneath the data root, or written into a `data:` address (RFC 2397).
    func picture(_ url: String) throws(Diagnostic) -> [UInt8] {
        let isInline = url.hasPrefix("data:")
        let name = isInline ? String(url.prefix(24)) + "…" : url
        let bytes = isInline ? try PictureFile.bytes(ofDataAddress: url, name: name) : try dataRoot.read(url)
        if PictureFile.isPNG(bytes) || bytes.starts(with: [0xFF, 0xD8, 0xFF]), let read = pngOfPicture {
            return try read(bytes, name)
        }
        if PictureFile.isPNG(bytes) { return bytes }
        throw Diagnostic("`\(name)` is neither a PNG nor a JPEG, and is not drawn", advice: "save it as one of the two")
    }
}

/// What is read of a picture's bytes.
enum PictureFile {
    static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

    /// Width and height in pixels: the first chunk of a PNG (PNG 1.2, section 4.1.1).
    static func size(ofPNG bytes: [UInt8]) -> Size? {
        guard isPNG(bytes), bytes.count >= 24 else { return nil }
        func number(_ start: Int) -> Double { bytes[start..<start + 4].reduce(0) { $0 * 256 + Double($1) } }
        return Size(number(16), number(20))
    }

    static func bytes(ofDataAddress url: String, name: String) throws(Diagnostic) -> [UInt8] {
        let parts = url.split(separator: ",", maxSplits: 1)
        guard parts.count == 2, parts[0].hasSuffix(";base64"), let bytes = base64(parts[1]) else {
            throw Diagnostic(
                "`\(name)` holds no picture in base64, and is not drawn", advice: "write `data:image/png;base64,…`")
        }
        return bytes
    }

    /// Bytes from sixty-four letters (RFC 4648, section 4); white space counts for nothing.
    static func base64(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (word, bits) = (UInt32(0), 0)
        for letter in text.utf8 {
            let value: UInt8
            switch letter {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = letter - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = letter - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            default: return nil
            }
            word = word << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        return bytes
    }
}
