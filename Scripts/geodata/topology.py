"""Turns rings and lines that share vertices into TopoJSON whose shared lines stay shared.

Works on a whole-number grid: coordinates are quantised first, so "the same vertex" is equality of
two integers. The order of the steps matters:

  quantise -> close the seam at 180 degrees -> cut at junctions -> share arcs -> simplify each arc once

Because an arc is simplified once, whoever uses it, two neighbours can never part.
Simplification: Visvalingam and Whyatt 1993, by effective area, on a plane scaled by the cosine of the
latitude, so that a tolerance in square kilometres means the same in Norway and in Kenya.
"""
import heapq
import json
import math

KM_PER_DEGREE = 111.195  # mean earth radius 6371.0088 km


class Grid:
    """Whole-number coordinates: `step` degrees apart, from (-180, -90)."""

    def __init__(self, step):
        self.step = step
        self.per_degree = round(1 / step)
        self.half_turn = 180 * self.per_degree

    def point(self, lon, lat):
        lon = max(-180.0, min(180.0, lon))
        return (round(lon * self.per_degree), round(lat * self.per_degree))


def without_repeats(points):
    out = []
    for p in points:
        if not out or out[-1] != p:
            out.append(p)
    return out


def signed_area(ring):
    """Twice the signed area, longitudes unrolled so that a ring may run across 180 degrees."""
    total = 0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        total += x0 * y1 - x1 * y0
    return total


