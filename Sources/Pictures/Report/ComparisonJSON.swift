/// Comparisons as JSON, for machines: `dossier compare --json`.
public enum ComparisonJSON {
    public static func json(of comparisons: [PictureComparison]) -> String {
        let failed = comparisons.filter { !$0.passes }.count
        var text = "{\"version\":1,\"passed\":\(comparisons.count - failed),\"failed\":\(failed),\"pictures\":["
        text += comparisons.map(json).joined(separator: ",")
        return text + "]}\n"
    }

    private static func json(of comparison: PictureComparison) -> String {
        var text = "\n{\"name\":\(quoted(comparison.name)),\"passes\":\(comparison.passes)"
        if let problem = comparison.problem { text += ",\"problem\":\(quoted(problem))" }
        if let pixels = comparison.pixels {
            text += ",\"pixels\":{\"identical\":\(pixels.isIdentical),\"differing\":\(pixels.differing)"
            text += ",\"withinThreshold\":\(pixels.withinThreshold),\"antialiased\":\(pixels.antialiased)"
            text += ",\"masked\":\(pixels.masked),\"greatestStep\":\(pixels.greatestStep)"
            text += ",\"expectedSize\":[\(pixels.expectedWidth),\(pixels.expectedHeight)]"
            text += ",\"actualSize\":[\(pixels.actualWidth),\(pixels.actualHeight)]"
            text += ",\"allowances\":[\(pixels.tolerance.allowances.map(quoted).joined(separator: ","))]"
            let named = Dictionary(
                comparison.places.map { ($0.cluster, $0.ids) }, uniquingKeysWith: { first, _ in first })
            text += ",\"clusters\":["
            text += pixels.clusters.map { cluster in
                let box = cluster.box
                let ids = (named[cluster] ?? []).map(quoted).joined(separator: ",")
                return
                    "{\"box\":[\(box.x),\(box.y),\(box.width),\(box.height)],\"pixels\":\(cluster.count),"
                    + "\"ids\":[\(ids)]}"
            }.joined(separator: ",")
            text += "]}"
        }
        if let scene = comparison.scene {
            text += ",\"changes\":["
            text += scene.changes.map { change in
                "{\"message\":\(quoted(change.message)),\"ids\":[\(change.ids.map(quoted).joined(separator: ","))]}"
            }.joined(separator: ",")
            text += "]"
        }
        return text + "}"
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
