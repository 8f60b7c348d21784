import SceneGraph

extension PathData {
    /// SVG path data with absolute commands, coordinates to a thousandth of a unit.
    var svg: String {
        var text = ""
        text.reserveCapacity(coordinates.count * 8)
        var index = 0
        func write(_ count: Int) {
            for offset in 0..<count {
                if offset > 0 { text += offset % 2 == 0 ? " " : "," }
                appendNumber(coordinates[index + offset], to: &text)
            }
        }
        for verb in verbs {
            switch verb {
            case .move: text += "M"
            case .line: text += "L"
            case .cubic: text += "C"
            case .close: text += "Z"
            }
            write(verb.coordinateCount)
            index += verb.coordinateCount
        }
        return text
    }
}
