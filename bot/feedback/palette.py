"""A drawn picture in a palette of its own: half the bytes, and nothing that an eye could tell."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

COLOURS = 256
"""As many as a PNG's palette can hold."""


def with_palette(png: bytes) -> bytes:
    """The same PNG with each pixel's colour taken from a palette; the same bytes for the same PNG.

    Flat colours stay what they are wherever there are few enough of them. Where a noisy course
    has many shades along the edges of its lines, they move by a few steps of 255.
    """
    drawn = Image.open(BytesIO(png), formats=("PNG",)).convert("RGB")
    reduced = drawn.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    written = BytesIO()
    reduced.save(written, "PNG")
    return written.getvalue()
