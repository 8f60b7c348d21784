"""What the schema's types alone do not say how to set: (area, chart, path, values)."""
from charts import CHARTS, GROUPS, MONTHS, POINTS, SHAPES, SPREAD, STACKS, field, rows

Q = "quantitative"
POLYGON = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0, 40], [40, 40], [40, 0], [0, 0]]]}}

CHARTS["transformed"] = {"data": rows(POINTS), "transform": [], "mark": {"type": "point"},
                         "encoding": {"x": field("x", Q), "y": field("y", Q)}}
CHARTS["written values"] = {"data": rows(GROUPS), "transform": [], "mark": {"type": "bar"},
                            "encoding": {"x": field("a"), "y": field("b", Q)}}
CHARTS["computed"] = {"data": rows(POINTS), "transform": [{"calculate": "datum.y", "as": "new"}], "mark": {"type": "bar"},
                      "encoding": {"x": field("n"), "y": field("new", Q)}}
CHARTS["months"] = {"data": rows(MONTHS), "transform": [{"calculate": "datum.v", "as": "new"}], "mark": {"type": "line", "point": True},
                    "encoding": {"x": field("t", "temporal"), "y": field("new", Q)}}
CHARTS["spread"] = {"data": rows(SPREAD), "transform": [{"calculate": "datum.v", "as": "value"}, {"calculate": "1", "as": "density"}],
                    "mark": {"type": "area"}, "encoding": {"x": field("value", Q), "y": field("density", Q)}}
CHARTS["places"] = {"width": 240, "height": 140, "projection": {"type": "equirectangular"}, "mark": {"type": "circle"},
                    "data": rows([{"lo": -100, "la": 40}, {"lo": 20, "la": 50}, {"lo": 130, "la": -25}, {"lo": -60, "la": -10}]),
                    "encoding": {"longitude": field("lo", Q), "latitude": field("la", Q)}}

COLORS = ["#d62728", "#2ca02c", "#1f77b4"]
PARAMS = {"params": [{"name": "p", "value": 40}]}

