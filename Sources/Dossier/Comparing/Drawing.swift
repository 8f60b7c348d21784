import Documents
import Pictures
import Rendering
import SceneGraph

/// One picture that can be drawn again and again, at any scale.
struct Drawing: Sendable {
    /// Pixels per unit of a report's page: enough to tell that anything on it changed, at a third of the bytes; its
    /// figures have baselines of their own, and its scene tells what changed.
    static let pageScale = 0.5

    /// Its baseline's name, without ending.
    var name: String
    /// Pixels per unit, where nothing asks for fewer.
    var scale = 1.0
    /// Laid out anew for each attempt, counted from 0.
    var lay: @Sendable (_ attempt: Int) throws -> Layout

    /// A picture that is laid out, with the fonts that draw it.
    struct Layout: Sendable {
        var scene: Scene
        var fonts: FontLibrary

        /// - Parameter scale: pixels per unit.
        func drawn(scale: Double) throws(Diagnostics) -> PixelImage {
            try PNGExporter.pixels(of: scene, scale: scale, fonts: fonts)
        }

        /// The scene as it is kept beside the baseline.
        func record(with fingerprint: Fingerprint? = nil) -> [UInt8] {
            Array(
                SceneJSONExporter.record(
                    of: scene, drawnWith: fingerprint?.entries.map { ($0.name, $0.value) } ?? []
                ).utf8)
        }
    }
}
