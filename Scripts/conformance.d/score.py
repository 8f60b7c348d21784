"""Pictures compared: how much ink lies where the other has none within a pixel's reach."""
import io

import numpy as np
from PIL import Image


# Ink below this, in pixels of full black at scale 2, is no change that a reader sees.
LEAST = 6.0


def picture(png):
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    base = Image.new("RGBA", image.size, "white")
    base.alpha_composite(image)
    return np.asarray(base.convert("RGB"), dtype=np.int16)


def _grown(a, low):
    """The least or the greatest of each pixel's 3 by 3 neighbourhood."""
    extreme = np.minimum if low else np.maximum
    a = np.pad(a, ((1, 1), (1, 1), (0, 0)), mode="edge")
    a = extreme(extreme(a[:-2], a[1:-1]), a[2:])
    return extreme(extreme(a[:, :-2], a[:, 1:-1]), a[:, 2:])


def _where_unlike(p, q):
    """The two pictures cut to where they are unlike, with a pixel around; None where they are alike."""
    unlike = np.abs(p - q).max(axis=2) > 24
    rows, columns = np.flatnonzero(unlike.any(axis=1)), np.flatnonzero(unlike.any(axis=0))
    if not rows.size:
        return None
    cut = np.s_[max(rows[0] - 2, 0):rows[-1] + 3, max(columns[0] - 2, 0):columns[-1] + 3]
    return p[cut], q[cut]


def _placed(a, height, width, dy=0, dx=0):
    canvas = np.full((height, width, 3), 255, dtype=np.int16)
    part = a[:height - dy, :width - dx]
    canvas[dy:dy + part.shape[0], dx:dx + part.shape[1]] = part
    return canvas


def _beyond(a, b):
    """Ink of `a` that no pixel of `b` beside it explains."""
    over, under = a - _grown(b, low=False), _grown(b, low=True) - a
    beyond = np.maximum(np.maximum(over, under) - 24, 0)
    return beyond.max(axis=2).sum() / 255


def difference(a, b, shifts=((0, 0),)):
    """Ink, in pixels of full black, by which two pictures differ: the least over the shifts of `a` (rows, columns)."""
    best = None
    for dy, dx in shifts:
        height = max(a.shape[0] + max(dy, 0), b.shape[0] + max(-dy, 0))
        width = max(a.shape[1] + max(dx, 0), b.shape[1] + max(-dx, 0))
        p = _placed(a, height, width, max(dy, 0), max(dx, 0))
        q = _placed(b, height, width, max(-dy, 0), max(-dx, 0))
        cut = _where_unlike(p, q)
        found = max(_beyond(*cut), _beyond(*reversed(cut))) if cut else 0.0
        if found < LEAST:
            return found
        best = found if best is None else min(best, found)
    return best


def shifts_between(a, b):
    """By how much a picture may have moved because its edges grew: none, or the difference of heights or widths."""
    dy, dx = b.shape[0] - a.shape[0], b.shape[1] - a.shape[1]
    return list(dict.fromkeys([(0, 0), (dy, 0), (0, dx), (dy, dx)]))


NEAR = [(dy, dx) for dy in (-2, 0, 2) for dx in (-2, 0, 2)]


def verdict(base, changed, ours_base, ours, noise):
    """What a property did: (word, ratio, what the reference changes). All are pictures but `noise`, the
    difference of the plain charts."""
    effect = difference(base, changed, shifts_between(base, changed))
    ours_effect = difference(ours_base, ours, shifts_between(ours_base, ours))
    if effect < LEAST and ours_effect < LEAST:
        return "agrees", 0.0, effect
    apart = difference(ours, changed)
    if effect < LEAST:
        return "changes what it should not", ours_effect, effect
    if ours_effect < LEAST and apart - noise > LEAST:
        return "changes nothing", 1.0, effect
    ratio = max(apart - noise, 0) / effect
    if ratio > 0.25 and max(ours.shape[0] - changed.shape[0], ours.shape[1] - changed.shape[1], changed.shape[0] - ours.shape[0],
                            changed.shape[1] - ours.shape[1]) <= 4:
        apart = difference(ours, changed, NEAR)
        ratio = max(apart - noise, 0) / effect
    if ratio <= 0.25 or apart - noise <= LEAST:
        return "agrees", ratio, effect
    return ("drawn otherwise" if ratio < 1 else "far from the reference"), ratio, effect
