"""Sensible values for a property: what the schema lists, and, where it names only a type, what the tables here say.

A value is chosen so that a picture shows it: a width of 4, not 1.1; an angle that is no multiple of 90. A property
whose type is a number, a string or a list and which no table knows is told in the report, not passed over.
"""
import json

RED, BLUE = "#d62728", "#1f77b4"
GRADIENTS = [
    {"gradient": "linear", "stops": [{"offset": 0, "color": "red"}, {"offset": 1, "color": "blue"}]},
    {"gradient": "linear", "x1": 1, "y1": 1, "x2": 1, "y2": 0,
     "stops": [{"offset": 0, "color": "white"}, {"offset": 1, "color": "darkgreen"}]},
    {"gradient": "radial", "stops": [{"offset": 0, "color": "gold"}, {"offset": 1, "color": "purple"}]},
]

# By the whole name of a property.
NAMED = {
    "angle": [30], "aspect": [False], "bandPosition": [0, 1], "bandSize": [6], "base": [2], "binSpacing": [0, 6],
    "center": [[30, 20]], "clipAngle": [60], "clipExtent": [[[20, 20], [120, 100]]], "clipHeight": [6],
    "coefficient": [0.5], "columnPadding": [30], "columns": [2], "constant": [4], "continuousBandSize": [12],
    "discreteBandSize": [8, {"band": 0.4}], "distance": [2], "domainDashOffset": [3], "dx": [12], "dy": [-12],
    "ellipsis": ["~"], "exponent": [0.5, 2], "fraction": [0.3], "frame": ["group", "bounds"], "gradientLength": [80],
    "gradientThickness": [30], "height": [150], "continuousHeight": [150], "discreteHeight": [150], "href": ["https://example.org"], "innerRadius": [20],
    "labelFlushOffset": [6], "labelSeparation": [30], "legendX": [20], "legendY": [30], "limit": [25],
    "lineBreak": ["a"], "lineHeight": [24], "lobes": [3], "maxExtent": [10], "minExtent": [60], "minBandSize": [30],
    "offset": [15, -5], "outerRadius": [50], "padAngle": [0.1], "padding": [12], "parallel": [30],
    "parallels": [[20, 50]], "pointRadius": [8], "position": [40], "precision": [0.1, 20], "radius": [40],
    "radius2": [15], "ratio": [1.5], "rotate": [[90, 0, 0], [-20, -40], [10, 20, 30]], "scale": [60], "size": [150],
    "spacing": [40, 0], "step": [30], "strokeDashOffset": [3], "strokeMiterLimit": [1], "strokeOffset": [3],
    "tension": [0.2, 0.9], "text": ["Words"], "theta": [1], "theta2": [3], "thickness": [5], "tickCount": [3],
    "tickMinStep": [20], "tilt": [20], "timeUnitBandPosition": [0, 1], "timeUnitBandSize": [0.5], "titleX": [50],
    "titleY": [-30], "translate": [8], "width": [150], "x": [40], "x2": [90], "xOffset": [10], "x2Offset": [10],
    "y": [40], "y2": [90], "yOffset": [10], "y2Offset": [10], "radiusOffset": [10], "radius2Offset": [5],
    "thetaOffset": [0.4], "theta2Offset": [0.4], "zindex": [1], "order": [1], "symbolLimit": [2], "rowPadding": [12],
    "symbolOffset": [12], "startAngle": [0.5], "endAngle": [4], "bandWithNestedOffsetPaddingInner": [0.5],
    "bandWithNestedOffsetPaddingOuter": [0.5], "barBandPaddingInner": [0.5], "rectBandPaddingInner": [0.3],
    "tickBandPaddingInner": [0.6], "bandPaddingInner": [0.5], "bandPaddingOuter": [0.5], "offsetBandPaddingInner": [0.5],
    "offsetBandPaddingOuter": [0.5], "continuousPadding": [20], "pointPadding": [2], 
    "maxBandSize": [6], "minFontSize": [6], "maxFontSize": [30], "minOpacity": [0.1],
    "maxOpacity": [0.5], "minSize": [40], "maxSize": [400], "minStrokeWidth": [3], "maxStrokeWidth": [12],
    "quantileCount": [2], "quantizeCount": [6], "tickBandPaddingOuter": [0.4],
    "titlePadding": [20], "labelPadding": [15], "subtitlePadding": [20], "gradientHorizontalMaxLength": [60],
    "gradientHorizontalMinLength": [200], "gradientVerticalMaxLength": [60], "gradientVerticalMinLength": [250],
    "gradientLabelLimit": [10], "gradientLabelOffset": [12], "horizontalSpacing": [30], "verticalSpacing": [30],
    "unselectedOpacity": [0.2], "tickOffset": [8], "labelOffset": [8], "cornerRadius": [8], "paddingInner": [0.6],
    "paddingOuter": [0.6], "align": [0, 1], "strokeWidth": [4], "titleLineHeight": [26], "labelLineHeight": [26],
    "subtitleLineHeight": [26], "url": ["data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFUlEQVR4"
                                        "2mP4z8DAsACIGf7/P8EAABsqBGYmJJHMAAAAAElFTkSuQmCC"],
    "aria": [False], "ariaRole": ["img"], "ariaRoleDescription": ["a part"], "description": ["What it is"],
    "cursor": ["pointer"], "tooltip": ["A tip", True], "name": ["part"], "dir": ["rtl"],
    "format": [".2f", "%", "$,.1f", "~s"], "numberFormat": [".1f", "$,.2f"], "normalizedNumberFormat": [".1%"],
    "formatType": ["number"], "labelExpr": ["datum.label + '!'", "upper(datum.label)"],
    "title": ["Another title", ["Two", "lines"], ""], "subtitle": ["Below it", ["Two", "lines"]],
    "style": ["guide-title", ["guide-label", "group-title"]], "values": [[20, 70]], "countTitle": ["How many"],
    "timeFormat": ["%b %y"], "shape": ["square", "M-1,-1L1,-1L0,1Z"], "symbolType": ["square", "M-1,-1L1,-1L0,1Z"],
    "font": ["Liberation Serif", "monospace"], "fontWeight": ["bold", 300, 600], "rangeMin": [40], "rangeMax": [120],
}
# By the ending of a name; the first that fits.
ENDINGS = [
    ("FontSize", [18]), ("fontSize", [18]), ("FontWeight", ["bold", "normal", 300, 600]), ("Font", ["Liberation Serif"]),
    ("FontStyle", ["italic"]), ("fontStyle", ["italic"]), ("Opacity", [0.3]), ("opacity", [0.3]), ("Angle", [30]),
    ("DashOffset", [3]), ("Dash", [[6, 3]]), ("Limit", [30]), ("Width", [4]), ("Size", [15]), ("Padding", [15]),
    ("Offset", [10]), ("Radius", [8]), ("cornerRadius", [8]), ("Color", [RED, None]), ("color", [RED]), ("LineHeight", [26]),
]
LONG_LISTS = {"interpolate": None, "ColorScheme": None, "Cursor": 1, "Blend": None}


