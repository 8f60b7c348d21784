import Documents
import Tables
import Testing

@testable import Transforms

/// Frames that move: every quick way gives what looking at all rows of the frame gives.
struct WindowTests {
    static let values = [1.0, 5, 7, 9, 4, 8, 8, .missing, -0.3, 0.1, 0.2, 1e15, 1, -1e15]

    private static func table(_ values: [Double]) -> Table {
        var table = Table()
        table.set("k", .init(.numbers(values.indices.map { Double($0) })))
        table.set("v", .init(.numbers(values)))
        return table
    }

    private static func run(_ transform: WindowTransform, on table: Table) throws -> [Double?] {
        var context = TransformContext()
        return (try transform.apply(to: table, in: &context).column("w")?.values ?? []).map(\.number)
    }

    /// vl-convert 1.9.0.post1 gives these.
    @Test func aSlidingLeastAndSum() throws {
        let table = Self.table([1, 5, 7, 9, 4, 8, 8])
        func window(_ operation: AggregateOperation) throws -> [Double?] {
            try Self.run(
                WindowTransform(
                    [WindowField(.aggregate(operation), "v", as: "w")], frame: WindowFrame(before: 1, after: 1)),
                on: table)
        }
        #expect(try window(.min) == [1, 1, 5, 4, 4, 4, 8])
        #expect(try window(.max) == [5, 7, 9, 9, 9, 8, 8])
        #expect(try window(.sum) == [6, 13, 21, 20, 21, 20, 16])
    }

    @Test(arguments: [AggregateOperation.sum, .mean, .average, .min, .max, .count, .median])
    func everyFrameAgreesWithItsRows(_ operation: AggregateOperation) throws {
        let table = Self.table(Self.values)
        let ends: [Int?] = [nil, 0, 1, 2, 5]
        for before in ends {
            for after in ends {
                let frame = WindowFrame(before: before, after: after)
                let field = WindowField(.aggregate(operation), operation == .count ? nil : "v", as: "w")
                let found = try Self.run(WindowTransform([field], frame: frame), on: table)
                for place in Self.values.indices {
                    let span = frame.places(around: place, of: Self.values.count)
                    let valid = Self.values[span].filter { !$0.isNaN }
                    let wanted =
                        operation == .count
                        ? Double(span.count) : valid.isEmpty ? nil : operation.number(of: valid, parameter: .nan)
                    guard let number = found[place], let wanted else {
                        #expect(found[place] == wanted)
                        continue
                    }
                    #expect(
                        (number - wanted).magnitude <= 1e-12 * (valid.map(\.magnitude).max() ?? 1) + 1e-12,
                        "\(frame) at \(place)")
                }
            }
        }
    }

    @Test func rowsThatSortAlikeShareTheirFrame() throws {
        var table = Self.table([1, 2, 3, 4])
        table.set("s", .init(.numbers([1, 1, 2, 2])))
        let field = WindowField(.aggregate(.sum), "v", as: "w")
        let sort = [SortField("s")]
        #expect(try Self.run(WindowTransform([field], sort: sort), on: table) == [3, 3, 10, 10])
        #expect(
            try Self.run(WindowTransform([field], ignoresPeers: true, sort: sort), on: table) == [1, 3, 6, 10])
    }

    @Test(
        arguments: [
            (.row_number, [1, 2, 3, 4]), (.rank, [1, 1, 3, 4]), (.dense_rank, [1, 1, 2, 3]),
            (.percent_rank, [0, 0, 2.0 / 3, 1]), (.cume_dist, [0.5, 0.5, 0.75, 1]), (.ntile, [1, 1, 2, 2]),
        ] as [(WindowOperation, [Double])])
    func ranks(_ operation: WindowOperation, _ wanted: [Double]) throws {
        let field = WindowField(.rank(operation), as: "w", parameter: 2)
        #expect(
            try Self.run(WindowTransform([field], sort: [SortField("v")]), on: Self.table([1, 1, 2, 5])) == wanted)
    }

    @Test func whatNeedsAFieldSaysSo() throws {
        for operation in ["lag", "sum", "nth_value"] {
            let found = try TransformProblemTests.problems(#"[{"window": [{"op": "\#(operation)", "as": "w"}]}]"#)
            #expect(found.first?.message == "`\(operation)` needs a `field`")
        }
        let found = try TransformProblemTests.problems(#"[{"window": [{"op": "row_numbr", "as": "w"}]}]"#)
        #expect(found.first?.advice == "did you mean `row_number`?")
        #expect(found.first?.path == "transform[0].window[0].op")
    }

    @Test func wholeRowsOfLargeFramesAreRefused() throws {
        let table = Self.table((0..<6_000).map { Double($0) })
        let field = WindowField(.aggregate(.values), as: "w")
        #expect(throws: Diagnostic.self) {
            try Self.run(WindowTransform([field], frame: WindowFrame(before: 5_000, after: 0)), on: table)
        }
    }
}
