import Documents
import Files

/// Where a table's bytes are: a file beneath a data root, or text that stands in a document.
package struct TableFile: Sendable {
    /// As the user named it; empty for text of a document.
    package var name: String
    private var place: Place

    private enum Place: Sendable {
        case file(DataRoot)
        case bytes([UInt8])
    }

    /// A file that is opened when its bytes are asked for.
    package init(_ name: String, in root: DataRoot) {
        self.name = name
        place = .file(root)
    }

    package init(_ bytes: [UInt8], name: String = "") {
        self.name = name
        place = .bytes(bytes)
    }

    package func contents() throws(Diagnostics) -> [UInt8] {
        switch place {
        case .bytes(let bytes): return bytes
        case .file(let root):
            do { return try root.read(name) } catch { throw Diagnostics([error]) }
        }
    }

    /// The first bytes, by which kinds of files are known.
    package func head(_ count: Int = 4096) throws(Diagnostics) -> ArraySlice<UInt8> {
        switch place {
        case .bytes(let bytes): return bytes.prefix(count)
        case .file(let root):
            do { return try root.read(name, first: count)[...] } catch { throw Diagnostics([error]) }
        }
    }

    /// How many bytes there are.
    package func size() throws(Diagnostics) -> Int {
        switch place {
        case .bytes(let bytes): return bytes.count
        case .file(let root):
            do { return try root.size(of: name) } catch { throw Diagnostics([error]) }
        }
    }

    /// Where the file lies on the disk, for what opens files itself; nil for text of a document.
    package func path() throws(Diagnostics) -> String? {
        guard case .file(let root) = place else { return nil }
        do { return try root.path(of: name) } catch { throw Diagnostics([error]) }
    }

    /// Another file, named from this one's folder.
    package func beside(_ name: String) -> TableFile? {
        guard case .file(let root) = place else { return nil }
        let folder = self.name.contains("/") ? FilePath.folder(of: self.name) + "/" : ""
        return TableFile(folder + name, in: root)
    }
}
