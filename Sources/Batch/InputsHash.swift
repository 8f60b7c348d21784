import Documents
import Dossier
import Files
import Tables

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The hash of everything that a run's reports are made from, besides their rows: the program, the report's folder, the
/// project's data, the theme, and what is asked for.
///
/// A folder's hash is that of the names and hashes of its files, so that a file that is added, taken away or renamed
/// counts as one that changed.
public struct InputsHash: Sendable {
    public let common: String

    /// - Parameters:
    ///   - words: what is asked for: formats, scales, the theme's name.
    ///   - output: the folder of results, which is no input wherever it is.
    public init(_ plan: BatchPlan, words: [String], files: [String], output: String) throws(Diagnostics) {
        var lines = words
        let template = plan.template
        let rows = (path: InputsHash.real(plan.table.file), name: FilePath.name(of: plan.table.file))
        var (rowsHash, isNamed) = ([String](), false)
        var seen: Set<String> = []
        let places = [FilePath.folder(of: template.path), template.project.dataFolder].compactMap { $0 }
        lines.append(InputsHash.program)
        for place in places + files {
            for file in InputsHash.files(beneath: place, except: output) where seen.insert(file).inserted {
                let name = file.hasPrefix(place) ? String(file.dropFirst(place.utf8.count)) : file
                let contents: [UInt8]
                do throws(Diagnostic) { contents = try DataRoot.readFile(file) } catch { throw Diagnostics([error]) }
                let line = name + "\n" + SHA256.hexadecimal(of: contents)
                if InputsHash.real(file) == rows.path {
                    rowsHash.append(line)
                } else {
                    lines.append(line)
                    isNamed = isNamed || InputsHash.names(rows.name, contents, file: file)
                }
            }
        }
        // The table of the rows is data too where a document names it; else a row that changes concerns itself alone.
        if isNamed { lines += rowsHash }
        common = SHA256.hexadecimal(of: Array((lines + ProcessEnvironment.ofBuilds).joined(separator: "\n").utf8))
    }

    /// Whether a document names a file.
    private static func names(_ name: String, _ contents: [UInt8], file: String) -> Bool {
        guard [".md", ".yaml", ".yml", ".json"].contains(where: file.hasSuffix), contents.count < 1 << 20 else {
            return false
        }
        return String(decoding: contents, as: UTF8.self).contains(name)
    }

    /// The hash of the program, made once a process. A debug build, which changes by the minute and hashes slowly, goes
    /// by its size and time.
    private static let program: String = {
        #if canImport(Darwin)
        let path = CommandLine.arguments[0]
        #else
        let path = "/proc/self/exe"
        #endif
        #if DEBUG
        var status = stat()
        stat(path, &status)
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return "\(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
        #else
        return (try? DataRoot.readFile(path)).map(SHA256.hexadecimal) ?? ""
        #endif
    }()

    /// The hash of all that one report is made from.
    func row(_ item: BatchPlan.Item) -> String {
        let values = item.values.sorted { $0.key < $1.key }.map { DataValue.Field($0.key, $0.value) }
        let text = [common, item.name, DataValue.object(values).json].joined(separator: "\n")
        return SHA256.hexadecimal(of: Array(text.utf8))
    }

    /// Plain files, in the order of their names; results, baselines and hidden files are no inputs.
    private static func files(beneath place: String, except output: String) -> [String] {
        var status = stat()
        guard stat(place, &status) == 0 else { return [] }
        if status.st_mode & S_IFMT == S_IFREG { return [place] }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [] }
        let outputPath = real(output)
        var found: [String] = []
        var waiting = [place]
        while let folder = waiting.popLast() {
            guard let listing = try? FolderListing(folder) else { continue }
            found += listing.files.filter { !$0.hasPrefix(".") }.map { FilePath.join(folder, $0) }
            for name in listing.folders where !name.hasPrefix(".") && !["out", "expected"].contains(name) {
                let inner = FilePath.join(folder, name)
                // A folder with a manifest holds results of other runs.
                if real(inner) != outputPath, Manifest.files(in: inner).isEmpty { waiting.append(inner) }
            }
        }
        return found.sorted()
    }

    private static func real(_ path: String) -> String {
        guard let whole = realpath(path, nil) else { return path }
        defer { free(whole) }
        return String(cString: whole)
    }
}

/// What of the environment changes what is built.
enum ProcessEnvironment {
    static var ofBuilds: [String] {
        ["SOURCE_DATE_EPOCH"].compactMap { name in
            getenv(name).map { name + "=" + String(cString: $0) }
        }
    }
}
