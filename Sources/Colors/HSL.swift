import SceneGraph

/// Hue in degrees; NaN where the colour is a grey.
struct HSL {
    var hue: Double
    var saturation: Double
    var lightness: Double

    init(_ color: Color) {
        let most = max(color.red, color.green, color.blue)
        let least = min(color.red, color.green, color.blue)
        let range = most - least
        lightness = (most + least) / 2
        guard range > 0 else {
            hue = .nan
            saturation = lightness > 0 && lightness < 1 ? 0 : .nan
            return
        }
        saturation = range / (lightness < 0.5 ? most + least : 2 - most - least)
        let sixth: Double
        if color.red == most {
            sixth = (color.green - color.blue) / range + (color.green < color.blue ? 6 : 0)
        } else if color.green == most {
            sixth = (color.blue - color.red) / range + 2
        } else {
            sixth = (color.red - color.green) / range + 4
        }
        hue = sixth * 60
    }
}
