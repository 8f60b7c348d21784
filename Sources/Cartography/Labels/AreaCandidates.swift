import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension MapCanvas {
    /// Inside an area, level or along its spine; else over its edges, or off it, as the request says.
    func candidates(in rings: [[Point]], otherwise: LabelRequest.Fallback, _ request: LabelRequest) -> [LabelCandidate]
    {
        guard let interior = Interior(rings) else { return [] }
        let places = interior.places()
        let settings = settings(of: request)
        guard let core = places.first, let last = settings.last else { return [] }
        var found: [LabelCandidate] = []
        for (index, setting) in settings.enumerated() {
            // A smaller setting is for where the larger ones find no room.
            let base = Double(index) * 3.5
            found += level(interior, places, setting, request, base: base)
            if setting.lines.count == 1 { found += bent(interior, setting, request, base: base + 4) }
        }
        if otherwise == .beside {
            for setting in settings { found += candidates(touching: interior.bounds, setting, request) }
            return found
        }
        // Over its edges, but about its middle.
        var over: [LabelCandidate] = []
        for place in found.isEmpty ? places.prefix(60) : [] {
            let label = node(request, last, middle: place)
            guard placer.isFree(label.bounds), !standsInForeignLand(label.bounds, request) else { continue }
            let off = abs(place.x - core.x) + abs(place.y - core.y)
            over.append(
                LabelCandidate(
                    label, cost: 32 + placer.cost(of: label.bounds) + 0.25 * off, behind: request.symbol))
        }
        found += apart(over, most: 6)
        // Off it, with a line to it; it then stands on other land than its own.
        var afar = request
        if request.halo != nil { afar.halo = style.halo(theme.landMuted) }
        if request.color.contrast(with: theme.landMuted) < 4.5 { afar.color = theme.mutedInk }
        let ends = stride(from: 0, to: min(places.count, 40), by: 4).map { places[$0] }
        // What has room enough inside needs no line.
        guard found.count < 8 else { return found }
        for setting in settings.suffix(2) {
            found += candidates(around: ends, of: interior.bounds, setting, afar, cost: 30).map { candidate in
                var candidate = candidate
                // Among names of their own a strange one would be taken for theirs.
                if standsInForeignLand(candidate.label.bounds, request, onlyLabelled: true) {
                    candidate.cost += 26
                } else if standsInForeignLand(candidate.label.bounds, request) {
                    candidate.cost += 6
                }
                return candidate
            }
        }
        return found
    }

    /// Whether some of a box lies in a state other than the one that the label names.
    private func standsInForeignLand(
        _ box: Rectangle, _ request: LabelRequest, onlyLabelled: Bool = false
    ) -> Bool {
        guard let owner = request.owner else { return false }
        let near = lands.filter { $0.code != owner && ($0.isLabelled || !onlyLabelled) && $0.bounds.intersects(box) }
        if near.isEmpty { return false }
        for row in 0...2 {
            for column in 0...6 {
                let point = Point(
                    box.minX + box.width * Double(column) / 6, box.minY + box.height * (0.2 + 0.3 * Double(row)))
                if near.contains(where: { $0.contains(point) }) { return true }
            }
        }
        return false
    }

    /// Upright type wholly inside, the roomiest and least covering places first.
    private func level(
        _ interior: Interior, _ places: [Point], _ setting: LabelRequest.Setting, _ request: LabelRequest, base: Double
    ) -> [LabelCandidate] {
        var found: [LabelCandidate] = []
        let isSpread = setting.font.letterSpacing > setting.font.size * 0.15
        for (rank, place) in places.prefix(160).enumerated() {
            let label = node(request, setting, middle: place)
            guard placer.isFree(label.bounds) else { continue }
            // Type that is spread through its area leaves some of it at either end.
            let room =
                isSpread
                ? Rectangle(
                    x: label.bounds.x - label.bounds.width * 0.1, y: label.bounds.y, width: label.bounds.width * 1.2,
                    height: label.bounds.height)
                : label.bounds.inset(by: 0.5)
            guard interior.contains(room) else { continue }
            found.append(
                LabelCandidate(
                    label, cost: base + placer.cost(of: label.bounds) + Double(rank) * 0.12, behind: request.symbol))
        }
        return apart(found, most: 8)
    }

    /// The cheapest, each well off those before it: near twins help nobody whose place is taken.
    private func apart(_ found: [LabelCandidate], most: Int) -> [LabelCandidate] {
        var kept: [LabelCandidate] = []
        for candidate in found.sorted(by: { $0.cost < $1.cost }) where kept.count < most {
            let box = candidate.label.bounds
            let isTwin = kept.contains { other in
                abs(other.label.bounds.midX - box.midX) < box.width * 0.2
                    && abs(other.label.bounds.midY - box.midY) < box.height * 0.5
            }
            if !isTwin { kept.append(candidate) }
        }
        return kept
    }

    /// Along the area's spine, where the area is long and not level.
    private func bent(
        _ interior: Interior, _ setting: LabelRequest.Setting, _ request: LabelRequest, base: Double
    ) -> [LabelCandidate] {
        guard let line = setting.lines.first, bends(line), let spine = interior.spine else { return [] }
        let metrics = measurer.metrics(of: setting.font)
        let width = measurer.width(of: line, font: setting.font)
        let course = Course(spine)
        guard course.length > width * 1.12, let first = spine.first, let last = spine.last else { return [] }
        let chord = atan2(last.y - first.y, last.x - first.x)
        guard abs(chord) < 1.48 else { return [] }
        var found: [LabelCandidate] = []
        for share in [0.5, 0.42, 0.58, 0.35, 0.65] {
            let start = (course.length - width) * share
            // Below the spine by half the letters' height, so that the spine runs through their middle.
            let drop = metrics.capHeight / 2
            let count = max(8, Int(width / 4))
            var baseline: [Point] = []
            for index in 0...count {
                let along = start + width * Double(index) / Double(count)
                let (here, before, after) = (
                    course.point(at: along), course.point(at: along - 3), course.point(at: along + 3)
                )
                let step = max(1e-6, hypot(after.x - before.x, after.y - before.y))
                baseline.append(
                    Point(here.x - (after.y - before.y) / step * drop, here.y + (after.x - before.x) / step * drop))
            }
            guard let candidate = self.candidate(along: baseline, setting, request, inside: interior) else { continue }
            found.append(
                LabelCandidate(
                    candidate.label, cost: base + candidate.cost + abs(share - 0.5) * 20 + abs(chord) * 4,
                    behind: request.symbol))
        }
        return found
    }

    /// Touching the rectangle around an area.
    private func candidates(
        touching box: Rectangle, _ setting: LabelRequest.Setting, _ request: LabelRequest
    ) -> [LabelCandidate] {
        let gap = 2.0
        let size = node(request, setting, middle: Point(box.midX, box.midY)).bounds
        var found: [LabelCandidate] = []
        for (rank, (dx, dy)) in [(1.0, 0.0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)].enumerated()
        {
            let corner = dx != 0 && dy != 0 ? 0.7 : 1
            let label = node(
                request, setting,
                middle: Point(
                    box.midX + dx * corner * (box.width / 2 + size.width / 2 + gap),
                    box.midY + dy * corner * (box.height / 2 + size.height / 2 + gap)))
            guard placer.isFree(label.bounds) else { continue }
            found.append(
                LabelCandidate(label, cost: 12 + placer.cost(of: label.bounds) + Double(rank), behind: request.symbol))
        }
        return found
    }
}
