"""Names of countries and cities by code: see Scripts/build-names."""
import json, sys, unicodedata
from babel import Locale, __version__

folder = sys.argv[1]
LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ru", "uk", "zh", "ja", "ko",
             "ar", "id", "vi", "el", "he", "hu", "ro", "kk", "uz", "mn"]

# How statistical offices and tables write countries, where CLDR does not (World Bank, UN, IMF, OECD, FIFA and IOC codes that
# are not ISO's stand in `CODES`).
SPELLINGS = {
    "GBR": ["United Kingdom of Great Britain and Northern Ireland", "Great Britain", "Britain", "U.K.", "UK"],
    "USA": ["United States of America", "U.S.", "U.S.A.", "US", "America"],
    "KOR": ["Korea, Rep.", "Korea Rep", "Republic of Korea", "Korea, Republic of", "Korea (Republic of)", "Korea", "S. Korea"],
    "PRK": ["Korea, Dem. People's Rep.", "Democratic People's Republic of Korea", "Korea, Dem. Rep.", "DPRK", "N. Korea",
            "Korea, Democratic People's Republic of", "Dem. People's Republic of Korea"],
    "CZE": ["Czech Republic", "Czech Rep."], "SVK": ["Slovak Republic"],
    "RUS": ["Russian Federation"], "IRN": ["Iran, Islamic Rep.", "Iran (Islamic Republic of)", "Islamic Republic of Iran"],
    "EGY": ["Egypt, Arab Rep."], "YEM": ["Yemen, Rep."], "VEN": ["Venezuela, RB", "Venezuela (Bolivarian Republic of)"],
    "BOL": ["Bolivia (Plurinational State of)", "Plurinational State of Bolivia"],
    "LAO": ["Lao PDR", "Lao People's Democratic Republic", "Laos"], "KGZ": ["Kyrgyz Republic", "Kirghizia"],
    "SYR": ["Syrian Arab Republic"], "VNM": ["Viet Nam", "Vietnam"], "MDA": ["Republic of Moldova", "Moldova, Rep."],
    "MKD": ["Macedonia", "Macedonia, FYR", "FYROM", "Macedonia, former Yugoslav Republic of",
            "The former Yugoslav Republic of Macedonia", "Republic of North Macedonia"],
    "COD": ["Congo, Dem. Rep.", "Democratic Republic of the Congo", "DR Congo", "DRC", "Congo-Kinshasa", "Congo (Kinshasa)",
            "Democratic Republic of Congo", "Dem. Rep. Congo", "Congo, the Democratic Republic of the", "Zaire"],
    "COG": ["Congo, Rep.", "Republic of the Congo", "Republic of Congo", "Congo-Brazzaville", "Congo (Brazzaville)", "Congo"],
    "CIV": ["Cote d'Ivoire", "Ivory Coast"], "CPV": ["Cabo Verde", "Cape Verde"], "SWZ": ["Eswatini", "Swaziland"],
    "TUR": ["Turkiye", "Turkey"], "TZA": ["United Republic of Tanzania", "Tanzania, United Rep."],
    "GMB": ["Gambia, The", "The Gambia"], "BHS": ["Bahamas, The", "The Bahamas"], "MMR": ["Burma", "Myanmar (Burma)"],
    "TLS": ["East Timor", "Timor-Leste"], "BRN": ["Brunei Darussalam"], "FSM": ["Micronesia, Fed. Sts.", "Micronesia"],
    "HKG": ["Hong Kong SAR, China", "China, Hong Kong SAR", "Hong Kong"], "MAC": ["Macao SAR, China", "Macau"],
    "PSE": ["West Bank and Gaza", "State of Palestine", "Palestinian Territories", "Occupied Palestinian Territory",
            "Palestine, State of"],
    "TWN": ["Taiwan, China", "Chinese Taipei", "Taiwan Province of China", "Taiwan"],
    "CHN": ["China, People's Republic of", "People's Republic of China", "China, mainland", "PR China"],
    "VAT": ["Holy See", "Vatican"], "LCA": ["St. Lucia"], "KNA": ["St. Kitts and Nevis"],
    "VCT": ["St. Vincent and the Grenadines"], "BIH": ["Bosnia", "Bosnia-Herzegovina"], "NLD": ["Holland"],
    "ARE": ["UAE", "Emirates"], "SAU": ["KSA"], "CAF": ["Central African Rep.", "CAR"], "DOM": ["Dominican Rep."],
    "GNQ": ["Eq. Guinea"], "SSD": ["S. Sudan"], "BLR": ["Belorussia", "Byelorussia"], "LBY": ["Libyan Arab Jamahiriya"],
    "IRL": ["Republic of Ireland", "Eire"], "ROU": ["Rumania"], "XKX": ["Kosovo"], "SLB": ["Solomon Is."],
    "FLK": ["Falkland Is.", "Islas Malvinas"], "VIR": ["Virgin Islands (U.S.)"], "MAF": ["St. Martin (French part)"],
    "SXM": ["Sint Maarten (Dutch part)"], "CUW": ["Curacao"], "STP": ["Sao Tome and Principe"], "REU": ["Reunion"],
}
# Codes of other lists for countries: FIFA, IOC, FIPS and vehicles where they are no other country's ISO code.
CODES = {"DEU": ["GER"], "GBR": ["UK", "GBR"], "NLD": ["NED", "HOL"], "CHE": ["SUI"], "DNK": ["DEN"], "PRT": ["POR"],
         "HRV": ["CRO"], "GRC": ["EL", "GRE"], "ZAF": ["RSA"], "ARE": ["UAE"], "SAU": ["KSA"], "XKX": ["KOS", "RKS", "XK"],
         "ROU": ["ROM"], "COD": ["ZAR", "DRC"], "TLS": ["TMP"], "PSE": ["WBG"]}
