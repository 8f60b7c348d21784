import Documents
import Geography

/// The projection that a document asks for.
struct ProjectionWish: Sendable {
    /// Vega-Lite's name, or `auto`: what suits the frame.
    var name = "auto"
    /// What an automatic one keeps true; nil for what the layers need.
    var purpose: ProjectionChoice.Purpose?
    var parallels: [Double]?
    /// The place in the middle of the projection, not of the frame.
    var center: Coordinate?
    /// As in Vega, instead of `center`.
    var rotation: Rotation?

    var isAutomatic: Bool { name == "auto" }

    static var names: [String] {
        ["auto"] + ProjectionKind.all.map(\.name).filter { $0 != "identity" && $0 != "albersUsa" }
    }

    /// The projection itself, not yet fitted to anything.
    var projection: Projection {
        guard let kind = ProjectionKind.named(name) else { return Projection(.equalEarth) }
        var projection = Projection(kind)
        projection.center = Coordinate(0, 0)
        if let parallels { projection.parallels = parallels }
        if let rotation {
            projection.rotation = rotation
        } else if let center {
            // A cone or cylinder stands upright; a plane touches where the map's middle is.
            let isPlane = projection.clipAngle != nil
            projection.rotation = Rotation(-center.longitude, isPlane ? -center.latitude : 0)
        }
        return projection
    }
}

extension DocumentReader {
    /// A name, or `{type, parallels, center, rotate}`.
    mutating func projection(_ key: String = "projection") -> ProjectionWish? {
        guard let node = value(key) else { return nil }
        if node.object != nil { return object(key, noun: "a projection") { $0.projectionMembers() } }
        guard let name = node.string else {
            report(
                key, "a projection has a `type`", advice: "one of " + ProjectionWish.names.joined(separator: ", "))
            return nil
        }
        return ProjectionWish(name: known(name, key) ? name : "auto")
    }

    private mutating func known(_ name: String, _ key: String) -> Bool {
        if ProjectionWish.names.contains(name) { return true }
        report(
            key, "unknown projection `\(name)`",
            advice: DocumentReader.advice(for: name, among: ProjectionWish.names))
        return false
    }

    private mutating func projectionMembers() -> ProjectionWish {
        var wish = ProjectionWish()
        allow("type", "purpose", "parallels", "center", "rotate")
        guard let name = text("type") else {
            report(
                nil, "a projection has a `type`", advice: "one of " + ProjectionWish.names.joined(separator: ", "))
            return wish
        }
        guard known(name, "type") else { return wish }
        wish.name = name
        wish.purpose = word("purpose", of: ProjectionChoice.Purpose.self, called: "purpose")
        if has("purpose"), !wish.isAutomatic {
            report("purpose", "only `auto` has a purpose: `\(name)` is what it is")
        }
        if wish.isAutomatic {
            for key in ["parallels", "center", "rotate"] where has(key) {
                report(key, "`auto` finds its own `\(key)`; name a projection to set it")
            }
            return wish
        }
        if has("parallels"), ProjectionKind.named(name).map({ Projection($0).parallels == nil }) ?? false {
            report("parallels", "`\(name)` has no standard parallels")
        } else {
            wish.parallels = numbers("parallels", count: 1...2, in: -90...90)
        }
        wish.center = coordinate("center")
        if let values = numbers("rotate", count: 2...3, in: -360...360) {
            wish.rotation = Rotation(values[0], values[1], values.count > 2 ? values[2] : 0)
            if has("center") { report("rotate", "`center` and `rotate` say the same thing; keep one") }
        }
        return wish
    }

    /// `[longitude, latitude]`.
    mutating func coordinate(_ key: String) -> Coordinate? {
        guard let values = numbers(key, count: 2...2, in: -360...360) else { return nil }
        guard abs(values[1]) <= 90 else {
            report(key, "\(values[1]) is no latitude", advice: "longitude comes first")
            return nil
        }
        return Coordinate(values[0], values[1])
    }
}