EXPLICIT = [
    # projections
    *[("projections", chart, ["projection"], [{"type": t} for t in (
        "albers", "albersUsa", "azimuthalEqualArea", "azimuthalEquidistant", "conicConformal", "conicEqualArea", "conicEquidistant", "equalEarth",
        "equirectangular", "gnomonic", "mercator", "naturalEarth1", "orthographic", "stereographic", "transverseMercator", "identity")])
      for chart in ("geoshape", "graticule", "places")],
    ("projections", "geoshape", ["projection", "translate"], [[60, 50], [120, 70]]),
    ("projections", "geoshape", ["projection", "extent"], [[[10, 10], [120, 90]]]),
    ("projections", "geoshape", ["projection", "size"], [[120, 80]]),
    ("projections", "geoshape", ["projection", "fit"], [POLYGON, {"type": "FeatureCollection", "features": [POLYGON]}, [POLYGON]]),
    ("projections", "geoshape", ["projection"], [
        {"type": "conicConformal", "scale": 80}, {"type": "conicConformal", "scale": 200, "center": [10, 45]},
        {"type": "conicConformal", "parallels": [30, 60], "rotate": [-20, 0]}, {"type": "orthographic", "rotate": [-20, -20]},
        {"type": "mercator", "scale": 50, "translate": [120, 80]}, {"type": "mercator", "center": [20, 30], "scale": 120},
        {"type": "albers", "scale": 100, "translate": [100, 60]}, {"type": "orthographic", "clipAngle": 45},
        {"type": "identity", "reflectY": True}, {"type": "identity", "reflectX": True}, {"type": "identity", "reflectY": True, "scale": 0.5},
        {"type": "azimuthalEqualArea", "clipAngle": 100}, {"type": "stereographic", "scale": 50, "rotate": [0, -90]}]),
    # scales
    ("scales", "point", ["encoding", "x", "scale", "type"], ["linear", "sqrt", "symlog", "pow", "log", "band", "time"]),
    ("scales", "points by value", ["encoding", "color", "scale"], [
        {"type": t} for t in ("linear", "sqrt", "log", "symlog", "quantile", "quantize", "bin-ordinal")] + [
        {"type": "threshold", "domain": [20, 60]}, {"type": "threshold", "domain": [10, 30, 50], "scheme": "viridis"},
        {"type": "quantize", "scheme": "blues"}, {"type": "quantize", "range": COLORS}, {"type": "quantile", "range": COLORS},
        {"bins": [0, 20, 50, 100]}, {"type": "bin-ordinal", "bins": [0, 20, 50, 100]}, {"bins": {"step": 25}}, {"range": COLORS}, {"range": "diverging"},
        {"range": "ramp"}, {"range": "heatmap"}, {"range": "ordinal"}, {"domain": [0, 50, 100], "range": COLORS}, {"domainMid": 30}, {"domainMid": 30, "scheme": "redblue"},
        {"domain": [100, 0]}, {"domain": {"unionWith": [200]}}, {"domain": "unaggregated"}, {"scheme": ["blues", 3]}, {"scheme": {"name": "blues", "count": 3}},
        {"scheme": {"name": "blues", "extent": [0.4, 1]}}, {"scheme": "viridis", "reverse": True}, {"type": "symlog", "constant": 10}, {"type": "pow", "exponent": 3},
        *({"scheme": s} for s in ("blues-3", "viridis-5", "spectral-6")), {"nice": 4}, {"domainMax": 200}, {"interpolate": {"type": "rgb", "gamma": 2.2}}, {"type": "quantize", "scheme": {"name": "greens", "count": 7}}]),
    ("scales", "points by value", ["encoding", "color"], [field("s", Q, scale=None), field("s", Q, bin=True), field("s", "ordinal"), field("s", Q, bin={"maxbins": 3})]),
    ("scales", "diverging", ["encoding", "color", "scale"], [{"domainMid": 0}, {"scheme": "redblue"}, {"range": "diverging"}, {"domainMid": 0, "reverse": True},
                                                            {"scheme": "purpleorange", "domainMid": 1}, {"domainMid": 0, "scheme": "blueorange"}]),
    ("scales", "coloured points", ["encoding", "color", "scale"], [
        None, {"domain": ["three", "two", "one"]}, {"domain": ["one", "two"]}, {"range": COLORS}, {"range": "ordinal"}, {"range": ["red"]}, {"reverse": True},
        {"scheme": "set1", "reverse": True}, {"domain": ["one", "two", "three", "four"]}, {"type": "ordinal"}, {"range": {"field": "g"}}, {"domain": {"unionWith": ["zero"]}},
        {"scheme": "blues"}, {"scheme": {"name": "tableau10", "count": 2}}, *({"scheme": s} for s in ("accent", "category10", "category20", "category20b", "category20c",
        "dark2", "paired", "pastel1", "pastel2", "set1", "set2", "set3", "tableau10", "tableau20", "observable10"))]),
    ("scales", "point", ["encoding", "x", "scale"], [
        {"domain": [0, 200]}, {"domain": [100, 0]}, {"range": [10, 100]}, {"range": [100, 0]}, {"domainRaw": [20, 60]}, {"domain": {"unionWith": [150]}}, {"nice": False},
        {"nice": 30}, {"nice": {"interval": "day", "step": 1}}, {"bins": [0, 30, 100]}, {"bins": {"step": 10}}, {"zero": False}, {"padding": 20}, {"domain": "unaggregated"},
        {"type": "log", "base": 2}, {"type": "log", "domain": [1, 1000]}, {"type": "pow", "exponent": 2}, {"type": "symlog", "constant": 10}, {"range": [50, {"expr": "width"}]},
        {"rangeMax": 120, "rangeMin": 20}, {"domain": [20, 60], "clamp": True}, {"domain": [20, 60]}, {"round": True, "range": [3, 107]}, {"domainMin": {"expr": "10+5"}}]),
    ("scales", "bar", ["encoding", "x", "scale"], [{"domain": ["Eze", "Bari", "Alba"]}, {"range": [10, 90]}, {"range": {"step": 40}}, {"type": "point"}, {"paddingInner": 0, "paddingOuter": 2},
                                                  {"align": 0, "paddingOuter": 2}, {"domain": ["Eze", "Bari", "Alba", "Zog", "Cork", "Derby"]}]),
    ("scales", "bubbles", ["encoding", "size", "scale"], [{"range": [0, 1000]}, {"type": "log"}, {"type": "quantize"}, {"type": "threshold", "domain": [20, 60], "range": [10, 100, 400]},
                                                        {"domain": [0, 200]}, None, {"type": "quantile", "range": [20, 80, 400]}, {"type": "sqrt"}, {"zero": False}]),
    ("scales", "shapes", ["encoding", "shape", "scale"], [{"range": ["cross", "diamond", "triangle-up"]}, {"domain": ["three", "one", "two"]}, {"range": ["stroke", "arrow", "wedge"]}, None]),
    ("scales", "time axis", ["encoding", "x", "scale"], [{"domain": [{"year": 2024, "month": 3}, {"year": 2024, "month": 9}]}, {"domain": ["2024-03-01", "2025-03-01"]}, {"type": "utc"},
                                                        {"nice": "year"}, {"nice": {"interval": "month", "step": 3}}, {"nice": False}, {"domainMax": {"year": 2026}}]),
    # encodings
    ("encodings", "point", ["encoding", "y"], [field("y", Q, aggregate=a) for a in ("mean", "median", "min", "max", "sum")] + [field("y", Q, bin=True), field("y", "ordinal"), field("y"),
        {"datum": 40}, {"value": 30}, {"value": "height"}, field("y", Q, title="Other"), field("y", Q, title=None), field("y", Q, sort="descending"), field("y", Q, bin={"step": 25}), field("y", Q, bin={"maxbins": 4})]),
    ("encodings", "bar", ["encoding", "x"], [field("a", sort=s) for s in ("descending", "y", "-y", None, ["Eze", "Cork"], {"field": "b"}, {"field": "b", "op": "max", "order": "descending"}, {"encoding": "y"})]),
    ("encodings", "stacked bar", ["encoding", "y"], [field("b", Q, stack=s) for s in ("zero", "normalize", "center", None, True, False)]),
    ("encodings", "stacked area", ["encoding", "y"], [field("v", Q, stack=s) for s in ("normalize", "center", None)]),
    ("encodings", "bar over time", ["encoding", "x"], [field("t", "temporal", timeUnit=u) for u in (
        "month", "quarter", "yearquarter", "yearmonthdate", "monthdate", "day", "date", "year", "week", "yearweek", "dayofyear", "hours", "utcyearmonth",
        {"unit": "yearmonth", "step": 2}, {"unit": "month", "step": 3}, {"unit": "yearmonth", "utc": True})] + [field("t", "ordinal", timeUnit="month"), field("t", "temporal", timeUnit="yearmonth", bandPosition=0)]),
    ("encodings", "bar of bins", ["encoding", "x", "bin"], [{"maxbins": 4}, {"maxbins": 30}, {"step": 20}, {"steps": [30, 60]}, {"base": 2}, {"divide": [4]}, {"extent": [10, 60]}, {"anchor": 5},
        {"minstep": 30}, {"nice": False}, {"binned": True}, {"extent": [0, 200], "step": 50}]),
    ("encodings", "pie", ["encoding", "order"], [field("b", Q), field("b", Q, sort="descending")]),
    ("encodings", "pie", ["encoding", "radius"], [field("b", Q), field("b", Q, scale={"type": "sqrt", "zero": True, "rangeMin": 20}), {"value": 50}]),
    ("encodings", "pie", ["encoding", "theta"], [field("b", Q, stack=True), field("b", Q, stack=None), field("b", Q, stack="normalize"), field("b", Q, scale={"range": [0, 3.14]}), field("b", Q, sort="descending")]),
    ("encodings", "stacked bar", ["encoding", "order"], [field("g"), field("g", sort="descending"), field("b", Q)]),
    ("encodings", "line", ["encoding", "order"], [field("v", Q), field("v", Q, sort="descending"), {"value": None}]),
    *[("encodings", "coloured points", ["encoding", c], [field("s", Q), field("g"), {"value": v}, {"datum": 20}, {"condition": {"test": "datum.x > 40", "value": v}, "value": w}])
      for c, v, w in (("size", 200, 20), ("opacity", 0.3, 1), ("strokeWidth", 4, 1), ("fillOpacity", 0.4, 0), ("strokeOpacity", 0.3, 1), ("angle", 45, 0))],
    *[("encodings", "coloured points", ["encoding", c], [field("s", Q), field("g"), {"value": "#d62728"}, {"condition": {"test": "datum.x > 40", "value": "#d62728"}, "value": "gray"},
                                                        {"condition": [{"test": "datum.x > 60", "value": "red"}, {"test": "datum.x > 20", "field": "g"}], "value": "gray"}])
      for c in ("color", "fill", "stroke")],
    ("encodings", "coloured lines", ["encoding", "strokeDash"], [field("g"), {"value": [4, 2]}]),
    ("encodings", "coloured lines", ["encoding", "detail"], [field("g"), [field("g"), field("t")]]),
    ("encodings", "point", ["encoding", "shape"], [field("g"), {"value": "square"}, {"condition": {"test": "datum.x > 40", "value": "cross"}, "value": "circle"}]),
    ("encodings", "text", ["encoding", "text"], [field("x", Q), field("x", Q, format=".1f"), {"value": "ab"}, {"datum": 12.5}, {"condition": {"test": "datum.x > 40", "field": "n"}, "value": "-"}, field("y", Q, aggregate="mean"), {"value": ["a", "b"]}]),
    ("encodings", "grouped bar", ["encoding", "xOffset"], [field("g", sort="descending"), field("g", bandPosition=0), {"value": 10}, field("g", scale={"paddingInner": 0.5})]),
    ("encodings", "point", ["encoding", "xOffset"], [{"value": 20}, field("s", Q)]),
    ("encodings", "hbar", ["encoding", "x2"], [{"field": "b"}, {"datum": 20}, {"value": 50}]),
    ("encodings", "bar", ["encoding", "tooltip"], [field("a"), [field("a"), field("b", Q)], None]),
    ("encodings", "bar", ["encoding", "href"], [field("a"), {"value": "https://example.org"}]),
    ("encodings", "bar", ["encoding", "url"], [field("a")]), ("encodings", "bar", ["encoding", "key"], [field("a")]), ("encodings", "bar", ["encoding", "description"], [field("a")]),
    ("encodings", "errorbar", ["encoding", "color"], [field("g"), {"value": "red"}]), ("encodings", "boxplot", ["encoding", "color"], [field("g"), {"value": "red"}]),
    ("encodings", "boxplot", ["encoding", "size"], [{"value": 30}]), ("encodings", "line", ["encoding", "y", "impute"], [{"value": 0}, {"method": "mean"}]),
    ("encodings", "gaps", ["encoding", "y", "impute"], [{"value": 0, "keyvals": [0, 11]}, {"method": "mean"}, {"method": "max", "frame": [-1, 1]}, {"value": 5}]),
    ("encodings", "wrapped", ["encoding", "facet"], [field("a", columns=3), field("a", columns=1, sort="descending"), field("a", columns=2, spacing=40), field("a", columns=2, align="none"), field("a", columns=2, center=True), field("a", columns=2, title="T")]),
    ("encodings", "columns", ["encoding", "column"], [field("g", spacing=50), field("g", sort="descending"), field("g", align="none"), field("g", title=None), field("g", sort={"field": "b", "op": "sum"}), field("a")]),
    # compositions
    *[("compositions", chart, ["spacing"], [0, 40, {"row": 40, "column": 5}]) for chart in ("facet", "grid", "concat", "repeat", "wrapped")],
    *[("compositions", chart, ["spacing"], [0, 40]) for chart in ("hconcat", "vconcat")],
    *[("compositions", chart, ["bounds"], ["full", "flush"]) for chart in ("facet", "grid", "concat", "hconcat", "vconcat", "repeat", "columns", "wrapped")],
    *[("compositions", chart, ["align"], ["none", "each", "all", {"row": "none", "column": "all"}]) for chart in ("facet", "grid", "concat", "repeat", "columns")],
    *[("compositions", chart, ["center"], [True, {"row": True, "column": False}]) for chart in ("facet", "concat", "repeat", "grid")],
    *[("compositions", chart, ["center"], [True]) for chart in ("hconcat", "vconcat")],
    *[("compositions", chart, ["columns"], [1, 3, 4]) for chart in ("facet", "concat", "repeat")],
    *[("compositions", chart, ["title"], ["A title", {"text": "T", "anchor": "middle"}, {"text": "T", "anchor": "end", "orient": "bottom"}, {"text": ["T", "U"], "subtitle": "s", "frame": "group"}])
      for chart in ("facet", "grid", "concat", "hconcat", "vconcat", "repeat", "layer", "columns", "wrapped")],
    *[("compositions", chart, ["resolve"], [{"scale": {"x": "independent"}}, {"scale": {"y": "independent"}}, {"axis": {"x": "independent"}}, {"axis": {"y": "independent"}}])
      for chart in ("facet", "grid", "columns", "rows", "wrapped")],
    *[("compositions", chart, ["resolve"], [{"scale": {"color": "independent"}}, {"legend": {"color": "independent"}}, {"scale": {"color": "shared", "x": "shared"}}, {"scale": {"y": "shared"}}])
      for chart in ("concat", "hconcat", "vconcat")],
    ("compositions", "layer", ["resolve"], [{"scale": {"y": "independent"}}, {"axis": {"y": "independent"}}, {"scale": {"x": "independent"}}, {"legend": {"color": "independent"}}]),
    ("compositions", "layer", ["layer", 1, "encoding", "y"], [field("s", Q, axis=None), field("s", Q, title="S"), field("s", Q, axis={"orient": "right"}), field("s", Q, scale={"domain": [0, 300]}), field("s", Q, axis={"grid": False, "labelColor": "red"})]),
    ("compositions", "layer", ["layer", 0, "encoding", "y", "axis"], [None, {"title": "Y"}, {"orient": "right"}]),
    ("compositions", "repeat", ["repeat"], [{"column": ["x", "y"]}, {"row": ["x", "y"]}, ["s"]]),
    ("compositions", "grid", ["facet"], [{"row": field("r")}, {"column": field("k")}, {"row": field("r", header={"labelAngle": 0}), "column": field("k")}, field("k", columns=2), {"row": field("r", title=None), "column": field("k", sort="descending")}]),
    *[("compositions", chart, ["width"], [120, {"step": 30}, "container"]) for chart in ("bar", "point", "layer", "columns")],
    *[("compositions", chart, ["height"], [120, {"step": 30}, "container"]) for chart in ("hbar", "point", "rows")],
    ("compositions", "grouped bar", ["width"], [{"step": 20, "for": "position"}, {"step": 12, "for": "offset"}]),
    *[("compositions", chart, ["autosize"], ["pad", "fit", "fit-x", "fit-y", "none", {"type": "fit", "contains": "padding"}, {"type": "pad", "contains": "padding"}, {"type": "fit", "resize": True}]) for chart in ("point", "coloured points")],
    *[("compositions", chart, ["background"], ["#eef", "transparent", None]) for chart in ("bar", "hconcat")],
    *[("compositions", chart, ["padding"], [30, {"left": 40, "top": 10}, 0]) for chart in ("bar", "facet")],
    # transforms
    ("transforms", "transformed", ["transform"], [[t] for t in (
        {"filter": "datum.x > 40"}, {"filter": {"field": "x", "lt": 50}}, {"filter": {"field": "x", "gte": 48}}, {"filter": {"field": "g", "oneOf": ["one", "two"]}}, {"filter": {"field": "x", "range": [20, 70]}},
        {"filter": {"field": "g", "equal": "one"}}, {"filter": {"not": {"field": "g", "equal": "one"}}}, {"filter": {"and": ["datum.x > 20", {"field": "y", "lte": 60}]}}, {"filter": {"or": ["datum.x > 80", {"field": "y", "lt": 30}]}},
        {"filter": {"field": "y", "valid": True}}, {"filter": {"field": "x", "range": [None, 50]}}, {"filter": {"field": "x", "range": {"expr": "[10, 60]"}}},
        {"calculate": "datum.x * 2", "as": "x"}, {"aggregate": [{"op": "mean", "field": "x", "as": "x"}, {"op": "max", "field": "y", "as": "y"}], "groupby": ["g"]},
        {"bin": True, "field": "x", "as": "x"}, {"bin": {"maxbins": 3}, "field": "x", "as": ["x", "e"]}, {"bin": {"step": 40}, "field": "y", "as": "y"},
        {"stack": "y", "groupby": ["g"], "as": "y"}, {"stack": "y", "groupby": ["g"], "as": ["y", "e"], "offset": "normalize"}, {"stack": "y", "groupby": [], "as": "y", "offset": "center", "sort": [{"field": "x", "order": "descending"}]},
        {"window": [{"op": "rank", "as": "y"}], "sort": [{"field": "y"}]}, {"window": [{"op": "sum", "field": "y", "as": "y"}], "groupby": ["g"]},
        {"joinaggregate": [{"op": "mean", "field": "y", "as": "y"}], "groupby": ["g"]}, {"sample": 4}, {"regression": "y", "on": "x"}, {"loess": "y", "on": "x"},
        {"extent": "x", "param": "e"}, {"timeUnit": "month", "field": "x", "as": "x"}, {"fold": ["x", "s"], "as": ["k", "x"]}, {"pivot": "g", "value": "x", "groupby": ["y"]}, {"flatten": ["g"]},
        {"impute": "y", "key": "x", "value": 50, "keyvals": [10, 20, 30]},
        {"lookup": "g", "from": {"data": rows([{"k": "one", "x": 10}, {"k": "two", "x": 50}]), "key": "k", "fields": ["x"]}, "default": 90},
        {"lookup": "g", "from": {"data": rows([{"k": "one", "q": 10}, {"k": "two", "q": 50}]), "key": "k", "fields": ["q"]}, "as": ["y"]})]),
    *[("transforms", "computed", ["transform"], [[{"window": [{"op": op, "field": "y", "as": "new", **({"param": 3} if op in ("ntile", "lag", "lead", "nth_value") else {})}], "sort": [{"field": "y"}]}] for op in (
        "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value")])],
    *[("transforms", "computed", ["transform"], [[{"joinaggregate": [{"op": op, "field": "y", "as": "new"}], "groupby": ["g"]}] for op in (
        "count", "valid", "missing", "distinct", "sum", "product", "mean", "average", "variance", "variancep", "stdev", "stdevp", "stderr", "median", "q1", "q3", "ci0", "ci1", "min", "max")])],
    ("transforms", "months", ["transform"], [[{"window": [{"op": "mean", "field": "v", "as": "new"}], "frame": [-1, 1]}], [{"window": [{"op": "mean", "field": "v", "as": "new"}], "frame": [None, 0], "sort": [{"field": "t", "order": "descending"}]}],
        [{"window": [{"op": "sum", "field": "v", "as": "new"}], "ignorePeers": True, "frame": [-2, 0]}], [{"calculate": "datum.v > 30 ? 30 : null", "as": "new"}], [{"calculate": "month(datum.t)", "as": "new"}],
        [{"calculate": "round(datum.v / 7)", "as": "new"}], [{"calculate": "clamp(datum.v, 20, 40)", "as": "new"}], [{"calculate": "datum['v'] + datum.w", "as": "new"}],
        [{"timeUnit": "quarter", "field": "t", "as": "q"}, {"calculate": "datum.v", "as": "new"}, {"aggregate": [{"op": "sum", "field": "v", "as": "new"}, {"op": "min", "field": "t", "as": "t"}], "groupby": ["q"]}]]),
    ("transforms", "spread", ["transform"], [[{"density": "v", **more}] for more in (
        {}, {"bandwidth": 10}, {"extent": [0, 200]}, {"steps": 10}, {"minsteps": 5, "maxsteps": 8}, {"cumulative": True}, {"counts": True}, {"groupby": ["g"]}, {"groupby": ["g"], "resolve": "shared"}, {"counts": True, "bandwidth": 20, "extent": [-50, 250]})]
        + [[{"quantile": "v", **more, "as": ["density", "value"]}] for more in ({}, {"step": 0.1}, {"probs": [0.1, 0.5, 0.9]})]),
    ("transforms", "transformed", ["transform"], [[{"regression": "y", "on": "x", **more}] for more in ({"method": "log"}, {"method": "exp"}, {"method": "pow"}, {"method": "quad"}, {"method": "poly", "order": 4}, {"extent": [0, 200]}, {"groupby": ["g"]}, {"params": True, "as": ["x", "y"]})]
        + [[{"loess": "y", "on": "x", "bandwidth": 0.6}], [{"loess": "y", "on": "x", "groupby": ["g"]}]]),
    # config beside marks, axes, legends, headers, titles, views, projections and scales
    ("config of the rest", "bar", ["config"], [{"background": "#eef"}, {"background": None}, {"padding": 30}, {"padding": {"left": 40, "top": 10}}, {"autosize": "fit"}, {"font": "Liberation Serif"}, {"numberFormat": ".1f"}, {"numberFormat": "$,.2f"},
        {"lineBreak": "r", "axisX": {"labelAngle": 0}}, {"fieldTitle": "plain"}, {"fieldTitle": "functional"}, {"countTitle": "How many"}, {"aria": False}, {"tooltipFormat": {"numberFormat": ".1f"}}, {"customFormatTypes": False},
        {"locale": {"number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "€"]}}, "numberFormat": ",.1f"}, {"params": [{"name": "k", "value": 3}]},
        {"style": {"guide-label": {"fill": "red", "fontSize": 14}}}, {"style": {"guide-title": {"fill": "red"}}}, {"style": {"bar": {"fill": "green"}}}, {"style": {"cell": {"fill": "#eef"}}}, {"style": {"guide-label": {"font": "Liberation Serif", "fontWeight": "bold"}}},
        {"style": {"guide-title": {"fontSize": 18, "fontStyle": "italic"}}}, {"mark": {"color": "red"}, "bar": {"color": "green"}}]),
    ("config of projections", "geoshape", ["config", "projection"], [{"type": "mercator"}, {"extent": [[10, 10], [120, 90]]}, {"fit": POLYGON}, {"size": [120, 80]},
        {"translate": [60, 50]}, {"scale": 50, "translate": [60, 50]}]),
    ("config of the rest", "titled", ["config"], [{"style": {"group-title": {"fill": "red", "fontSize": 20}}}, {"style": {"group-subtitle": {"fill": "red", "fontSize": 16}}}, {"style": {"group-title": {"align": "left"}}}, {"font": "Liberation Serif"}]),
    ("config of the rest", "styled", ["config", "style", "mine"], [{"fill": "green"}, {"fontSize": 24}, {"angle": 30}, {"dx": 20}, {"align": "right"}, {"fontWeight": "bold"}, {"opacity": 0.2}]),
    ("config of the rest", "time axis", ["config"], [{"timeFormat": "%b"}, {"timeFormat": "%d/%m"}, {"axis": {"format": "%B"}}, {"locale": {"time": {"dateTime": "%x", "date": "%d", "time": "%H", "periods": ["a", "p"], "days": ["D1", "D2", "D3", "D4", "D5", "D6", "D7"],
        "shortDays": ["a", "b", "c", "d", "e", "f", "g"], "months": ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12"], "shortMonths": ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12"]}}}]),
    ("config of the rest", "stacked bar", ["config"], [{"range": {"category": ["red", "green", "blue"]}}, {"range": {"category": {"scheme": "set2"}}}, {"range": {"category": "dark2"}}, {"normalizedNumberFormat": ".2%"}, {"style": {"bar": {"stroke": "black"}}}]),
    ("config of the rest", "points by value", ["config"], [{"range": {"ramp": {"scheme": "greens"}}}, {"range": {"heatmap": ["white", "red"]}}, {"range": {"ramp": ["white", "red"]}}, {"style": {"guide-label": {"fill": "red"}}}, {"style": {"guide-title": {"fill": "red", "fontSize": 16}}}]),
    ("config of the rest", "rect", ["config"], [{"range": {"heatmap": {"scheme": "greens"}}}, {"range": {"heatmap": ["white", "red"]}}, {"range": {"ramp": ["white", "red"]}}, {"range": {"diverging": ["white", "red"]}}]),
    ("config of the rest", "diverging", ["config"], [{"range": {"diverging": ["green", "white", "red"]}}, {"range": {"heatmap": {"scheme": "purples"}}}]),
    ("config of the rest", "shapes", ["config"], [{"range": {"symbol": ["square", "cross", "diamond"]}}, {"point": {"filled": True}}, {"point": {"strokeWidth": 4}}, {"point": {"opacity": 0.2}}, {"point": {"size": 200}}, {"range": {"category": ["red"]}}]),
    ("config of the rest", "columns", ["config"], [{"facet": {"spacing": 50}}, {"spacing": 50}, {"view": {"fill": "#eef"}}, {"header": {"labels": False}}, {"style": {"group-title": {"fill": "red"}}}, {"style": {"guide-label": {"fill": "red"}}}, {"style": {"cell": {"stroke": "red"}}}]),
    ("config of the rest", "wrapped", ["config"], [{"facet": {"spacing": 50}}, {"facet": {"columns": 1}}]),
    ("config of the rest", "concat", ["config"], [{"concat": {"spacing": 50}}, {"concat": {"columns": 1}}, {"legend": {"disable": True}}, {"axis": {"disable": True}}]),
    ("config of the rest", "repeat", ["config"], [{"concat": {"spacing": 50}}, {"facet": {"spacing": 50}}]),
    ("config of the rest", "gaps", ["config"], [{"mark": {"invalid": m}} for m in ("filter", "break-paths-filter-domains", "break-paths-show-domains", "break-paths-show-path-domains", "show", None)] + [{"line": {"invalid": None}}, {"scale": {"invalid": {"y": {"value": 0}}}}, {"mark": {"invalid": "show"}, "scale": {"invalid": {"y": "zero-or-min"}}}]),
    ("config of the rest", "bar", ["config", "axis"], [{"labelColor": "red", "titleColor": "blue"}, {"grid": False}, {"domain": False, "ticks": False}, {"format": ".2f"}, {"labelExpr": "datum.label + '!'"}]),
]
