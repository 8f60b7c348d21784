import Files
import Documents
import Pictures
import Rendering

extension RecordedScene {
    /// Reads `.scene.json`, compressed or not.
    ///
    /// - Throws: every fault of the file, each with its place.
    public init(file: String) throws(Diagnostics) {
        let bytes: [UInt8]
        do throws(Diagnostic) {
            let read = try DataRoot.readFile(file)
            bytes = Gzip.isGzip(read) ? try Gzip.decompressed(read, file: file) : read
        } catch {
            throw Diagnostics([error])
        }
        try self.init(json: bytes, file: file)
    }
}
