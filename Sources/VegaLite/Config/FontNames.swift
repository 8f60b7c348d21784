import Typography

/// The families that CSS font lists stand for, among those that Debian's packages bring.
enum FontNames {
    /// The family for a list such as `"Helvetica Neue", Arial, sans-serif`: of the first name that is known.
    ///
    /// - Returns: the family, and whether it is the one that was asked for: itself, or one that CSS's generic names
    ///   stand for, or has the same widths.
    static func resolve(_ css: String, theme: Theme) -> (family: String, isFaithful: Bool) {
        for part in css.split(separator: ",") {
            let name = String(part.filter { $0 != "\"" && $0 != "'" }).trimmed
            switch name.lowercased() {
            case "sans-serif", "system-ui", "ui-sans-serif": return (theme.family, true)
            case "arial", "helvetica", "helvetica neue", "liberation sans":
                return (theme.family, theme.family == "Liberation Sans")
            case "serif", "times", "times new roman", "liberation serif": return ("Liberation Serif", true)
            case "monospace", "courier", "courier new", "liberation mono": return ("Liberation Mono", true)
            case theme.family.lowercased(): return (theme.family, true)
            case "lato": return ("Lato", true)
            case "noto sans": return ("Noto Sans", true)
            case "noto serif": return ("Noto Serif", true)
            default: continue
            }
        }
        return (theme.family, false)
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
