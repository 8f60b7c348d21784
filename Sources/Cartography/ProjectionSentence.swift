import Geography

extension MapCanvas {
    /// The projection and its parameters, for the note.
    func projectionSentence(reason: String?) -> String {
        let names = [
            "albers": "Albers equal-area conic projection", "conicEqualArea": "Albers equal-area conic projection",
            "conicConformal": "Lambert conformal conic projection", "conicEquidistant": "Equidistant conic projection",
            "azimuthalEqualArea": "Lambert azimuthal equal-area projection",
            "azimuthalEquidistant": "Azimuthal equidistant projection", "orthographic": "Orthographic projection",
            "stereographic": "Stereographic projection", "gnomonic": "Gnomonic projection",
            "mercator": "Mercator projection",
            "transverseMercator": "Transverse Mercator projection", "equirectangular": "Equirectangular projection",
            "equalEarth": "Equal Earth projection", "naturalEarth1": "Natural Earth projection",
            "cylindricalEqualArea": "Lambert cylindrical equal-area projection", "eckert4": "Eckert IV projection",
            "miller": "Miller cylindrical projection", "mollweide": "Mollweide projection",
            "sinusoidal": "Sinusoidal projection", "winkel3": "Winkel Tripel projection",
        ]
        var text = names[projection.kind.name] ?? "Projection: \(projection.kind.name)"
        if let parallels = projection.parallels, let first = parallels.first {
            if parallels.count > 1, parallels[1] != first {
                let (low, high) = (min(first, parallels[1]), max(first, parallels[1]))
                let sameSide = (low >= 0) == (high >= 0) && low != 0
                text +=
                    ", standard parallels " + (sameSide ? number(abs(low)) : latitude(low)) + " and " + latitude(high)
            } else {
                text += ", standard parallel " + latitude(first)
            }
        }
        let (middle, height) = (-projection.rotation.longitude, -projection.rotation.latitude)
        if middle != 0 || height != 0 {
            text += ", centred on " + (height != 0 ? latitude(height) + ", " : "") + longitude(middle)
        }
        if let reason { text += " (chosen: \(reason))" }
        return text
    }

    func latitude(_ degrees: Double) -> String { number(abs(degrees)) + (degrees > 0 ? " N" : degrees < 0 ? " S" : "") }

    func longitude(_ degrees: Double) -> String {
        var turned = degrees
        while turned > 180 { turned -= 360 }
        while turned < -180 { turned += 360 }
        return number(abs(turned)) + (turned > 0 && turned < 180 ? " E" : turned < 0 && turned > -180 ? " W" : "")
    }

    private func number(_ degrees: Double) -> String {
        let tenths = (degrees * 10).rounded() / 10
        return (tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)) + "°"
    }
}
