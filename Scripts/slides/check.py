"""Judges decks as those who open them would: openxml-audit, python-pptx and LibreOffice.

    check.py --dossier DOSSIER [--keep DIR] [--least 0.95] FIGURE|REPORT...

Every figure (a report stands for all of its own) becomes a slide of one deck and a PNG of the slide's size. The deck must
have no error in openxml-audit; python-pptx must find a unique title, named shapes and an alternative for the figure;
LibreOffice must make as many pages as there are slides; and each page must agree with the PNG: SSIM (Wang 2004, grey,
Gaussian window of 1.5) no less than --least. Both are drawn 3840 pixels wide and halved: at 1920 the PNG's type stands on
whole pixels, half a pixel off where it was laid out. Status 1 where something fails.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import numpy
from PIL import Image
from pptx import Presentation
from skimage.metrics import structural_similarity


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"check: {' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-2000:]}{done.stdout[-2000:]}")
    return done.stdout


def figures(path):
    path = pathlib.Path(path)
    return sorted(p for p in (path / "figures").iterdir() if p.suffix in (".yaml", ".json")) if path.is_dir() else [path]


def leaves(shapes):
    for shape in shapes:
        if shape.shape_type == 6:
            yield from leaves(shape.shapes)
        else:
            yield shape


def pages(deck, folder):
    """The pages of a deck as LibreOffice draws them, 3840 pixels wide."""
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, deck)
    pdf = folder / (deck.stem + ".pdf")
    run("pdftoppm", "-png", "-scale-to-x", 3840, "-scale-to-y", 2160, pdf, folder / "page")
    return sorted(folder.glob("page-*.png"))


def grey(path):
    image = Image.open(path).convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return numpy.asarray(Image.alpha_composite(paper, image).convert("L").resize((1920, 1080), Image.BOX), dtype=float)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--least", type=float, default=0.95)
    parser.add_argument("--keep", help="a folder that the pages, the PNGs and their differences are left in")
    parser.add_argument("--theme", default="dossier")
    parser.add_argument("inputs", nargs="+")
    options = parser.parse_args()
    folder = pathlib.Path(options.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    failures = []
    inputs = [figure for path in options.inputs for figure in figures(path)]
    deck = folder / "deck.pptx"
    run(options.dossier, "slides", *inputs, "-o", deck, "--quiet", "--theme", options.theme)
    audit = run(pathlib.Path(sys.executable).with_name("openxml-audit"), deck)
    if "Errors: 0" not in audit:
        failures.append(audit)
    presentation = Presentation(deck)
    titles = [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in presentation.slides]
    if len(set(titles)) != len(titles) or not all(titles):
        failures.append(f"titles are not unique: {titles}")
    drawn = pages(deck, folder)
    if len(drawn) != len(presentation.slides):
        failures.append(f"{len(drawn)} pages for {len(presentation.slides)} slides")
    print(f"{len(drawn)} slides, {deck.stat().st_size / 1024:.0f} KiB")
    for number, (figure, slide, page) in enumerate(zip(inputs, presentation.slides, drawn), 1):
        name = figure.name.split(".")[0]
        png = folder / f"{number:03}-{name}.png"
        run(options.dossier, "draw", figure, "-o", png, "--size", "slide", "--scale", 2, "--quiet", "--theme", options.theme)
        ours, theirs = grey(png), grey(page)
        value, values = structural_similarity(
            ours, theirs, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255, full=True)
        shapes = list(leaves(slide.shapes))
        described = [s for s in slide.shapes if s._element.xpath(".//p:cNvPr")[0].get("descr")]
        kinds = sum(1 for s in shapes if s.shape_type == 13)
        words = sum(1 for s in shapes if s.has_text_frame and s.text_frame.text)
        verdict = "holds" if value >= options.least else "FALLS SHORT"
        print(f"  {name:44} SSIM {value:.4f}  {len(shapes):5} shapes, {words:4} texts, {kinds} pictures: {verdict}")
        if value < options.least:
            failures.append(f"{name}: SSIM {value:.4f}")
        if not described:
            failures.append(f"{name}: no alternative text")
        if not all(shape.name for shape in shapes):
            failures.append(f"{name}: a shape without a name")
        if options.keep:
            Image.fromarray(numpy.clip((1 - values) * 255, 0, 255).astype("uint8")).save(folder / f"{number:03}-{name}.difference.png")
            shutil.move(page, folder / f"{number:03}-{name}.page.png")
    for failure in failures:
        print(failure, file=sys.stderr)
    if not options.keep:
        shutil.rmtree(folder)
    sys.exit(bool(failures))


main()
