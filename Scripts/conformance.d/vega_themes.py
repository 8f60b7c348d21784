"""Vega's named themes and d3's named locales, as data files with where they come from. Called by build-vega-themes."""
import importlib.metadata, json, pathlib, re, sys

import vl_convert

folder = pathlib.Path(sys.argv[1])
version = importlib.metadata.version("vl-convert-python")
stub = (pathlib.Path(vl_convert.__file__).parent / "__init__.pyi").read_text()


def names(alias):
    return re.findall(r'"([\w-]+)"', re.search(alias + r": TypeAlias = Literal\[(.*?)\]", stub, re.DOTALL)[1])


def write(name, source, content):
    parts = [f'"source": {json.dumps(source)}']
    for heading, entries in content.items():
        lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False, separators=(',', ':'))}" for k, v in sorted(entries.items()))
        parts.append(f'"{heading}": {{\n{lines}\n}}')
    (folder / name).write_text("{\n" + ",\n".join(parts) + "\n}\n")


write("vega-themes.json", f"npm vega-themes (BSD-3-Clause, University of Washington Interactive Data Lab), as PyPI vl-convert-python {version} carries it",
      {"themes": vl_convert.get_themes()})
write("d3-locales.json", f"npm d3-format and d3-time-format (ISC, Mike Bostock), as PyPI vl-convert-python {version} carries them",
      {"number": {n: vl_convert.get_format_locale(n) for n in names("FormatLocaleName")},
       "time": {n: vl_convert.get_time_format_locale(n) for n in names("TimeFormatLocaleName")}})
