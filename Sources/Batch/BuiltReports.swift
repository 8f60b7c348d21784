import Documents
import Files

/// What earlier runs have built into a folder, by the hash of what each report is made from.
///
/// Lines of manifests and journals are kept as they are and read when they are asked for.
struct BuiltReports: Sendable {
    private var contents: [[UInt8]] = []
    private var places: [UInt64: (file: Int32, start: Int32, count: Int32)] = [:]
    private let folder: String

    init(folder: String) throws(Diagnostics) {
        self.folder = folder
        for name in Manifest.files(in: folder) {
            let bytes: [UInt8]
            do throws(Diagnostic) { bytes = try DataRoot.readFile(FilePath.join(folder, name)) } catch {
                throw Diagnostics([error])
            }
            let file = Int32(contents.count)
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                if let entry = ManifestEntry(line: bytes[start..<end]), entry.isBuilt,
                    let key = BuiltReports.key(entry.inputs)
                {
                    places[key] = (file, Int32(clamping: start), Int32(clamping: end - start))
                }
                start = end + 1
            }
            contents.append(bytes)
        }
    }

    private static func key(_ digest: String) -> UInt64? { UInt64(digest.prefix(16), radix: 16) }

    /// The entry of a report that was built from these inputs, where every output is there and has the bytes that it
    /// was written with; nil where it is to be built.
    func entry(inputs: String, name: String) -> ManifestEntry? {
        guard let place = BuiltReports.key(inputs).flatMap({ places[$0] }) else { return nil }
        let bytes = contents[Int(place.file)][Int(place.start)..<Int(place.start + place.count)]
        guard let entry = ManifestEntry(line: bytes), entry.inputs == inputs, entry.name == name else { return nil }
        for output in entry.outputs {
            guard let bytes = try? DataRoot(folder).read(output.path), bytes.count == output.bytes,
                SHA256.hexadecimal(of: bytes) == output.sha256
            else { return nil }
        }
        return entry
    }
}
