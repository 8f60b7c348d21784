import Documents
import Facts
import Files

/// An edition of a project's facts: a folder, or a revision of git.
public struct FactEdition {
    private let project: Project

    public init(project: Project) { self.project = project }

    /// Reads the facts of an edition.
    ///
    /// - Parameter name: a folder (a project, or its `Data`), or what git calls a revision: `v1.2`, `HEAD~3`.
    public func facts(_ name: String) throws(Diagnostics) -> FactBase {
        for folder in [FilePath.join(name, "Data"), name]
        where FolderListing.exists(FilePath.join(folder, "facts"))
            || FolderListing.exists(FilePath.join(folder, "sources.yaml"))
        {
            return try FactBase(loading: DataRoot(folder))
        }
        return try revision(name)
    }

    private func revision(_ name: String) throws(Diagnostics) -> FactBase {
        func fail(_ message: String) -> Diagnostics {
            Diagnostics([
                Diagnostic(
                    message, cause: .noInput, file: name,
                    advice: "name a folder of facts, or a revision as `git log` shows them")
            ])
        }
        guard let folder = project.folder, !name.hasPrefix("-"),
            name.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F && $0 != ":" })
        else { throw fail("`\(name)` is no folder of facts and no revision") }
        func git(_ arguments: [String]) -> [UInt8]? {
            try? ExternalProgram(name: "git", package: "git").output(["-C", folder] + arguments, file: name)
        }
        guard
            let listed = git([
                "ls-tree", "-r", "--name-only", "--full-name", name, "--", "Data/facts", "Data/sources.yaml",
            ]),
            let prefix = git(["rev-parse", "--show-prefix"])
        else { throw fail("`\(name)` is no folder of facts and no revision of git") }
        let start = String(decoding: prefix, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        var sources: Document?
        var documents: [Document] = []
        var problems = Diagnostics()
        for file in String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init) {
            guard [".yaml", ".yml", ".json"].contains(where: { file.hasSuffix($0) }),
                let contents = git(["show", "\(name):\(file)"])
            else { continue }
            do throws(Diagnostics) {
                let document = try Document(file: "\(name):\(file)", contents: contents)
                if file == start + "Data/sources.yaml" { sources = document } else { documents.append(document) }
            } catch { problems.add(error) }
        }
        try problems.throwIfErrors()
        guard sources != nil || !documents.isEmpty else { throw fail("the revision `\(name)` has no Data/facts") }
        return try FactBase(sources: sources, facts: documents)
    }
}
