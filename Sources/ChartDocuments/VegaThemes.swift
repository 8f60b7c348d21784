import Documents

/// Vega's named themes: `config` objects, from npm's vega-themes.
package enum VegaThemes {
    /// What stands before a theme's name where ours and house's themes are named too.
    package static let prefix = "vega:"

    /// The names, without the prefix, in the order of the alphabet.
    package static var names: [String] { themes.object?.keys ?? [] }

    /// The `config` of `vega:NAME`; nil for any other name.
    package static func config(named name: String) -> DocumentNode? {
        name.hasPrefix(prefix) ? themes[String(name.dropFirst(prefix.count))] : nil
    }

    private static let themes = PackageData.root(PackageResources.vega_themes_json)["themes"] ?? PackageData.nothing
}

/// The named locales of d3, as `config.locale` takes them.
enum NamedLocales {
    enum Kind: String { case number, time }

    static func names(of kind: Kind) -> [String] { locales[kind.rawValue]?.object?.keys ?? [] }
    static func locale(_ name: String, of kind: Kind) -> DocumentNode? { locales[kind.rawValue]?[name] }

    /// The locale of a language, its own country's before others'; nil for English, which is Vega's own, and for
    /// languages that d3 does not know.
    static func locale(ofLanguage language: String, _ kind: Kind) -> DocumentNode? {
        let parts = language.split(separator: "-")
        guard let code = parts.first?.lowercased(), code != "en" || parts.count > 1 else { return nil }
        let known = names(of: kind)
        let name =
            known.first { $0.lowercased() == language.lowercased() }
            ?? known.first { $0 == "\(code)-\(code.uppercased())" } ?? known.first { $0.hasPrefix("\(code)-") }
        // An amount is not of another money because its page is in another language.
        return name.flatMap { locale($0, of: kind)?.removing("currency") }
    }

    private static let locales = PackageData.root(PackageResources.d3_locales_json)
}

/// Documents that the package carries; that they can be read is tested.
enum PackageData {
    static let nothing = DocumentNode(.null)
    static func root(_ contents: [UInt8]) -> DocumentNode {
        (try? JSONReader.read(contents, file: "package data")) ?? nothing
    }
}
