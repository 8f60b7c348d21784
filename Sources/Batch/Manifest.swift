import Documents
import Files

/// The manifest of a folder of results: JSON Lines, an entry a row, in the order of the rows.
public enum Manifest {
    public static let name = "manifest.jsonl"

    static func name(of share: Share) -> String { "manifest" + share.suffix + ".jsonl" }

    /// Manifests and journals in a folder, those of earlier runs first.
    static func files(in folder: String) -> [String] {
        let names = (try? DataRoot(folder).names(in: "")) ?? []
        func has(_ ending: String) -> [String] {
            names.filter { $0 == "manifest" + ending || $0.hasPrefix("manifest-") && $0.hasSuffix(ending) }
        }
        return has(".jsonl") + has(".journal")
    }

    /// Calls `body` with every entry of a folder's manifests and journals. A later one of a row replaces those before.
    static func entries(in folder: String, _ body: (ManifestEntry) -> Void) throws(Diagnostics) {
        for file in files(in: folder) { try entries(of: FilePath.join(folder, file), body) }
    }

    static func entries(of file: String, _ body: (ManifestEntry) -> Void) throws(Diagnostics) {
        let bytes: [UInt8]
        do throws(Diagnostic) { bytes = try DataRoot.readFile(file) } catch { throw Diagnostics([error]) }
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if let entry = ManifestEntry(line: bytes[start..<end], file: file) { body(entry) }
            start = end + 1
        }
    }

    /// The entries of a journal as a manifest: one a row, the last, in the order of the rows.
    static func lines(of journal: String) throws(Diagnostics) -> [UInt8] {
        let bytes: [UInt8]
        do throws(Diagnostic) { bytes = try DataRoot.readFile(journal) } catch { throw Diagnostics([error]) }
        var lines: [Int: Range<Int>] = [:]
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if let entry = ManifestEntry(line: bytes[start..<end]) { lines[entry.row] = start..<end }
            start = end + 1
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (_, range) in lines.sorted(by: { $0.key < $1.key }) { result += bytes[range] + [0x0A] }
        return result
    }
}
