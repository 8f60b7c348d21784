import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

@Suite struct HatchingTests {
    @Test func linesStayInside() {
        let square = [Point(0, 0), Point(100, 0), Point(100, 100), Point(0, 100)]
        let hole = [Point(40, 40), Point(60, 40), Point(60, 60), Point(40, 60)]
        let path = Hatching.lines(over: [square, hole], spacing: 5)
        #expect(!path.isEmpty)
        var length = 0.0
        var last = Point.zero
        path.forEach { element in
            switch element {
            case .move(let point): last = point
            case .line(let point):
                length += ((point.x - last.x) * (point.x - last.x) + (point.y - last.y) * (point.y - last.y))
                    .squareRoot()
                let middle = Point((point.x + last.x) / 2, (point.y + last.y) / 2)
                #expect(!(middle.x > 40.01 && middle.x < 59.99 && middle.y > 40.01 && middle.y < 59.99))
                #expect(point.x > -0.01 && point.x < 100.01 && point.y > -0.01 && point.y < 100.01)
            default: break
            }
        }
        // One line a spacing: their whole length is the area over it.
        #expect(abs(length - (10000 - 400) / 5) < 60)
    }

    @Test func nothingInNothing() {
        #expect(Hatching.lines(over: [], spacing: 5).isEmpty)
        #expect(Hatching.lines(over: [[Point(1, 1)]], spacing: 5).isEmpty)
    }
}
