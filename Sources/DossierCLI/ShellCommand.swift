/// A command as a person types it into a shell.
enum ShellCommand {
    /// Words with anything but letters, digits and `-._/=,+@%:` stand in single quotes.
    static func words(_ words: [String]) -> String {
        words.map { word in
            let plain =
                !word.isEmpty
                && word.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                        || "-._/=,+@%:".utf8.contains(byte)
                }
            return plain
                ? word
                : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        }.joined(separator: " ")
    }
}
