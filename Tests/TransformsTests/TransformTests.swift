import Files
import Documents
import Formats
import Tables
import Testing

@testable import Transforms

struct TransformTests {
    static func fixture(_ name: String) throws -> DocumentNode {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        return try JSONReader.read(DataRoot.readFile("/\(folder)/Fixtures/Transforms/\(name)"), file: name)
    }

    static func read(_ json: String) throws -> DocumentNode { try JSONReader.read(Array(json.utf8), file: "t.json") }

    static func run(_ transforms: DocumentNode, on table: Table) throws -> Table {
        var context = TransformContext { data, _ in Table(data["values"] ?? DocumentNode(.array([]))) }
        return try TransformList(transforms.array ?? []).apply(to: table, in: &context)
    }

    /// As `record` writes a value.
    static func text(_ value: DataValue) -> String {
        switch value {
        case .null: "null"
        case .number(let number):
            number.isNaN ? "NaN" : NumberFormat(number.magnitude > 1e9 ? ".15~g" : ".8~g")?.format(number) ?? ""
        case .array(let values): String(values.count)
        default: value.asText
        }
    }

    /// Every case of the fixture gives the rows that Vega-Lite gives; `Tests/Fixtures/Transforms/record` made it.
    @Test func agreesWithVegaLite() throws {
        let book = try Self.fixture("cases.json"), expected = try Self.fixture("expected.json")
        #expect((book["cases"]?.array?.count ?? 0) > 100)
        for item in book["cases"]?.array ?? [] {
            guard let name = item["name"]?.string, let data = item["data"]?.string, let rows = book["data"]?[data],
                let transforms = item["transform"], let wanted = expected[name]?.array?.compactMap(\.string)
            else {
                Issue.record("\(item)")
                continue
            }
            var table = Table(rows)
            for parse in item["parse"]?.object?.members ?? [] {
                if let type = parse.value.string.flatMap({ ValueType($0) }), let column = table.column(parse.key) {
                    table.set(parse.key, column.read(as: type))
                }
            }
            let result: Table
            do { result = try Self.run(transforms, on: table) } catch {
                Issue.record("\(name): \(error)")
                continue
            }
            let fields = (item["fields"]?.array?.compactMap(\.string) ?? []).map { result.column($0) }
            let found = (0..<result.rowCount).map { row in
                fields.map { Self.text($0?[row] ?? .null) }.joined(separator: "|")
            }
            #expect(Self.agree(found, wanted), "\(name): \(Self.difference(found, wanted))")
        }
    }

    private static func agree(_ a: [String], _ b: [String]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { close($0, $1) }
    }

    /// The same words, and numbers that agree in six digits.
    private static func close(_ a: String, _ b: String) -> Bool {
        let x = a.split(separator: "|"), y = b.split(separator: "|")
        return x.count == y.count
            && zip(x, y).allSatisfy { left, right in
                if left == right { return true }
                func number(_ text: Substring) -> Double? { Double(text.replacing("\u{2212}", with: "-")) }
                guard let p = number(left), let q = number(right) else { return false }
                return (p - q).magnitude <= 2e-6 * max(q.magnitude, 1e-6)
            }
    }

    private static func difference(_ a: [String], _ b: [String]) -> String {
        if a.count != b.count { return "\(a.count) rows, not \(b.count): \(a.prefix(6)) for \(b.prefix(6))" }
        return zip(a, b).enumerated().first { !close($0.element.0, $0.element.1) }.map {
            "row \($0.offset): \($0.element.0) for \($0.element.1)"
        } ?? ""
    }
}
