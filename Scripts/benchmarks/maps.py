"""World maps, against vl-convert and geopandas; and maps of ever more vertices."""
import json
import math
import os

from contest import ROOT, benchmark, run

WORLD = ROOT / "Data/geo/countries-world.topo.json"

VL_CONVERT = """
import sys, vl_convert
document, out = open(sys.argv[1]).read(), sys.argv[2]
picture = vl_convert.vegalite_to_pdf(document) if out.endswith(".pdf") else vl_convert.vegalite_to_png(document, scale=1)
open(out, "wb").write(picture)
"""

GEOPANDAS = """
import sys
import matplotlib
matplotlib.use("Agg")
import geopandas
world = geopandas.read_file(sys.argv[1])
axes = world.plot(figsize=(6.4, 3.2), color="#e8e6e0", edgecolor="#888888", linewidth=0.5)
axes.set_axis_off()
axes.figure.savefig(sys.argv[2])
"""


def geoshape():
    """A Vega-Lite document with the world's countries in it."""
    topology = json.loads(WORLD.read_text())
    return json.dumps({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "width": 640, "height": 320,
        "data": {"values": topology, "format": {"type": "topojson", "feature": next(iter(topology["objects"]))}},
        "mark": {"type": "geoshape", "fill": "#e8e6e0", "stroke": "#888888", "strokeWidth": 0.5},
        "projection": {"type": "equalEarth"},
    })


MAP = """
figure: map
size: {width: 640, height: 320}
projection: equalEarth
frame: world
scaleBar: false
layers:
  - {layer: countries, data: world.topo.json}
  - {layer: borders, data: world.topo.json}
"""


@benchmark
def world(contest):
    shapes = contest.write("world.topo.json", WORLD.read_text())
    chart = contest.write("world.vl.json", geoshape())
    figure = contest.write("world.yaml", MAP)
    for ending in ("pdf", "png"):
        contest.compare(f"The world's countries as a chart to {ending.upper()}", {
            "dossier": contest.draw(chart, f"chart.{ending}"),
            "vl-convert": contest.python(VL_CONVERT, chart, contest.folder / f"vl.{ending}"),
        }, {"vl-convert": (1 / 4, None)})
        contest.compare(f"The world's countries as a map to {ending.upper()}", {
            "dossier": contest.draw(figure, f"map.{ending}"),
            "geopandas": contest.python(GEOPANDAS, shapes, contest.folder / f"geopandas.{ending}"),
            "vl-convert": contest.python(VL_CONVERT, chart, contest.folder / f"vl.{ending}"),
        }, {"geopandas": (1 / 10, None), "vl-convert": (1 / 4, None)})


def wavy(count):
    """GeoJSON of a hundred neighbouring lands with wavy borders, about `count` vertices in all: each border stands twice
    in it, as in files of countries."""
    columns, rows = 10, 10
    side = max(2, count // (columns * rows * 4))

    def edge(x0, y0, x1, y1):
        # Walked from either end, the same points: rounded to what files have.
        flip = (x0, y0) > (x1, y1)
        if flip:
            x0, y0, x1, y1 = x1, y1, x0, y0
        points = []
        for index in range(side):
            t = index / side
            off = math.sin(t * 60) * math.sin(t * math.pi) + 0.3 * math.sin(t * 900) * math.sin(t * math.pi)
            points.append((round(x0 + (x1 - x0) * t + (y1 - y0) * off / 40, 6), round(y0 + (y1 - y0) * t + (x1 - x0) * off / 40, 6)))
        points.append((round(x1, 6), round(y1, 6)))
        return points[::-1] if flip else points

    features = []
    for column in range(columns):
        for row in range(rows):
            west, south = -150 + column * 30, -60 + row * 12
            east, north = west + 30, south + 12
            ring = edge(west, south, west, north)[:-1] + edge(west, north, east, north)[:-1] + \
                edge(east, north, east, south)[:-1] + edge(east, south, west, south)
            features.append('{"type":"Feature","id":"L%d-%d","properties":{"name":"L%d-%d"},"geometry":{"type":"Polygon","coordinates":[[%s]]}}' % (
                column, row, column, row, ",".join(f"[{x},{y}]" for x, y in ring)))
    return '{"type":"FeatureCollection","features":[' + ",\n".join(features) + "]}\n"


@benchmark
def vertices(contest):
    """Reading, finding shared borders, projecting, thinning and drawing: time and memory a vertex."""
    print("\nGeoJSON of many vertices to PNG: countries, borders and all")
    for count in (50_000, 500_000, 5_000_000):
        # Written by a child: a process begins with the peak memory of the one that starts it.
        child = os.fork()
        if child == 0:
            contest.write("wavy.geojson", wavy(count))
            os._exit(0)
        os.waitpid(child, 0)
        figure = contest.write(
            "wavy.yaml", "figure: map\nprojection: equalEarth\nframe: world\nscaleBar: false\nlayers:\n"
            "  - {layer: countries, data: wavy.geojson}\n  - {layer: borders, data: wavy.geojson}\n")
        seconds, memory = min(run(contest.draw(figure, "wavy.png")) for _ in range(3))
        print(f"  {count:9,} vertices {seconds * 1000:8.1f} ms  {seconds * 1e6 / count:.3f} µs a vertex  {memory:7.1f} MiB")
