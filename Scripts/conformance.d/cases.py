"""What is set where: for each area of the language the charts that fit and the definition that lists the properties."""
import collections

from charts import CHARTS, MONTHS, POINTS, STACKS, field, rows

Case = collections.namedtuple("Case", "area chart path value document")

ALL_MARKS = ["bar", "point", "circle", "square", "line", "trail", "area", "pie", "text", "tick", "rule", "rect", "image", "geoshape"]
# Where a property of marks means something; elsewhere it has no say. Those not named here are tried on every mark.
MARK_CHARTS = {
    "align": ["text", "image"], "baseline": ["text", "image"], "angle": ["text", "point"], "aspect": ["image"],
    "bandSize": ["tick"], "binSpacing": ["bar of bins"], "continuousBandSize": ["bar over time"],
    "cornerRadius": ["bar", "hbar", "stacked bar", "rect", "pie"], "cornerRadiusEnd": ["bar", "hbar", "stacked bar"],
    "discreteBandSize": ["bar", "hbar"], "dx": ["text"], "dy": ["text"], "ellipsis": ["text"], "filled": ["bar", "point", "line", "area", "circle"],
    "font": ["text"], "fontSize": ["text"], "fontStyle": ["text"], "fontWeight": ["text"], "dir": ["text"],
    "height": ["bar", "hbar", "rect", "image"], "width": ["bar", "hbar", "rect", "image"], "innerRadius": ["pie"], "outerRadius": ["pie"],
    "interpolate": ["line", "area", "stacked area"], "tension": ["line", "area"], "invalid": ["gaps"], "limit": ["text"],
    "line": ["area"], "point": ["line", "area", "coloured lines"], "lineBreak": ["text"], "lineHeight": ["text"],
    "minBandSize": ["bar", "bar over time"], "order": ["line"], "orient": ["bar", "line", "area", "tick", "rule"], "padAngle": ["pie"],
    "radius": ["pie", "text"], "radius2": ["pie"], "radiusOffset": ["pie"], "radius2Offset": ["pie"], "theta": ["pie", "text"],
    "theta2": ["pie"], "thetaOffset": ["pie"], "theta2Offset": ["pie"], "shape": ["point"], "text": ["text"], "smooth": ["image"],
    "size": ["bar", "hbar", "point", "circle", "square", "tick", "rule", "text", "line"], "thickness": ["tick"], "url": ["image"],
    "strokeCap": ["line", "rule"], "strokeJoin": ["line", "bar"], "strokeMiterLimit": ["line"], "strokeOffset": ["bar", "rect"],
    "startAngle": ["pie"], "endAngle": ["pie"], "timeUnitBandPosition": ["bar over time"], "timeUnitBandSize": ["bar over time"],
    "x": ["point", "bar", "rule", "text"], "y": ["point", "bar", "text"], "x2": ["rule", "bar"], "y2": ["bar"],
    "xOffset": ["point", "bar", "text"], "yOffset": ["point", "bar", "text"], "x2Offset": ["hbar"], "y2Offset": ["bar"],
    "aria": ["bar"], "ariaRole": ["bar"], "ariaRoleDescription": ["bar"], "cursor": ["bar"], "description": ["bar"],
    "href": ["bar"], "tooltip": ["bar"], "blend": ["bar", "stacked bar"], "time": [], "type": [],
}
for corner in ("TopLeft", "TopRight", "BottomLeft", "BottomRight"):
    MARK_CHARTS["cornerRadius" + corner] = ["bar", "hbar", "rect"]

CONFIG_MARKS = {"arc": "pie", "area": "area", "bar": "bar", "circle": "circle", "geoshape": "geoshape", "image": "image", "line": "line",
                "point": "point", "rect": "rect", "rule": "rule", "square": "square", "text": "text", "tick": "tick", "trail": "trail"}
AXIS_CONFIG_CHARTS = {"axisX": "bar", "axisY": "bar", "axisBottom": "bar", "axisLeft": "bar", "axisBand": "bar", "axisXBand": "bar",
                      "axisYBand": "hbar", "axisDiscrete": "bar", "axisXDiscrete": "bar", "axisYDiscrete": "hbar",
                      "axisQuantitative": "bar", "axisXQuantitative": "hbar", "axisYQuantitative": "bar",
                      "axisTemporal": "time axis", "axisXTemporal": "time axis"}
OTHER_AXES = {"axisPoint": ("points in places", "x"), "axisXPoint": ("points in places", "x"), "axisYPoint": ("points in rows", "y"),
              "axisYTemporal": ("time down", "y"), "axisTop": ("axis above", "x"), "axisRight": ("axis right", "y")}
