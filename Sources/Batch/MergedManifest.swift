import Documents
import Files

/// The manifests of shares, made one: of each row the entry that its outputs bear out.
public struct MergedManifest: Sendable {
    /// In the order of the rows.
    public private(set) var entries: [ManifestEntry] = []
    /// What is wrong with the whole: rows that no manifest has, outputs that are not as they were written.
    public private(set) var warnings: [Diagnostic] = []

    /// - Parameters:
    ///   - folders: folders of results; each has its manifests and its outputs.
    ///   - folder: where all of it goes. Outputs of other folders are copied there.
    public init(_ folders: [String], into folder: String) throws(Diagnostics) {
        var found: [Int: (entry: ManifestEntry, folder: String)] = [:]
        for place in folders {
            guard !Manifest.files(in: place).isEmpty else {
                throw Diagnostics([
                    Diagnostic(
                        "there is no manifest", cause: .noInput, file: place,
                        advice: "`dossier build REPORT --params ROWS -o \(place)` writes one")
                ])
            }
            var candidates: [Int: [ManifestEntry]] = [:]
            try Manifest.entries(in: place) { candidates[$0.row, default: []].append($0) }
            for (row, entries) in candidates {
                let isWhole = entries.last { $0.isBuilt && MergedManifest.isBorneOut($0, in: place) }
                if let entry = isWhole ?? entries.last { add(entry, of: row, isWhole != nil, place, to: &found) }
            }
        }
        if folders.contains(where: { $0 != folder }) { try MergedManifest.copy(found.values.map { $0 }, into: folder) }
        entries = found.sorted { $0.key < $1.key }.map(\.value.entry)
        try checkNames(folder)
        tellGaps(folder)
    }

    private mutating func add(
        _ entry: ManifestEntry, of row: Int, _ isWhole: Bool, _ place: String,
        to found: inout [Int: (entry: ManifestEntry, folder: String)]
    ) {
        var entry = entry
        if entry.isBuilt, !isWhole {
            warnings.append(
                Diagnostic(
                    "row \(row): the outputs of `\(entry.name)` are not there, or not as they were written",
                    severity: .warning, file: place, advice: "build it again with --resume"))
            entry.errors = ["the outputs are not as they were written"]
            entry.outputs = []
        }
        if let other = found[row]?.entry, other.isBuilt, !entry.isBuilt { return }
        found[row] = (entry, place)
    }

    /// Whether every output has the bytes that the entry tells.
    static func isBorneOut(_ entry: ManifestEntry, in folder: String) -> Bool {
        entry.outputs.allSatisfy { output in
            guard let bytes = try? DataRoot(folder).read(output.path) else { return false }
            return bytes.count == output.bytes && SHA256.hexadecimal(of: bytes) == output.sha256
        }
    }

    private static func copy(
        _ found: [(entry: ManifestEntry, folder: String)], into folder: String
    ) throws(Diagnostics) {
        do throws(Diagnostic) { _ = try FolderTree.make(folder) } catch { throw Diagnostics([error]) }
        let placing = try OutputPlacing(folder)
        defer { placing.end() }
        for (entry, place) in found where place != folder {
            for output in entry.outputs {
                let bytes: [UInt8]
                do throws(Diagnostic) { bytes = try DataRoot(place).read(output.path) } catch {
                    throw Diagnostics([error])
                }
                try placing.place(output.path, bytes)
            }
        }
    }

    private func checkNames(_ folder: String) throws(Diagnostics) {
        var names = NameRegister()
        var problems = Diagnostics()
        for entry in entries where entry.isBuilt {
            if let first = names.add(entry.name, row: entry.row) {
                problems.add(
                    Diagnostic(
                        "rows \(first) and \(entry.row) both have outputs called `\(entry.name)`", file: folder,
                        advice: "they are of different runs: give each a folder of its own"))
            }
        }
        try problems.throwIfErrors()
    }

    private mutating func tellGaps(_ folder: String) {
        let rows = Set(entries.map(\.row))
        let missing = (1...max(1, entries.last?.row ?? 1)).filter { !rows.contains($0) }
        guard !missing.isEmpty else { return }
        let shown = missing.prefix(8).map(String.init).joined(separator: ", ") + (missing.count > 8 ? " …" : "")
        warnings.append(
            Diagnostic(
                "\(missing.count) rows are in no manifest: \(shown)", severity: .warning, file: folder,
                advice: "a share has not been built"))
    }

    /// The manifest and a page that leads to every report.
    public func write(into folder: String) throws(Diagnostics) -> [String] {
        var files = OutputFiles()
        files.add(FilePath.join(folder, Manifest.name), entries.map { $0.line + "\n" }.joined())
        files.add(FilePath.join(folder, "index.html"), ReportIndex.html(entries))
        try files.write()
        return files.paths
    }
}
