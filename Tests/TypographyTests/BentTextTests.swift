import SceneGraph
import Testing
import Typography

@Suite struct BentTextTests {
    private let measurer = FixedWidthMeasurer()
    private let font = Font("Lato", size: 10)

    private func text(_ line: String, _ course: [Point]) -> Text {
        Text(lines: [line], origin: .zero, anchor: .middle, font: font, fill: .color(.black), course: course)
    }

    @Test func onAStraightCourseLettersStandAsOnALine() {
        // Four letters of 5 in the middle of 100.
        let letters = measurer.letters(of: text("Amur", [Point(0, 50), Point(100, 50)]))
        #expect(letters.map { ($0.origin.x * 1e6).rounded() / 1e6 } == [40, 45, 50, 55])
        #expect(letters.allSatisfy { $0.angle == 0 && $0.width == 5 && $0.origin.y == 50 })
        let box = measurer.bounds(of: text("Amur", [Point(0, 50), Point(100, 50)]))
        #expect(abs(box.x - 40) < 1e-9 && box.y == 42 && abs(box.width - 20) < 1e-9 && box.height == 10)
    }

    @Test func roundACornerLettersTurn() {
        let letters = measurer.letters(of: text("Yenisei", [Point(0, 0), Point(50, 0), Point(50, 50)]))
        #expect(letters.first?.angle == 0 && letters.last?.angle == 90)
        #expect(letters.map(\.text).joined() == "Yenisei")
    }

    @Test func aTextWithoutACourseHasNoPlacedLetters() {
        #expect(measurer.letters(of: text("Ob", [])).isEmpty)
        #expect(measurer.letters(of: text("Ob", [Point(1, 1)])).isEmpty)
    }

    @Test func aLineIsMeasuredAlongItself() {
        let course = Course([Point(0, 0), Point(3, 4), Point(3, 4), Point(3, 14)])
        #expect(course.length == 15)
        #expect(course.point(at: 5) == Point(3, 4) && course.point(at: 10) == Point(3, 9))
        #expect(course.point(at: 20) == Point(3, 19) && course.point(at: -5) == Point(-3, -4))
    }
}
