import Files
import Documents
import Facts
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct VerificationTests {
    private let folder = DataRoot(repositoryFolder("Tests/Fixtures/facts"))

    private func verification(_ text: [UInt8]? = nil) throws -> Verification {
        try FactBase(loading: folder).verify(try text ?? folder.read("harbour.txt"), file: "harbour.txt")
    }

    @Test func everyFactIsFoundWhereItIsSaidToBe() throws {
        let outcome = try verification()
        #expect(outcome.problems.map(\.description) == [])
        #expect(outcome.source.id == "harbour")
        #expect(
            outcome.summary
                == "14 facts checked against `harbour`: 11 found, 1 located, 1 recomputed, 1 of another source")
    }

    /// Changes the text and tells what is then reported, the digest aside.
    private func reports(replacing old: String, with new: String) throws -> [String] {
        let text = String(decoding: try folder.read("harbour.txt"), as: UTF8.self)
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        try #require(parts.count > 1)
        let outcome = try verification(Array(parts.joined(separator: new).utf8))
        #expect(outcome.textProblems.count == 1)
        return outcome.entries.flatMap(\.problems).map { "\($0.path): \($0.message) | \($0.advice ?? "")" }
    }

    @Test func aMissingNumberIsTold() throws {
        #expect(
            try reports(replacing: "were1,250", with: "were 1,260") == [
                "quay-length.value: the number 1,250 does not stand in “The quays”, paragraph 1 of harbour.txt "
                    + "| it stands nowhere in the text"
            ])
        #expect(try reports(replacing: "Twenty-three", with: "Twenty-two").count == 1)
        #expect(try reports(replacing: "Scores", with: "Dozens").count == 1)
    }

    @Test func aWrongParagraphIsToldWithTheRightOne() throws {
        #expect(try reports(replacing: "fell from 1,204 to 86", with: "fell").count == 2)
        #expect(try reports(replacing: "Twenty-three cranes", with: "Cranes").count == 1)
        #expect(
            try reports(replacing: "each summer.\n", with: "each summer.\n\nAll was well.\n") == [
                "cranes.value: the number 23 does not stand in “the  QUAYS”, paragraph 2 of harbour.txt "
                    + "| it stands in “The quays”, paragraph 3",
                "men.value: the number 400 does not stand in “The quays”, paragraph 2 of harbour.txt "
                    + "| it stands in “The quays”, paragraph 3",
                "men.date: the date 19th century is not named in “The quays”, paragraph 2 of harbour.txt "
                    + "| it stands in “The quays”, paragraph 3",
            ])
    }

    @Test func aMissingSectionIsTold() throws {
        let found = try reports(replacing: "The fleet", with: "The fleets")
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0.contains("has no section “The fleet” | did you mean “The fleets”?") })
    }

    @Test func aLostQualifierIsTold() throws {
        #expect(
            try reports(replacing: "over 2.5", with: "2.5") == [
                "sand.qualifier: the text qualifies `2.5 million` otherwise than `at-least` | it reads as `exact`"
            ])
    }

    @Test func aWrongDateIsTold() throws {
        #expect(try reports(replacing: "In 1902", with: "In 1905").count == 2)
        #expect(try reports(replacing: "3 May", with: "4 May").count == 1)
        #expect(try reports(replacing: "nineteenth", with: "eighteenth").count == 1)
    }

    @Test func anotherTextIsRefused() throws {
        let base = try FactBase(loading: folder)
        #expect(throws: Diagnostics.self) { try base.verify(Array("Another text. It is short.".utf8), file: "a.txt") }
        #expect(throws: Diagnostics.self) { try base.verify([0xFF, 0xFE, 0x00], file: "a.txt") }
        #expect(throws: Diagnostics.self) { try base.verify([], file: "a.txt", source: "harbor") }
        let forced = try base.verify([], file: "a.txt", source: "harbour")
        #expect(!forced.holds)
    }

    @Test func windowsLineEndsChangeNothing() throws {
        let text = String(decoding: try folder.read("harbour.txt"), as: UTF8.self)
        let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try verification(Array(windows.utf8)).entries.flatMap(\.problems).isEmpty)
    }

    /// The essay is not ours to commit, so this runs only where `DOSSIER_SOURCE` names a copy of it.
    @Test(.enabled(if: getenv("DOSSIER_SOURCE") != nil)) func theProjectsDataStandInTheirSource() throws {
        let path = try #require(getenv("DOSSIER_SOURCE").map { String(cString: $0) })
        let base = try FactBase(loading: DataRoot(repositoryFolder("Data")))
        let outcome = try base.verify(DataRoot.readFile(path), file: path)
        print(outcome.summary)
        for entry in outcome.entries where entry.outcome == .located { print("located only:", entry.fact.id) }
        #expect(outcome.problems.map(\.description) == [])
    }
}
