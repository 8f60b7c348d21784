import Documents
import Testing

@testable import XML

struct XMLEventTests {
    /// Writes down what it is told.
    private final class Listener: XMLEventHandler {
        var events: [String] = []
        var isDone = false
        var last: String?

        func start(_ name: String, _ attributes: XMLEventAttributes) {
            events.append("<\(name) \(attributes["id"] ?? "-")")
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            let text = String(decoding: bytes, as: UTF8.self)
            if !text.allSatisfy(\.isWhitespace) { events.append(text) }
        }

        func end(_ name: String) {
            events.append(">\(name)")
            isDone = name == last
        }
    }

    private static func events(_ text: String, until last: String? = nil) throws -> [String] {
        let listener = Listener()
        listener.last = last
        try XMLReader.read(Array(text.utf8), file: "t.xml", telling: listener)
        return listener.events
    }

    @Test func eventsComeInTheirOrder() throws {
        #expect(
            try Self.events("<a><r:b xmlns:r='x' r:id='7'>one</r:b> <c/></a>") == [
                "<a -", "<b 7", "one", ">b", "<c -", ">c", ">a",
            ])
    }

    @Test func whoHasEnoughHearsNoMore() throws {
        #expect(try Self.events("<a><b/><c/>broken", until: "b") == ["<a -", "<b -", ">b"])
    }

    @Test(arguments: [
        ("<a><b></a>", "mismatched tag"), ("<!DOCTYPE a><a/>", "has a document type"),
        (String(repeating: "<a>", count: 300), "is nested deeper than 256"),
    ])
    func whatCannotBeReadIsTold(_ text: String, _ message: String) {
        let problem = #expect(throws: Diagnostic.self) { try Self.events(text) }
        #expect(problem?.message.contains(message) == true)
        #expect(problem?.file == "t.xml")
    }
}
