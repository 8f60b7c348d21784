import Documents
import Expressions
import Tables

/// A template with its conditions and loops settled: text in which one character stands for each value, the values, and
/// where each part of the text stands in the template.
package struct FilledText: Sendable {
    package struct Value: Sendable {
        package var value: DataValue
        /// As it is written in the template.
        package var expression: String
        package var location: SourceLocation
    }

    package internal(set) var bytes: [UInt8] = []
    package internal(set) var values: [Value] = []
    var places = PlaceMap()

    /// The first of the characters that stand for values, in the last plane of Unicode, which is for private use.
    static let firstMark: UInt32 = 0x10_0000
    static let mostValues = 65_534

    /// The value that a character stands for.
    package func value(for scalar: Unicode.Scalar) -> Value? {
        guard scalar.value >= FilledText.firstMark else { return nil }
        let index = Int(scalar.value - FilledText.firstMark)
        return index < values.count ? values[index] : nil
    }

    /// Whether any character of a text stands for a value.
    package static func hasMarks(_ text: String) -> Bool {
        // Plane 16 begins with the byte F4 in UTF-8.
        text.utf8.contains(0xF4) && text.unicodeScalars.contains { $0.value >= firstMark }
    }
}

/// From places in a filled text to places in its template.
struct PlaceMap: Sendable {
    private var segments: [(filled: Template.Place, template: Template.Place)] = []

    /// What follows in the filled text stands there in the template.
    mutating func add(_ filled: Template.Place, _ template: Template.Place) {
        if let last = segments.last, last.filled == filled { segments.removeLast() }
        segments.append((filled, template))
    }

    /// - Parameter inBytes: whether the column counts bytes; else characters.
    func template(_ location: SourceLocation, inBytes: Bool) -> SourceLocation {
        let (line, column) = (Int(location.line), Int(location.column))
        func start(_ place: Template.Place) -> Int { inBytes ? place.byteColumn : place.column }
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            let filled = segments[middle].filled
            if (filled.line, start(filled)) <= (line, column) { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return location }
        let (filled, template) = segments[low - 1]
        if filled.line == line {
            return SourceLocation(line: template.line, column: start(template) + column - start(filled))
        }
        return SourceLocation(line: template.line + line - filled.line, column: column)
    }
}
