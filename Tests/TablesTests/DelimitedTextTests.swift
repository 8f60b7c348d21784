import Documents
import Testing

@testable import Tables

struct DelimitedTextTests {
    static func read(_ text: String, _ reader: DelimitedText = DelimitedText()) throws -> Table {
        try reader.read(Array(text.utf8), file: "t.csv")
    }

    @Test func numbersAndTexts() throws {
        let table = try Self.read("a,b,c\n1,x,\n-2.5e1,y,3\n")
        #expect(table.names == ["a", "b", "c"])
        #expect(table.column("a")?.values == [.number(1), .number(-25)])
        #expect(table.column("b")?.values == [.string("x"), .string("y")])
        #expect(table.column("c")?.values == [.null, .number(3)])
    }

    @Test func quotesLineEndsAndMarks() throws {
        let table = try Self.read("\u{FEFF}\"a b\",\"c\"\"d\"\r\n\"x\ny\",\"1,5\"\r\n\"\",\"\"\"\"")
        #expect(table.names == ["a b", "c\"d"])
        #expect(table.column("a b")?.values == [.string("x\ny"), .string("")])
        #expect(table.column("c\"d")?.values == [.string("1,5"), .string("\"")])
    }

    @Test func codesStayText() throws {
        let table = try Self.read("zip,id,plus,long\n00501,007,+5,12345678901234567890\n10001,8,6,2\n")
        #expect(table.column("zip")?.values == [.string("00501"), .string("10001")])
        #expect(table.column("id")?[0] == .string("007"))
        #expect(table.column("plus")?[0] == .string("+5"))
        #expect(table.column("long")?[0] == .string("12345678901234567890"))
    }

    @Test func aLateTextTurnsTheColumn() throws {
        let table = try Self.read("a\n1.50\n2\nx\n")
        #expect(table.column("a")?.values == [.string("1.50"), .string("2"), .string("x")])
    }

    @Test func typesAreGiven() throws {
        let reader = DelimitedText(types: [
            "a": .string, "b": .number, "c": .date(format: nil), "d": .date(format: "%d.%m.%Y"), "e": .boolean,
        ])
        let table = try Self.read("a,b,c,d,e\n1,x,1970-01-02,02.01.1970,false\n,,,,\n", reader)
        #expect(table.column("a")?.values == [.string("1"), .string("")])
        #expect(table.column("b")?[0].number?.isNaN == true)
        #expect(table.column("b")?[1] == .null)
        #expect(table.column("c")?.values == [.number(86_400_000), .null])
        #expect(table.column("d")?.values == [.number(86_400_000), .null])
        #expect(table.column("e")?.values == [.boolean(false), .null])
    }

    @Test func separatorsHeadersAndChoice() throws {
        #expect(try Self.read("a\tb\n1\t2\n", DelimitedText(separator: 9)).column("b")?[0] == .number(2))
        #expect(try Self.read("1;2\n", DelimitedText(separator: 59, header: ["p", "q"])).column("q")?[0] == .number(2))
        #expect(try Self.read("a,b\n1,2\n", DelimitedText(isWanted: { $0 == "b" })).names == ["b"])
    }

    @Test func emptyAndHeaderOnly() throws {
        #expect(try Self.read("").rowCount == 0)
        let table = try Self.read("a,b\n")
        #expect(table.names == ["a", "b"])
        #expect(table.rowCount == 0)
        #expect(try Self.read("a\n\nx\n").rowCount == 2)
        #expect(try Self.read("a,b\n1,2\n\n\n").rowCount == 1)
        #expect(try Self.read("a,a\n1,2").names == ["a", "a_2"])
    }

    @Test func raggedRowsAreToldWithTheirLines() {
        do {
            _ = try Self.read("a,b\n1,2\n3\n4,5,6\n")
            Issue.record("read")
        } catch let problems as Diagnostics {
            #expect(problems.all.map { $0.location?.line } == [3, 4])
            #expect(problems.all.first?.message == "this row has 1 fields, the header has 2")
        } catch { Issue.record("\(error)") }
    }

    @Test func brokenEncodingsAreTold() {
        #expect(throws: Diagnostics.self) { try DelimitedText().read([0x61, 0x0A, 0x31, 0x0A, 0xFF, 0xC0], file: "t") }
        #expect(throws: Diagnostics.self) { try DelimitedText().read([0xFF, 0xFE, 0x61, 0x00], file: "t") }
        #expect(throws: Diagnostics.self) { try Self.read("a,b\n1,\"never") }
    }

