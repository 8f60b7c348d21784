import Documents
import Furniture
import Rendering
import SceneGraph
import Typography

/// One picture that can be drawn again and again.
struct Drawing {
    /// Pixels per unit of a report's page: enough to tell that anything on it changed, at a third of the bytes; its
    /// figures have baselines of their own, and its scene tells what changed.
    static let pageScale = 0.5

    /// As files: a PNG and its scene.
    struct Result: Hashable {
        var png: [UInt8]
        var scene: [UInt8]

        /// - Parameter scale: pixels per figure unit.
        init(_ scene: Scene, scale: Double = 1, fonts: FontLibrary) throws(Diagnostics) {
            png = try PNGExporter.png(of: scene, scale: scale, fonts: fonts)
            self.scene = Array(SceneJSONExporter.json(of: scene).utf8)
        }
    }

    /// Its baseline's name, without ending.
    var name: String
    /// Drawn anew for each attempt, counted from 0.
    var draw: (_ attempt: Int) throws -> Result
}

/// The pages of a report or a figure, set once for each attempt, however many of them are asked for.
private final class SetPages {
    private let set: () throws -> ([Scene], FontLibrary)
    private var attempts: [Int: ([Scene], FontLibrary)] = [:]

    init(_ set: @escaping () throws -> ([Scene], FontLibrary)) { self.set = set }

    func pages(_ attempt: Int) throws -> ([Scene], FontLibrary) {
        if let done = attempts[attempt] { return done }
        let result = try set()
        attempts[attempt] = result
        return result
    }
}

extension BaselineRun {
    /// What a folder has to draw: figures first, then the pages of its report.
    func drawings(of folder: BaselineFolder) -> [Drawing] {
        var drawings: [Drawing] = []
        var known = KnownFacts()
        for figure in folder.figures {
            let path = FilePath.join(folder.path, figure)
            // `figures/students.vl.json` is `students`; folders within keep figures of one name apart.
            let inner = figure.hasPrefix("figures/") ? String(figure.dropFirst("figures/".count)) : figure
            let steps = inner.split(separator: "/").map(String.init)
            let last = steps.last?.split(separator: ".").first.map(String.init) ?? inner
            let name = (steps.dropLast() + [last]).joined(separator: "/")
            guard matches(FilePath.join(folder.path, name)) else { continue }
            let pages = SetPages {
                let theme = self.theme ?? .dossier
                let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
                let figure = try Figure(path: path)
                let facts = try known.facts(for: figure)
                return (try figure.drawn(theme: theme, fonts: fonts, facts: facts).pages, fonts)
            }
            let count: Int
            do { count = try pages.pages(0).0.count } catch {
                drawings.append(Drawing(name: name) { _ in throw error })
                continue
            }
            // `independence`, and what it has no room for in `independence-2`.
            for index in 0..<count {
                drawings.append(Drawing(name: index == 0 ? name : "\(name)-\(index + 1)") { attempt in
                    let (pages, fonts) = try pages.pages(attempt)
                    guard pages.indices.contains(index) else {
                        throw Diagnostic("page \(index + 1) is not there any more", file: path)
                    }
                    return try Drawing.Result(pages[index], fonts: fonts)
                })
            }
        }
        for report in folder.reports { drawings += pages(of: report, in: folder) }
        return drawings
    }

    /// One drawing a page; a report that cannot be set is one that fails.
    private func pages(of report: String, in folder: BaselineFolder) -> [Drawing] {
        let stem = report.split(separator: ".").first.map(String.init) ?? report
        guard matches(FilePath.join(folder.path, stem)) else { return [] }
        let path = FilePath.join(folder.path, report)
        let pages = SetPages {
            let briefing = try Briefing(path: path)
            let theme = try self.theme ?? briefing.theme()
            let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
            return (try briefing.laidOut(theme: theme, fonts: fonts).pages, fonts)
        }
        let count: Int
        do { count = try pages.pages(0).0.count } catch {
            return [Drawing(name: stem) { _ in throw error }]
        }
        return (0..<count).map { index in
            Drawing(name: "\(stem)-\(index + 1)") { attempt in
                let (pages, fonts) = try pages.pages(attempt)
                guard pages.indices.contains(index) else {
                    throw Diagnostic("page \(index + 1) is not there any more", file: path)
                }
                return try Drawing.Result(pages[index], scale: Drawing.pageScale, fonts: fonts)
            }
        }
    }

    private func matches(_ name: String) -> Bool { filter.map { name.contains($0) } ?? true }
}