AXIS_SAMPLE = ["labelColor", "labelAngle", "labelFontSize", "domainWidth", "domain", "tickColor", "tickSize", "grid", "gridColor",
               "titleColor", "titleFontSize", "title", "labels", "ticks", "disable", "offset", "style"]

CHARTS["points in places"] = {"data": rows(STACKS), "mark": {"type": "point"}, "encoding": {"x": field("a"), "y": field("b", "quantitative")}}
CHARTS["points in rows"] = {"data": rows(STACKS), "mark": {"type": "point"}, "encoding": {"y": field("a"), "x": field("b", "quantitative")}}
CHARTS["time down"] = {"data": rows(MONTHS), "mark": {"type": "point"}, "encoding": {"y": field("t", "temporal"), "x": field("v", "quantitative")}}
CHARTS["axis above"] = {"data": rows(POINTS), "mark": {"type": "point"},
                        "encoding": {"x": field("x", "quantitative", axis={"orient": "top"}), "y": field("y", "quantitative")}}
CHARTS["axis right"] = {"data": rows(POINTS), "mark": {"type": "point"},
                        "encoding": {"x": field("x", "quantitative"), "y": field("y", "quantitative", axis={"orient": "right"})}}
CHARTS["styled"] = {"config": {"style": {"mine": {"fill": "#d62728", "labelColor": "#d62728", "fontSize": 17, "opacity": 0.5}}},
                    "title": "A title", "data": rows(POINTS), "mark": {"type": "text", "style": "mine"},
                    "encoding": {"x": field("x", "quantitative"), "y": field("y", "quantitative"), "text": field("g")}}

from explicit import EXPLICIT  # noqa: E402  the charts above are named there

# Set by `explicit`, to more than one value by its type alone.
KNOWN_ELSEWHERE = [["projection", "fit"], ["projection", "extent"], ["config", "projection", "fit"], ["config", "projection", "extent"]]


