import Documents
import Rendering

/// What a writer sees of a report while it is written: the page, or what is wrong with it.
public struct Preview: Sendable {
    /// The last page that could be built; nil where none has been.
    public private(set) var page: String?
    /// Errors and warnings, as the command tells them; empty where all is well.
    public private(set) var problems = ""
    public private(set) var hasErrors = false
    /// Goes up with every build.
    public private(set) var version = 0

    /// - Parameter theme: nil for the report's own.
    public init(page: String? = nil) { self.page = page }

    /// Takes the outcome of a build that another process made.
    public mutating func take(page: String?, problems: String, hasErrors: Bool) {
        version += 1
        if let page { self.page = page }
        self.problems = problems
        self.hasErrors = hasErrors
    }

    /// Builds the report anew. A page that cannot be built leaves the last one standing.
    public mutating func build(_ path: String, theme named: String? = nil) {
        version += 1
        do {
            let briefing = try Briefing(path: path)
            let theme =
                try named.map { (name) throws(Diagnostics) in try Briefing.theme(named: name) } ?? briefing.theme()
            let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
            let laid = try briefing.laidOut(theme: theme, fonts: fonts)
            page = try briefing.html(of: laid, theme: theme, fonts: fonts)
            problems = laid.warnings.map(\.description).joined(separator: "\n")
            hasErrors = false
        } catch let found as Diagnostics {
            problems = found.description
            hasErrors = true
        } catch {
            problems = "\(error)"
            hasErrors = true
        }
    }
}
