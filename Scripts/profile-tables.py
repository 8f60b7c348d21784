"""Tables of the state profiles from the CIA World Factbook's pages. Called by Scripts/build-profile-tables."""

import csv
import html
import json
import math
import re
import sys
import zipfile
from pathlib import Path

import pycountry
from babel import Locale

wheel, folder = zipfile.ZipFile(sys.argv[1]), Path(sys.argv[2])

# Names of the Factbook that ISO 3166 has otherwise.
CODES = {
    "DRC": "COD", "Congo (Brazzaville)": "COG", "Burma": "MMR", "Laos": "LAO", "Russia": "RUS", "Iran": "IRN",
    "Syria": "SYR", "Turkey": "TUR", "Brunei": "BRN", "Kosovo": "XKX", "Holy See (Vatican City)": "VAT",
    "North Korea": "PRK", "South Korea": "KOR", "Cabo Verde": "CPV", "Tanzania": "TZA", "Moldova": "MDA",
    "Bolivia": "BOL", "Venezuela": "VEN", "Taiwan": "TWN", "Vietnam": "VNM", "Cote d'Ivoire": "CIV",
    "Côte d'Ivoire": "CIV", "The Gambia": "GMB", "The Bahamas": "BHS", "Czechia": "CZE", "The Dominican": "DOM",
    "Micronesia": "FSM", "Eswatini": "SWZ", "North Macedonia": "MKD", "Sao Tome and Principe": "STP",
}
# Pages without a short name.
FILES = {"ct": ("Central African Republic", "CAF"), "ae": ("United Arab Emirates", "ARE"), "fm": ("Micronesia", "FSM")}
# Names that CLDR writes for lists, where a headline wants the usual one.
NAMES = {
    "en": {"COD": "DR Congo", "COG": "Congo", "MMR": "Myanmar", "VAT": "Vatican City", "TUR": "Türkiye"},
    "ru": {"COD": "ДР Конго", "COG": "Конго", "MMR": "Мьянма"},
    "zh": {"COD": "刚果民主共和国", "COG": "刚果共和国", "MMR": "缅甸"},
}
OBSERVERS, DISPUTED = {"VAT"}, {"TWN", "XKX"}


def clean(text):
    return html.unescape(re.sub(r"<[^>]+>", " ", text or "")).strip()


def field(page, *path):
    for part in path:
        page = {key.strip(): value for key, value in page.items()} if isinstance(page, dict) else {}
        page = page.get(part, {})
    return clean(page.get("text", "")) if isinstance(page, dict) else ""


SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def number(text):
    """The first number, with the year that its estimate is of; nothing where the page gives none."""
    text = text.split(";")[0]
    match = re.search(r"(-?)\$?(-?\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion)?", text)
    if not match or re.match(r"\s*(NA|none|note)", text, re.I):
        return None
    value = float(match[2].replace(",", "")) * SCALES.get(match[3], 1) * (-1 if match[1] else 1)
    year = re.search(r"\((?:[^()]*?)(\d{4})(?:-\d\d)?(?: est\.)?\)", text)
    return round(value, 6), year[1] if year else ""


def latest(page, *path):
    """The newest of a field's years."""
    for part in path:
        page = {key.strip(): value for key, value in page.items()}.get(part, {})
    years = {}
    for key, value in page.items():
        match = re.search(r"(\d{4})$", key.strip())
        if match and isinstance(value, dict) and number(clean(value.get("text"))):
            years[match[1]] = number(clean(value["text"]))[0]
    return (years[max(years)], max(years)) if years else None


def plain(value):
    return "" if value is None else str(int(value)) if value == int(value) else repr(value)


