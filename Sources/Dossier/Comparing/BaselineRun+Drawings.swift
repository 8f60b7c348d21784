import Files
import Dispatch
import Documents
import Facts
import Figures
import Pictures
import Rendering
import SceneGraph
import Typography

/// Something that is made once for each attempt, by whoever asks first; others wait for it.
private final class OnceEachAttempt<Value: Sendable>: @unchecked Sendable {
    private let make: @Sendable () throws -> Value
    private let queue = DispatchQueue(label: "OnceEachAttempt")
    private var attempts: [Int: Result<Value, any Error>] = [:]

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    func value(_ attempt: Int) throws -> Value {
        try queue.sync {
            if let done = attempts[attempt] { return try done.get() }
            let result = Result { try make() }
            attempts[attempt] = result
            return try result.get()
        }
    }
}

/// The facts of the projects that figures belong to, each loaded once.
private final class SharedFacts: @unchecked Sendable {
    private let queue = DispatchQueue(label: "SharedFacts")
    private var known = KnownFacts()

    func facts(for figure: Figure) throws -> FactBase { try queue.sync { try known.facts(for: figure) } }
}

extension BaselineRun {
    /// What a folder has to draw: figures first, then the pages of its report.
    func drawings(of folder: BaselineFolder) -> [Drawing] {
        let known = SharedFacts()
        var drawings: [Drawing] = folder.figures.flatMap { figure -> [Drawing] in
            let path = FilePath.join(folder.path, figure)
            // `figures/students.vl.json` is `students`; folders within keep figures of one name apart.
            let inner = figure.hasPrefix("figures/") ? String(figure.dropFirst("figures/".count)) : figure
            let steps = inner.split(separator: "/").map(String.init)
            let last = steps.last?.split(separator: ".").first.map(String.init) ?? inner
            let name = (steps.dropLast() + [last]).joined(separator: "/")
            guard matches(FilePath.join(folder.path, name)) else { return [] }
            let pages = OnceEachAttempt {
                let theme = self.theme ?? .dossier
                let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
                let figure = try Figure(path: path)
                return try figure.drawn(theme: theme, fonts: fonts, facts: known.facts(for: figure)).pages.map {
                    Drawing.Layout(scene: $0, fonts: fonts)
                }
            }
            // Only what may go on is laid out to see how many pages it has: `independence`, and `independence-2` for
            // what the first has no room for.
            let goesOn = (try? Figure(path: path))?.mayHaveFurtherPages ?? false
            let count = goesOn ? (try? pages.value(0).count) ?? 1 : 1
            return (0..<count).map { index in
                Drawing(name: index == 0 ? name : "\(name)-\(index + 1)") { attempt in
                    let pages = try pages.value(attempt)
                    guard pages.indices.contains(index) else {
                        throw Diagnostic("page \(index + 1) is not there any more", file: path)
                    }
                    return pages[index]
                }
            }
        }
        for report in folder.reports { drawings += pages(of: report, in: folder) }
        return drawings
    }

    /// One drawing a page; a report that cannot be set is one that fails.
    private func pages(of report: String, in folder: BaselineFolder) -> [Drawing] {
        let stem = report.split(separator: ".").first.map(String.init) ?? report
        let name = FilePath.join(folder.path, stem)
        // `briefing-2` is its second page; how many there are is not known before they are set.
        let page = filter.flatMap { filter in
            filter.lastIndex(of: "-").flatMap {
                Int(filter[filter.index(after: $0)...]) == nil ? nil : String(filter[..<$0])
            }
        }
        let asksForPage = !matches(name) && page.map { name.hasSuffix($0) } == true
        guard matches(name) || asksForPage else { return [] }
        let path = FilePath.join(folder.path, report)
        let report = OnceEachAttempt {
            let briefing = try Briefing(path: path)
            let theme = try self.theme ?? briefing.theme()
            let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
            return try briefing.laidOut(theme: theme, fonts: fonts).pages.map {
                Drawing.Layout(scene: $0, fonts: fonts)
            }
        }
        let count: Int
        do { count = try report.value(0).count } catch {
            let failure = Diagnostics(wrapping: error)
            return [Drawing(name: stem) { _ in throw failure }]
        }
        return (0..<count).compactMap { index in
            if asksForPage, !matches("\(name)-\(index + 1)") { return nil }
            return Drawing(name: "\(stem)-\(index + 1)", scale: Drawing.pageScale) { attempt in
                let pages = try report.value(attempt)
                guard pages.indices.contains(index) else {
                    throw Diagnostic("page \(index + 1) is not there any more", file: path)
                }
                return pages[index]
            }
        }
    }

    private func matches(_ name: String) -> Bool { filter.map { name.contains($0) } ?? true }
}
