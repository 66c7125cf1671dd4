"""Sentences as numbers, in batches of sentences of like length."""
import random

import torch
from torch import nn

from features import AFFIX_KINDS, affixes, make_vocabularies, normal_form

LEAST_LABEL_COUNT = 20  # rarer subtypes count as their relation
LEAST_LABEL_SHARE = 0.0005  # of the words of a UPOS: rarer relations of it are never tried, which saves two thirds of the labels' products


class Vocabulary:
    def __init__(self, sentences, least_word_count):
        self.words, keys, counts = make_vocabularies(sentences, least_word_count)
        self.word_id = {w: i + 2 for i, w in enumerate(self.words)}
        self.word_counts = torch.tensor([0.0, 0.0] + [float(counts[w]) for w in self.words])
        self.affixes = [[k for k in keys if k.startswith(kind)] for kind in AFFIX_KINDS]
        self.affix_id = [{k: i + 1 for i, k in enumerate(kept)} for kept in self.affixes]
        every = [w for s in sentences for w in s.words]
        self.upos, self.xpos = sorted({w.upos for w in every}), sorted({w.xpos for w in every})
        seen = {}
        for word in every:
            seen[word.relation] = seen.get(word.relation, 0) + 1
        self.labels = sorted((r for r, n in seen.items() if n >= LEAST_LABEL_COUNT), key=lambda r: (-seen[r], r))
        self.labels_of = [self.usual_labels(w for w in every if w.upos == upos) for upos in self.upos]

    def usual_labels(self, words):
        """In ascending order; the root's label is picked by the head alone."""
        count = [0] * len(self.labels)
        for word in words:
            count[self.label(word.relation)] += 1
        return [i for i, n in enumerate(count) if n >= LEAST_LABEL_SHARE * sum(count) and n > 0 and self.labels[i] != "root"]

    def label(self, relation):
        for name in (relation, relation.split(":")[0], "dep"):
            if name in self.labels:
                return self.labels.index(name)

    def encode(self, sentence):
        upos, xpos = {t: i for i, t in enumerate(self.upos)}, {t: i for i, t in enumerate(self.xpos)}
        keys = [affixes(w.form) for w in sentence.words]
        return (
            torch.tensor([self.word_id.get(normal_form(w.form), 1) for w in sentence.words]),
            torch.tensor([[ids.get(key, 0) for ids, key in zip(self.affix_id, row)] for row in keys]),
            torch.tensor([upos.get(w.upos, 0) for w in sentence.words]),
            torch.tensor([xpos.get(w.xpos, 0) for w in sentence.words]),
            torch.tensor([w.head for w in sentence.words]),
            torch.tensor([self.label(w.relation) for w in sentence.words]),
        )


def make_batches(encoded, words, shuffled):
    """Of sentences of like length, the longest first in each."""
    jitter = random.random if shuffled else lambda: 0
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0]) + jitter() * 3)
    batches, current, size = [], [], 0
    for i in order:
        current.append(i)
        size += len(encoded[i][0])
        if size >= words:
            batches.append(current)
            current, size = [], 0
    if current:
        batches.append(current)
    if shuffled:
        random.shuffle(batches)
    return [sorted(ids, key=lambda i: -len(encoded[i][0])) for ids in batches]


def collate(encoded, ids):
    """Padded: lengths, words, affixes, then the targets with -1 where there is no word."""
    pad = lambda k, value: nn.utils.rnn.pad_sequence([encoded[i][k] for i in ids], batch_first=True, padding_value=value)
    return [len(encoded[i][0]) for i in ids], pad(0, 0), pad(1, 0), pad(2, -1), pad(3, -1), pad(4, -1), pad(5, -1)
