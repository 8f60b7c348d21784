import Testing

@testable import Documents

@Suite("Reading the members of an object")
struct DocumentReaderTests {
    private enum Side: String, CaseIterable { case left, right }

    private func reader(_ text: String) throws -> DocumentReader {
        DocumentReader(try JSONReader.read(Array(text.utf8), file: "a.json"), file: "a.json", noun: "a bar")
    }

    @Test("values of the right kind are read, and nothing is told")
    func good() throws {
        var reader = try reader(
            #"{"n": 3, "w": 7, "t": "x", "b": true, "s": "right", "l": "one", "m": [1, 2], "y": 1969, "z": null}"#)
        #expect(reader.number("n", in: 0...5) == 3)
        #expect(reader.wholeNumber("w", in: 7...7) == 7)
        #expect(reader.text("t") == "x")
        #expect(reader.boolean("b") == true)
        #expect(reader.word("s", of: Side.self) == .right)
        #expect(reader.texts("l") == ["one"])
        #expect(reader.numbers("m") == [1, 2])
        #expect(reader.textOrNumber("y") == "1969")
        #expect(reader.value("z") == nil && reader.has("z"))
        reader.finish()
        #expect(reader.problems.all.isEmpty)
    }

    @Test(
        "a value of the wrong kind is told with what was found",
        arguments: [
            ("7", "`k` must be a number from 0 to 5, not 7"), ("\"x\"", "`k` must be a number from 0 to 5, not `x`"),
            ("[1]", "`k` must be a number from 0 to 5, not a list"),
            ("-0.5", "`k` must be a number from 0 to 5, not -0.5"),
        ])
    func wrong(value: String, message: String) throws {
        var reader = try reader("{\"k\": \(value)}")
        #expect(reader.number("k", in: 0...5) == nil)
        #expect(reader.problems.all.map(\.message) == [message])
        #expect(reader.problems.all.first?.location == SourceLocation(line: 1, column: 7))
        #expect(reader.problems.all.first?.path == "k")
    }

    @Test("a fraction is no whole number, and text that is a number wants quotes")
    func kinds() throws {
        var reader = try reader(#"{"w": 1.5, "t": 12, "y": 1.5, "l": ["a", 1]}"#)
        #expect(reader.wholeNumber("w", in: 0...9) == nil)
        #expect(reader.text("t") == nil && reader.textOrNumber("y") == nil && reader.texts("l").isEmpty)
        #expect(reader.problems.all.count == 4)
        #expect(reader.problems.all[1].advice == "put it in quotes if that is meant")
    }

    @Test("a slip in a word or a key gets the word that was meant")
    func slips() throws {
        var reader = try reader(#"{"side": "rihgt", "widht": 1}"#)
        #expect(reader.word("side", of: Side.self) == nil)
        _ = reader.number("width")
        reader.finish()
        #expect(reader.problems.all.map(\.message) == ["`rihgt` is no side", "unknown key `widht` in a bar"])
        #expect(reader.problems.all.map(\.advice) == ["did you mean `right`?", "did you mean `width`?"])
    }

    @Test("the path leads through lists and objects to the value")
    func paths() throws {
        var reader = try reader(#"{"layers": [{}, {"style": {"width": "wide", "odd": 1}}], "n": [1, "x", 3]}"#)
        let widths = reader.objects("layers", noun: "a layer") { layer in
            layer.object("style", noun: "a style") { $0.number("width") }
        }
        #expect(widths.count == 1)
        #expect(reader.numbers("n") == nil)
        #expect(reader.problems.all.map(\.path) == ["layers[1].style.width", "layers[1].style.odd", "n[1]"])
    }

    @Test("so many numbers, or one alone")
    func counted() throws {
        var reader = try reader(#"{"a": 4, "b": [1, 2], "c": [1, 2, 3], "d": [1, 99]}"#)
        #expect(reader.numbers("a", count: 1...2, in: 0...9) == [4])
        #expect(reader.numbers("b", count: 1...2, in: 0...9) == [1, 2])
        #expect(reader.numbers("c", count: 1...2, in: 0...9) == nil)
        #expect(reader.numbers("d", count: 2...2, in: 0...9) == nil)
        #expect(reader.problems.all.last?.message == "`d` must be 2 numbers from 0 to 9, not a list")
    }

    @Test("what is no object is told once, and read as an empty one")
    func noObject() throws {
        var reader = try reader("[1]")
        #expect(reader.keys.isEmpty && reader.text("a") == nil)
        #expect(reader.problems.all.map(\.message) == ["a bar is an object, not a list"])
    }
}