CITIES = {"Copenhagen": ["København"], "Kyiv": ["Kiev"], "Mumbai": ["Bombay"], "Kolkata": ["Calcutta"],
          "Chennai": ["Madras"], "Bengaluru": ["Bangalore"], "Beijing": ["Peking", "Pékin", "Pekín", "Pechino", "Pequim", "Пекин"], "Guangzhou": ["Canton"],
          "Yangon": ["Rangoon"], "Ho Chi Minh City": ["Saigon"], "Astana": ["Nur-Sultan", "Nursultan"],
          "Almaty": ["Alma-Ata"], "Saint Petersburg": ["St. Petersburg", "Leningrad"], "New York": ["New York City", "NYC"],
          "Washington, D.C.": ["Washington", "Washington DC"], "Mexico City": ["Ciudad de México"], "Gothenburg": ["Göteborg"],
          "Cologne": ["Köln"], "Munich": ["München"], "Milan": ["Milano"], "Turin": ["Torino"], "Naples": ["Napoli"],
          "Seville": ["Sevilla"], "Kraków": ["Cracow"], "Thessaloniki": ["Salonica"], "The Hague": ["Den Haag"],
          "Geneva": ["Genève", "Genf"], "Zürich": ["Zurich"]}


LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "ŋ": "n"}
for point in list(range(0xC0, 0x250)) + list(range(0x1E00, 0x1F00)):
    letter = chr(point).lower()
    base = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    if len(letter) == 1 and letter.isalpha() and base != letter and base.isascii() and base:
        LETTERS.setdefault(letter, base)


def folded(text):
    """As the program folds what is looked for: small Latin letters without marks, no punctuation, one space."""
    bare = unicodedata.normalize("NFC", text).lower()
    bare = bare.replace("'", "").replace("’", "").replace("&", " and ")
    bare = "".join(LETTERS.get(c, c) for c in bare)
    # Marks of scripts such as Devanagari belong to their letters.
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in bare).split())


topology = json.load(open(f"{folder}/countries-world.topo.json"))
members = next(iter(topology["objects"].values()))["geometries"]
countries, taken = {}, {}


def add(code, name):
    key = folded(name)
    if not key:
        return
    if taken.setdefault(key, code) == code and key not in countries.setdefault(code, []):
        countries[code].append(key)


locales = [Locale(language) for language in LANGUAGES]
by_alpha2 = {m["properties"].get("iso_a2"): m["id"] for m in members}
for code, names in SPELLINGS.items():
    for name in names:
        add(code, name)
for locale in locales:
    for alpha2, name in locale.territories.items():
        if alpha2 in by_alpha2:
            add(by_alpha2[alpha2], name)
for code, codes in CODES.items():
    for other in codes:
        add(code, other)

places = json.load(open(f"{folder}/places.json"))
cities, owners = {}, {}
zones = {}
for zone in Locale("en").time_zones:
    zones[zone] = Locale("en").time_zones[zone].get("city") or zone.split("/")[-1].replace("_", " ")
for locale in locales:
    for zone in locale.time_zones:
        zones.setdefault(zone, zone.split("/")[-1].replace("_", " "))
known = {}
for place in places:
    for key in ("name_en", "name_ru", "name_zh"):
        if place.get(key):
            known.setdefault(folded(place[key]), place["name_en"])


def city(target, name):
    key = folded(name)
    if key and key not in known and owners.setdefault(key, target) == target and key not in cities.setdefault(target, []):
        cities[target].append(key)


for english, others in CITIES.items():
    target = known.get(folded(english)) or next((known[folded(o)] for o in others if folded(o) in known), None)
    if target:
        for other in [english] + others:
            city(target, other)
for zone, english in zones.items():
    target = known.get(folded(english))
    if target:
        for locale in locales:
            name = locale.time_zones.get(zone, {}).get("city")
            if name:
                city(target, name)
for target in list(known.values()):
    if folded(target) != target.lower():
        owners.setdefault(folded(target), target)
cities = {key: value for key, value in cities.items() if value}
with open(f"{folder}/names.json", "w") as file:
    json.dump({"source": f"CLDR as carried by the Python package Babel {__version__}; spellings of Scripts/geodata/names.py",
               "letters": LETTERS, "countries": {k: countries[k] for k in sorted(countries)}, "cities": {k: cities[k] for k in sorted(cities)}},
              file, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    file.write("\n")
print(f"names.json: {sum(map(len, countries.values()))} names of {len(countries)} countries, "
      f"{sum(map(len, cities.values()))} of {len(cities)} cities")
