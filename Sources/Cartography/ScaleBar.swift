import Formats
import Geography
import Phrases
import SceneGraph
import Typography

extension MapCanvas {
    /// Figure units a metre at a place, east to west and north to south; nil where it is not shown.
    private func localScale(_ place: Coordinate) -> (east: Double, north: Double)? {
        let step = 0.05
        let stretch = max(0.02, cosineOfLatitude(place.latitude))
        let ends = [
            (
                Coordinate(place.longitude - step / stretch, place.latitude),
                Coordinate(place.longitude + step / stretch, place.latitude)
            ),
            (Coordinate(place.longitude, place.latitude - step), Coordinate(place.longitude, place.latitude + step)),
        ]
        var scales: [Double] = []
        for (a, b) in ends {
            guard abs(a.latitude) < 90, abs(b.latitude) < 90, let p = projection.project(a),
                let q = projection.project(b)
            else { return nil }
            let metres = Geodesic.distance(from: a, to: b)
            let drawn = ((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)).squareRoot()
            guard metres > 0, drawn < frame.width / 2 else { return nil }
            scales.append(drawn / metres)
        }
        return (scales[0], scales[1])
    }

    private func cosineOfLatitude(_ degrees: Double) -> Double {
        // Enough for a step: Bhāskara I's approximation.
        let d = min(90, abs(degrees))
        let sineOfRest = 4 * (90 - d) * (90 + d) / (40500 - (90 - d) * (90 + d))
        return sineOfRest
    }

    private func length(_ kilometres: Double) -> String {
        let whole = Int(kilometres)
        let text = whole < 1000 ? "\(whole)" : "\(whole / 1000)\(phrases.numbers.group)000"
        return text + " km"
    }

    private func referencePlace(_ wish: ScaleBarWish) -> Coordinate? {
        guard let middle = projection.invert(Point(frame.midX, frame.midY)) else { return nil }
        if case .at(let latitude?) = wish { return Coordinate(middle.longitude, latitude) }
        return Coordinate(middle.longitude, middle.latitude.rounded())
    }

    /// How much scale differs over the frame from that of the bar: 0.1 is 10 %.
    private func scaleVariation(from reference: Double) -> Double {
        var most = 0.0
        for row in 0...8 {
            for column in 0...8 {
                let point = Point(
                    frame.minX + frame.width * Double(column) / 8, frame.minY + frame.height * Double(row) / 8)
                guard let place = projection.invert(point), abs(place.latitude) < 89, let scale = localScale(place)
                else { continue }
                for value in [scale.east, scale.north] { most = max(most, abs(value / reference - 1)) }
            }
        }
        return most
    }

    /// Why there is no scale bar, for the note; nil where there is one.
    func scaleBarRefusal(_ wish: ScaleBarWish) -> String? {
        guard let place = referencePlace(wish), let scale = localScale(place), scale.east > 0 else {
            return phrases.map.noMiddle
        }
        let variation = scaleVariation(from: scale.east)
        guard variation > 0.1 else { return nil }
        let percent = Int((variation * 100).rounded())
        return Phrases.fill(phrases.map.scaleDiffers, "\(percent)")
    }

    /// The bar, in the corner where least is drawn; nil where it is not wanted or would mislead.
    mutating func drawScaleBar(_ wish: ScaleBarWish) -> Node? {
        guard case .at = wish, scaleBarRefusal(wish) == nil, let place = referencePlace(wish),
            let scale = localScale(place)?.east
        else { return nil }
        let most = frame.width * 0.2 / scale / 1000
        var kilometres = 1.0
        while kilometres * 10 <= most { kilometres *= 10 }
        for factor in [5.0, 2] where kilometres * factor <= most {
            kilometres *= factor
            break
        }
        let width = kilometres * 1000 * scale
        let font = style.smallFont
        let metrics = measurer.metrics(of: font)
        let label = Phrases.fill(
            phrases.map.scaleAt, length(kilometres), latitude(place.latitude))
        let textWidth = measurer.width(of: label, font: font)
        let tick = 4.0
        let pad = 5.0
        let size = Size(max(width, textWidth) + 2 * pad, metrics.ascent + metrics.descent + tick + 2 * pad)
        let inset = 6.0
        let corners = [
            Point(frame.minX + inset, frame.maxY - inset - size.height),
            Point(frame.maxX - inset - size.width, frame.maxY - inset - size.height),
            Point(frame.minX + inset, frame.minY + inset), Point(frame.maxX - inset - size.width, frame.minY + inset),
        ]
        func crowd(_ corner: Point) -> Double {
            let box = Rectangle(x: corner.x, y: corner.y, width: size.width, height: size.height)
            // Never over the inset.
            return placer.cost(of: box) + (placer.isFree(box) ? 0 : 1e6)
        }
        guard let corner = corners.min(by: { crowd($0) < crowd($1) }) else { return nil }
        let box = Rectangle(x: corner.x, y: corner.y, width: size.width, height: size.height)
        placer.block(box)

        let base = box.maxY - pad
        var bar = PathData()
        bar.move(to: Point(box.minX + pad, base - tick))
        bar.line(to: Point(box.minX + pad, base))
        bar.line(to: Point(box.minX + pad + width, base))
        bar.line(to: Point(box.minX + pad + width, base - tick))
        let text = measurer.node(
            id: "\(name)/scale-bar/label", role: "map-label",
            Text(
                lines: [label], origin: Point(box.minX + pad, box.minY + pad + metrics.ascent - 1), font: font,
                fill: .color(theme.ink), halo: style.halo(theme.sea)))
        return .group(
            id: "\(name)/scale-bar", role: "scale-bar",
            [
                .path(id: "\(name)/scale-bar/bar", role: "scale-bar-line", bar, stroke: style.line(theme.ink, 1.1)),
                text,
            ])
    }
}
