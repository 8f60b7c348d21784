import CCairo
import Documents
import SceneGraph
import Typography

/// What drew a picture, and which letters nothing can draw.
extension FontLibrary {
    /// The SHA-256 of each font file that has been read so far, by its name, sorted.
    public func fileHashes() -> [(name: String, hash: String)] {
        let files = locked { loadedFiles }
        return files.sorted().map { path in
            (path.split(separator: "/").last.map(String.init) ?? path, FontFileHashes.shared.hash(of: path))
        }
    }

    // MARK: What is missing

    /// Families that a scene asked for and that are not installed, and characters that no loaded font has.
    ///
    /// - Throws: diagnostics with cause `missingPart`, naming the characters, the figure and the package that helps.
    public func check(_ scene: Scene) throws(Diagnostics) {
        var scalars = Set<Unicode.Scalar>()
        scene.root.forEach { node in
            guard case .text(let text) = node.content else { return }
            for line in text.lines { for scalar in line.unicodeScalars { scalars.insert(scalar) } }
        }
        let missing = locked {
            loadFallbacks(for: String(String.UnicodeScalarView(scalars)))
            return scalars.filter { !isCovered($0) }.sorted()
        }
        guard !missing.isEmpty || !failures.isEmpty else { return }
        var problems = failures
        if !missing.isEmpty {
            let names = missing.prefix(8).map { scalar in
                let code = String(scalar.value, radix: 16, uppercase: true)
                return "`\(scalar)` (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))"
            }
            let packages = Set(missing.compactMap { FontFiles.lastResort(for: $0)?.package }).sorted().joined(
                separator: " ")
            problems.append(
                Diagnostic(
                    "no font has \(names.joined(separator: ", "))"
                        + (missing.count > 8 ? " and \(missing.count - 8) more characters" : ""),
                    cause: .missingPart, path: scene.root.id, advice: "on Debian: apt-get install \(packages)"))
        }
        throw Diagnostics(problems)
    }

    func isCovered(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace { return true }
        if scalar.properties.generalCategory == .control { return true }
        guard let fonts = FcConfigGetFonts(configuration, FcSetApplication)?.pointee else { return false }
        for index in 0..<Int(fonts.nfont) {
            var characters: OpaquePointer?
            if let pattern = fonts.fonts?[index],
                FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch,
                FcCharSetHasChar(characters, scalar.value) != 0
            {
                return true
            }
        }
        return false
    }

    /// The file of a face, and which of its fonts it is.
    func file(of family: String, _ face: WebFonts.Face) -> (path: String, index: UInt32)? {
        locked {
            try? load(family)
            guard let fonts = FcConfigGetFonts(configuration, FcSetApplication)?.pointee else { return nil }
            for number in 0..<Int(fonts.nfont) {
                guard let pattern = fonts.fonts?[number] else { continue }
                var (weight, slant, index): (Int32, Int32, Int32) = (0, 0, 0)
                var path: UnsafeMutablePointer<FcChar8>?
                guard FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) == FcResultMatch,
                    Int(FcWeightToOpenType(weight)) == face.weight,
                    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant) == FcResultMatch, (slant > 0) == face.isItalic,
                    FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch,
                    FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path
                else { continue }
                var (name, position): (UnsafeMutablePointer<FcChar8>?, Int32) = (nil, 0)
                while FcPatternGetString(pattern, FC_FAMILY, position, &name) == FcResultMatch, let known = name {
                    if String(cString: known) == family {
                        return (String(cString: path), UInt32(clamping: index & 0xFFFF))
                    }
                    position += 1
                }
            }
            return nil
        }
    }
}
