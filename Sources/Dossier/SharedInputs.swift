import Documents
import Facts
import Hyphenation
import Rendering
import Synchronization
import Themes

/// What the reports of one run have in common, read once: themes, fonts and hyphenation.
///
/// A library of fonts measures for one thread at a time; each report has one to itself while it is built, so there are
/// as many as reports are built at a time.
public final class SharedInputs: Sendable {
    private struct Known {
        var themes: [String: Theme] = [:]
        var fonts: [[String]: [FontLibrary]] = [:]
        var hyphenation: [String: Result<HyphenationByScript, Diagnostic>] = [:]
    }

    private let known = Mutex(Known())

    public init() {}

    /// - Parameter name: nil for the theme that the report names.
    public func theme(named name: String?, of briefing: Briefing) throws(Diagnostics) -> Theme {
        let key = name ?? "\n" + briefing.report.matter.theme
        if let theme = known.withLock({ $0.themes[key] }) { return theme }
        let theme: Theme
        if let name { theme = try Briefing.theme(named: name) } else { theme = try briefing.theme() }
        known.withLock { $0.themes[key] = theme }
        return theme
    }

    /// Fonts that nobody else measures with, until they are given back.
    public func fonts(of theme: Theme) throws(Diagnostics) -> FontLibrary {
        let key = [theme.family] + theme.fallbackFamilies
        if let fonts = known.withLock({ $0.fonts[key]?.popLast() }) { return fonts }
        return try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
    }

    public func give(back fonts: FontLibrary, of theme: Theme) {
        known.withLock { $0.fonts[[theme.family] + theme.fallbackFamilies, default: []].append(fonts) }
    }

    func hyphenation(of language: String) throws(Diagnostic) -> HyphenationByScript {
        if let known = known.withLock({ $0.hyphenation[language] }) { return try known.get() }
        let made: Result<HyphenationByScript, Diagnostic>
        do throws(Diagnostic) { made = .success(try HyphenationByScript(language: language)) } catch {
            made = .failure(error)
        }
        known.withLock { $0.hyphenation[language] = made }
        return try made.get()
    }
}
