import Testing

@testable import Documents

@Suite("Documents that are written")
struct WritingTests {
    @Test("JSON comes back as it was, members in their order")
    func roundTrip() throws {
        let text = """
            {
              "b": [
                1,
                2.5,
                null
              ],
              "a": {},
              "c": "\\"\\\\\\n\\u0001é"
            }

            """
        let node = try JSONReader.read(Array(text.utf8), file: "a.json")
        #expect(JSONWriter.text(of: node) == text)
    }

    @Test("what JSON has no word for is null; a whole number has no fraction")
    func numbers() {
        #expect(
            [Double.nan, .infinity, 3, -0.5, 1e300].map { JSONWriter.text(of: DocumentNode(.number($0))) }
                == ["null\n", "null\n", "3\n", "-0.5\n", "1e+300\n"])
    }

    @Test("a member is replaced where it stands, in small objects and in large ones", arguments: [3, 40])
    func setting(count: Int) {
        let place = SourceLocation(line: 1, column: 1)
        let object = DocumentObject(
            (0..<count).map { .init(key: "k\($0)", keyLocation: place, value: DocumentNode(.number(Double($0)))) })
        let changed = object.setting("k1", to: DocumentNode(.boolean(true))).setting("new", to: DocumentNode(.null))
        #expect(changed.keys == object.keys + ["new"])
        #expect(changed["k1"]?.boolean == true && changed["k2"]?.number == 2)
        #expect(changed.removing("k1")["k1"] == nil && changed["missing"] == nil)
    }

    @Test("text in markup is no markup")
    func xml() {
        #expect(XMLText.escaped("a<b> & \"c\"\u{0}\u{FFFF}é") == "a&lt;b&gt; &amp; &quot;c&quot;é")
        #expect(XMLText.escaped("a\tb\r\nc") == "a\tb\nc")
        #expect(XMLText.escaped("a\tb\r\nc", keepsBreaks: false) == "a b  c")
    }
}
