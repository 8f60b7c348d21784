import DossierTesting
import XCTest

/// The same function in the older framework.
final class ExpectPictureXCTests: XCTestCase {
    func testRecordedPicturePasses() throws {
        let bar = Node.path(
            id: "card/bar[1]", role: "mark-bar", .rectangle(Rectangle(x: 4, y: 4, width: 20, height: 12)),
            fill: .color(Color(hex: 0x1F77B4)))
        let result = expectPicture(
            Scene(size: Size(32, 20), root: .group(id: "card", role: .figure, [bar])), named: "xctest/bar")
        XCTAssertEqual(result?.passes, true)
    }
}
