import Documents
import Testing

@testable import VegaLite

/// Each property of a group is read by its kind; whatever else stands there is told, with its place, and drawn without.
@Suite struct PropertyReadingTests {
    private func findings(axis: String) throws -> [Diagnostic] {
        try StageDocuments.read(StageDocuments.bars(axis: axis)).1.all
    }

    @Test(arguments: [
        (#"{"labelAngle": "steep"}"#, "labelAngle", "a number"),
        (#"{"labelColor": "reddish"}"#, "labelColor", "a colour"),
        (#"{"labelAlign": "middle"}"#, "labelAlign", "`left`"),
        (#"{"grid": 1}"#, "grid", "true or false"),
        (#"{"values": 3}"#, "values", "a list"),
        (#"{"labelFlush": "no"}"#, "labelFlush", "a number or true or false"),
        (#"{"domainCap": "pointed"}"#, "domainCap", "`butt`"),
        (#"{"titleAnchor": "left"}"#, "titleAnchor", "`start`"),
        (#"{"tickCount": [1]}"#, "tickCount", "a number"),
        (#"{"orient": "up"}"#, "orient", "`top`"),
    ])
    func aValueOfAnotherKindIsTold(axis: String, name: String, expected: String) throws {
        let found = try findings(axis: axis)
        #expect(found.map(\.path) == ["encoding.y.axis.\(name)"])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.message.contains(expected) == true, "\(found.first?.message ?? "")")
        #expect(found.first?.location?.line == 8)
    }

    @Test(arguments: [
        (#"{"labelFontSize": 1e9}"#, "labelFontSize", 2000.0), (#"{"gridOpacity": 7}"#, "gridOpacity", 1),
        (#"{"tickWidth": -3}"#, "tickWidth", 0), (#"{"labelPadding": 1e12}"#, "labelPadding", 1e6),
    ])
    func aNumberOutOfBoundsIsBounded(axis: String, name: String, bound: Double) throws {
        let (specification, problems) = try StageDocuments.read(StageDocuments.bars(axis: axis))
        #expect(problems.all.map(\.path) == ["encoding.y.axis.\(name)"])
        guard case .unit(let unit) = specification.root.content, let property = AxisProperty(rawValue: name) else {
            Issue.record("no unit")
            return
        }
        #expect(unit.encoding[.y]?.axis?.bag?.value(property)?.number == bound)
    }

    @Test(arguments: [
        (#"{"labelangle": 3}"#, "labelangle", "labelAngle"), (#"{"tickcolour": "red"}"#, "tickcolour", "tickColor"),
    ])
    func anUnknownKeyIsAnErrorWithTheNearest(axis: String, key: String, near: String) throws {
        let found = try findings(axis: axis)
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.path == "encoding.y.axis.\(key)")
        #expect(found.first?.advice == "did you mean `\(near)`?")
    }

    @Test func nullExpressionsAndConditionsAreOfEveryKind() throws {
        let axis = #"""
            {
              "labelColor": {"condition": {"test": "datum.value > 30", "value": "red"}, "value": "black"},
              "labelAngle": {"expr": "45 * 2"}, "gridColor": null, "tickCount": {"signal": "3"}
            }
            """#
        #expect(try findings(axis: axis).isEmpty)
    }

    @Test func aConditionThatCannotBeReadIsTold() throws {
        let found = try findings(axis: #"{"labelColor": {"condition": {"test": "datum.", "value": "red"}}}"#)
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.path.hasPrefix("encoding.y.axis.labelColor") == true)
    }

    @Test func endingsTellTheKind() {
        #expect(AxisProperty.titleFontSize.kind.shapes == .number)
        #expect(LegendProperty.symbolFillColor.kind.isColor)
        #expect(HeaderProperty.labelFont.kind.isFont)
        #expect(TitleProperty.subtitleLineHeight.kind.bounds.lowerBound == 0)
        #expect(MarkProperty.strokeDash.kind.shapes == .list)
        #expect(BackgroundProperty.strokeOpacity.kind.bounds == 0...1)
    }

    @Test func everyGroupKnowsWhatItIsNotDrawn() {
        for group in Coverage.all {
            #expect(!group.properties.isEmpty && Set(group.properties).count == group.properties.count, "\(group.noun)")
            #expect(Set(group.undrawn).union(group.idle).isSubset(of: group.properties), "\(group.noun)")
        }
    }

    @Test func bagsAreLaidOverOneAnother() {
        let own = PropertyBag<AxisProperty>([.labelAngle: .number(30), .grid: .boolean(false)])
        let base = PropertyBag<AxisProperty>([.labelAngle: .number(0), .ticks: .boolean(true)])
        let merged = own.merged(over: base)
        #expect(merged.value(.labelAngle) == .number(30))
        #expect(merged.value(.ticks) == .boolean(true))
        #expect(merged.value(.grid) == .boolean(false))
        #expect(merged.removing(.grid, .ticks).names == [.labelAngle])
        #expect(own.value(.domain) == nil)
    }
}