class Cases:
    """Every case of the sweep, in the order of the report, and the properties that no value is known for."""

    def __init__(self, schema):
        from charts import with_value
        self.schema, self.cases, self.without_value = schema, [], []
        self._with_value = with_value
        for part in (self.marks, self.axes, self.legends, self.headers, self.scales, self.titles, self.views,
                     self.projections, self.configuration, self.explicit):
            part()

    def add(self, area, chart, path, value):
        self.cases.append(Case(area, chart, path, value, self._with_value(chart, path, value)))

    def sweep(self, area, definition, chart, path, only=None, without=(), also=None, most=None):
        for name, node in self.schema.properties(definition).items():
            if name in without or only is not None and name not in only:
                continue
            values, unknown = self.schema.values(name, node, (also or {}).get(name, ()), expressions=not area.startswith("config"))
            if unknown and path + [name] not in KNOWN_ELSEWHERE:
                self.without_value.append(f"{definition}.{name}")
            if name in ("nice", "tickCount") and chart != "time axis":
                values = [v for v in values if not isinstance(v, str)]
            if name == "orient" and definition in ("Axis", "AxisConfig"):
                # A horizontal axis stands above or below, a vertical one at a side.
                sides = ("left", "right") if "y" in path or definition == "AxisConfig" else ("top", "bottom")
                values = [v for v in values if not isinstance(v, str) or v in sides]
            for value in values[:most]:
                self.add(area, chart, path + [name], value)

    def marks(self):
        for name, node in self.schema.properties("MarkDef").items():
            values, unknown = self.schema.values(name, node)
            if unknown:
                self.without_value.append(f"MarkDef.{name}")
            charts = MARK_CHARTS.get(name, ALL_MARKS)
            for index, chart in enumerate(charts):
                # All the values on the first chart, the plain one on the others.
                some = values if index == 0 or len(charts) < 4 else values[:2]
                for value in some:
                    self.add("marks", chart, ["mark", name], value)
        for chart, definition in (("boxplot", "BoxPlotDef"), ("errorbar", "ErrorBarDef"), ("errorband", "ErrorBandDef")):
            self.sweep("marks", definition, chart, ["mark"], without=("type",))
            parts = {"boxplot": ["box", "median", "outliers", "rule", "ticks"], "errorbar": ["rule", "ticks"],
                     "errorband": ["band", "borders"]}[chart]
            for part in parts:
                for value in (True, False, {"color": "#d62728", "opacity": 0.5}, {"strokeWidth": 4, "stroke": "black"}):
                    self.add("marks", chart, ["mark", part], value)

    def axes(self):
        self.sweep("axes", "Axis", "bar", ["encoding", "x", "axis"], also={"values": (["Alba", "Derby"],)})
        self.sweep("axes", "Axis", "bar", ["encoding", "y", "axis"])
        self.sweep("axes", "Axis", "hbar", ["encoding", "y", "axis"], only=[
            n for n in self.schema.properties("Axis") if n.startswith(("label", "tick", "title", "band"))])
        self.sweep("axes", "Axis", "time axis", ["encoding", "x", "axis"], only=[
            "format", "formatType", "grid", "labelAlign", "labelAngle", "labelBound", "labelExpr", "labelFlush", "labelOverlap", "offset",
            "orient", "tickCount", "tickExtra", "tickMinStep", "tickRound", "titleAnchor", "values"], also={
            "format": ("%b", "%Y-%m-%d", {"month": "%B", "year": "%y"}), "tickCount": ("month", {"interval": "month", "step": 2}, 20),
            "values": ([{"year": 2024, "month": 3}, {"year": 2024, "month": "oct"}], ["2024-02-01", "2024-06-01"])})
        for value in (None, False):
            self.add("axes", "bar", ["encoding", "x", "axis"], value)
        self.sweep("axes", "Axis", "axis right", ["encoding", "y", "axis"], only=[
            "titleAngle", "titleAlign", "titleAnchor", "titlePadding", "offset", "labelAlign", "labelPadding", "titleX", "titleY", "position",
            "minExtent", "maxExtent"])
        self.sweep("axes", "Axis", "axis above", ["encoding", "x", "axis"], only=[
            "labelAngle", "titleAlign", "titleAnchor", "titlePadding", "offset", "labelBaseline", "labelPadding", "titleX", "titleY", "position"])
        self.sweep("axes", "Axis", "log", ["encoding", "x", "axis"], only=["tickCount", "format", "values", "labelOverlap", "grid"])

    def legends(self):
        self.sweep("legends", "Legend", "coloured points", ["encoding", "color", "legend"], also={"values": (["one", "three"],)})
        self.sweep("legends", "Legend", "points by value", ["encoding", "color", "legend"], without=(
            "symbolDash", "symbolDashOffset", "aria", "description"))
        self.sweep("legends", "Legend", "bubbles", ["encoding", "size", "legend"], only=[
            n for n in self.schema.properties("Legend") if n.startswith(("symbol", "tick", "clip", "column", "row", "values", "format", "direction"))])
        self.add("legends", "coloured points", ["encoding", "color", "legend"], None)

    def headers(self):
        self.sweep("headers", "Header", "columns", ["encoding", "column", "header"], also={"title": (None,)})
        self.sweep("headers", "Header", "rows", ["encoding", "row", "header"], also={"title": (None,)})
        self.sweep("headers", "Header", "wrapped", ["encoding", "facet", "header"], also={"title": (None,)})
        self.add("headers", "columns", ["encoding", "column", "header"], None)

    def scales(self):
        plain = ["align", "clamp", "domainMax", "domainMin", "nice", "padding", "paddingInner", "paddingOuter", "rangeMax", "rangeMin",
                 "reverse", "round", "zero"]
        limits = {"domainMax": (120,), "domainMin": (-20, 10), "domainMid": (40,)}
        for chart, channel, only in (
                ("point", "x", plain), ("bar", "y", plain), ("bar", "x", plain), ("points in places", "x", plain), ("time axis", "x", ["nice", "reverse", "padding", "clamp"]),
                ("coloured points", "color", ["reverse"]), ("points by value", "color", ["clamp", "domainMax", "domainMid", "domainMin",
                 "interpolate", "nice", "reverse", "scheme", "zero"]), ("bubbles", "size", ["domainMax", "clamp", "nice", "rangeMax", "rangeMin", "reverse", "zero"]),
                ("diverging", "color", ["domainMid", "reverse", "interpolate"]), ("grouped bar", "xOffset", ["padding", "paddingInner", "paddingOuter", "reverse"])):
            self.sweep("scales", "Scale", chart, ["encoding", channel, "scale"], only=only, also=limits)

    def titles(self):
        self.sweep("titles", "TitleParams", "titled", ["title"], also={"text": (["Two", "lines"],)})

    def views(self):
        self.sweep("views", "ViewBackground", "bar", ["view"])
        for chart in ("point", "geoshape", "pie", "columns"):
            self.sweep("views", "ViewBackground", chart, ["view"], only=["fill", "stroke", "strokeWidth", "cornerRadius", "opacity"])

    def projections(self):
        for chart in ("geoshape", "graticule"):
            self.sweep("projections", "Projection", chart, ["projection"], without=("size", "translate", "fit", "extent"))

    def configuration(self):
        for key, chart in CONFIG_MARKS.items():
            definition = {"arc": "RectConfig", "area": "AreaConfig", "bar": "BarConfig", "line": "LineConfig", "rect": "RectConfig",
                          "tick": "TickConfig", "trail": "LineConfig"}.get(key, "MarkConfig")
            here = [n for n in self.schema.properties(definition) if chart in MARK_CHARTS.get(n, ALL_MARKS)]
            for name in here:
                values, unknown = self.schema.values(name, self.schema.properties(definition)[name])
                for value in values[:2]:
                    self.add("config of marks", chart, ["config", key, name], value)
        for name in self.schema.properties("MarkConfig"):
            charts = MARK_CHARTS.get(name, ["bar", "line", "text", "rule"])
            values, _ = self.schema.values(name, self.schema.properties("MarkConfig")[name])
            for chart in charts:
                for value in values[:1]:
                    self.add("config of marks", chart, ["config", "mark", name], value)
        for chart, definition in (("boxplot", "BoxPlotConfig"), ("errorbar", "ErrorBarConfig"), ("errorband", "ErrorBandConfig")):
            self.sweep("config of marks", definition, chart, ["config", chart])
        self.sweep("config of axes", "AxisConfig", "bar", ["config", "axis"])
        for key, chart in AXIS_CONFIG_CHARTS.items():
            for name in AXIS_SAMPLE:
                values, _ = self.schema.values(name, self.schema.properties("AxisConfig")[name])
                for value in values[:2]:
                    self.add("config of axes", chart, ["config", key, name], value)
        for key, (chart, _) in OTHER_AXES.items():
            for name in AXIS_SAMPLE:
                values, _ = self.schema.values(name, self.schema.properties("AxisConfig")[name])
                for value in values[:1]:
                    self.add("config of axes", chart, ["config", key, name], value)
        self.sweep("config of legends", "LegendConfig", "coloured points", ["config", "legend"])
        self.sweep("config of legends", "LegendConfig", "points by value", ["config", "legend"], only=[
            n for n in self.schema.properties("LegendConfig") if n.startswith(("gradient", "label", "title", "tick", "disable", "orient", "direction"))])
        self.sweep("config of headers", "HeaderConfig", "columns", ["config", "header"])
        for key, chart in (("headerRow", "rows"), ("headerColumn", "columns"), ("headerFacet", "wrapped")):
            self.sweep("config of headers", "HeaderConfig", chart, ["config", key], only=[
                "labelColor", "labelFontSize", "labelOrient", "labelAngle", "labelPadding", "labels", "titleColor", "titleFontSize", "titleOrient", "title", "titleAnchor"])
        self.sweep("config of titles", "TitleConfig", "titled", ["config", "title"])
        self.sweep("config of views", "ViewConfig", "bar", ["config", "view"])
        for chart in ("point", "geoshape", "columns"):
            self.sweep("config of views", "ViewConfig", chart, ["config", "view"], only=["fill", "stroke", "strokeWidth", "continuousWidth", "continuousHeight",
                       "discreteWidth", "discreteHeight", "step"])
        self.sweep("config of projections", "ProjectionConfig", "geoshape", ["config", "projection"], without=("type", "size", "translate", "fit", "extent"))
        self.sweep("config of scales", "ScaleConfig", "bar", ["config", "scale"], only=[
            "bandPaddingInner", "bandPaddingOuter", "barBandPaddingInner", "clamp", "rectBandPaddingInner", "round", "zero", "xReverse", "useUnaggregatedDomain"])
        self.sweep("config of scales", "ScaleConfig", "point", ["config", "scale"], only=["continuousPadding", "clamp", "round", "zero", "xReverse", "animationDuration"])
        for chart, only in (("points in places", ["pointPadding"]), ("bubbles", ["maxSize", "minSize"]), ("rect", ["rectBandPaddingInner"]),
                            ("tick", ["tickBandPaddingInner"]), ("grouped bar", ["bandWithNestedOffsetPaddingInner", "bandWithNestedOffsetPaddingOuter",
                             "offsetBandPaddingInner", "offsetBandPaddingOuter"])):
            self.sweep("config of scales", "ScaleConfig", chart, ["config", "scale"], only=only)

    def explicit(self):
        for area, chart, path, values in EXPLICIT:
            for value in values:
                self.add(area, chart, path, value)
