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

    private static let locales = PackageData.root(PackageResources.d3_locales_json)
}

/// Documents that the package carries; that they can be read is tested.
enum PackageData {
    static let nothing = DocumentNode(.null)
    static func root(_ contents: [UInt8]) -> DocumentNode {
        (try? JSONReader.read(contents, file: "package data")) ?? nothing
    }
}