pages = {}
for name in sorted(wheel.namelist()):
    if not name.endswith(".json"):
        continue
    page = json.loads(wheel.read(name))
    if "Geography" not in page or field(page, "Government", "Dependency status"):
        continue
    short = field(page, "Government", "Country name", "conventional short form")
    stem = Path(name).stem
    if stem in FILES:
        short, code = FILES[stem]
    elif short in CODES:
        code = CODES[short]
    else:
        found = pycountry.countries.get(name=short) or pycountry.countries.get(common_name=short)
        code = found.alpha_3 if found else None
    independence = field(page, "Government", "Independence")
    if code is None or (not independence and code not in DISPUTED):
        print(f"left out: {short or stem} ({independence[:40] or 'no date of independence'})", file=sys.stderr)
        continue
    if independence.startswith("none") and stem not in FILES:
        continue
    pages[code] = page

people, land, economy, energy = "People and Society", "Geography", "Economy", "Energy"
series = {
    # A total that rounds to nothing gives way to the land, which the page tells more closely.
    "area": lambda p: max(
        filter(None, [number(field(p, land, "Area", "total")), number(field(p, land, "Area", "land"))]),
        key=lambda found: found[0], default=None),
    "coastline": lambda p: number(field(p, land, "Coastline")),
    "population": lambda p: number(field(p, people, "Population", "total")) or number(field(p, people, "Population")),
    "growth": lambda p: number(field(p, people, "Population growth rate")),
    "median-age": lambda p: number(field(p, people, "Median age", "total")),
    "life-expectancy": lambda p: number(field(p, people, "Life expectancy at birth", "total population")),
    "fertility": lambda p: number(field(p, people, "Total fertility rate")),
    "urban": lambda p: number(field(p, people, "Urbanization", "urban population")),
    "gdp": lambda p: latest(p, economy, "Real GDP (purchasing power parity)"),
    "gdp-per-person": lambda p: latest(p, economy, "Real GDP per capita"),
    "internet": lambda p: number(field(p, "Communications", "Internet users", "percent of population")),
    "electricity": lambda p: number(field(p, energy, "Electricity Access", "electrification - total population"))
    or number(field(p, energy, "Electricity access", "electrification - total population")),
}
names = {language: Locale(language).territories for language in ("en", "ru", "zh")}


def named(code, language):
    two = "XK" if code == "XKX" else pycountry.countries.get(alpha_3=code).alpha_2
    return NAMES[language].get(code) or names[language][two].replace(" (Ватикан)", "")


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows")


codes = sorted(pages)
tables = folder / "Data" / "tables"
has = {code: set() for code in codes}
for measure, read in series.items():
    rows = []
    for code in codes:
        found = read(pages[code])
        if found is None or (measure == "coastline" and found[0] == 0):
            continue
        value = found[0]
        if measure == "gdp":
            value = round(value / 1e9, 4)
        rows.append([code, named(code, "en"), found[1], plain(value)])
        has[code].add(measure)
    write(tables / f"{measure}.csv", ["code", "state", "year", measure], rows)


def parts(measure, columns, read):
    rows = []
    for code in codes:
        found = [read(pages[code], column) for column in columns]
        if all(found) and abs(sum(f[0] for f in found) - 100) < 25:
            rows.append([code, named(code, "en"), max(f[1] for f in found)] + [plain(f[0]) for f in found])
            has[code].add(measure)
    write(tables / f"{measure}.csv", ["code", "state", "year"] + [c.replace(" years", "").replace(" and over", "+") for c in columns], rows)


parts("ages", ["0-14 years", "15-64 years", "65 years and over"], lambda p, c: number(field(p, people, "Age structure", c)))
parts("sectors", ["agriculture", "industry", "services"],
      lambda p, c: number(field(p, economy, "GDP - composition, by sector of origin", c)))
sources = ["fossil fuels", "nuclear", "hydroelectricity", "wind", "solar", "biomass and waste", "geothermal"]
rows = []
for code in codes:
    for source in sources:
        found = number(field(pages[code], energy, "Electricity generation sources", source))
        if found and found[0] > 0:
            rows.append([code, named(code, "en"), source, found[1], plain(found[0])])
            has[code].add("power")
write(tables / "power.csv", ["code", "state", "source", "year", "share"], rows)


