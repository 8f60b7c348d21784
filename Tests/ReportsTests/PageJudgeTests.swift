import SceneGraph
import Testing
import Typography

@testable import Reports

@Suite("Pages as their judge sees them")
struct PageJudgeTests {
    private static let kinds: [(name: String, report: GeneratedReport)] = [
        ("forty pages", .text(sections: 24, paragraphs: 12, words: 50...110, figureEvery: 14)),
        ("little text, twelve figures", .text(sections: 6, paragraphs: 2, words: 40...70, figureEvery: 1)),
        ("much text, thirty figures", .text(sections: 15, paragraphs: 8, words: 60...120, figureEvery: 4)),
        ("a small one", .text(sections: 2, paragraphs: 2, words: 40...60, figureEvery: 2)),
        ("text alone", .text(sections: 9, paragraphs: 7, words: 30...160, figureEvery: 0)),
    ]

    @Test("figures stand by their calls, pages are full, nothing is stranded", arguments: 0..<5, [1, 2, 3] as [UInt64])
    func generated(_ kind: Int, seed: UInt64) throws {
        var (name, report) = PageJudgeTests.kinds[kind]
        if seed > 1 {
            let shapes: [(Int, Int, ClosedRange<Int>, Int)] = [
                (24, 12, 50...110, 14), (6, 2, 40...70, 1), (15, 8, 60...120, 4), (2, 2, 40...60, 2),
                (9, 7, 30...160, 0),
            ]
            let shape = shapes[kind]
            report = .text(
                sections: shape.0, paragraphs: shape.1, words: shape.2, figureEvery: shape.3, seed: seed)
        }
        let judge = try report.judged()
        name += ", seed \(seed): " + judge.lines.joined(separator: "; ")
        let called = judge.distances.values
        let near = called.filter { (0...1).contains($0) }.count
        #expect(Double(near) >= 0.95 * Double(called.count), "\(name)")
        let faults = judge.faults.map { "page \($0.page): \($0.kind.rawValue): \($0.text)" }
        #expect(faults.isEmpty, "\(name)\n\(faults.joined(separator: "\n"))")
    }
}
