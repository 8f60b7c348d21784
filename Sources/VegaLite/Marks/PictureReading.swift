import Documents
import Figures

extension FigureContext {
    /// A picture's file, as PNG.
    func picture(_ url: String) throws(Diagnostic) -> [UInt8] {
        let bytes = try dataRoot.read(url)
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return bytes }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]), let convert = pngOfPicture {
            return try convert(bytes, url)
        }
        throw Diagnostic("`\(url)` is neither a PNG nor a JPEG, and is not drawn", advice: "save it as one of the two")
    }
}
