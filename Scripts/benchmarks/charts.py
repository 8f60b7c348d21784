"""Vega-Lite charts to PNG, against vl-convert and matplotlib."""
import json

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
