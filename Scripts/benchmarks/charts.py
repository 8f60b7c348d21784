"""Vega-Lite charts to PNG, against vl-convert and matplotlib."""
import json
import random

from contest import REPORT, benchmark

BARS = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "data": {"values": [{"year": "2005", "students": 781}, {"year": "2015", "students": 13198}]},
    "mark": "bar", "width": 300,
    "encoding": {"x": {"field": "students", "type": "quantitative"}, "y": {"field": "year", "type": "nominal"}},
}

VL_CONVERT = """
import sys, vl_convert
open(sys.argv[2], "wb").write(vl_convert.vegalite_to_png(open(sys.argv[1]).read(), scale=1))
"""

MATPLOTLIB_BARS = """
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(6.4, 2.4))
axes.barh(["2005", "2015"], [781, 13198])
axes.set_xlabel("students")
figure.savefig(sys.argv[1])
"""


def bar_chart_with_vl_convert(contest):
    """One bar chart of two bars to PNG with vl-convert: the yardstick of other benchmarks too."""
    document = contest.write("bars.vl.json", json.dumps(BARS))
    return contest.python(VL_CONVERT, document, contest.folder / "bars-vl-convert.png")


@benchmark
def bars(contest):
    contest.compare("The student bars to PNG", {
        "dossier": contest.draw(REPORT / "figures/students.vl.json", "students.png"),
        "vl-convert": bar_chart_with_vl_convert(contest),
        "matplotlib": contest.python(MATPLOTLIB_BARS, contest.folder / "bars-matplotlib.png"),
    }, {"vl-convert": (1 / 8, 1 / 2), "matplotlib": (1 / 10, 1 / 2)})


def points():
    """100,000 points in five groups, the same in every run."""
    draw = random.Random(100_000)
    return [(round(draw.gauss(50, 15), 4), round(draw.gauss(30, 10), 4), draw.choice("ABCDE")) for _ in range(100_000)]


def scatter(data):
    """A Vega-Lite document that draws them."""
    return json.dumps({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "data": data, "mark": "point", "width": 600, "height": 400,
        "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"},
                     "color": {"field": "group", "type": "nominal"}},
    })


def points_as_csv():
    return "x,y,group\n" + "".join(f"{x},{y},{group}\n" for x, y, group in points())


def points_as_document():
    return scatter({"values": [{"x": x, "y": y, "group": group} for x, y, group in points()]})


MATPLOTLIB_POINTS = """
import csv, json, sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
if sys.argv[1].endswith(".csv"):
    rows = list(csv.DictReader(open(sys.argv[1], newline="")))
else:
    rows = json.load(open(sys.argv[1]))["data"]["values"]
figure, axes = plt.subplots(figsize=(7.2, 4.8))
for group in sorted({row["group"] for row in rows}):
    own = [row for row in rows if row["group"] == group]
    axes.scatter([float(row["x"]) for row in own], [float(row["y"]) for row in own], s=17, facecolors="none",
                 edgecolors=f"C{ord(group) - ord('A')}", alpha=0.7, label=group)
axes.grid(True)
axes.legend(title="group")
figure.savefig(sys.argv[2])
"""


@benchmark
def scatter_csv(contest):
    contest.generate("points.csv", points_as_csv)
    document = contest.write("points.vl.json", scatter({"url": "points.csv"}))
    # vl-convert reads no files, but addresses: the same document fetches the same file.
    fetching = contest.write("points-fetched.vl.json", scatter({"url": contest.address("points.csv")}))
    contest.compare("100,000 points of a CSV file to PNG", {
        "dossier": contest.draw(document, "points.png"),
        "vl-convert": contest.python(VL_CONVERT, fetching, contest.folder / "points-vl-convert.png"),
        "matplotlib": contest.python(MATPLOTLIB_POINTS, contest.folder / "points.csv", contest.folder / "points-matplotlib.png"),
    }, {"vl-convert": (1 / 20, 1 / 2), "matplotlib": (1 / 4, 1)}, rounds=5)


@benchmark
def scatter_json(contest):
    document = contest.generate("inline.vl.json", points_as_document)
    contest.compare("100,000 points within the document to PNG", {
        "dossier": contest.draw(document, "inline.png"),
        "vl-convert": contest.python(VL_CONVERT, document, contest.folder / "inline-vl-convert.png"),
        "matplotlib": contest.python(MATPLOTLIB_POINTS, document, contest.folder / "inline-matplotlib.png"),
    }, {"vl-convert": (1 / 20, 1 / 2), "matplotlib": (1 / 4, 1)}, rounds=5)


def million_rows():
    """A CSV of six columns, two of which the chart needs, the same in every run."""
    draw = random.Random(1_000_000)
    regions = [f"region {number:02d}" for number in range(24)]
    lines = ["id,region,year,value,weight,note\n"]
    for number in range(1_000_000):
        lines.append(f"{number},{draw.choice(regions)},{draw.randint(1990, 2024)},{draw.gauss(100, 25):.3f},"
                     f"{draw.random():.4f},{draw.choice(('yes', 'no', 'n/a'))}\n")
    return "".join(lines)


def means(data):
    """A Vega-Lite document that draws the mean of each region."""
    return json.dumps({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "data": data, "mark": "bar",
        "encoding": {"x": {"field": "value", "aggregate": "mean", "type": "quantitative"}, "y": {"field": "region", "type": "nominal"}},
    })


MATPLOTLIB_MEANS = """
import collections, csv, sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
sums, counts = collections.Counter(), collections.Counter()
with open(sys.argv[1], newline="") as file:
    rows = csv.reader(file)
    header = next(rows)
    region, value = header.index("region"), header.index("value")
    for row in rows:
        sums[row[region]] += float(row[value])
        counts[row[region]] += 1
figure, axes = plt.subplots(figsize=(6.4, 5))
names = sorted(sums)
axes.barh(names, [sums[name] / counts[name] for name in names])
figure.savefig(sys.argv[2])
"""


@benchmark
def million(contest):
    contest.generate("million.csv", million_rows)
    document = contest.write("million.vl.json", means({"url": "million.csv"}))
    fetching = contest.write("million-fetched.vl.json", means({"url": contest.address("million.csv")}))
    contest.compare("A CSV of 1,000,000 rows, its means as bars, to PNG", {
        "dossier": contest.draw(document, "million.png"),
        "vl-convert": contest.python(VL_CONVERT, fetching, contest.folder / "million-vl-convert.png"),
        "matplotlib": contest.python(MATPLOTLIB_MEANS, contest.folder / "million.csv", contest.folder / "million-matplotlib.png"),
    }, {"vl-convert": (1 / 10, 1 / 2), "matplotlib": (1 / 4, None)}, rounds=5)
