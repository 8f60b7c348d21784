import SceneGraph
import Typography

extension TextMeasuring {
    /// A text of a few lines, broken so that they are about equally long: no word stands alone on the last.
    func evenLines(of text: String, font: Font, width: Double) -> [String] {
        let lines = lines(of: text, font: font, width: width)
        guard (2...4).contains(lines.count), !text.contains("\n") else { return lines }
        // No word may be broken that was whole: the widest word is the least width.
        let words = text.split(separator: " ").map { self.width(of: String($0), font: font) }
        guard let widest = words.max(), widest < width else { return lines }
        var (low, high) = (max(widest, width * 0.4), width)
        var best = lines
        for _ in 0..<5 {
            let middle = (low + high) / 2
            let tried = self.lines(of: text, font: font, width: middle)
            if tried.count <= lines.count {
                best = tried
                high = middle
            } else {
                low = middle
            }
        }
        return best
    }
}
