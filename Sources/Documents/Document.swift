/// A whole YAML or JSON file.
public struct Document: Sendable {
    /// As the user named it; stands at the head of every message.
    public var file: String
    public var root: DocumentNode

    public init(file: String, root: DocumentNode) {
        self.file = file
        self.root = root
    }

    /// Reads JSON where the first character is `{` or `[` and the file is not named as YAML; YAML otherwise.
    public init(file: String, contents: [UInt8]) throws(Diagnostics) {
        self.file = file
        let named = file.hasSuffix(".json")
        let first = contents.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        if named || ((first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) && !file.hasSuffix(".yaml")) {
            root = try JSONReader.read(contents, file: file)
        } else {
            root = try YAMLReader.read(contents, file: file)
        }
    }
}
