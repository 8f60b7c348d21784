import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension DataRoot {
    /// What a document names, as a path beneath the folder: itself, or, for the ways in which documents from elsewhere
    /// write it, the same file here.
    ///
    /// An absolute path or a `file:` address may lead into the folder. An address of npm's vega-datasets, which most
    /// charts on the web name, is drawn from a copy where one lies in the folder, as `data/NAME` or `NAME`.
    func localName(_ name: String) throws(Diagnostic) -> String {
        let lowered = name.lowercased()
        if lowered.hasPrefix("file://") {
            let rest = name.dropFirst(7)
            let path = rest.hasPrefix("localhost/") ? rest.dropFirst(9) : rest
            return try beneath(DataRoot.percentDecoded(String(path)), written: name)
        }
        if lowered.contains("://") {
            if let copy = copy(ofVegaDataset: name) { return copy }
            throw Diagnostic(
                "`\(name)` is a network address; nothing is fetched from a network",
                cause: .noInput,
                advice:
                    "`dossier fetch \(name)` saves it beside the project; or save the file beneath \(path) and name it")
        }
        return name.hasPrefix("/") ? try beneath(name, written: name) : name
    }

    /// The part of an absolute path that lies beneath the folder.
    private func beneath(_ absolute: String, written: String) throws(Diagnostic) -> String {
        guard let whole = realpath(path, nil) else {
            throw Diagnostic("the data root \(path) cannot be opened: \(DataRoot.systemMessage())", cause: .noInput)
        }
        defer { free(whole) }
        var roots = [String(cString: whole)]
        if path.hasPrefix("/") { roots.append(path) }
        for root in roots {
            let folder = root.hasSuffix("/") ? root : root + "/"
            if absolute.hasPrefix(folder) { return String(absolute.dropFirst(folder.count)) }
        }
        throw Diagnostic(
            "`\(written)` leads out of the data root \(path)",
            advice: "name files beneath it, or choose another folder with --data-root")
    }

    /// Where a copy of a file of vega-datasets lies; nil for other addresses, and where there is none.
    private func copy(ofVegaDataset address: String) -> String? {
        let bare = address.prefix { $0 != "?" && $0 != "#" }
        guard bare.contains("vega-datasets") || bare.contains("vega.github.io/"),
            let file = bare.split(separator: "/").last.map(String.init), file.contains("."), !file.contains("..")
        else { return nil }
        return ["data/\(file)", file].first { candidate in (try? size(of: candidate)) != nil }
    }

    /// `%20` and the like as what they stand for.
    private static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
