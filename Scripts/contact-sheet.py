"""Figures of a folder in all looks and sizes, on sheets. See Scripts/contact-sheet."""

import argparse
import concurrent.futures
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image, ImageDraw

ROWS = 24


def draw(job):
    """One figure in one look and size: its picture, or None, and what was told of it."""
    cli, figure, theme, size, data_root, target = job
    command = [cli, "draw", str(figure), "--theme", theme, "-o", str(target)]
    if size != "own":
        command += ["--size", size]
    if data_root:
        command += ["--data-root", data_root]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return None, ["error: not drawn within 120 s"]
    told = [line for line in run.stderr.splitlines() if " warning: " in line or " error: " in line]
    return (target if run.returncode == 0 else None), told


def sheet(rows, width, names):
    """A sheet of rows of pictures, each scaled to a column's width; names stand above."""
    cells = [[fitted(picture, width) for picture in row] for row in rows]
    heights = [max([cell.height for cell in row if cell] + [20]) + 18 for row in cells]
    page = Image.new("RGB", (width * len(rows[0]), sum(heights)), (205, 205, 205))
    pen = ImageDraw.Draw(page)
    top = 0
    for row, name, height in zip(cells, names, heights):
        pen.text((4, top + 3), name, fill=(0, 0, 0))
        for column, cell in enumerate(row):
            if cell:
                page.paste(cell, (column * width, top + 18))
            else:
                pen.text((column * width + 4, top + 20), "not drawn", fill=(160, 0, 0))
        top += height
    return page


def fitted(path, width):
    if not path:
        return None
    picture = Image.open(path).convert("RGB")
    factor = min(1, (width - 6) / picture.width)
    return picture.resize((max(1, round(picture.width * factor)), max(1, round(picture.height * factor))))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("-o", "--output", required=True, type=pathlib.Path)
    parser.add_argument("--cli", default=".build-release/release/dossier")
    parser.add_argument("--themes", default="dossier,gazette,dark")
    parser.add_argument("--sizes", default="own,column,slide")
    parser.add_argument("--data-root")
    parser.add_argument("--width", type=int, default=480)
    return parser.parse_args()


def main():
    given = arguments()
    figures = sorted(f for folder in given.folders for f in folder.iterdir() if f.suffix in (".json", ".yaml", ".yml"))
    if not figures:
        sys.exit("contact-sheet: no figure (.json, .yaml) in " + ", ".join(map(str, given.folders)))
    looks = [(theme, size) for theme in given.themes.split(",") for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        jobs = [
            (given.cli, figure, theme, size, given.data_root, pathlib.Path(folder) / f"{number}-{theme}-{size}.png")
            for number, figure in enumerate(figures)
            for theme, size in looks
        ]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            drawn = list(pool.map(draw, jobs))
        told = [
            f"{job[1].name} {job[2]} {job[3]}: {line.split(': ', 1)[-1]}"
            for job, (_, lines) in zip(jobs, drawn)
            for line in lines
        ]
        given.output.with_suffix(".txt").write_text("".join(line + "\n" for line in told))
        rows = [[picture for picture, _ in drawn[i : i + len(looks)]] for i in range(0, len(drawn), len(looks))]
        for page, start in enumerate(range(0, len(rows), ROWS)):
            suffix = "" if page == 0 else f"-{page + 1}"
            path = given.output.with_name(given.output.stem + suffix + ".png")
            sheet(rows[start : start + ROWS], given.width, [f.name for f in figures[start : start + ROWS]]).save(path)
            print(path)
    clean = sum(1 for _, lines in drawn if not lines)
    print(f"{clean} of {len(drawn)} drawings without a word; the others in {given.output.with_suffix('.txt')}")


main()
