import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension DataRoot {
    /// The names in a folder beneath the root, sorted by their bytes, hidden ones not among them.
    ///
    /// - Parameter folder: one name, or nothing for the root itself.
    /// - Throws: a diagnostic when the folder cannot be opened, or is a symbolic link.
    package func names(in folder: String) throws(Diagnostic) -> [String] {
        let whole = folder.isEmpty ? path : "\(path)/\(folder)"
        let descriptor = open(whole, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.isEmpty ? 0 : O_NOFOLLOW))
        guard descriptor >= 0, let stream = fdopendir(descriptor) else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            throw Diagnostic("the folder cannot be read: \(reason)", cause: .noInput, file: whole)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
