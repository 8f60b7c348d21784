import Pictures

#if canImport(Testing)
import Testing
#endif
#if canImport(XCTest)
import XCTest
#endif

/// Where in a test an expectation stands; tells failures to whichever framework runs the test.
struct TestPlace {
    var fileID: StaticString
    var filePath: StaticString
    var line: Int
    var column: Int

    func fail(_ message: String) {
        #if canImport(Testing)
        if Test.current != nil {
            Issue.record(Comment(rawValue: message), sourceLocation: location)
            return
        }
        #endif
        #if canImport(XCTest)
        XCTFail(message, file: filePath, line: UInt(clamping: line))
        #endif
    }

    /// The pictures as files of the test's result, where the framework keeps such; `swift test --attachments-path`
    /// says where.
    func attach(_ comparison: PictureComparison, named name: String) {
        #if canImport(Testing) && compiler(>=6.2)
        guard Test.current != nil else { return }
        let stem = name.split(separator: "/").joined(separator: "-")
        let pictures = [
            ("expected", comparison.expectedPNG), ("actual", comparison.actualPNG),
            ("difference", comparison.differencePNG),
        ]
        for (label, png) in pictures {
            guard let png else { continue }
            Attachment.record(png, named: "\(stem)-\(label).png", sourceLocation: location)
        }
        #endif
    }

    #if canImport(Testing)
    private var location: Testing.SourceLocation {
        Testing.SourceLocation(fileID: "\(fileID)", filePath: "\(filePath)", line: line, column: column)
    }
    #endif
}
