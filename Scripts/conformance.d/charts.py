"""The plain charts that properties are set on, one of each kind, with data of their own written out."""
import copy

N, Q, T, O = "nominal", "quantitative", "temporal", "ordinal"


def field(name, kind=N, **more):
    return {"field": name, "type": kind, **more}


GROUPS = [{"a": a, "b": b, "c": c} for a, b, c in [
    ("Alba", 28, "u"), ("Bari", 55, "u"), ("Cork", 43, "v"), ("Derby", 91, "v"), ("Eze", 12, "w")]]
POINTS = [{"x": x, "y": y, "s": s, "g": g, "n": n} for x, y, s, g, n in [
    (5, 12, 3, "one", "p"), (18, 40, 8, "two", "q"), (27, 22, 15, "three", "r"), (33, 71, 22, "one", "s"),
    (48, 55, 31, "two", "t"), (62, 90, 44, "three", "u"), (75, 36, 57, "one", "v"), (88, 64, 70, "two", "w"),
    (95, 98, 96, "three", "x")]]
CELLS = [{"r": r, "k": k, "v": (i * 7 + j * 13) % 29 + 3, "h": (i * 5 + j * 3) % 11 - 5}
         for i, r in enumerate("KLM") for j, k in enumerate("PQRS")]
STACKS = [{"a": a, "g": g, "b": (i * 11 + j * 17) % 23 + 4}
          for i, a in enumerate(["Mon", "Tue", "Wed", "Thu"]) for j, g in enumerate(["red", "green", "blue"])]
MONTHS = [{"t": f"2024-{m + 1:02d}-01", "v": (m * 37) % 50 + 10, "w": (m * 23) % 31 + 5, "g": "even" if m % 2 else "odd"}
          for m in range(12)]
SPREAD = [{"g": g, "v": (i * 29 + k * 41) % 60 + i * 9 + (140 if k == 7 else 0)}
          for i, g in enumerate(["P", "Q", "R"]) for k in range(12)]
SHAPES = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "one", "properties": {"name": "One", "v": 3}, "geometry": {"type": "Polygon", "coordinates": [
        [[-120, 20], [-110, 55], [-75, 60], [-70, 30], [-120, 20]]]}},
    {"type": "Feature", "id": "two", "properties": {"name": "Two", "v": 7}, "geometry": {"type": "Polygon", "coordinates": [
        [[0, 5], [5, 45], [40, 50], [50, 10], [0, 5]], [[15, 20], [35, 20], [35, 35], [15, 35], [15, 20]]]}},
    {"type": "Feature", "id": "three", "properties": {"name": "Three", "v": 12}, "geometry": {"type": "Polygon", "coordinates": [
        [[-70, -40], [-60, 0], [-40, -5], [-50, -35], [-70, -40]]]}},
    {"type": "Feature", "id": "four", "properties": {"name": "Four", "v": 5}, "geometry": {"type": "MultiPolygon", "coordinates": [
        [[[115, -35], [120, -15], [150, -12], [150, -38], [115, -35]]],
        [[[170, 60], [170, 72], [180, 72], [180, 60], [170, 60]]],
        [[[-180, 60], [-180, 72], [-165, 70], [-170, 60], [-180, 60]]]]}}]}


def rows(values):
    return {"values": values}


