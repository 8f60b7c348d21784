import CCairo
import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Families that the machine has besides those that ship with themes: a house's own, by the name that fontconfig knows.
/// The machine's configuration is read when the first one is asked for.
enum InstalledFonts {
    /// Regular, bold, italic and bold italic of a family, as far as there are; empty where the machine has none.
    ///
    /// - Returns: paths, and those of them whose makers forbid that they travel in a file.
    static func files(of family: String) -> (paths: [String], forbidden: [String]) {
        guard let configuration = FcInitLoadConfigAndFonts() else { return ([], []) }
        defer { FcConfigDestroy(configuration) }
        guard let pattern = FcPatternCreate() else { return ([], []) }
        defer { FcPatternDestroy(pattern) }
        FcPatternAddString(pattern, FC_FAMILY, family)
        // No constants for these names come through: they are macros of fontconfig's.
        let objects = FcObjectSetCreate()
        defer { FcObjectSetDestroy(objects) }
        for name in [FC_FILE, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_FAMILY] { FcObjectSetAdd(objects, name) }
        guard let set = FcFontList(configuration, pattern, objects) else { return ([], []) }
        defer { FcFontSetDestroy(set) }
        var found: Set<String> = []
        for index in 0..<Int(set.pointee.nfont) {
            guard let font = set.pointee.fonts?[index] else { continue }
            var path: UnsafeMutablePointer<FcChar8>?
            var width: Int32 = 100
            FcPatternGetInteger(font, FC_WIDTH, 0, &width)
            guard FcPatternGetString(font, FC_FILE, 0, &path) == FcResultMatch, let path, width == 100 else { continue }
            found.insert(String(cString: path))
        }
        let paths = found.sorted()
        return (paths.filter(mayBeEmbedded), paths.filter { !mayBeEmbedded($0) })
    }

    /// What `fsType` of the table OS/2 says (OpenType 1.9): bit 1 alone forbids it. A file without the table may.
    static func mayBeEmbedded(_ path: String) -> Bool {
        guard let bytes = try? DataRoot.readFile(path), bytes.count > 12 else { return true }
        func short(_ place: Int) -> Int { place + 1 < bytes.count ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : 0 }
        func long(_ place: Int) -> Int { short(place) << 16 | short(place + 2) }
        // A collection's first font speaks for all.
        let start = bytes.starts(with: Array("ttcf".utf8)) ? long(12) : 0
        for table in 0..<min(64, short(start + 4)) {
            let record = start + 12 + 16 * table
            guard record + 16 <= bytes.count, bytes[record..<(record + 4)].elementsEqual("OS/2".utf8) else { continue }
            return short(long(record + 8) + 8) & 0x000F != 0x0002
        }
        return true
    }
}
