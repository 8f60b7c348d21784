import CCairo
import Documents
import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Which files a family's faces are read from.
extension FontLibrary {
    func load(_ family: String) throws(Diagnostics) {
        guard loaded.insert(family).inserted else { return }
        guard let files = FontFiles.known.first(where: { $0.family == family }) else {
            try loadInstalled(family)
            return
        }
        var missing: [String] = []
        for file in files.files {
            let places = FontFiles.folders.map { folder -> String in "\(folder)/\(file)" }
            let place = places.first { access($0, R_OK) == 0 }
            if let place {
                FcConfigAppFontAddFile(configuration, place)
                loadedFiles.append(place)
            } else {
                missing.append(file)
            }
        }
        if let file = missing.first {
            let problem = Diagnostic(
                "the font `\(family)` is not installed: no \(file)", cause: .missingPart,
                advice: "on Debian: apt-get install \(files.package)")
            // A fallback is asked for only where the family lacks a character; that is told then.
            if !fallbacks.contains(family), family != "Noto Sans CJK SC" { failures.append(problem) }
            throw Diagnostics([problem])
        }
        pango_fc_font_map_config_changed(OpaquePointer(fontMap))
    }

    /// A family of the machine's own.
    private func loadInstalled(_ family: String) throws(Diagnostics) {
        let (paths, forbidden) = InstalledFonts.files(of: family)
        guard !paths.isEmpty else {
            throw Diagnostics([
                Diagnostic(
                    forbidden.isEmpty
                        ? "no font family `\(family)`"
                        : "the makers of the font `\(family)` forbid that it travels in files", cause: .missingPart,
                    advice: "families that can be named: those that fontconfig knows (fc-list), and "
                        + FontFiles.known.map(\.family).joined(separator: ", "))
            ])
        }
        for path in paths {
            FcConfigAppFontAddFile(configuration, path)
            loadedFiles.append(path)
        }
        pango_fc_font_map_config_changed(OpaquePointer(fontMap))
    }
}