    @Test func problemsAreBounded() {
        let text = "a,b\n" + String(repeating: "1\n", count: 10_000)
        do { _ = try Self.read(text) } catch let problems as Diagnostics { #expect(problems.all.count == 20) } catch {}
    }

    /// Numbers that pass quickly and numbers in quotes, which are read with care, are the same.
    @Test func plainNumbersAreReadAsCarefulOnes() throws {
        let numbers = [
            "0", "-0", "7", "-12.5", "0.5", ".5", "5.", "-.25", "123456789012345", "1234567.12345678",
            "0.000000000000001", "999999999999999",
            "1e3", "-2.5E-3", "100000.00001",
        ]
        let long = String(repeating: " ", count: 40)
        for separator in [",", "\t"] {
            for end in ["\n", "\r\n", "\r"] {
                let rows = numbers.map { "\($0)\(separator)\"\($0)\"\(separator)\(long)" }
                let text = ["plain\(separator)careful\(separator)rest"] + rows
                let table = try Self.read(
                    text.joined(separator: end) + end, DelimitedText(separator: separator.utf8.first ?? 0))
                let plain = try #require(table.column("plain")), careful = try #require(table.column("careful"))
                #expect(plain == careful)
                #expect(
                    plain.numbers.map(\.bitPattern)
                        == numbers.map { Double($0.hasSuffix(".") ? $0 + "0" : $0)?.bitPattern })
            }
        }
    }

    @Test func aColumnIsTextWhereverItShows() throws {
        let rows = (0..<3000).map { "\($0),\($0 % 7),name \($0 % 5)" }
        let late = try Self.read("a,b,c\n" + (rows + ["x,1,\"name 0\"", "007,,n"]).joined(separator: "\n"))
        #expect(
            late.column("a")?[0] == .string("0") && late.column("a")?[3000] == .string("x")
                && late.column("a")?[3001] == .string("007"))
        #expect(late.column("b")?[3000] == .number(1) && late.column("b")?[3001] == .null)
        #expect(
            late.column("c")?.values.prefix(3000).enumerated().allSatisfy { $1 == .string("name \($0 % 5)") } == true)
        #expect(late.column("c")?[3000] == .string("name 0"))
        let early = try Self.read("a\n\n".replacing("\n\n", with: ",b\n,1\n,2\nx,3\n"))
        #expect(early.column("a")?.values == [.string(""), .string(""), .string("x")])
        #expect(try Self.read("a,b\n007,1\n008,2\n").column("a")?[0] == .string("007"))
    }

    @Test func textsThatComeAgainAreTheirOwn() throws {
        // More different texts than are remembered, of every length to twenty, some of which repeat.
        let names = (0..<6000).map { number in String(repeating: "é", count: number % 10) + "\(number % 2500)" + "." }
        let table = try Self.read("name,n\n" + names.map { "\($0),1\n" }.joined())
        #expect(table.column("name")?.values == names.map { .string($0) })
    }

    @Test func onlyWantedColumnsAreKept() throws {
        let reader = DelimitedText(isWanted: { $0 == "b" })
        let table = try Self.read("a,b,c\n\"x,\ny\",1,2\nz,3,4\n", reader)
        #expect(table.names == ["b"] && table.column("b")?.numbers == [1, 3] && table.rowCount == 2)
        #expect(throws: Diagnostics.self) { try Self.read("a,b,c\n1,2\n", reader) }
        #expect(try Self.read("a,b\n1,2\n", DelimitedText(isWanted: { _ in false })).rowCount == 1)
    }

    @Test func fuzz() {
        let bytes: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x31, 0x2E, 0x2D, 0x65, 0x20, 0xC3, 0xA9, 0xFF, 0x00, 0x09]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<5_000 {
            let text = (0..<next(40)).map { _ in bytes[next(bytes.count)] }
            let types: [String: ValueType] = next(2) == 0 ? [:] : ["a": .number, "1": .date(format: nil)]
            if let table = try? DelimitedText(types: types).read(text) {
                for column in table.columns { #expect(column.count == table.rowCount) }
            }
        }
    }

    @Test func numbersAreReadExactly() {
        for text in [
            "0.1", "1e22", "123456789012345678", "2.2250738585072014e-308", "1.7976931348623157e308", "4.9e-324",
            "0.30000000000000004", "9007199254740993",
        ] {
            let read = Array(text.utf8).withUnsafeBufferPointer { NumberReading.decimal($0) }
            #expect(read == Double(text), "\(text)")
        }
    }
}
