"""Draws documents with the reference and with dossier, and keeps what the reference drew from one sweep to the next."""
import hashlib, json, os, pathlib, subprocess, tempfile

SCALE = 2


def quiet():
    """The reference's JavaScript prints its own errors; they are answers here, not news."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


class Reference:
    """vl-convert in this process. Its pictures are kept by what was asked for, in a folder outside the repository."""

    def __init__(self, folder):
        import vl_convert
        self._converter = vl_convert
        self._folder = pathlib.Path(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._version = vl_convert.__version__ if hasattr(vl_convert, "__version__") else "1.9"

    def png(self, document, scale=SCALE):
        """The picture's bytes, or None where the reference refuses the document."""
        key = hashlib.sha256(f"{self._version} {scale} {json.dumps(document, sort_keys=True)}".encode()).hexdigest()
        kept = self._folder / key[:2] / key
        if kept.exists():
            return kept.read_bytes() or None
        try:
            png = self._converter.vegalite_to_png(document, scale=scale)
        except ValueError:
            png = b""
        kept.parent.mkdir(exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(png)
        part.rename(kept)
        return png or None


class Dossier:
    """The command, one call a document."""

    def __init__(self, command, root=None):
        self.command, self._root = command, root
        self._folder = tempfile.TemporaryDirectory()
        self._path = pathlib.Path(self._folder.name)

    def draw(self, document, endings=("png",), scale=SCALE, theme="vega"):
        """(bytes of each ending, or None where it was refused; what it said)."""
        figure = self._path / "chart.vl.json"
        figure.write_text(json.dumps(document, ensure_ascii=False))
        outputs = [self._path / f"chart.{ending}" for ending in endings]
        for output in outputs:
            output.unlink(missing_ok=True)
        call = [self.command, "draw", str(figure), "--theme", theme, "--scale", str(scale)]
        for output in outputs:
            call += ["-o", str(output)]
        if self._root:
            call += ["--data-root", str(self._root)]
        try:
            ended = subprocess.run(call, capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return None, "no answer in 60 seconds"
        said = ended.stderr.decode(errors="replace").replace(str(figure), "chart").strip()
        if ended.returncode < 0 or ended.returncode > 128 or ended.returncode == 70:
            return None, f"crashed with {ended.returncode}: {said}"
        if ended.returncode or not all(output.exists() for output in outputs):
            return None, said or f"exit {ended.returncode}"
        return [output.read_bytes() for output in outputs], said
