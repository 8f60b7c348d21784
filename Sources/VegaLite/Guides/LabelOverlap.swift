import SceneGraph

/// How a turned label hangs on its tick.
struct LabelTurning {
    var align: String?
    var baseline: String

    init(angle: Double, orient: String) {
        let isX = orient == "top" || orient == "bottom"
        var turned = angle.truncatingRemainder(dividingBy: 360)
        if turned < 0 { turned += 360 }
        // Nearest the axis stands the end of the text that the turn brings there.
        let start: Double = isX ? 0 : 90
        let main = isX ? "bottom" : "left"
        if (start + 180).truncatingRemainder(dividingBy: 180) == turned.truncatingRemainder(dividingBy: 180) {
            align = isX ? nil : "center"
        } else if start < turned, turned < 180 + start {
            align = orient == main ? "left" : "right"
        } else {
            align = orient == main ? "right" : "left"
        }
        if isX {
            if turned <= 45 || turned >= 315 {
                baseline = orient == "top" ? "bottom" : "top"
            } else if turned >= 135, turned <= 225 {
                baseline = orient == "top" ? "top" : "bottom"
            } else {
                baseline = "middle"
            }
        } else {
            if turned <= 45 || turned >= 315 || (135...225).contains(turned) {
                baseline = "middle"
            } else if turned < 135 {
                baseline = orient == "left" ? "top" : "bottom"
            } else {
                baseline = orient == "left" ? "bottom" : "top"
            }
        }
    }
}

/// Which of a row of labels are kept so that none covers another.
enum LabelOverlap {
    static func kept(_ boxes: [Rectangle], greedy: Bool, separation: Double) -> [Int] {
        func covers(_ a: Rectangle, _ b: Rectangle) -> Bool {
            separation > max(b.minX - a.maxX, a.minX - b.maxX, b.minY - a.maxY, a.minY - b.maxY)
        }
        func anyOverlap(_ list: [Int]) -> Bool {
            zip(list, list.dropFirst()).contains { covers(boxes[$0], boxes[$1]) }
        }
        let all = Array(boxes.indices)
        guard all.count >= 3, anyOverlap(all) else { return all }
        if greedy {
            var kept: [Int] = []
            for index in all where kept.last.map({ !covers(boxes[$0], boxes[index]) }) ?? true { kept.append(index) }
            return kept
        }
        // Every second is left out until there is room.
        var kept = all
        repeat {
            kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        } while kept.count >= 3 && anyOverlap(kept)
        if kept.count < 3, let last = all.last, kept.last != last {
            if kept.count > 1 { kept.removeLast() }
            kept.append(last)
        }
        return kept
    }
}
