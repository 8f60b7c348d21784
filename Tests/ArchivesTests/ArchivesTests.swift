import Archives
import Documents
import Testing

@Suite struct ArchivesTests {
    let entries = [
        ArchiveEntry(path: "[Content_Types].xml", text: "<Types/>"),
        ArchiveEntry(path: "ppt/empty.xml", bytes: []),
        ArchiveEntry(path: "ppt/media/снимок.bin", bytes: (0..<5000).map { UInt8($0 % 251) }),
    ]

    @Test func whatIsWrittenIsReadBack() throws {
        let archive = try ArchiveWriter.archive(entries)
        #expect(try ArchiveReader.entries(of: archive, file: "a.zip") == entries)
    }

    @Test func sameEntriesGiveSameBytes() throws {
        let first = try ArchiveWriter.archive(entries)
        let second = try ArchiveWriter.archive(entries)
        #expect(first == second)
        // Local file header, APPNOTE 4.3.7: time at 10, date at 12: 1980-01-01.
        #expect(first.prefix(4) == [0x50, 0x4B, 0x03, 0x04])
        #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test func noArchiveIsToldSo() {
        #expect(throws: Diagnostic.self) { try ArchiveReader.entries(of: Array("no zip".utf8), file: "a.pptx") }
        #expect(throws: Diagnostic.self) { try ArchiveReader.entries(of: [], file: "a.pptx") }
    }

    @Test func truncatedArchivesAreRefused() throws {
        let archive = try ArchiveWriter.archive(entries)
        for length in stride(from: 1, to: archive.count - 1, by: 37) {
            #expect(throws: Diagnostic.self) {
                try ArchiveReader.entries(of: Array(archive.prefix(length)), file: "cut.pptx")
            }
        }
    }

    @Test(arguments: ["../evil.xml", "ppt/../../evil.xml", "/etc/passwd", "ppt\\..\\evil.xml", "./a"])
    func pathsThatClimbOutAreRefused(path: String) throws {
        let archive = try ArchiveWriter.archive([ArchiveEntry(path: path, text: "x")])
        #expect {
            try ArchiveReader.entries(of: archive, file: "a.pptx")
        } throws: { "\($0)".contains("leads out of the archive") }
    }

    @Test func bombsAreRefusedBeforeTheyUnpack() throws {
        let archive = try ArchiveWriter.archive([
            ArchiveEntry(path: "a", bytes: [UInt8](repeating: 0, count: 3 << 20))
        ])
        #expect(archive.count < 8000)
        var limits = ArchiveReader.Limits()
        limits.bytes = 2 << 20
        #expect {
            try ArchiveReader.entries(of: archive, file: "bomb.pptx", limits: limits)
        } throws: { "\($0)".contains("more than 2 MiB") }
        limits = ArchiveReader.Limits()
        limits.entries = 0
        #expect(throws: Diagnostic.self) { try ArchiveReader.entries(of: archive, file: "many.pptx", limits: limits) }
    }

    @Test func pathsThatDifferOnlyByCaseAreRefused() throws {
        // OPC part names are equal without regard to case (ISO 29500-2, 6.2.2.3).
        let archive = try ArchiveWriter.archive([
            ArchiveEntry(path: "A.xml", text: "1"), ArchiveEntry(path: "a.xml", text: "2"),
        ])
        #expect(throws: Diagnostic.self) { try ArchiveReader.entries(of: archive, file: "twice.pptx") }
    }
}
