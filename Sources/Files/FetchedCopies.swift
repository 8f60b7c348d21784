import Documents
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Copies of what documents name by network addresses: files in `Data/fetched`, and a lock file that says which address
/// each came from and what its bytes were.
public struct FetchedCopies: Sendable, Hashable {
    public var folder: String

    public init(folder: String) { self.folder = folder }

    public static let lockName = "lock.json"

    /// One copy.
    public struct Entry: Sendable, Hashable {
        public var address: String
        /// The name of the file in the folder.
        public var file: String
        public var sha256: String
        public var size: Int
        /// The day it was fetched, ISO 8601.
        public var date: String
        public var license: String?

        public init(address: String, file: String, sha256: String, size: Int, date: String, license: String? = nil) {
            self.address = address
            self.file = file
            self.sha256 = sha256
            self.size = size
            self.date = date
            self.license = license
        }
    }

    public var lockPath: String { FilePath.join(folder, FetchedCopies.lockName) }

    /// What the lock file holds; nothing where there is none.
    public func entries() throws(Diagnostics) -> [Entry] {
        guard access(lockPath, F_OK) == 0 else { return [] }
        let bytes: [UInt8]
        do { bytes = try DataRoot.readFile(lockPath) } catch { throw Diagnostics([error]) }
        let root = try JSONReader.read(bytes, file: lockPath)
        return (root["files"]?.array ?? []).compactMap { node in
            guard let address = node["address"]?.string, let file = node["file"]?.string,
                let hash = node["sha256"]?.string
            else { return nil }
            return Entry(
                address: address, file: file, sha256: hash, size: Int(node["size"]?.number ?? 0),
                date: node["date"]?.string ?? "", license: node["license"]?.string)
        }
    }

    /// The lock file's text for some copies, in the order of their addresses.
    public static func lock(_ entries: [Entry]) -> String {
        let files = entries.sorted { $0.address < $1.address }.map { entry in
            var members = [
                ("address", JSONWriter.quoted(entry.address)), ("file", JSONWriter.quoted(entry.file)),
                ("sha256", JSONWriter.quoted(entry.sha256)), ("size", String(entry.size)),
                ("date", JSONWriter.quoted(entry.date)),
            ]
            if let license = entry.license { members.append(("license", JSONWriter.quoted(license))) }
            return "    {" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
        }
        return "{\"version\": 1, \"files\": [\n" + files.joined(separator: ",\n") + "\n]}\n"
    }

    /// The name of the copy of an address, its bytes as they were when it was fetched; nil where it never was.
    ///
    /// - Throws: that the copy is another file now.
    func name(of address: String) throws(Diagnostic) -> String? {
        let entries: [Entry]
        do throws(Diagnostics) { entries = try self.entries() } catch {
            throw error.all.first ?? Diagnostic("`\(lockPath)` cannot be read")
        }
        guard let entry = entries.first(where: { $0.address == address }) else { return nil }
        let key = folder + "/" + entry.file + " " + entry.sha256
        if FetchedCopies.verified.withLock({ $0.contains(key) }) { return entry.file }
        let bytes = try DataRoot(folder).read(entry.file)
        guard SHA256.hexadecimal(of: bytes) == entry.sha256 else {
            throw Diagnostic(
                "the copy of `\(address)`, `\(FilePath.join(folder, entry.file))`, is not what was fetched",
                advice: "`dossier fetch --update \(address)` fetches it anew")
        }
        FetchedCopies.verified.withLock { _ = $0.insert(key) }
        return entry.file
    }

    private static let verified = Mutex<Set<String>>([])
}
