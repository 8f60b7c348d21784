import Documents
import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Saves what addresses hold beside a project, and keeps the lock file in step.
public struct Fetcher {
    public var copies: FetchedCopies
    public var limits = DownloadLimits()
    /// Whether what was fetched before is fetched anew, and may have changed.
    public var updates = false
    /// The day, ISO 8601.
    public var date: String

    public init(copies: FetchedCopies, date: String) {
        self.copies = copies
        self.date = date
    }

    public enum Outcome: Sendable, Equatable {
        /// The copy is there, as it was fetched.
        case kept
        case fetched(bytes: Int)
        /// The address holds something else now than when it was fetched before.
        case changed(bytes: Int)
    }

    /// Fetches one address; its copy and the lock file are written whole or not at all.
    public func fetch(_ address: String, license: String? = nil) throws(Diagnostics) -> Outcome {
        var entries = try copies.entries()
        let known = entries.first { $0.address == address }
        if let known, !updates, let bytes = try? DataRoot(copies.folder).read(known.file) {
            if SHA256.hexadecimal(of: bytes) == known.sha256 { return .kept }
            throw Diagnostics([
                Diagnostic(
                    "`\(FilePath.join(copies.folder, known.file))` is not what was fetched from `\(address)`",
                    cause: .difference, advice: "`dossier fetch --update \(address)` fetches it anew")
            ])
        }
        let bytes: [UInt8]
        do { bytes = try Download.contents(of: address, limits: limits) } catch { throw Diagnostics([error]) }
        let hash = SHA256.hexadecimal(of: bytes)
        if let known, !updates, known.sha256 != hash {
            throw Diagnostics([
                Diagnostic(
                    "`\(address)` holds something else than the lock file says "
                        + "(SHA-256 \(hash.prefix(12))…, not \(known.sha256.prefix(12))…)",
                    cause: .difference, file: copies.lockPath, advice: "`dossier fetch --update \(address)` takes it")
            ])
        }
        let entry = FetchedCopies.Entry(
            address: address, file: known?.file ?? Fetcher.fileName(of: address, among: entries.map(\.file)),
            sha256: hash,
            size: bytes.count, date: date, license: license ?? known?.license)
        entries.removeAll { $0.address == address }
        entries.append(entry)
        var files = OutputFiles()
        files.add(FilePath.join(copies.folder, entry.file), bytes)
        files.add(copies.lockPath, Array(FetchedCopies.lock(entries).utf8))
        try files.write()
        return known.map { $0.sha256 == hash } ?? true ? .fetched(bytes: bytes.count) : .changed(bytes: bytes.count)
    }

    /// A name that says what it is: the last part of the address, made one that no other copy has.
    static func fileName(of address: String, among taken: [String]) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/").dropFirst(2)
        var name = String(
            (parts.last ?? "data").map { character in
                character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
                    ? character : "-"
            })
        while name.hasPrefix(".") { name.removeFirst() }
        if name.isEmpty { name = "data" }
        name = String(name.suffix(80))
        guard taken.contains(where: { $0.lowercased() == name.lowercased() }) || name == FetchedCopies.lockName else {
            return name
        }
        return SHA256.hexadecimal(of: Array(address.utf8)).prefix(8) + "-" + name
    }
}
