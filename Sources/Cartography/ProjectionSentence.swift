import Geography
import Phrases

extension MapCanvas {
    /// The projection and its parameters, and why it was chosen where it was, for the note.
    func projectionSentence(reasons: [ProjectionChoice.Reason]) -> String {
        let words = phrases.map
        var parts = [
            words.projections[projection.kind.name] ?? Phrases.fill(words.projection, projection.kind.name)
        ]
        if let parallels = projection.parallels, let first = parallels.first {
            if parallels.count > 1, parallels[1] != first {
                let (low, high) = (min(first, parallels[1]), max(first, parallels[1]))
                let sameSide = (low >= 0) == (high >= 0) && low != 0
                let lower = sameSide && phrases.language != "zh" ? number(abs(low)) : latitude(low)
                parts.append(Phrases.fill(words.standardParallels, lower, latitude(high)))
            } else {
                parts.append(Phrases.fill(words.standardParallel, latitude(first)))
            }
        }
        let (middle, height) = (-projection.rotation.longitude, -projection.rotation.latitude)
        if middle != 0 || height != 0 {
            let place = (height != 0 ? [latitude(height)] : []) + [longitude(middle)]
            parts.append(Phrases.fill(words.centredOn, place.joined(separator: phrases.comma)))
        }
        let separator = phrases.language == "zh" ? "，" : ", "
        let text = parts.joined(separator: separator)
        if reasons.isEmpty { return text }
        let why = reasons.compactMap { words.reasons[$0.rawValue] }.joined(separator: separator)
        let reason = Phrases.fill(words.chosen, why)
        return text + (phrases.language == "zh" ? "（\(reason)）" : " (\(reason))")
    }

    func latitude(_ degrees: Double) -> String {
        let text = number(abs(degrees))
        return degrees == 0 ? text : Phrases.fill(degrees > 0 ? phrases.map.north : phrases.map.south, text)
    }

    func longitude(_ degrees: Double) -> String {
        var turned = degrees
        while turned > 180 { turned -= 360 }
        while turned < -180 { turned += 360 }
        let text = number(abs(turned))
        if turned == 0 || abs(turned) == 180 { return text }
        return Phrases.fill(turned > 0 ? phrases.map.east : phrases.map.west, text)
    }

    private func number(_ degrees: Double) -> String {
        let tenths = (degrees * 10).rounded() / 10
        let text = tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
        return text.replacing(".", with: phrases.numbers.decimal) + "°"
    }
}
