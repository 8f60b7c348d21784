"""Writes one figure of every kind into a folder: each mark of a chart, compositions, and a dense timeline.

    gallery.py FOLDER
"""
import json
import pathlib
import random
import sys

DRAW = random.Random(8)
MONTHS = [{"month": f"2015-{m:02d}-01", "trade": round(20 + 6 * m + DRAW.uniform(-9, 9), 1), "partner": p}
          for p in ("China", "Russia", "Kazakhstan") for m in range(1, 13)]
POINTS = [{"x": round(DRAW.gauss(0, 1), 3), "y": round(DRAW.gauss(0, 1), 3), "size": DRAW.randint(1, 9),
           "kind": DRAW.choice("abc")} for _ in range(120)]
SHARES = [{"name": n, "share": s} for n, s in (("Oil", 41), ("Gas", 27), ("Metals", 19), ("Grain", 13))]
TIME = {"field": "month", "type": "temporal"}
TRADE = {"field": "trade", "type": "quantitative"}
PARTNER = {"field": "partner"}
X, Y = ({"field": f, "type": "quantitative"} for f in "xy")

CHARTS = {
    "bars": (SHARES, "bar", {"x": {"field": "share", "type": "quantitative"}, "y": {"field": "name"}}),
    "columns-stacked": (MONTHS, "bar", {"x": {**TIME, "timeUnit": "yearmonth"}, "y": TRADE, "color": PARTNER}),
    "columns-grouped": (MONTHS[:6] + MONTHS[12:18], "bar", {"x": {"field": "month", "type": "ordinal"}, "xOffset": PARTNER, "y": TRADE, "color": PARTNER}),
    "histogram": (POINTS, "bar", {"x": {**X, "bin": True}, "y": {"aggregate": "count"}}),
    "lines": (MONTHS, "line", {"x": TIME, "y": TRADE, "color": PARTNER}),
    "lines-dashed": (MONTHS, {"type": "line", "point": True}, {"x": TIME, "y": TRADE, "strokeDash": PARTNER}),
    "steps": (MONTHS, {"type": "line", "interpolate": "step"}, {"x": TIME, "y": TRADE, "color": PARTNER}),
    "areas": (MONTHS, "area", {"x": TIME, "y": TRADE, "color": PARTNER}),
    "areas-faint": (MONTHS, {"type": "area", "opacity": 0.4, "line": True}, {"x": TIME, "y": {**TRADE, "stack": None}, "color": PARTNER}),
    "area-gradient": (MONTHS[:12], {"type": "area", "line": True, "color": {"gradient": "linear", "x1": 1, "y1": 1, "x2": 1, "y2": 0, "stops": [{"offset": 0, "color": "white"}, {"offset": 1, "color": "darkgreen"}]}}, {"x": TIME, "y": TRADE}),
    "points": (POINTS, "point", {"x": X, "y": Y, "color": {"field": "kind"}, "shape": {"field": "kind"}}),
    "bubbles": (POINTS, {"type": "circle", "opacity": 0.6}, {"x": X, "y": Y, "size": {"field": "size", "type": "quantitative"}}),
    "squares": (POINTS, "square", {"x": X, "y": Y}),
    "ticks": (POINTS, "tick", {"x": X, "y": {"field": "kind"}}),
    "rules": (SHARES, {"type": "rule", "strokeWidth": 3}, {"y": {"field": "name"}, "x": {"datum": 0}, "x2": {"field": "share"}}),
    "texts": (SHARES, {"type": "text", "fontSize": 16}, {"y": {"field": "name"}, "x": {"field": "share", "type": "quantitative"}, "text": {"field": "name"}}),
    "trail": (MONTHS[:12], "trail", {"x": TIME, "y": TRADE, "size": TRADE}),
    "pie": (SHARES, "arc", {"theta": {"field": "share", "type": "quantitative"}, "color": {"field": "name"}}),
    "donut": (SHARES, {"type": "arc", "innerRadius": 60}, {"theta": {"field": "share", "type": "quantitative"}, "color": {"field": "name"}}),
    "heat-map": (MONTHS, "rect", {"x": {"field": "month", "type": "ordinal"}, "y": PARTNER, "color": TRADE}),
    "box-plots": (POINTS, "boxplot", {"x": {"field": "kind"}, "y": Y}),
    "error-bars": (POINTS, "errorbar", {"x": {"field": "kind"}, "y": Y}),
    "error-band": (MONTHS, {"type": "errorband", "borders": True}, {"x": TIME, "y": TRADE}),
    "facets": (MONTHS, "line", {"x": TIME, "y": TRADE, "column": PARTNER}),
}


def events(count):
    words = "treaty border railway congress river election famine market bridge school".split()
    lines = ["figure: timeline", "title: A dense timeline", "events:"]
    for _ in range(count):
        title = " ".join(DRAW.choice(words) for _ in range(DRAW.randint(2, 4)))
        lines.append(f"  - {{date: {DRAW.randint(1850, 2019)}-{DRAW.randint(1, 12):02d}-{DRAW.randint(1, 28):02d}, title: {title}}}")
    return "\n".join(lines) + "\n"


folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, (values, mark, encoding) in CHARTS.items():
    title = name.replace("-", " ").capitalize()
    document = {"title": {"text": f"{title}, as a slide", "subtitle": "Generated values"}, "data": {"values": values}, "mark": mark, "encoding": encoding}
    (folder / f"{name}.vl.json").write_text(json.dumps(document, indent=1))
(folder / "timeline-dense.yaml").write_text(events(40))