def named(name):
    if name.startswith("cornerRadius"):
        return [12]
    if name in NAMED:
        return NAMED[name]
    for ending, values in ENDINGS:
        if name.endswith(ending) or name == ending:
            return values
    return None


class Schema:
    """The published JSON Schema, and the values that it allows for a property."""

    def __init__(self, document):
        self.definitions = document["definitions"]

    def properties(self, name):
        """Names and types of the properties of a definition, through its alternatives."""
        found = {}
        self._gather(self.definitions[name], found)
        return found

    def _gather(self, node, found):
        if "$ref" in node:
            return self._gather(self.definitions[node["$ref"].rsplit("/", 1)[-1]], found)
        for part in node.get("anyOf", []) + node.get("allOf", []):
            self._gather(part, found)
        for key, value in node.get("properties", {}).items():
            found.setdefault(key, value)

    def kinds(self, node, seen=()):
        """The kinds of value that a type allows: ("listed", v), ("boolean",), ("number",), ("string",), ("array",),
        ("null",), ("expression",), ("conditional",), ("gradient",), ("object", name)."""
        if "$ref" in node:
            name = node["$ref"].rsplit("/", 1)[-1]
            if name == "ExprRef":
                yield ("expression",)
            elif name.startswith("Conditional"):
                yield ("conditional",)
            elif name == "Gradient":
                yield ("gradient",)
            elif name in ("Color", "HexColor", "ColorName"):
                yield ("color",)
            elif name in seen:
                return
            else:
                found = list(self.kinds(self.definitions[name], seen + (name,)))
                yield from ((k[0], name) if k[0] == "object" and len(k) == 1 else k for k in found)
        elif "anyOf" in node:
            for part in node["anyOf"]:
                yield from self.kinds(part, seen)
        elif "enum" in node:
            yield from (("listed", v) for v in node["enum"])
        elif "const" in node:
            yield ("listed", node["const"])
        else:
            types = node.get("type", "object")
            for kind in types if isinstance(types, list) else [types]:
                yield ("number",) if kind == "integer" else (kind,)

    def values(self, name, node, also=(), expressions=True):
        """Values to set a property to, each once: what is listed, both booleans, null, what the tables say by the
        property's name, and one expression and one condition where they may stand."""
        values, plain = [], named(name)
        kinds = list(dict.fromkeys(self.kinds(node)))
        types = {k[0] for k in kinds}
        listed = [k[1] for k in kinds if k[0] == "listed"]
        if name == "cursor":
            listed = listed[:1]
        values += listed
        if "boolean" in types:
            values += [True, False]
        if types & {"number", "string", "array", "color"} and plain is not None:
            values += [v for v in plain if v not in listed]
        if "color" in types and plain is None:
            values += [RED]
        if "gradient" in types:
            values += GRADIENTS
        if "null" in types:
            values += [None]
        values += list(also)
        first = next((v for v in values if v is not None and not isinstance(v, (dict, bool))), None)
        if first is None and True in values:
            first = False if name in ("grid", "ticks", "labels", "domain") else True
        if expressions and "expression" in types and first is not None:
            values.append({"expr": json.dumps(first).replace('"', "'")})
        if "conditional" in types and first is not None:
            values.append({"condition": {"test": "datum.index > 0", "value": first}, "value": None}
                          if name.endswith("Color") else
                          {"condition": {"test": "datum.index > 0", "value": first}, "value": listed[-1] if listed else
                           default_beside(name, first)})
        unknown = not values and bool(types - {"object", "null"})
        return unique(values), unknown


def default_beside(name, first):
    """What a conditional property is where its test fails."""
    if isinstance(first, list):
        return []
    if isinstance(first, (int, float)):
        return 1
    return "normal" if "Font" in name else first


def unique(values):
    seen, kept = set(), []
    for value in values:
        key = json.dumps(value, sort_keys=True)
        if key not in seen:
            seen.add(key)
            kept.append(value)
    return kept
