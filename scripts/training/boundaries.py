"""Learns where sentences end: logistic regression over hashed features of the words around a gap.

src/language/boundaries.cpp computes the same features with the same 32-bit arithmetic.
"""
import struct

import numpy as np
import torch

from features import normal_form, shape

BITS = 13
MASK = 0xFFFFFFFF
OPENING, CLOSING = "([{“‘", ")]}”"


def text_hash(text):
    """FNV-1a, 32 bits, over UTF-8."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & MASK
    return value


def slot(number, a, b=0, c=0):
    value = number * 0x9E3779B1 & MASK
    for part in (a, b, c):
        value = (value ^ part) * 0x85EBCA6B & MASK
        value ^= value >> 15
    return value >> (32 - BITS)


def length_class(words):
    return min(words, 6) if words < 8 else 7 if words < 12 else 8 if words < 20 else 9 if words < 35 else 10


class Known:
    """Hashes of the word and of its shape, remembered."""

    def __init__(self):
        self.cache = {None: (0, 0)}

    def __call__(self, form):
        if form not in self.cache:
            self.cache[form] = (text_hash(normal_form(form)), text_hash(shape(form)))
        return self.cache[form]


def gap_features(known, forms, at, spaced, length, quoted, bracketed):
    """Of the gap after forms[at], in a sentence that has `length` words up to there."""
    pick = lambda i: known(forms[i] if 0 <= i < len(forms) else None)
    (a2w, a2s), (a1w, a1s), (b1w, b1s), (b2w, b2s) = pick(at - 1), pick(at), pick(at + 1), pick(at + 2)
    n = length_class(length)
    return [
        slot(1, a1w), slot(2, b1w), slot(3, a1s, b1s), slot(4, a1w, b1s), slot(5, a1s, b1w), slot(6, a1w, b1w),
        slot(7, a2w, a1w), slot(8, a2s, a1w, b1s), slot(9, b1s, b2s), slot(10, b1w, b2w), slot(11, a1w, spaced),
        slot(12, n, a1s, b1s), slot(13, a1w, b1s, quoted), slot(14, a1s, b1s, bracketed), slot(15, a1s, b1s, b2s),
        slot(16, a2w, a1w, b1s), slot(17, n, a1w, spaced), slot(18, a2s, a1s, b1w),
    ]


def paragraphs(sentences):
    current = []
    for sentence in sentences:
        if sentence.opens_paragraph and current:
            yield current
            current = []
        current.append(sentence)
    if current:
        yield current


class Sentencer:
    """What is open in the current sentence."""

    def __init__(self):
        self.restart()

    def restart(self):
        self.length, self.quoted, self.bracketed = 0, 0, 0

    def take(self, form):
        self.length += 1
        if form in ('"', "''", "``"):
            self.quoted ^= 1
        elif form in OPENING:
            self.quoted |= form in "“‘"
            self.bracketed |= form in "([{"
        elif form in CLOSING:
            self.quoted &= form != "”"
            self.bracketed &= form not in ")]}"


def examples(sentences):
    known, rows, targets = Known(), [], []
    for paragraph in paragraphs(sentences):
        words = [w for s in paragraph for w in s.words]
        ends = set(np.cumsum([len(s.words) for s in paragraph]) - 1)
        forms = [w.form for w in words]
        state = Sentencer()
        for at in range(len(words) - 1):
            state.take(forms[at])
            rows.append(gap_features(known, forms, at, int(words[at].space_after or at in ends), state.length, int(state.quoted), int(state.bracketed)))
            targets.append(at in ends)
            if at in ends:
                state.restart()
    return torch.tensor(rows), torch.tensor(targets, dtype=torch.float32)


def train_boundaries(sentences, seed=1):
    """Integer weights by slot and a bias; a positive sum ends the sentence."""
    torch.manual_seed(seed)
    rows, targets = examples(sentences)
    weights = torch.nn.EmbeddingBag(1 << BITS, 1, mode="sum")
    torch.nn.init.zeros_(weights.weight)
    bias = torch.nn.Parameter(torch.tensor([-3.0]))
    optimiser = torch.optim.Adam([weights.weight, bias], lr=0.02)
    for epoch in range(8):
        for group in optimiser.param_groups:
            group["lr"] = 0.02 * (1 - epoch / 8)
        order = torch.randperm(len(rows))
        for batch in order.split(2048):
            scores = weights(rows[batch])[:, 0] + bias
            loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, targets[batch]) + 2e-6 * weights.weight.abs().sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    scale = 32.0  # weights in 1/32, ±127
    whole = torch.clamp(torch.round(weights.weight.detach()[:, 0] * scale / 2) * 2 / 1, -126, 126) / 2
    return whole.to(torch.int8).numpy(), int(round(bias.item() * scale / 2))


def pack_boundaries(weights, bias):
    return struct.pack("<Bh", BITS, bias) + weights.tobytes()
