import Files
import DossierTesting
import Testing

@testable import Dossier

@Suite("expectPicture")
struct ExpectPictureTests {
    private func scene(_ word: String) throws -> Scene {
        let fonts = try FontLibrary(family: "Lato")
        return Scene(
            size: Size(120, 40),
            root: .group(
                id: "card", role: .figure,
                [
                    .path(
                        id: "card/bar[1]", role: "mark-bar", .rectangle(Rectangle(x: 10, y: 10, width: 20, height: 20)),
                        fill: .color(Color(hex: 0x1F77B4))),
                    fonts.node(
                        id: "card/label", role: "mark-text",
                        Text(lines: [word], origin: Point(40, 26), font: Font("Lato", size: 14), fill: .color(.black))),
                ]))
    }

    @Test("a recorded picture passes")
    func recorded() throws {
        expectPicture(try scene("Lhasa"), named: "card")
    }

    @Test("a changed one fails in the figure's own words")
    func changed() throws {
        try withKnownIssue {
            expectPicture(try scene("Lhasaa"), named: "card")
        } matching: { issue in
            let told = issue.comments.map(\.rawValue).joined()
            return told.contains("label \"Lhasa\" → \"Lhasaa\"") && told.contains("DOSSIER_UPDATE_PICTURES=1")
        }
    }

    @Test("a missing one fails and records nothing")
    func missing() throws {
        let lhasa = try scene("Lhasa")
        withKnownIssue { expectPicture(lhasa, named: "nowhere") }
        let folder = FilePath.folder(of: #filePath)
        #expect(!FolderListing.exists("\(folder)/__Pictures__/nowhere.png"))
    }

    @Test("updating records, and fails once")
    func updating() throws {
        let folder = TemporaryFolder()
        let fonts = try FontLibrary(family: "Lato")
        let baseline = PictureBaseline(folder: folder("pictures"), name: "deep/card")
        let first = try baseline.check(try scene("Lhasa"), fonts: fonts, update: true)
        #expect(first.message?.hasPrefix("recorded the picture “deep/card”") == true)
        #expect(try baseline.check(try scene("Lhasa"), fonts: fonts, update: true).message == nil)
        for name in ["", "/etc/x", "a/../../x"] {
            #expect(throws: Diagnostic.self) {
                try PictureBaseline(folder: folder.path, name: name).check(try scene("x"), fonts: fonts, update: true)
            }
        }
    }
}