class Builder:
    def __init__(self, step, tolerance_km2, drop_island_km2=0.0, finer=None):
        """`finer`: (is_inside(lon, lat), tolerance, island): lines with a vertex there are thinned less."""
        self.finer = finer
        self.grid = Grid(step)
        self.tolerance = tolerance_km2
        self.drop_island = drop_island_km2
        self.objects = {}  # name -> [(id, properties, kind, parts)]

    # -- input ---------------------------------------------------------------------------------

    def ring(self, coordinates):
        """A closed ring on the grid, or None when nothing of it is left."""
        points = without_repeats([self.grid.point(x, y) for x, y, *_ in coordinates])
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        return points if len(points) >= 3 and signed_area(points + points[:1]) != 0 else None

    def add_polygons(self, layer, identifier, properties, polygons):
        """`polygons`: list of [exterior, hole, ...]; the largest is always kept."""
        prepared = []
        for polygon in polygons:
            rings = [self.ring(r) for r in polygon]
            if rings[0] is None:
                continue
            prepared.append([r for r in rings if r is not None])
        if not prepared:  # smaller than the grid: a diamond about its first point, so that it is not lost
            x, y = self.grid.point(*polygons[0][0][0][:2])
            prepared = [[[(x - 1, y), (x, y + 1), (x + 1, y), (x, y - 1)]]]
        whole = self.close_seam(prepared)
        sizes = [self.size_km2(p[0]) for p in whole]
        largest = max(sizes)
        kept = [p for p, s in zip(whole, sizes) if s >= self.least_island(p[0]) or s == largest]
        # Exterior rings clockwise and holes the other way, as d3 and Vega read a sphere.
        wound = []
        for polygon in kept:
            wound.append([self.wind(r, exterior=(i == 0)) for i, r in enumerate(polygon)])
        self.objects.setdefault(layer, []).append((identifier, properties, "polygon", wound))

    def add_lines(self, layer, identifier, properties, lines):
        prepared = [without_repeats([self.grid.point(x, y) for x, y, *_ in line]) for line in lines]
        prepared = [line for line in prepared if len(line) >= 2]
        if prepared:
            self.objects.setdefault(layer, []).append((identifier, properties, "line", prepared))

    def is_finer(self, points):
        per = self.grid.per_degree
        return self.finer is not None and any(self.finer[0](x / per, y / per) for x, y in points)

    def least_island(self, ring):
        return self.finer[2] if self.is_finer(ring) else self.drop_island

    def size_km2(self, ring):
        latitude = sum(p[1] for p in ring) / len(ring) / self.grid.per_degree
        twice = abs(signed_area(self.unrolled(ring))) / self.grid.per_degree**2
        return twice / 2 * KM_PER_DEGREE**2 * math.cos(math.radians(latitude))

    # -- the seam ------------------------------------------------------------------------------

    def close_seam(self, polygons):
        """Joins what Natural Earth cut at 180 degrees (and along the pole), so that no border is drawn there."""
        half = self.grid.half_turn
        pole = 90 * self.grid.per_degree

        def on_seam(p):
            return abs(p[0]) == half or abs(p[1]) == pole

        whole, runs = [], []
        for polygon in polygons:
            for ring in polygon[:1]:
                n = len(ring)
                seam_edges = [i for i in range(n) if on_seam(ring[i]) and on_seam(ring[(i + 1) % n])]
                if not seam_edges:
                    whole.append(polygon)
                    continue
                if len(polygon) > 1:
                    raise SystemExit("a polygon cut at 180 degrees has a hole: not foreseen")
                start = (seam_edges[0] + 1) % n
                order = [ring[(start + k) % n] for k in range(n)] + [ring[start]]
                run = [order[0]]
                for a, b in zip(order, order[1:]):
                    if on_seam(a) and on_seam(b):
                        if len(run) > 1:
                            runs.append(run)
                        run = [b]
                    else:
                        run.append(b)
                if len(run) > 1:
                    runs.append(run)
        joined = []
        while runs:
            run = runs.pop(0)
            while run[0][1] != run[-1][1] or abs(run[0][0]) != abs(run[-1][0]):
                index = min(range(len(runs)), key=lambda i: abs(runs[i][0][1] - run[-1][1]), default=None)
                if index is None or abs(runs[index][0][1] - run[-1][1]) > 2:
                    if abs(run[0][1] - run[-1][1]) > 2:
                        raise SystemExit(f"a ring cut at 180 degrees does not close: {run[0]} {run[-1]}")
                    break
                run = run + runs.pop(index)[1:]
            run = without_repeats(run[:-1])
            joined.append([(half if x == -half else x, y) for x, y in run])
        return whole + [[ring] for ring in joined]

    def unrolled(self, ring):
        turn = 2 * self.grid.half_turn
        out, offset = [ring[0]], 0
        for (x0, _), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
            if x1 - x0 > self.grid.half_turn:
                offset -= turn
            elif x0 - x1 > self.grid.half_turn:
                offset += turn
            out.append((x1 + offset, y1))
        return out

    def wind(self, ring, exterior):
        path = self.unrolled(ring)
        if path[0][0] != path[-1][0]:  # goes once about a pole (Antarctica)
            eastward = path[-1][0] > path[0][0]
            south = sum(p[1] for p in ring) < 0
            # Walking west to east, the south is on the right.
            right_is_inside = eastward == south
            return ring if right_is_inside == exterior else ring[::-1]
        clockwise = signed_area(path) < 0
        return ring if clockwise == exterior else ring[::-1]

    # -- arcs ----------------------------------------------------------------------------------

    def junctions(self):
        """Vertices where the set of neighbours differs between the paths that use them."""
        neighbours, found = {}, set()

        def visit(point, a, b):
            pair = (a, b) if a <= b else (b, a)
            before = neighbours.get(point)
            if before is None:
                neighbours[point] = pair
            elif before != pair:
                found.add(point)

        nothing = (1 << 30, 1 << 30)
        for features in self.objects.values():
            for _, _, kind, parts in features:
                if kind == "polygon":
                    for polygon in parts:
                        for ring in polygon:
                            n = len(ring)
                            for i in range(n):
                                visit(ring[i], ring[i - 1], ring[(i + 1) % n])
                else:
                    for line in parts:
                        found.add(line[0])
                        found.add(line[-1])
                        for i in range(1, len(line) - 1):
                            visit(line[i], line[i - 1], line[i + 1])
        return found

    def build(self):
        junction = self.junctions()
        self.arcs, self.index, self.closed = [], {}, []

        def arc(points, closed=False):
            key = tuple(points)
            if key in self.index:
                return self.index[key]
            back = key[::-1]
            if back in self.index:
                return ~self.index[back]
            self.index[key] = len(self.arcs)
            self.arcs.append(list(points))
            self.closed.append(closed)
            return self.index[key]

        def cut(line):
            out, start = [], 0
            for i in range(1, len(line)):
                if line[i] in junction or i == len(line) - 1:
                    out.append(arc(line[start : i + 1]))
                    start = i
            return out

        def cut_ring(ring):
            starts = [i for i, p in enumerate(ring) if p in junction]
            if not starts:
                # Alone, or shared whole (an enclave): begin at the least vertex so both users agree.
                first = min(range(len(ring)), key=lambda i: ring[i])
                turned = ring[first:] + ring[:first]
                return [arc(turned + turned[:1], closed=True)]
            turned = ring[starts[0] :] + ring[: starts[0]]
            return cut(turned + turned[:1])

        shaped = {}
        for layer, features in self.objects.items():
            rows = []
            for identifier, properties, kind, parts in features:
                if kind == "polygon":
                    arcs = [[cut_ring(ring) for ring in polygon] for polygon in parts]
                else:
                    arcs = [cut(line) for line in parts]
                rows.append((identifier, properties, kind, arcs))
            shaped[layer] = rows
        self.simplify(shaped)
        return self.written(shaped)

    # -- simplification ------------------------------------------------------------------------

    def simplify(self, shaped):
        least = [0] * len(self.arcs)  # inner points an arc must keep, so that a ring stays a ring
        for rows in shaped.values():
            for _, _, kind, parts in rows:
                if kind != "polygon":
                    continue
                for polygon in parts:
                    for ring in polygon:
                        ids = [a if a >= 0 else ~a for a in ring]
                        if len(ids) == 1:
                            least[ids[0]] = max(least[ids[0]], 3)
                        elif len(ids) == 2:
                            longest = max(ids, key=lambda a: (len(self.arcs[a]), -a))
                            least[longest] = max(least[longest], 2)
        whole = self.arcs
        # A loop that hangs on one point of a ring keeps an inside too.
        least = [max(n, 2) if points[0] == points[-1] else n for n, points in zip(least, whole)]
        self.arcs = [self.simplified(points, least[i]) for i, points in enumerate(whole)]
        # A ring that was thinned to nothing gets its arcs back as they were.
        for rows in shaped.values():
            for _, _, kind, parts in rows:
                for ring in (r for polygon in parts for r in polygon) if kind == "polygon" else ():
                    points = [p for a in ring for p in (self.arcs[a] if a >= 0 else self.arcs[~a][::-1])]
                    if signed_area(self.unrolled(points)) == 0:
                        for a in ring:
                            self.arcs[a if a >= 0 else ~a] = whole[a if a >= 0 else ~a]

    def effective(self, a, b, c):
        half = self.grid.half_turn
        turn = 2 * half

        def near(x):
            return x - turn if x - b[0] > half else x + turn if b[0] - x > half else x

        scale = KM_PER_DEGREE / self.grid.per_degree
        east = math.cos(math.radians(b[1] / self.grid.per_degree))
        ax, cx = near(a[0]), near(c[0])
        return abs((ax - b[0]) * (c[1] - b[1]) - (cx - b[0]) * (a[1] - b[1])) / 2 * scale * scale * east

    def simplified(self, points, least):
        n = len(points)
        if n <= 2 + least:
            return points
        tolerance = self.finer[1] if self.is_finer(points) else self.tolerance
        before, after = list(range(-1, n - 1)), list(range(1, n + 1))
        alive, area = [True] * n, [math.inf] * n
        heap = []
        for i in range(1, n - 1):
            area[i] = self.effective(points[i - 1], points[i], points[i + 1])
            heap.append((area[i], i))
        heapq.heapify(heap)
        left = n - 2
        while heap and left > least:
            size, i = heapq.heappop(heap)
            if not alive[i] or size != area[i]:
                continue
            if size >= tolerance:
                break
            alive[i] = False
            left -= 1
            a, b = before[i], after[i]
            after[a], before[b] = b, a
            for j in (a, b):
                if 0 < j < n - 1:
                    # Never less than what went before: keeps the order of removal meaningful.
                    area[j] = max(size, self.effective(points[before[j]], points[j], points[after[j]]))
                    heapq.heappush(heap, (area[j], j))
        return [p for p, keep in zip(points, alive) if keep]

    # -- output --------------------------------------------------------------------------------

    def written(self, shaped):
        arcs = []
        for points in self.arcs:
            x0, y0 = 0, 0
            deltas = []
            for x, y in points:
                deltas.append([x - x0, y - y0])
                x0, y0 = x, y
            arcs.append(deltas)
        objects = {}
        for layer, rows in shaped.items():
            geometries = []
            for identifier, properties, kind, parts in rows:
                if kind == "polygon":
                    name = "Polygon" if len(parts) == 1 else "MultiPolygon"
                else:
                    name = "LineString" if len(parts) == 1 else "MultiLineString"
                geometry = {"type": name, "arcs": parts[0] if len(parts) == 1 else parts}
                if identifier is not None:
                    geometry["id"] = identifier
                geometry["properties"] = properties
                geometries.append(geometry)
            objects[layer] = {"type": "GeometryCollection", "geometries": geometries}
        step = 1 / self.grid.per_degree
        return {
            "type": "Topology",
            "transform": {"scale": [step, step], "translate": [0, 0]},
            "objects": objects,
            "arcs": arcs,
        }


def write(path, document):
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
    return len(text.encode()) + 1
