import Documents
import Pictures

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// JPEG files as PNG, read by libjpeg-turbo. The library is loaded when the first JPEG is met: few figures have one,
/// and the others start without it.
public enum JPEGReader {
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: what messages call it.
    /// - Throws: a diagnostic where the library is missing, the picture is damaged, or it has too many pixels.
    public static func png(of bytes: [UInt8], file: String) throws(Diagnostic) -> [UInt8] {
        try image(of: bytes, file: file).png()
    }

    static func image(of bytes: [UInt8], file: String) throws(Diagnostic) -> PixelImage {
        guard let library = TurboJPEG.shared else {
            throw Diagnostic(
                "`\(file)` is a JPEG, and what reads it is not installed", cause: .missingPart,
                advice: "on Debian: apt-get install libturbojpeg0")
        }
        let damaged = Diagnostic(
            "`\(file)` is no JPEG that can be read", advice: "is it damaged, or in the colours of print?")
        guard let handle = library.start() else { throw damaged }
        defer { _ = library.end(handle) }
        var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let size = UInt(bytes.count)
        guard library.header(handle, bytes, size, &width, &height, &sampling, &space) == 0, width > 0, height > 0 else {
            throw damaged
        }
        guard Int(width) * Int(height) <= PNGImage.mostPixels else {
            throw Diagnostic(
                "`\(file)` has \(width) × \(height) pixels, which is too many",
                advice: "make it smaller first, or raise the limit with --limit pixels=NUMBER")
        }
        var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height) * 4)
        guard
            library.decompress(
                handle, bytes, size, &pixels, width, 0, height, TurboJPEG.rgba, TurboJPEG.accurateTransform) == 0,
            let image = PixelImage(width: Int(width), height: Int(height), pixels: pixels)
        else { throw damaged }
        return image
    }
}

extension PixelImage {
    /// The pixels of a PNG or JPEG file.
    ///
    /// - Parameter name: of the file, for messages.
    public init(file bytes: [UInt8], name: String) throws(Diagnostic) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = try JPEGReader.image(of: bytes, file: name)
        } else {
            self = try PixelImage(png: bytes, file: name)
        }
    }
}

/// The functions of libturbojpeg 2 that a decoder needs, by its own names.
private struct TurboJPEG: Sendable {
    typealias Header =
        @convention(c) (
            OpaquePointer, UnsafePointer<UInt8>, UInt, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>,
            UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>
        ) -> Int32
    typealias Decompress =
        @convention(c) (
            OpaquePointer, UnsafePointer<UInt8>, UInt, UnsafeMutablePointer<UInt8>, Int32, Int32, Int32, Int32, Int32
        ) -> Int32

    static let rgba: Int32 = 7
    /// The same pixels from every processor.
    static let accurateTransform: Int32 = 4096

    var start: @convention(c) () -> OpaquePointer?
    var header: Header
    var decompress: Decompress
    var end: @convention(c) (OpaquePointer) -> Int32

    static let shared: TurboJPEG? = {
        guard let library = dlopen("libturbojpeg.so.0", RTLD_NOW) ?? dlopen("libturbojpeg.dylib", RTLD_NOW),
            let start = dlsym(library, "tjInitDecompress"), let header = dlsym(library, "tjDecompressHeader3"),
            let decompress = dlsym(library, "tjDecompress2"), let end = dlsym(library, "tjDestroy")
        else { return nil }
        return TurboJPEG(
            start: unsafeBitCast(start, to: (@convention(c) () -> OpaquePointer?).self),
            header: unsafeBitCast(header, to: Header.self), decompress: unsafeBitCast(decompress, to: Decompress.self),
            end: unsafeBitCast(end, to: (@convention(c) (OpaquePointer) -> Int32).self))
    }()
}
