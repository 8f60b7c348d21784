import Testing

@testable import SceneGraph

@Suite("Instances")
struct InstancesTests {
    private let instances = Instances(
        name: "s/point", role: "mark-point",
        outlines: [.circle(center: .zero, radius: 2), .rectangle(Rectangle(x: -1, y: -1, width: 2, height: 2))],
        appearances: [
            Instances.Appearance(outline: 0, fill: nil, stroke: Stroke(.black, width: 2)),
            Instances.Appearance(outline: 1, fill: Color(hex: 0xFF0000), stroke: nil),
        ],
        instances: [
            Instances.Instance(place: Point(10, 20), appearance: 0, number: 3),
            Instances.Instance(place: Point(-5, 0), appearance: 1, number: 5),
            Instances.Instance(place: Point(0, 0), appearance: 9, number: 6),
        ],
        columns: [
            Instances.Column("x", .numbers([1, .nan, 2, 3])), Instances.Column("name", .strings(["a", "b", "c", "d"])),
            Instances.Column("flag", .values([.null, .boolean(true)])),
        ],
        rows: [9, 9, 9, 1, 9, 3])

    @Test("each is the node that it stands for, with its id, its place and its data")
    func nodes() {
        let nodes = Array(instances.nodes)
        #expect(nodes.map(\.id) == ["s/point[3]", "s/point[5]"])
        #expect(
            nodes[0]
                == .path(
                    id: "s/point[3]", role: "mark-point",
                    PathData.circle(center: .zero, radius: 2).translated(by: Point(10, 20)),
                    stroke: Stroke(.black, width: 2),
                    datum: Datum([.init("x", .null), .init("name", .string("b")), .init("flag", .boolean(true))])))
        #expect(nodes[1].datum == Datum([.init("x", .number(3)), .init("name", .string("d")), .init("flag", .null)]))
    }

    @Test("bounds and moving are those of the nodes")
    func bounds() throws {
        let group = Node.group(id: "g", role: "marks", Array(instances.nodes))
        let node = try #require(Node.instances(instances))
        #expect(node.bounds == group.bounds)
        guard case .instances(let moved) = node.translated(by: Point(2, 3)).content else {
            Issue.record("moved instances are instances")
            return
        }
        #expect(Array(moved.nodes) == instances.nodes.map { $0.translated(by: Point(2, 3)) })
        #expect(Node.instances(Instances(name: "", role: "", outlines: [], appearances: [], instances: [])) == nil)
    }
}
