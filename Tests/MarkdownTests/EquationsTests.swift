import Testing

@testable import Markdown

/// Equations are masked byte for byte, and found again as they were typed.
@Suite struct EquationsTests {
    @Test func masksKeepEveryPlace() {
        let text = "a $x^2$ b\n\n$$\nE = mc^2\n$$\n"
        let equations = Equations(Array(text.utf8))
        #expect(equations.masked.count == text.utf8.count)
        #expect(String(decoding: equations.masked, as: UTF8.self) == "a $xxx$ b\n\n$$\nxxxxxxxx\n$$\n")
    }

    @Test func equationsOfOneLengthAreToldApartByTheirLines() {
        let lines = (10..<500).map { "a $x_{\($0)}$ b" }
        let equations = Equations(Array(lines.joined(separator: "\n").utf8))
        for (index, number) in [(0, 10), (1, 11), (250, 260), (489, 499)] {
            let mask = "$" + String(repeating: "x", count: "x_{\(number)}".count) + "$"
            #expect(equations.typed(mask, from: index + 1) == "$x_{\(number)}$")
        }
    }

    @Test func whatMasksNothingIsText() {
        let equations = Equations(Array("costs $5 and $ x $".utf8))
        #expect(equations.typed("$ x $", from: 1) == nil)
        #expect(equations.masked == Array("costs $5 and $ x $".utf8))
    }
}
