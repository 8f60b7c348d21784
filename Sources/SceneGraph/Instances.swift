/// A few outlines drawn at very many places, kept as columns: what would be a path node for each mark of a large
/// scatter. It stands in a group for those nodes, in their order; `nodes` makes them when they are asked for.
public struct Instances: Sendable, Hashable {
    /// An outline and how it is painted, at whatever place.
    public struct Appearance: Sendable, Hashable {
        /// The number of an outline in `outlines`.
        public var outline: Int
        public var fill: Color?
        public var stroke: Stroke?

        public init(outline: Int, fill: Color?, stroke: Stroke?) {
            self.outline = outline
            self.fill = fill
            self.stroke = stroke
        }
    }

    /// One field of the data behind the instances. A number that is not finite stands for null.
    public struct Column: Sendable, Hashable {
        public enum Values: Sendable, Hashable {
            case numbers([Double])
            case strings([String])
            case values([Datum.Value])
        }

        public var name: String
        public var values: Values

        public init(_ name: String, _ values: Values) {
            self.name = name
            self.values = values
        }

        /// Null where there is no such row.
        public subscript(row: Int) -> Datum.Value {
            switch values {
            case .numbers(let numbers):
                numbers.indices.contains(row) && numbers[row].isFinite ? .number(numbers[row]) : .null
            case .strings(let texts): texts.indices.contains(row) ? .string(texts[row]) : .null
            case .values(let values): values.indices.contains(row) ? values[row] : .null
            }
        }
    }

    /// One drawn outline.
    public struct Instance: Sendable, Hashable {
        public var place: Point
        /// The number of its appearance in `appearances`.
        public var appearance: Int32
        /// Its number among the marks, which its id ends in: `points/point[17]`.
        public var number: Int32

        public init(place: Point, appearance: Int, number: Int) {
            self.place = place
            self.appearance = Int32(clamping: appearance)
            self.number = Int32(clamping: number)
        }
    }

    /// What ids begin with.
    public var name: String
    public var role: Role
    /// Around the origin, which comes to stand at each place.
    public var outlines: [PathData]
    public var appearances: [Appearance]
    /// In drawing order.
    public var instances: [Instance]
    public var columns: [Column]
    /// The row of the columns for each mark's number.
    public var rows: [Int]

    public init(
        name: String, role: Role, outlines: [PathData], appearances: [Appearance], instances: [Instance],
        columns: [Column] = [], rows: [Int] = []
    ) {
        self.name = name
        self.role = role
        self.outlines = outlines
        self.appearances = appearances
        self.instances = instances
        self.columns = columns
        self.rows = rows
    }

    /// What is drawn, strokes with half their width; nil where nothing is.
    public var bounds: Rectangle? {
        let boxes = appearances.map { appearance -> Rectangle? in
            guard outlines.indices.contains(appearance.outline) else { return nil }
            return outlines[appearance.outline].bounds?.inset(by: -(appearance.stroke?.width ?? 0) / 2)
        }
        var (left, top) = (Double.infinity, Double.infinity)
        var (right, bottom) = (-Double.infinity, -Double.infinity)
        for instance in instances {
            guard boxes.indices.contains(Int(instance.appearance)), let box = boxes[Int(instance.appearance)] else {
                continue
            }
            left = min(left, instance.place.x + box.minX)
            right = max(right, instance.place.x + box.maxX)
            top = min(top, instance.place.y + box.minY)
            bottom = max(bottom, instance.place.y + box.maxY)
        }
        return left <= right && top <= bottom
            ? Rectangle(x: left, y: top, width: right - left, height: bottom - top) : nil
    }

    public func translated(by offset: Point) -> Instances {
        var result = self
        for index in result.instances.indices {
            result.instances[index].place.x += offset.x
            result.instances[index].place.y += offset.y
        }
        return result
    }

    /// The path of one instance; nil where its appearance or outline is not there.
    public func path(at index: Int) -> Path? {
        guard instances.indices.contains(index), appearances.indices.contains(Int(instances[index].appearance)) else {
            return nil
        }
        let appearance = appearances[Int(instances[index].appearance)]
        guard outlines.indices.contains(appearance.outline) else { return nil }
        return Path(
            data: outlines[appearance.outline].translated(by: instances[index].place),
            fill: appearance.fill.map { .color($0) },
            stroke: appearance.stroke)
    }

    /// The nodes that this stands for, each made when it is reached.
    public var nodes: some Sequence<Node> {
        instances.indices.lazy.compactMap { index in
            guard let path = path(at: index) else { return nil }
            let number = Int(instances[index].number)
            var datum = Datum()
            if rows.indices.contains(number) {
                datum.fields = columns.map { Datum.Field($0.name, $0[rows[number]]) }
            }
            return .path(
                id: "\(name)[\(number)]", role: role, path.data, fill: path.fill, stroke: path.stroke, datum: datum)
        }
    }
}

extension Node {
    /// Instances as one node, in place of theirs; nil where nothing is drawn.
    public static func instances(_ instances: Instances) -> Node? {
        guard let bounds = instances.bounds else { return nil }
        return Node(id: instances.name, role: instances.role, bounds: bounds, content: .instances(instances))
    }
}
