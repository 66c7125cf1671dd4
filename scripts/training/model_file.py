"""Writes the language model's file; src/language/model_file.h documents the format, src/language/model.cpp reads it."""
import struct

import numpy as np

from checksum import checksum

VERSION = 3
# A row's multiplier is one of eight steps an octave: GRID[e % 8] << (e // 8). One byte a row, and most bytes alike.
GRID = (64, 70, 76, 83, 91, 99, 108, 117)
MULTIPLIERS = np.array([GRID[e & 7] << (e >> 3) for e in range(64)], dtype=np.int64)
LARGEST = {3: 3, 4: 7, 5: 15}  # of a weight of so many bits
CLIP = {3: 2.0, 4: 2.6, 5: 3.4}  # clip at so many times a row's root mean square


def pick_exponents(wanted):
    """The grid steps nearest to the wanted multipliers."""
    logs = np.log2(MULTIPLIERS)
    return np.abs(np.log2(np.maximum(wanted, 1e-9))[:, None] - logs[None, :]).argmin(1)


def quantise_rows(weights, bits, unit, most=4000.0):
    """weights [R, C] → integer weights, exponents, shift, so that weights ≈ q * M(e) / 2^shift * unit."""
    weights = np.asarray(weights, dtype=np.float64)
    largest = LARGEST[bits]
    wanted = CLIP[bits] * np.sqrt((weights**2).mean(1)) / largest / unit
    shift = int(np.floor(np.log2(most / max(wanted.max(), 1e-9))))
    while True:
        exponents = pick_exponents(wanted * 2.0**shift)
        scales = MULTIPLIERS[exponents] / 2.0**shift * unit
        q = np.clip(np.rint(weights / scales[:, None]), -largest, largest).astype(np.int64)
        # The sum times the multiplier must stay below 2^30, for the worst activations there can be.
        if (np.abs(q).sum(1) * 128 * MULTIPLIERS[exponents]).max() < 2**30:
            return q, exponents, shift
        shift -= 1


def pack_table(weights, bits, unit):
    q, exponents, shift = quantise_rows(weights, bits, unit, most=1000.0)
    return pack_rows(q, exponents, shift)


def pack_rows(q, exponents, shift, laid_out=None):
    rows, columns = q.shape
    weights = q if laid_out is None else laid_out
    return struct.pack("<HHB", rows, columns, shift) + bytes(exponents.astype(np.uint8)) + weights.astype(np.int8).tobytes()


def lay_out(q):
    """[R, C] → [blocks of 8 rows][groups of 4 columns][8][4], filled up with zeros: what a kernel of src/language/matrix.h takes."""
    rows, columns = q.shape
    filled = np.pad(q, ((0, -rows % 8), (0, -columns % 4)))
    return filled.reshape(-1, 8, filled.shape[1] // 4, 4).transpose(0, 2, 1, 3)


def pack_matrix(weights, bias, bits, in_unit, out_unit):
    """A linear layer: activations in units of in_unit → outputs in units of out_unit."""
    q, exponents, shift = quantise_rows(weights, bits, out_unit / in_unit)
    whole = np.clip(np.rint(np.asarray(bias, dtype=np.float64) / out_unit), -32768, 32767).astype("<i2")
    planes = whole.view(np.uint8).reshape(-1, 2).T.tobytes()  # low bytes, then high bytes: these compress
    return pack_rows(q, exponents, shift, lay_out(q)) + planes


def pack_names(names):
    """Sorted names front-coded: count, then for each how many bytes it shares with the one before, then the rest of each, one a line."""
    encoded = [n if isinstance(n, bytes) else n.encode() for n in names]
    shared, rests, last = [], [], b""
    for name in encoded:
        n = 0
        while n < min(len(name), len(last), 255) and name[n] == last[n]:
            n += 1
        shared.append(n)
        rests.append(name[n:])
        last = name
    return struct.pack("<H", len(names)) + bytes(shared) + b"".join(r + b"\n" for r in rests)


def write_model(path, sections):
    """sections: a list of (four-letter name, bytes)."""
    body = b"".join(name.encode() + struct.pack("<I", len(content)) + content for name, content in sections)
    header = b"FLLM" + struct.pack("<HHII", VERSION, len(sections), len(body), checksum(body))
    path.write_bytes(header + body)
    return len(header) + len(body)
