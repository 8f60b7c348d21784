import Documents

/// Whose map is drawn: which state a disputed area is shown with.
struct Worldview: Sendable, Hashable {
    /// `de-facto`, `iso`, or a state's two-letter code.
    var name: String

    /// Who is in control, as Natural Earth records it.
    static let deFacto = Worldview(name: "de-facto")

    /// The views that the geodata carries.
    static let known = [
        "de-facto", "iso", "ar", "bd", "br", "cn", "de", "eg", "es", "fr", "gb", "gr", "id", "il", "in", "it", "jp",
        "ko", "ma",
        "nl", "np", "pk", "pl", "ps", "pt", "ru", "sa", "se", "tr", "tw", "ua", "us", "vn",
    ]

    /// The code that a feature goes under: its own, or that of the state that this view gives it to.
    ///
    /// - Parameter views: the feature's `views`: codes by view, only where they differ from its own.
    func code(of own: String, views: DocumentObject?) -> String {
        let key = self == .deFacto ? "default" : name
        return views?[key]?.string ?? own
    }
}

extension DocumentReader {
    mutating func worldview(_ key: String) -> Worldview? {
        guard let name = text(key) else { return nil }
        if Worldview.known.contains(name) { return Worldview(name: name) }
        report(
            key, "unknown worldview `\(name)`", advice: DocumentReader.advice(for: name, among: Worldview.known))
        return nil
    }
}
