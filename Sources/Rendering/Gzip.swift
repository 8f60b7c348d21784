import CCairo
import Documents

/// Bytes in the gzip format (RFC 1952), by libdeflate: the same bytes always, with no time and no name in them.
public enum Gzip {
    /// More is not unpacked.
    public static var mostBytes: Int { Limit.expansion.value }

    /// True where the bytes begin as gzip does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    public static func compressed(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(12) else {
            throw Diagnostic("libdeflate has no memory", cause: .internalError)
        }
        defer { libdeflate_free_compressor(compressor) }
        let most = libdeflate_gzip_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = libdeflate_gzip_compress(compressor, bytes, bytes.count, buffer.baseAddress, most)
        }
    }

    /// - Parameter file: its name, for messages.
    public static func decompressed(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [UInt8] {
        // The last four bytes are the length of what is in it (section 2.3.1).
        let length = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count >= 18, length <= mostBytes, let decompressor = libdeflate_alloc_decompressor() else {
            throw Diagnostic(
                "is gzip that is cut off or unpacks to more than \(mostBytes) bytes", file: file,
                advice: "if it is whole, raise the limit with --limit expansion=NUMBER")
        }
        defer { libdeflate_free_decompressor(decompressor) }
        var complete = false
        let result = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            var written = 0
            let outcome = libdeflate_gzip_decompress(
                decompressor, bytes, bytes.count, buffer.baseAddress, length, &written)
            complete = outcome == LIBDEFLATE_SUCCESS && written == length
            count = complete ? length : 0
        }
        guard complete else { throw Diagnostic("is damaged gzip", file: file) }
        return result
    }
}
