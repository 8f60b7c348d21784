import Documents
import Testing

@testable import VegaLite

/// From a document to a typed specification.
@Suite struct ChartReaderTests {
    private func channel(_ text: String) throws -> (ChannelSpecification?, [Diagnostic]) {
        let (specification, problems) = try StageDocuments.read(
            #"{"data": {"values": []}, "mark": "bar", "encoding": {"x": \#(text)}}"#)
        guard case .unit(let unit) = specification.root.content else { return (nil, problems.all) }
        return (unit.encoding[.x], problems.all)
    }

    @Test func aChannelIsRead() throws {
        let (read, problems) = try channel(
            #"""
            {
              "field": "t", "timeUnit": "yearmonth", "aggregate": {"argmax": "v"}, "type": "T", "bandPosition": 0.3,
              "title": ["one", "two"], "sort": "-y", "stack": null, "axis": null, "scale": {"zero": false}
            }
            """#)
        #expect(problems.isEmpty)
        #expect(read?.fieldName == "t")
        #expect(read?.timeUnit?.parts == ["year", "month"])
        #expect(read?.aggregate == .init(name: "argmax", argument: "v"))
        #expect(read?.type == .temporal)
        #expect(read?.bandPosition == 0.3)
        #expect(read?.axis?.isOff == true)
        #expect(read?.stack == .off)
        #expect(read?.scale?.bag?.value(.zero) == .boolean(false))
        guard case .channel(.y, descending: true) = read?.sort else {
            Issue.record("the sort is by another channel")
            return
        }
    }

    @Test(arguments: [
        (#"{"field": 3}"#, "encoding.x.field"), (#"{"field": "a", "aggregate": "meen"}"#, "encoding.x.aggregate"),
        (#"{"field": "a", "timeUnit": "fortnight"}"#, "encoding.x.timeUnit"),
        (#"{"field": "a", "type": "quantitive"}"#, "encoding.x.type"),
        (#"{"field": "a", "sort": "upwards"}"#, "encoding.x.sort"),
        (#"{"field": "a", "sort": {"field": "b", "op": "biggest"}}"#, "encoding.x.sort.op"),
        (#"{"field": "a", "axis": 3}"#, "encoding.x.axis"), (#""a""#, "encoding.x"),
        (#"{"field": "a", "bin": {"maxbin": 3}}"#, "encoding.x.bin.maxbin"),
        (#"{"field": "a", "impute": {"valeu": 3}}"#, "encoding.x.impute.valeu"),
    ])
    func whatIsWrongIsToldWhereItStands(text: String, path: String) throws {
        let (_, problems) = try channel(text)
        #expect(problems.contains { $0.path == path && $0.severity == .error }, "\(problems)")
    }

    @Test func binsKeepWhatIsWritten() throws {
        for (text, maximum) in [("true", nil), (#"{"maxbins": 20}"#, 20.0)] {
            guard case .computed(let bin) = try channel(#"{"field": "a", "bin": \#(text)}"#).0?.bin else {
                Issue.record("no bins")
                continue
            }
            #expect(bin.maxbins == maximum)
        }
        #expect(try channel(#"{"field": "a", "bin": "binned"}"#).0?.isBinned == true)
        #expect(try channel(#"{"field": "a", "bin": false}"#).0?.isBinned == false)
    }

    @Test func conditionsTakeTheTypeOfTheirChannel() throws {
        let (specification, problems) = try StageDocuments.read(
            #"""
            {
              "data": {"values": []}, "mark": "point", "params": [{"name": "pick", "select": "point"}],
              "encoding": {"color": {
                "condition": [
                  {"param": "pick", "field": "c"}, {"test": "datum.a > 1", "value": "red"}
                ],
                "value": "grey", "type": "nominal"
              }}
            }
            """#)
        #expect(problems.all.isEmpty)
        guard case .unit(let unit) = specification.root.content, let color = unit.encoding[.color] else {
            Issue.record("no colour")
            return
        }
        #expect(color.conditions.map(\.definition.type) == [.nominal, nil])
        #expect(color.conditions[1].definition.value?.constant == .string("red"))
        #expect(specification.root.selections == ["pick"])
        #expect(specification.parameters.map(\.name) == ["pick"])
    }

    @Test func sizesAreRead() throws {
        let (specification, problems) = try StageDocuments.read(
            #"{"data": {"values": []}, "mark": "bar", "width": {"step": 12}, "height": "container"}"#)
        #expect(problems.all.isEmpty)
        guard case .step(12, forOffset: true) = specification.root.width, case .container = specification.root.height
        else {
            Issue.record("other sizes")
            return
        }
        for width in ["-3", #""wide""#] {
            let (_, problems) = try StageDocuments.read(
                #"{"data": {"values": []}, "mark": "bar", "width": \#(width)}"#)
            #expect(problems.all.map(\.path) == ["width"])
        }
    }

    @Test func marksAreReadWithTheirParts() throws {
        let (specification, problems) = try StageDocuments.read(
            #"""
            {
              "data": {"values": []},
              "mark": {"type": "area", "line": {"color": "red", "strokeWidth": 3}, "point": "transparent", \#
              "opacity": 0.4}
            }
            """#)
        #expect(problems.all.isEmpty)
        guard case .unit(let unit) = specification.root.content else { return }
        #expect(unit.mark.name == "area")
        #expect(unit.mark.properties.value(.opacity) == .number(0.4))
        #expect(unit.mark.parts[.line]?.mark?.properties.value(.strokeWidth) == .number(3))
        guard case .word("transparent") = unit.mark.parts[.point] else {
            Issue.record("the points are written as a word")
            return
        }
    }

    @Test func rulesOfCompositionsAreRead() throws {
        let (specification, problems) = try StageDocuments.read(
            #"""
            {
              "hconcat": [], "spacing": {"row": 3}, "align": "each", "center": {"column": true}, "bounds": "flush",
              "resolve": {"scale": {"y": "shared", "colour": "shared"}, "axis": {"x": "apart"}}
            }
            """#)
        let grid = specification.root.grid
        #expect(grid.spacing.row == 3 && grid.spacing.column == nil)
        #expect(grid.align.row == .each && grid.align.column == .each)
        #expect(grid.center.column == true && grid.center.row == nil)
        #expect(grid.isFlush == true)
        #expect(specification.root.resolve.scale == [.y: true])
        #expect(problems.all.map(\.path) == ["resolve.scale.colour", "resolve.axis.x"])
    }

    @Test func aDocumentThatIsNoObjectIsTold() throws {
        for text in ["[]", "3", #""bar""#, "null"] {
            let (_, problems) = try StageDocuments.read(text)
            #expect(problems.hasErrors)
        }
    }

    @Test func nestingHasAnEnd() throws {
        let deep = String(repeating: #"{"layer": ["#, count: 60) + "{}" + String(repeating: "]}", count: 60)
        let (_, problems) = try StageDocuments.read(deep)
        #expect(problems.all.contains { $0.message.contains("nested more than") })
    }
}
