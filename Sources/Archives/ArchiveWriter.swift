import CZip
import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes ZIP archives (APPNOTE.TXT 6.3) in memory. The same entries give the same bytes: every entry bears the first
/// date that ZIP can write, and entries stand in the order given.
public enum ArchiveWriter {
    /// - Parameter entries: asked for one after the other, so that a lazy sequence holds but one of them at a time.
    /// - Throws: one diagnostic of cause `internalError` where libzip refuses, which for entries in memory with unique
    ///   paths means that there was no memory left.
    public static func archive(_ entries: some Sequence<ArchiveEntry>) throws(Diagnostic) -> [UInt8] {
        var problem = zip_error_t()
        zip_error_init(&problem)
        defer { zip_error_fini(&problem) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &problem) else { throw failure(&problem) }
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &problem) else { throw failure(&problem) }
        // Closing lets go of the source, which is read back afterwards.
        zip_source_keep(target)

        // libzip reads the entries when it closes the archive, so their memory is its own until then.
        for entry in entries {
            guard let copy = copied(entry.bytes),
                let source = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 1)
            else { throw abandon(archive) }
            let index = zip_file_add(archive, entry.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                throw abandon(archive)
            }
            guard zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6) == 0,
                // 1980-01-01, 00:00:00.
                zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0b0000000_0001_00001, 0) == 0
            else { throw abandon(archive) }
        }
        guard zip_close(archive) == 0 else { throw abandon(archive) }
        return try bytes(of: target)
    }

    private static func copied(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
        // A block of no bytes may be nil, which would be taken for a failure.
        guard let block = malloc(max(1, bytes.count)) else { return nil }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(block, start, bytes.count) } }
        return block
    }

    private static func bytes(of source: OpaquePointer) throws(Diagnostic) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0,
            let size = Int(exactly: status.size)
        else { throw Diagnostic("the archive cannot be read back", cause: .internalError) }
        defer { zip_source_close(source) }
        var got: zip_int64_t = 0
        let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            got = zip_source_read(source, start, zip_uint64_t(size))
            count = max(0, Int(got))
        }
        guard result.count == size else { throw Diagnostic("the archive cannot be read back", cause: .internalError) }
        return result
    }

    private static func abandon(_ archive: OpaquePointer) -> Diagnostic {
        let message = String(cString: zip_strerror(archive))
        zip_discard(archive)
        return Diagnostic("the archive cannot be written: \(message)", cause: .internalError)
    }

    private static func failure(_ problem: inout zip_error_t) -> Diagnostic {
        Diagnostic(
            "the archive cannot be written: \(String(cString: zip_error_strerror(&problem)))", cause: .internalError)
    }
}
