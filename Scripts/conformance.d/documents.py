"""Scores whole documents as Vega-Lite's gallery is scored: drawn, size, text, look; and tells what differs most."""
import collections, concurrent.futures, io, json, pathlib, tempfile

import numpy as np

from drawing import Dossier, quiet

_state = {}


def inlined(node, data):
    """The document with each `data.url` replaced by the file's own values, for the reference has no data root."""
    if isinstance(node, list):
        return [inlined(part, data) for part in node]
    if not isinstance(node, dict):
        return node
    node = dict(node)
    source = node.get("data")
    if isinstance(source, dict) and isinstance(source.get("url"), str):
        name = source["url"].rsplit("/", 1)[-1]
        path = data / "data" / name
        if path.exists():
            kind = (source.get("format") or {}).get("type") or name.rsplit(".", 1)[-1]
            raw = path.read_bytes()
            source = {k: v for k, v in source.items() if k != "url"}
            source["values"] = json.loads(raw) if kind in ("json", "topojson", "geojson") else raw.decode()
            source["format"] = {**(source.get("format") or {}), "type": "json" if kind == "geojson" else kind}
            node["data"] = source
    return {key: value if key == "values" else inlined(value, data) for key, value in node.items()}


def texts_of_reference(scene):
    found = collections.Counter()

    def walk(node):
        if isinstance(node, dict):
            if node.get("marktype") == "text":
                for item in node.get("items", []):
                    if item.get("opacity", 1) != 0 and item.get("fillOpacity", 1) != 0:
                        text = item.get("text", "")
                        for line in text if isinstance(text, list) else [text]:
                            count(found, line)
            else:
                for value in node.values():
                    walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)
    walk(scene)
    return found


def texts_of_scene(scene):
    found = collections.Counter()

    def walk(node):
        if node.get("type") == "text":
            for line in str(node.get("text", "")).split("\n"):
                count(found, line)
        for child in node.get("children", []):
            walk(child)
    walk(scene["root"])
    return found


def count(counter, line):
    text = " ".join(str(line).replace("\u2212", "-").split())
    if text:
        counter[text] += 1


def likeness(a, b):
    if not a and not b:
        return 1.0
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


def grey(png):
    from PIL import Image
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    base = Image.new("RGBA", image.size, "white")
    base.alpha_composite(image)
    return np.asarray(base.convert("L"), dtype=np.float64)


def look(a, b):
    from scipy.ndimage import gaussian_filter
    from skimage.metrics import structural_similarity
    height, width = max(a.shape[0], b.shape[0]), max(a.shape[1], b.shape[1])
    a, b = (gaussian_filter(np.pad(m, ((0, height - m.shape[0]), (0, width - m.shape[1])), constant_values=255), 2) for m in (a, b))
    return structural_similarity(a, b, data_range=255) if min(a.shape) >= 8 else float(np.allclose(a, b, atol=16))


def prepare(command, data):
    quiet()
    import vl_convert
    _state.update(dossier=Dossier(command, data), converter=vl_convert, data=data)


def score(path, keep):
    """(name, why it falls short or "", the ink by which the pictures differ, or None where the reference refuses)."""
    name = path.name.removesuffix(".json").removesuffix(".vl")
    document = json.loads(path.read_text())
    try:
        whole = inlined(document, _state["data"])
        png, scene = _state["converter"].vegalite_to_png(whole, scale=1), _state["converter"].vegalite_to_scenegraph(whole)
    except Exception as refusal:  # the reference throws what its JavaScript threw
        return name, str(refusal)[:120], None
    drawn, said = _state["dossier"].draw(document, ("png", "scene.json"), scale=1)
    if keep:
        (keep / f"{name}.vega.png").write_bytes(png)
        if drawn:
            (keep / f"{name}.ours.png").write_bytes(drawn[0])
    if drawn is None:
        return name, said.replace("\n", " | ")[:200], 1.0
    ours, theirs = grey(drawn[0]), grey(png)
    why = []
    if max(abs(ours.shape[i] / theirs.shape[i] - 1) for i in (0, 1)) > .04:
        why.append(f"size {ours.shape[1]}x{ours.shape[0]} for {theirs.shape[1]}x{theirs.shape[0]}")
    wanted, written = texts_of_reference(scene), texts_of_scene(json.loads(drawn[1]))
    if likeness(wanted, written) < .95:
        why.append(f"text {likeness(wanted, written):.2f} missing {list(wanted - written)[:4]} extra {list(written - wanted)[:4]}")
    similar = look(ours, theirs)
    if similar < .80:
        why.append(f"look {similar:.2f}")
    warned = f" (told: {said.splitlines()[0][:150]})" if said and why else ""
    return name, "; ".join(why) + warned, 1 - similar


def data_root(folder):
    """A folder with data/NAME in it, of the data sets that PyPI's vega_datasets carries."""
    import vega_datasets
    (folder / "data").mkdir()
    for file in sorted((pathlib.Path(vega_datasets.__file__).parent / "_data").iterdir()):
        (folder / "data" / file.name).write_bytes(file.read_bytes())
    return folder


def main(arguments):
    with tempfile.TemporaryDirectory() as temporary:
        data = arguments.data or data_root(pathlib.Path(temporary))
        paths = sorted(p for p in arguments.documents.glob("*.json") if not arguments.only or arguments.only in p.name)
        with concurrent.futures.ProcessPoolExecutor(arguments.jobs, initializer=prepare, initargs=(arguments.dossier, data)) as pool:
            found = list(pool.map(score, paths, [arguments.keep] * len(paths), chunksize=5))
    counted = [f for f in found if f[2] is not None]
    short = sorted((f for f in counted if f[1]), key=lambda f: f[0])
    for name, why, _ in short:
        print(f"{name}: {why}")
    for name, why, apart in found:
        if apart is None:
            print(f"{name}: not counted, the reference refuses it: {why}")
    print("least alike among those that pass: " + ", ".join(
        f"{name} {apart:.2f}" for name, _, apart in sorted((f for f in counted if not f[1]), key=lambda f: -f[2])[:12]))
    print(f"documents: {len(counted) - len(short)} of {len(counted)} pass ({100 * (len(counted) - len(short)) / max(len(counted), 1):.1f} %)")
    return 0