CHARTS = {
    "bar": {"data": rows(GROUPS), "mark": {"type": "bar"}, "encoding": {"x": field("a"), "y": field("b", Q)}},
    "hbar": {"data": rows(GROUPS), "mark": {"type": "bar"}, "encoding": {"x": field("b", Q), "y": field("a")}},
    "bar of bins": {"data": rows(POINTS), "mark": {"type": "bar"},
                    "encoding": {"x": {"field": "x", "bin": True}, "y": {"aggregate": "count"}}},
    "bar over time": {"data": rows(MONTHS), "mark": {"type": "bar"},
                      "encoding": {"x": {"field": "t", "type": T, "timeUnit": "yearmonth"}, "y": field("v", Q)}},
    "stacked bar": {"data": rows(STACKS), "mark": {"type": "bar"},
                    "encoding": {"x": field("a", O), "y": field("b", Q), "color": field("g")}},
    "grouped bar": {"data": rows(STACKS), "mark": {"type": "bar"},
                    "encoding": {"x": field("a", O), "y": field("b", Q), "color": field("g"), "xOffset": field("g")}},
    "point": {"data": rows(POINTS), "mark": {"type": "point"}, "encoding": {"x": field("x", Q), "y": field("y", Q)}},
    "coloured points": {"data": rows(POINTS), "mark": {"type": "point"},
                        "encoding": {"x": field("x", Q), "y": field("y", Q), "color": field("g")}},
    "points by value": {"data": rows(POINTS), "mark": {"type": "point", "filled": True},
                        "encoding": {"x": field("x", Q), "y": field("y", Q), "color": field("s", Q)}},
    "bubbles": {"data": rows(POINTS), "mark": {"type": "point"},
                "encoding": {"x": field("x", Q), "y": field("y", Q), "size": field("s", Q)}},
    "shapes": {"data": rows(POINTS), "mark": {"type": "point"},
               "encoding": {"x": field("x", Q), "y": field("y", Q), "shape": field("g")}},
    "circle": {"data": rows(POINTS), "mark": {"type": "circle"}, "encoding": {"x": field("x", Q), "y": field("y", Q)}},
    "square": {"data": rows(POINTS), "mark": {"type": "square"}, "encoding": {"x": field("x", Q), "y": field("y", Q)}},
    "line": {"data": rows(MONTHS), "mark": {"type": "line"}, "encoding": {"x": field("t", T), "y": field("v", Q)}},
    "coloured lines": {"data": rows(MONTHS), "mark": {"type": "line"},
                       "encoding": {"x": field("t", T), "y": field("v", Q), "color": field("g")}},
    "trail": {"data": rows(MONTHS), "mark": {"type": "trail"},
              "encoding": {"x": field("t", T), "y": field("v", Q), "size": field("w", Q)}},
    "area": {"data": rows(MONTHS), "mark": {"type": "area"}, "encoding": {"x": field("t", T), "y": field("v", Q)}},
    "stacked area": {"data": rows([{"t": m["t"], "v": m[k], "g": k} for m in MONTHS for k in "vw"]), "mark": {"type": "area"},
                     "encoding": {"x": field("t", T), "y": field("v", Q), "color": field("g")}},
    "pie": {"data": rows(GROUPS), "mark": {"type": "arc"}, "encoding": {"theta": field("b", Q), "color": field("a")}},
    "text": {"data": rows(POINTS), "mark": {"type": "text"},
             "encoding": {"x": field("x", Q), "y": field("y", Q), "text": field("g")}},
    "tick": {"data": rows(POINTS), "mark": {"type": "tick"}, "encoding": {"x": field("x", Q), "y": field("g")}},
    "rule": {"data": rows(GROUPS), "mark": {"type": "rule"}, "encoding": {"y": field("a"), "x": field("b", Q)}},
    "rect": {"data": rows(CELLS), "mark": {"type": "rect"},
             "encoding": {"x": field("k", O), "y": field("r", O), "color": field("v", Q)}},
    "image": {"data": rows(POINTS[:4]), "mark": {"type": "image", "width": 24, "height": 16, "url":
              "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFUlEQVR42mP4z8DAsACIGf7/P8EAABsqBGYmJJHM"
              "AAAAAElFTkSuQmCC"}, "encoding": {"x": field("x", Q), "y": field("y", Q)}},
    "geoshape": {"width": 240, "height": 140, "data": {"values": SHAPES, "format": {"property": "features"}},
                 "projection": {"type": "equalEarth"}, "mark": {"type": "geoshape", "stroke": "white"}},
    "map by value": {"width": 240, "height": 140, "data": {"values": SHAPES, "format": {"property": "features"}},
                     "projection": {"type": "naturalEarth1"}, "mark": {"type": "geoshape", "stroke": "white"},
                     "encoding": {"color": field("properties.v", Q)}},
    "graticule": {"width": 240, "height": 140, "data": {"graticule": True}, "projection": {"type": "mercator"},
                  "mark": {"type": "geoshape", "filled": False, "stroke": "gray"}},
    "boxplot": {"data": rows(SPREAD), "mark": {"type": "boxplot"}, "encoding": {"x": field("g"), "y": field("v", Q)}},
    "errorbar": {"data": rows(SPREAD), "mark": {"type": "errorbar"}, "encoding": {"x": field("g"), "y": field("v", Q)}},
    "errorband": {"data": rows([{**p, "t": i} for i in range(4) for p in SPREAD]), "mark": {"type": "errorband"},
                  "encoding": {"x": field("g", O), "y": field("v", Q)}},
    "columns": {"data": rows(STACKS), "mark": {"type": "bar"},
                "encoding": {"x": field("b", Q), "y": field("a"), "column": field("g")}},
    "rows": {"data": rows(STACKS), "mark": {"type": "bar"},
             "encoding": {"x": field("b", Q), "y": field("a"), "row": field("g")}},
    "wrapped": {"data": rows(STACKS), "mark": {"type": "bar"}, "height": 80, "width": 80,
                "encoding": {"x": field("b", Q), "y": field("g"), "facet": field("a", columns=2)}},
    "facet": {"data": rows(STACKS), "columns": 2, "facet": field("a"), "spec": {
        "mark": {"type": "bar"}, "width": 80, "encoding": {"x": field("b", Q), "y": field("g")}}},
    "grid": {"data": rows(CELLS), "facet": {"row": field("r"), "column": field("k")}, "spec": {
        "width": 50, "height": 40, "mark": {"type": "bar"}, "encoding": {"x": field("v", Q)}}},
    "concat": {"data": rows(POINTS), "columns": 2, "concat": [
        {"width": 90, "height": 60, "mark": "point", "encoding": {"x": field("x", Q), "y": field("y", Q), "color": field("g")}},
        {"width": 60, "height": 90, "mark": "bar", "encoding": {"x": field("g"), "y": field("s", Q), "color": field("g")}},
        {"width": 90, "height": 40, "mark": "tick", "encoding": {"x": field("s", Q)}}]},
    "hconcat": {"data": rows(POINTS), "hconcat": [
        {"width": 90, "height": 60, "mark": "point", "encoding": {"x": field("x", Q), "y": field("y", Q), "color": field("g")}},
        {"width": 60, "height": 90, "mark": "bar", "encoding": {"x": field("g"), "y": field("s", Q), "color": field("g")}}]},
    "vconcat": {"data": rows(POINTS), "vconcat": [
        {"width": 90, "height": 60, "mark": "point", "encoding": {"x": field("x", Q), "y": field("y", Q), "color": field("g")}},
        {"width": 60, "height": 90, "mark": "bar", "encoding": {"x": field("g"), "y": field("s", Q), "color": field("g")}}]},
    "repeat": {"data": rows(POINTS), "columns": 2, "repeat": ["x", "y", "s"], "spec": {
        "width": 90, "height": 60, "mark": "bar",
        "encoding": {"x": {"field": {"repeat": "repeat"}, "bin": True}, "y": {"aggregate": "count"}}}},
    "layer": {"data": rows(POINTS), "layer": [
        {"mark": "line", "encoding": {"x": field("x", Q), "y": field("y", Q)}},
        {"mark": "point", "encoding": {"x": field("x", Q), "y": field("s", Q), "color": field("g")}}]},
    "titled": {"title": {"text": "The title", "subtitle": "and a subtitle"}, "data": rows(GROUPS), "mark": {"type": "bar"},
               "encoding": {"x": field("a"), "y": field("b", Q)}},
    "time axis": {"data": rows(MONTHS), "mark": {"type": "point"}, "encoding": {"x": field("t", T), "y": field("v", Q)}},
    "log": {"data": rows([{"x": 10 ** (i / 2), "y": i} for i in range(9)]), "mark": {"type": "point"},
            "encoding": {"x": field("x", Q, scale={"type": "log"}), "y": field("y", Q)}},
    "diverging": {"data": rows(CELLS), "mark": {"type": "rect"},
                  "encoding": {"x": field("k", O), "y": field("r", O), "color": field("h", Q)}},
    "gaps": {"data": rows([{"x": i, "y": None if i in (3, 6) else (i * 17) % 13 + 2} for i in range(10)]),
             "mark": {"type": "line"}, "encoding": {"x": field("x", Q), "y": field("y", Q)}},
    "stacked area of numbers": {"data": rows([{"x": i, "y": (i * k * 7) % 13 + 2, "g": f"g{k}"} for i in range(6) for k in (1, 2, 3)]),
                                "mark": {"type": "area"},
                                "encoding": {"x": field("x", Q), "y": field("y", Q), "color": field("g")}},
}


def chart(name):
    return copy.deepcopy(CHARTS[name])


def with_value(name, path, value):
    """The chart with one property set; `path` is a list of keys and numbers, made where it does not yet lead."""
    document = chart(name)
    node = document
    for key in path[:-1]:
        if isinstance(node, dict) and not isinstance(node.get(key), (dict, list)):
            node[key] = {"type": node[key]} if key == "mark" and isinstance(node.get(key), str) else {}
        node = node[key]
    node[path[-1]] = copy.deepcopy(value)
    return document
