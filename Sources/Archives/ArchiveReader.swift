import CZip
import Documents

/// Reads ZIP archives from memory, none of it trusted: paths that climb out, repeated paths and archives that unpack
/// to more than `limits` allow are refused before anything is unpacked.
public enum ArchiveReader {
    public struct Limits: Sendable {
        /// How many entries there may be.
        public var entries = 10_000
        /// How many bytes all entries may unpack to.
        public var bytes = 512 << 20

        public init() {}
    }

    /// Every file of an archive, in its order; folders are left out.
    ///
    /// - Parameters:
    ///   - file: the archive's name, for messages.
    ///   - isWanted: which entries to unpack, by path; nil for all.
    public static func entries(
        of archive: [UInt8], file: String, limits: Limits = Limits(), isWanted: ((String) -> Bool)? = nil
    ) throws(Diagnostic) -> [ArchiveEntry] {
        // libzip takes a file of no bytes for an archive of no entries; a real one ends in a record of 22 bytes.
        guard archive.count >= 22 else {
            throw Diagnostic("is no ZIP archive: it has \(archive.count) bytes", file: file)
        }
        do {
            return try archive.withUnsafeBytes { try read($0, file: file, limits: limits, isWanted: isWanted) }
        } catch let problem as Diagnostic {
            throw problem
        } catch {
            throw Diagnostic("\(error)", file: file)
        }
    }

    private static func read(
        _ memory: UnsafeRawBufferPointer, file: String, limits: Limits, isWanted: ((String) -> Bool)?
    ) throws -> [ArchiveEntry] {
        var problem = zip_error_t()
        zip_error_init(&problem)
        defer { zip_error_fini(&problem) }
        guard let source = zip_source_buffer_create(memory.baseAddress, zip_uint64_t(memory.count), 0, &problem) else {
            throw Diagnostic(message(&problem), file: file)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &problem) else {
            let reason = message(&problem)
            zip_source_free(source)
            throw Diagnostic("is no ZIP archive that can be read: \(reason)", file: file)
        }
        defer { zip_discard(archive) }

        let count = Int(clamping: zip_get_num_entries(archive, 0))
        guard count <= limits.entries else {
            throw Diagnostic("holds \(count) entries; at most \(limits.entries) are read", file: file)
        }
        var total = 0
        var seen: Set<String> = []
        var parts: [(index: zip_uint64_t, path: String, size: Int)] = []
        for index in 0..<zip_uint64_t(max(0, count)) {
            var status = zip_stat_t()
            zip_stat_init(&status)
            guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
                let size = Int(exactly: status.size)
            else { throw Diagnostic("entry \(index + 1) cannot be read", file: file) }
            let path = String(cString: name)
            if path.hasSuffix("/") { continue }
            let steps = path.split(separator: "/", omittingEmptySubsequences: false)
            guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\\"), !steps.contains(".."),
                !steps.contains(".")
            else { throw Diagnostic("holds the path `\(path)`, which leads out of the archive", file: file) }
            guard seen.insert(path.lowercased()).inserted else {
                throw Diagnostic("holds `\(path)` twice", file: file)
            }
            if let isWanted, !isWanted(path) { continue }
            let (sum, overflow) = total.addingReportingOverflow(size)
            guard !overflow, sum <= limits.bytes else {
                throw Diagnostic("unpacks to more than \(limits.bytes >> 20) MiB", file: file)
            }
            total = sum
            parts.append((index, path, size))
        }
        return try parts.map { part in
            ArchiveEntry(path: part.path, bytes: try unpack(part.index, of: archive, size: part.size, file: file))
        }
    }

    /// No more than the promised size is read, so an entry that lies about it is told, not followed.
    private static func unpack(
        _ index: zip_uint64_t, of archive: OpaquePointer, size: Int, file: String
    ) throws -> [UInt8] {
        guard let entry = zip_fopen_index(archive, index, 0) else {
            throw Diagnostic("entry \(index + 1) cannot be unpacked", file: file)
        }
        defer { zip_fclose(entry) }
        var intact = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < size + 1, let start = buffer.baseAddress {
                let got = zip_fread(entry, start + count, zip_uint64_t(size + 1 - count))
                if got < 0 { return }
                if got == 0 { break }
                count += Int(got)
            }
            intact = count == size
        }
        guard intact else { throw Diagnostic("entry \(index + 1) is damaged", file: file) }
        return bytes
    }

    private static func message(_ problem: inout zip_error_t) -> String {
        String(cString: zip_error_strerror(&problem))
    }
}
