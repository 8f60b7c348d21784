import Documents
import Geography
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension MapCanvas {
    /// A small map of a wider region with the frame of this one in it: its true outline there, not a box around it.
    ///
    /// Stands in the corner that covers least, before any label has a place.
    mutating func drawn(_ inset: Inset) -> Node? {
        guard !showsEdge else {
            warn(
                "no inset: the map itself shows the whole world", at: inset.location, path: "inset",
                advice: "an inset tells where a smaller frame lies")
            return nil
        }
        let edge = frameOutline()
        guard edge.count > 8, let middle = projection.invert(Point(frame.midX, frame.midY)),
            let (small, box) = laid(inset, about: middle), let (topology, layer) = topology(inset.data)
        else { return nil }
        let drawing = GeographicPath(small)
        let isGlobe = inset.frame == nil
        let outline = isGlobe ? drawing.path(of: .sphere) : PathData.rectangle(box)
        let id = "\(name)/inset"
        let inside =
            insetGround(topology, layer, drawing, outline, isGlobe: isGlobe, id: id)
            + insetFrame(edge, about: middle, drawing, id: id)
        placer.block(box.inset(by: -2))
        return .group(
            id: id, role: "map-inset",
            [
                // Parts it from the map beneath.
                .path(
                    id: id + "/casing", role: "map-inset-casing", outline,
                    stroke: Stroke(.color(theme.background), width: 5, join: .round)),
                .group(id: id + "/map", role: "map", clip: outline, inside),
                .path(id: id + "/outline", role: "map-outline", outline, stroke: style.line(theme.rule, 0.7)),
            ])
    }

    /// The inset's own projection, laid into its corner: a globe from above a place where the document names none.
    private mutating func laid(_ inset: Inset, about middle: Coordinate) -> (projection: Projection, box: Rectangle)? {
        var small: Projection
        if let wanted = inset.projection, !wanted.isAutomatic {
            small = wanted.projection
        } else {
            small = Projection(.orthographic)
            small.center = Coordinate(0, 0)
            small.rotation = Rotation(-middle.longitude, -max(-40, min(40, middle.latitude)))
        }
        let shapes: [Geometry] =
            switch inset.frame {
            case nil: [.sphere]
            case .countries(let codes)?: self.shapes(of: codes, in: inset.data)
            case let frame?: self.shapes(of: frame)
            }
        guard let unit = small.unitBounds(of: shapes), unit.width > 0, unit.height > 0 else { return nil }
        let side = min(frame.width, frame.height) * inset.size
        let ratio = max(0.3, min(3, unit.height / unit.width))
        let box = corner(inset.corner, Size(ratio > 1 ? side / ratio : side, ratio > 1 ? side : side * ratio))
        small.clipExtent = nil
        small.fit(to: inset.frame == nil ? box.inset(by: 1) : box, unitBounds: unit)
        if inset.frame != nil { small.clipExtent = box.inset(by: -2) }
        small.precision = 0.05
        return (small, box)
    }

    private func insetGround(
        _ topology: Topology, _ layer: Topology.Layer, _ drawing: GeographicPath, _ sea: PathData, isGlobe: Bool,
        id: String
    ) -> [Node] {
        var nodes: [Node] = [
            .path(
                id: id + "/sea", role: "map-sea", sea,
                fill: .color(theme.background.mixed(with: theme.sea, share: 0.75)))
        ]
        let thin = topology.simplified(for: drawing.projection, area: 0.35)
        let members = thin.layers.first?.members ?? []
        let land = thin.merged(Array(members.indices), in: thin.layers.first ?? layer)
        let rings = drawing.rings(of: land).filter { abs(signedArea($0)) > 0.6 }
        if isGlobe {
            nodes.append(
                .path(
                    id: id + "/graticule", role: "map-graticule", drawing.path(of: Graticule(step: 30).geometry),
                    stroke: style.line(theme.water.opacity(0.3), 0.35)))
        }
        nodes.append(
            .path(
                id: id + "/land", role: "map-land", outline(rings),
                fill: .color(theme.border.mixed(with: theme.landMuted, share: 0.45))))
        return nodes
    }

    /// The map's frame on the inset: tinted, its edge in the accent colour; one too small to see has a mark about it.
    private func insetFrame(
        _ edge: [Coordinate], about middle: Coordinate, _ drawing: GeographicPath, id: String
    ) -> [Node] {
        let ring = edge + edge.prefix(1)
        guard
            let polygon = [Geometry.polygon([ring]), .polygon([ring.reversed()])].min(by: {
                drawing.area(of: $0) < drawing.area(of: $1)
            })
        else { return [] }
        var nodes: [Node] = [
            .path(
                id: id + "/frame", role: "map-inset-frame", drawing.path(of: polygon),
                fill: .color(theme.accent.opacity(0.16))),
            .path(
                id: id + "/frame/edge", role: "map-inset-frame", drawing.path(of: .lineString(ring)),
                stroke: Stroke(.color(theme.accent), width: 1.3, join: .miter)),
        ]
        if drawing.area(of: polygon) < 30, let point = drawing.projection.project(middle) {
            nodes.append(
                .path(
                    id: id + "/mark", role: "map-inset-frame", .circle(center: point, radius: 5),
                    stroke: Stroke(.color(theme.accent), width: 1.3)))
        }
        return nodes
    }

    /// The edge of the map as places on the earth, from its left upper corner with the clock.
    private func frameOutline() -> [Coordinate] {
        let steps = 24
        var points: [Point] = []
        for index in 0..<steps {
            points.append(Point(frame.minX + frame.width * Double(index) / Double(steps), frame.minY))
        }
        for index in 0..<steps {
            points.append(Point(frame.maxX, frame.minY + frame.height * Double(index) / Double(steps)))
        }
        for index in 0..<steps {
            points.append(Point(frame.maxX - frame.width * Double(index) / Double(steps), frame.maxY))
        }
        for index in 0..<steps {
            points.append(Point(frame.minX, frame.maxY - frame.height * Double(index) / Double(steps)))
        }
        return points.compactMap { projection.invert($0) }
    }

    private func corner(_ wanted: Inset.Corner, _ extent: Size) -> Rectangle {
        let gap = 7.0
        func at(_ corner: Inset.Corner) -> Rectangle {
            let isLeft = corner == .topLeft || corner == .bottomLeft
            let isTop = corner == .topLeft || corner == .topRight
            return Rectangle(
                x: isLeft ? frame.minX + gap : frame.maxX - gap - extent.width,
                y: isTop ? frame.minY + gap : frame.maxY - gap - extent.height, width: extent.width,
                height: extent.height)
        }
        if wanted != .auto { return at(wanted) }
        let corners: [Inset.Corner] = [.bottomRight, .bottomLeft, .topRight, .topLeft]
        return corners.map { at($0) }.enumerated().min {
            crowd($0.element) + Double($0.offset) < crowd($1.element) + Double($1.offset)
        }?.element
            ?? at(.bottomRight)
    }

    /// What a box would cover: lines that labels avoid, and places that have a label or a symbol.
    private func crowd(_ box: Rectangle) -> Double {
        var cost = placer.cost(of: box)
        for request in requests {
            switch request.anchor {
            case .point(let point, _): if box.contains(point) { cost += 60 }
            case .fixed(let middle, let target):
                if box.contains(middle) { cost += 120 }
                if let target, box.contains(target) { cost += 120 }
            case .area(let rings, _):
                // A named area is the map's subject: its share of the box counts.
                guard let interior = Interior(rings) else { continue }
                for row in 0..<5 {
                    for column in 0..<5 {
                        let point = Point(
                            box.minX + box.width * (Double(column) + 0.5) / 5,
                            box.minY + box.height * (Double(row) + 0.5) / 5)
                        if interior.contains(point) { cost += 4 }
                    }
                }
            case .line, .edge: break
            }
        }
        return cost
    }
}
