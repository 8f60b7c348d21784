import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension MapCanvas {
    /// Along a line, above or below it, following its bends as far as letters can; where nothing of it is long or calm
    /// enough, level beside it.
    func candidates(along pieces: [[Point]], _ request: LabelRequest) -> [LabelCandidate] {
        var found: [LabelCandidate] = []
        for (index, setting) in settings(of: request).enumerated() {
            guard let line = setting.lines.first else { continue }
            let width = measurer.width(of: line, font: setting.font)
            for piece in pieces {
                let raw = Course(piece)
                guard raw.length > width * 1.05 else { continue }
                found += windows(
                    on: smoothed(raw, over: setting.font.size * 1.1), raw, width, setting, request,
                    base: Double(index) * 8)
            }
            found += beside(pieces, setting, request, base: 14 + Double(index) * 8)
        }
        return found
    }

    /// Every stretch of a course that is as long as the text, on either side of it.
    private func windows(
        on course: Course, _ raw: Course, _ width: Double, _ setting: LabelRequest.Setting, _ request: LabelRequest,
        base: Double
    ) -> [LabelCandidate] {
        let metrics = measurer.metrics(of: setting.font)
        let wanted = width + setting.font.size * 0.6
        guard course.length >= wanted else { return [] }
        let step = max(3, (course.length - wanted) / 60)
        let count = max(8, Int(wanted / 4))
        var found: [LabelCandidate] = []
        var start = 0.0
        while start + wanted <= course.length + 1e-9 {
            defer { start += step }
            var points = (0...count).map { course.point(at: start + wanted * Double($0) / Double(count)) }
            guard let first = points.first, let last = points.last,
                points.contains(where: { frame.contains($0) }),
                hypot(last.x - first.x, last.y - first.y) > wanted * 0.75
            else { continue }
            // Read from left to right.
            if last.x < first.x { points.reverse() }
            let middle = abs(start + wanted / 2 - course.length / 2) / course.length
            for below in [false, true] {
                let lift =
                    below
                    ? metrics.xHeight + (metrics.capHeight - metrics.xHeight) * 0.7 + 1.6
                    : -metrics.descent * 0.75 - 1.4
                guard let baseline = parallel(points, by: lift),
                    let candidate = self.candidate(along: baseline, setting, request, inside: nil)
                else { continue }
                let calm = straightened(candidate.label, setting, request)
                found.append(
                    LabelCandidate(
                        calm, cost: base + candidate.cost + middle * 6 + (below ? 1.5 : 0), behind: request.symbol))
            }
        }
        return Array(found.sorted { $0.cost < $1.cost }.prefix(40))
    }

    /// Level, beginning or ending a little off points of the line.
    private func beside(
        _ pieces: [[Point]], _ setting: LabelRequest.Setting, _ request: LabelRequest, base: Double
    ) -> [LabelCandidate] {
        guard let longest = pieces.map(Course.init).max(by: { $0.length < $1.length }),
            longest.length > setting.font.size * 2
        else { return [] }
        let metrics = measurer.metrics(of: setting.font)
        let gap = 3.5
        var found: [LabelCandidate] = []
        for index in 1..<12 {
            let point = longest.point(at: longest.length * Double(index) / 12)
            let level = point.y + metrics.xHeight / 2
            let places: [(Point, Text.Anchor)] = [
                (Point(point.x + gap, level), .start), (Point(point.x - gap, level), .end),
                (Point(point.x, point.y - gap - metrics.descent), .middle),
                (Point(point.x, point.y + gap + metrics.capHeight), .middle),
            ]
            for (place, anchor) in places {
                let label = node(request, setting, at: place, anchor: anchor)
                guard placer.isFree(label.bounds) else { continue }
                found.append(
                    LabelCandidate(
                        label, cost: base + placer.cost(of: label.bounds) + abs(Double(index) - 6),
                        behind: request.symbol))
            }
        }
        return found
    }

    /// A text along a baseline; nil where its letters would stand too steep or too bent, on what is taken, or outside.
    func candidate(
        along baseline: [Point], _ setting: LabelRequest.Setting, _ request: LabelRequest, inside interior: Interior?
    ) -> (label: Node, cost: Double)? {
        guard let line = setting.lines.first, bends(line), let first = baseline.first, let last = baseline.last else {
            return nil
        }
        let course = Course(baseline)
        let middle = course.point(at: course.length / 2)
        let turn = atan2(last.y - first.y, last.x - first.x) * 180 / .pi
        let text = Text(
            lines: [line], origin: middle, anchor: .middle, font: setting.font, fill: .color(request.color),
            angle: turn,
            lineHeight: lineHeight(of: setting.font), halo: request.halo, course: baseline)
        let label = measurer.node(id: request.id, role: request.role, text, datum: request.datum)
        guard placer.isFree(label.bounds) else { return nil }
        let metrics = measurer.metrics(of: setting.font)
        var cost = 0.0
        var before: Double?
        for letter in measurer.letters(of: text) where letter.text != " " {
            guard abs(letter.angle) < 82 else { return nil }
            if let before {
                let bend = abs(letter.angle - before)
                guard bend < 20 else { return nil }
                cost += bend * 0.12
            }
            before = letter.angle
            let (sine, cosine) = (sin(letter.angle * .pi / 180), cos(letter.angle * .pi / 180))
            func corner(_ x: Double, _ y: Double) -> Point {
                Point(letter.origin.x + x * cosine - y * sine, letter.origin.y + x * sine + y * cosine)
            }
            let corners = [
                corner(0, 0), corner(letter.width, 0), corner(letter.width, -metrics.capHeight),
                corner(0, -metrics.capHeight),
            ]
            if let interior, !corners.allSatisfy(interior.contains) { return nil }
            let (xs, ys) = (corners.map(\.x), corners.map(\.y))
            cost += placer.cost(
                of: Rectangle(from: Point(xs.min() ?? 0, ys.min() ?? 0), to: Point(xs.max() ?? 0, ys.max() ?? 0)))
        }
        return (label, cost + abs(turn) * 0.05)
    }

    /// The same on a straight line where nobody could see the bend.
    private func straightened(_ label: Node, _ setting: LabelRequest.Setting, _ request: LabelRequest) -> Node {
        guard case .text(let text) = label.content, let first = text.course.first, let last = text.course.last else {
            return label
        }
        let length = hypot(last.x - first.x, last.y - first.y)
        guard length > 0 else { return label }
        let offs = text.course.map {
            ((last.x - first.x) * ($0.y - first.y) - (last.y - first.y) * ($0.x - first.x)) / length
        }
        guard let low = offs.min(), let high = offs.max(), high - low < setting.font.size * 0.16 else { return label }
        let shift = (low + high) / 2
        var straight = text
        straight.course = [first, last].map {
            Point($0.x - (last.y - first.y) / length * shift, $0.y + (last.x - first.x) / length * shift)
        }
        straight.origin = Course(straight.course).point(at: length / 2)
        let node = measurer.node(id: request.id, role: request.role, straight, datum: request.datum)
        return placer.isFree(node.bounds) ? node : label
    }

    /// A line beside another; nil where it would fold. Positive is to the right, walking it: below type.
    private func parallel(_ points: [Point], by distance: Double) -> [Point]? {
        var result: [Point] = []
        for index in points.indices {
            let (a, b) = (points[max(0, index - 1)], points[min(points.count - 1, index + 1)])
            let length = hypot(b.x - a.x, b.y - a.y)
            guard length > 1e-9 else { return nil }
            result.append(
                Point(
                    points[index].x - (b.y - a.y) / length * distance, points[index].y + (b.x - a.x) / length * distance
                ))
        }
        for index in 1..<result.count {
            let (was, now) = (
                Point(points[index].x - points[index - 1].x, points[index].y - points[index - 1].y),
                Point(result[index].x - result[index - 1].x, result[index].y - result[index - 1].y)
            )
            guard was.x * now.x + was.y * now.y > 0 else { return nil }
        }
        return result
    }

    /// A line without the windings that are shorter than `reach`: each point the weighted mean of its neighbourhood.
    private func smoothed(_ course: Course, over reach: Double) -> Course {
        let step = max(1.5, reach / 6)
        let count = max(2, min(4000, Int(course.length / step)))
        let points = (0...count).map { course.point(at: course.length * Double($0) / Double(count)) }
        let half = 6
        return Course(
            points.indices.map { index in
                // Narrower near the ends, which stay.
                let span = min(half, index, points.count - 1 - index)
                var (x, y, weight) = (0.0, 0.0, 0.0)
                for offset in -span...span {
                    let share = 1 - abs(Double(offset)) / Double(span + 1)
                    x += points[index + offset].x * share
                    y += points[index + offset].y * share
                    weight += share
                }
                return Point(x / weight, y / weight)
            })
    }

    /// Whether each letter of a text can be turned by itself: not in scripts that join or stack them.
    func bends(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.value < 0x0590 || (0x1E00...0x206F).contains(scalar.value)
                || (0x2E80...0xD7FF).contains(scalar.value)
                || (0xF900...0xFAFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
        }
    }
}
