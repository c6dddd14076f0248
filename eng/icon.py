#!/usr/bin/env python3
"""Draws icon.png, the icon of the package: a network of 3, 4 and 2 units, 128 × 128. Needs Python alone."""

import math
import os
import struct
import zlib

SIZE = 128
SAMPLES = 4  # squared: how often each pixel is asked, so that edges are smooth

BACKGROUND = (36, 41, 61)
WEIGHT = (116, 129, 171)
LAYERS = [(28, 3, (122, 199, 255)), (64, 4, (255, 255, 255)), (100, 2, (255, 179, 102))]  # x, units, colour
CORNER, UNIT, LINE, STEP = 26, 9.0, 1.1, 25


def units(layer):
    x, count, _ = layer
    return [(x, SIZE / 2 + STEP * (index - (count - 1) / 2)) for index in range(count)]


UNITS = [(place, layer[2]) for layer in LAYERS for place in units(layer)]
WEIGHTS = [(start, end) for left, right in zip(LAYERS, LAYERS[1:]) for start in units(left) for end in units(right)]


def distance_to_line(x, y, start, end):
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = max(0.0, min(1.0, ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - start[0] - along * dx, y - start[1] - along * dy)


def colour(x, y):
    """The colour at a point with its opacity; None outside the rounded square."""
    dx, dy = (max(0.0, abs(value - SIZE / 2) - SIZE / 2 + CORNER) for value in (x, y))
    if math.hypot(dx, dy) > CORNER:
        return None
    for place, fill in UNITS:
        if math.hypot(x - place[0], y - place[1]) <= UNIT:
            return fill
    return WEIGHT if any(distance_to_line(x, y, *weight) <= LINE for weight in WEIGHTS) else BACKGROUND


def pixel(column, row):
    seen = [colour(column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES) for i in range(SAMPLES) for j in range(SAMPLES)]
    inside = [one for one in seen if one]
    mean = [round(sum(one[channel] for one in inside) / len(inside)) for channel in range(3)] if inside else [0, 0, 0]
    return bytes(mean + [round(255 * len(inside) / len(seen))])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(SIZE)) for row in range(SIZE))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "icon.png"), "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n")
    file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)))
    file.write(chunk(b"IDAT", zlib.compress(rows, 9)))
    file.write(chunk(b"IEND", b""))