def place(page):
    match = re.search(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", field(page, land, "Geographic coordinates"))
    north = int(match[1]) + int(match[2]) / 60
    east = int(match[4]) + int(match[5]) / 60
    return round(-north if match[3] == "S" else north, 2), round(-east if match[6] == "W" else east, 2)


population = {row[0]: float(row[3]) for row in csv.reader(open(tables / "population.csv")) if row[0] != "code"}
area = {row[0]: float(row[3]) for row in csv.reader(open(tables / "area.csv")) if row[0] != "code"}
ranked = sorted(codes, key=lambda code: -population.get(code, 0))


def outlines():
    """Rings of each country, as lists of longitude and latitude, from the project's geodata (TopoJSON)."""
    topology = json.loads((folder.parent.parent / "Data/geo/countries-world.topo.json").read_text())
    (scale, move) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy, *_ in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(points)
    found = {}
    for shape in next(iter(topology["objects"].values()))["geometries"]:
        polygons = shape.get("arcs", [])
        for polygon in polygons if shape["type"] == "MultiPolygon" else [polygons]:
            ring = [p for index in polygon[0] for p in (arcs[index] if index >= 0 else arcs[~index][::-1])]
            found.setdefault(shape.get("id"), []).append(ring)
    return found


def frame(code, latitude, longitude):
    """A frame about four by three around the mainland and what lies near it; across 180° where the land does."""
    def box(ring, middle):
        xs = [(x - middle + 180) % 360 - 180 + middle for x, _ in ring]
        return [min(xs), min(y for _, y in ring), max(xs), max(y for _, y in ring)]

    def size(b):
        return (b[2] - b[0]) * (b[3] - b[1])

    boxes = sorted((box(ring, longitude) for ring in shapes.get(code, [])), key=size, reverse=True)
    whole = boxes[0] if boxes else [longitude, latitude, longitude, latitude]
    waiting = boxes[1:]
    reach = max(3, 0.35 * max(whole[2] - whole[0], whole[3] - whole[1]))
    while near := [b for b in waiting if b[0] < whole[2] + reach and b[2] > whole[0] - reach
                   and b[1] < whole[3] + reach and b[3] > whole[1] - reach]:
        waiting = [b for b in waiting if b not in near]
        for b in near:
            whole = [min(whole[0], b[0]), min(whole[1], b[1]), max(whole[2], b[2]), max(whole[3], b[3])]
    across = math.cos(math.radians((whole[1] + whole[3]) / 2))
    width, height = max((whole[2] - whole[0]) * across * 1.25, 3), max((whole[3] - whole[1]) * 1.2, 2.25)
    width, height = max(width, height * 4 / 3), max(height, width * 9 / 16)
    x, y = (whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2
    sides = [x - width / across / 2, max(-84, y - height / 2), x + width / across / 2, min(84, y + height / 2)]
    return [round(side, 2) for side in sides]


shapes = outlines()


def near(code):
    """Seven states of about as many people, itself among them."""
    index = ranked.index(code)
    start = max(0, min(len(ranked) - 7, index - 3))
    return ";".join(ranked[start : start + 7])


header = ["code", "language", "name", "status", "landlocked", "west", "south", "east", "north", "near", "has", "small"]
rows = []
for language in ("en", "ru", "zh"):
    for code in codes:
        status = "observer" if code in OBSERVERS else "disputed" if code in DISPUTED else "member"
        landlocked = "landlocked" in field(pages[code], land, "Coastline")
        rows.append([code, language, named(code, language), status, str(landlocked).lower(), *frame(code, *place(pages[code])),
                     near(code), ";".join(sorted(has[code])), str(area[code] < 2600).lower()])
write(folder / "states.csv", header, rows)
write(tables / "names.csv", ["code", "en", "ru", "zh"], [[c] + [named(c, l) for l in ("en", "ru", "zh")] for c in codes])
for code in codes:
    missing = set(series) - has[code] | {"ages", "sectors", "power"} - has[code]
    if missing - {"coastline"}:
        print(code, named(code, "en"), "lacks", ", ".join(sorted(missing)), file=sys.stderr)
