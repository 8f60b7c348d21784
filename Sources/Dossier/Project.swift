import Files
import Documents
import Facts

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder that a report stands in, with its `Data/`; found by walking up from a file of it.
public struct Project: Sendable, Hashable {
    /// Nil where no folder above has a `Data/` with facts, sources or maps.
    public var folder: String?

    public init(folder: String?) { self.folder = folder }

    /// - Parameter path: a file or folder in the project.
    public init(containing path: String) {
        var here =
            realpath(path, nil).map { pointer in
                defer { free(pointer) }
                return String(cString: pointer)
            } ?? path
        var found: String?
        for _ in 0..<64 {
            if ["facts", "sources.yaml", "geo", "fetched"].contains(where: { access("\(here)/Data/\($0)", R_OK) == 0 })
            {
                found = here
                break
            }
            let above = FilePath.folder(of: here)
            if above == here { break }
            here = above
        }
        folder = found.map(Project.asWritten)
    }

    /// Relative to the working directory where it is beneath it, so that messages name files as people type them.
    private static func asWritten(_ absolute: String) -> String {
        guard let pointer = getcwd(nil, 0) else { return absolute }
        defer { free(pointer) }
        let current = String(cString: pointer)
        if absolute == current { return "." }
        return absolute.hasPrefix(current + "/") ? String(absolute.dropFirst(current.count + 1)) : absolute
    }

    public var dataFolder: String? { folder.map { FilePath.join($0, "Data") } }

    /// Where the addresses of a figure in that folder start, and what they may lead to: the whole project.
    func dataRoot(of figureFolder: String) -> DataRoot {
        var root = DataRoot(figureFolder, fetched: fetched)
        func whole(_ path: String) -> String? {
            realpath(path, nil).map { pointer in
                defer { free(pointer) }
                return String(cString: pointer)
            }
        }
        if let folder, let top = whole(folder), let own = whole(figureFolder), own.hasPrefix(top + "/") {
            let inside = own.dropFirst(top.count + 1).split(separator: "/").map(String.init)
            root.surrounding = DataRoot.Surrounding(path: folder, inside: inside)
        }
        return root
    }

    /// Copies of what the project's documents name by network addresses; nil outside of a project.
    public var fetched: FetchedCopies? { dataFolder.map { FetchedCopies(folder: FilePath.join($0, "fetched")) } }

    public var geodata: DataRoot? {
        guard let dataFolder, access("\(dataFolder)/geo", R_OK) == 0 else { return nil }
        return DataRoot("\(dataFolder)/geo")
    }

    /// Reads all facts and sources; empty where the project has none.
    public func facts() throws(Diagnostics) -> FactBase {
        guard let dataFolder else { return .empty }
        return try FactBase(loading: DataRoot(dataFolder))
    }
}
