"""Records a part of the sweep for the project's own tests: for one in so many cases, the size and the texts that the
reference draws, where dossier agrees when it is recorded. Called by hand:

  python record.py --dossier COMMAND [--dossier COMMAND] --every 97 > Tests/Fixtures/charts/conformance.json
"""
import argparse, json, pathlib, re

import altair, vl_convert

from cases import Cases
from documents import texts_of_reference, texts_of_scene
from drawing import Dossier
from values import Schema


def expected(document):
    """(width, height, texts) as the reference draws them; None where it refuses the document."""
    try:
        svg, scene = vl_convert.vegalite_to_svg(document), vl_convert.vegalite_to_scenegraph(document)
    except ValueError:
        return None
    width, height = (float(v) for v in re.search(r'width="([\d.]+)" height="([\d.]+)"', svg).groups())
    return width, height, texts_of_reference(scene)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", action="append", required=True)
    parser.add_argument("--every", type=int, default=97)
    arguments = parser.parse_args()
    schema = Schema(json.loads(next(pathlib.Path(altair.__file__).parent.rglob("vega-lite-schema.json")).read_text()))
    commands = [Dossier(command) for command in arguments.dossier]
    recorded = []
    for case in Cases(schema).cases[::arguments.every]:
        wanted = expected(case.document)
        if not wanted:
            continue
        agree = True
        for command in commands:
            drawn, _ = command.draw(case.document, ("scene.json",), scale=1)
            scene = json.loads(drawn[0]) if drawn else None
            agree = agree and scene and texts_of_scene(scene) == wanted[2] and all(
                abs(scene[k] - v) <= 1 for k, v in zip(("width", "height"), wanted))
        if agree:
            recorded.append({
                "what": f"{case.chart}: {'.'.join(map(str, case.path))} = {json.dumps(case.value, ensure_ascii=False)[:80]}",
                "width": wanted[0], "height": wanted[1], "texts": sorted(wanted[2].elements()), "document": case.document})
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in recorded)
    print(f"[\n{lines}\n]")


if __name__ == "__main__":
    main()
