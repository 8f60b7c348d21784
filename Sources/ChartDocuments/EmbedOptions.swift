import Documents

/// `usermeta.embedOptions`, which Vega-Embed and vl-convert honour: a named theme, and the locales of numbers and
/// times, by name or written out. They lie beneath the document's own `config`.
struct EmbedOptions {
    private var config: DocumentNode
    private(set) var problems = Diagnostics()

    /// - Parameters:
    ///   - theme: the name that the figure is drawn under; `vega:NAME` is taken before the document's own.
    ///   - language: whose locales there are where nothing names others.
    init(_ root: DocumentNode, theme: String, language: String?) {
        config = DocumentNode(.object(DocumentObject()), at: root.location)
        let options = root["usermeta"]?["embedOptions"]
        if let named = VegaThemes.config(named: theme) {
            config = named
        } else if let written = options?["theme"], let name = written.string, name != "default", name != "none" {
            if let named = VegaThemes.config(named: VegaThemes.prefix + name) {
                config = named
            } else {
                tell(written, "`\(name)` is no theme of Vega's", "theme", near: name, among: VegaThemes.names)
            }
        }
        for (option, kind) in [("formatLocale", NamedLocales.Kind.number), ("timeFormatLocale", .time)] {
            guard let written = options?[option] else {
                if let language, let locale = NamedLocales.locale(ofLanguage: language, kind) {
                    take(locale, kind, root)
                }
                continue
            }
            var locale = written
            if let name = written.string {
                guard let named = NamedLocales.locale(name, of: kind) else {
                    tell(
                        written, "`\(name)` is no locale of d3's", option, near: name,
                        among: NamedLocales.names(of: kind))
                    continue
                }
                locale = named
            }
            take(locale, kind, root)
        }
    }

    private mutating func take(_ locale: DocumentNode, _ kind: NamedLocales.Kind, _ root: DocumentNode) {
        config = config.beneath(root.making([("locale", root.making([(kind.rawValue, locale)]))]))
    }

    private mutating func tell(
        _ node: DocumentNode, _ message: String, _ key: String, near name: String, among: [String]
    ) {
        problems.add(
            Diagnostic(
                message, severity: .warning, at: node.location, path: "usermeta.embedOptions.\(key)",
                advice: suggestion(for: name, among: among).map { "did you mean `\($0)`?" }
                    ?? "known are \(among.joined(separator: ", "))"))
    }

    func applied(to root: DocumentNode) -> DocumentNode {
        guard config.object?.members.isEmpty == false else { return root }
        return root.setting("config", to: config.beneath(root["config"]))
    }
}
