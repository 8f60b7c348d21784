import Files
import CCairo
import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// SHA-256 of font files, each read once in the life of the process.
final class FontFileHashes: @unchecked Sendable {
    static let shared = FontFileHashes()

    private var lock = pthread_mutex_t()
    private var known: [String: String] = [:]

    private init() { pthread_mutex_init(&lock, nil) }

    /// Sixty-four hexadecimal digits; `unreadable` where the file cannot be read.
    func hash(of path: String) -> String {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        if let hash = known[path] { return hash }
        let bytes = (try? DataRoot.readFile(path)) ?? []
        let digits = bytes.isEmpty ? nil : g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
        defer { g_free(digits) }
        let hash = digits.map { String(cString: $0) } ?? "unreadable"
        known[path] = hash
        return hash
    }
}
