"""The network in floating point, for training: what src/language/network.cpp runs in integers.

Vectors of the word and of its affixes, one after another → two LSTM layers in both directions → linear scores of UPOS
and XPOS, and biaffine scores of arcs and of labels (Dozat & Manning 2017).
"""
import torch
import torch.nn.functional as F
from torch import nn

from lstm import LstmLayer
from model_file import CLIP, GRID, LARGEST

WORD_SIZE = 32
AFFIX_SIZES = (8, 16, 24, 20, 8, 16, 8)  # in the order of features.AFFIX_KINDS
HIDDEN = 128
ARC_SIZE = 112
LABEL_SIZE = 40
EMBEDDING_BITS = 4
LSTM_BITS = 4
HEAD_BITS = 5  # few weights, all of which decide at once
STEPS = torch.log2(torch.tensor([g / 64 for g in GRID]))


def row_scales(weights, bits):
    """Of each row, snapped to the steps that the file can hold."""
    wanted = torch.log2(CLIP[bits] * weights.pow(2).mean(1).sqrt().clamp(min=1e-6) / LARGEST[bits])
    whole = wanted.floor()
    nearest = (wanted - whole)[:, None].sub(torch.cat([STEPS, torch.ones(1)])[None, :]).abs().argmin(1)
    return torch.pow(2.0, whole + torch.cat([STEPS, torch.ones(1)])[nearest])[:, None]


def quantised(weights, bits):
    """What the weights will be after the file's rounding."""
    rows = weights.reshape(-1, weights.shape[-1])
    scales = row_scales(rows, bits)
    return ((rows / scales).round().clamp(-LARGEST[bits], LARGEST[bits]) * scales).reshape(weights.shape)


def bits_of(name):
    if name.startswith(("word_vectors", "affix_vectors")):
        return EMBEDDING_BITS
    return LSTM_BITS if name.startswith("layers") else HEAD_BITS


def round_weights(network):
    """Puts in the weights' place what the file will hold."""
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.dim() >= 2 and not name.endswith("biases"):
                parameter.copy_(quantised(parameter, bits_of(name)))


def shared_dropout(x, share):
    """Drops the same columns in every word of a sentence."""
    keep = (torch.rand(x.shape[0], 1, x.shape[2]) > share).float() / (1 - share)
    return x * keep


class Network(nn.Module):
    def __init__(self, words, affixes, upos, xpos, labels, word_counts):
        super().__init__()
        self.register_buffer("word_counts", word_counts, persistent=False)
        self.word_vectors = nn.Embedding(words, WORD_SIZE, padding_idx=0)
        self.affix_vectors = nn.ModuleList(nn.Embedding(n, size, padding_idx=0) for n, size in zip(affixes, AFFIX_SIZES))
        for table in (self.word_vectors, *self.affix_vectors):
            nn.init.normal_(table.weight, 0, 0.3)
            with torch.no_grad():
                table.weight[0] = 0
        inputs, outputs = WORD_SIZE + sum(AFFIX_SIZES), 2 * HIDDEN
        self.layers = nn.ModuleList(LstmLayer(n, HIDDEN) for n in (inputs, outputs))
        self.upos = nn.Linear(outputs, upos)
        self.xpos = nn.Linear(outputs, xpos)
        self.arc_dependent, self.arc_head = nn.Linear(outputs, ARC_SIZE), nn.Linear(outputs, ARC_SIZE)
        self.arc_pair = nn.Parameter(torch.randn(ARC_SIZE, ARC_SIZE) * 0.02)  # [head, dependent]
        self.arc_bias = nn.Parameter(torch.zeros(ARC_SIZE))
        self.label_dependent, self.label_head = nn.Linear(outputs, LABEL_SIZE), nn.Linear(outputs, LABEL_SIZE)
        self.label_pair = nn.Parameter(torch.randn(labels, LABEL_SIZE + 1, LABEL_SIZE + 1) * 0.02)  # [label, head, dependent]
        self.root = nn.Parameter(torch.randn(outputs) * 0.1)

    def embed(self, words, affixes):
        return torch.cat([self.word_vectors(words)] + [table(affixes[:, :, k]) for k, table in enumerate(self.affix_vectors)], -1)

    def embed_with_noise(self, words, affixes):
        # Rare words are hidden more often, so that the unknown word and the affixes learn to stand in for them.
        hidden = (torch.rand(words.shape) < (0.4 / (0.4 + self.word_counts))[words]) & (words > 1)
        word = self.word_vectors(torch.where(hidden, torch.ones_like(words), words))
        rest = torch.cat([table(affixes[:, :, k]) for k, table in enumerate(self.affix_vectors)], -1)
        keep = lambda: (torch.rand(*words.shape, 1) > 0.1).float()
        return shared_dropout(torch.cat([word * keep(), rest * keep()], -1), 0.1)

    def contexts(self, words, affixes, lengths, dropout):
        x = self.embed_with_noise(words, affixes) if dropout else self.embed(words, affixes)
        outside = torch.arange(x.shape[1])[:, None] >= torch.tensor(lengths)[None, :]
        for layer in self.layers:
            x = layer(x.transpose(0, 1), outside).transpose(0, 1)
            if dropout:
                x = shared_dropout(x, dropout)
        return x

    def forward(self, words, affixes, lengths, dropout=0.0):
        """Scores of UPOS and XPOS, of arcs [sentence, dependent, head], and the label vectors of dependents and heads."""
        z = self.contexts(words, affixes, lengths, dropout)
        heads = torch.cat([self.root.expand(z.shape[0], 1, -1), z], 1)
        drop = (lambda v: shared_dropout(v, 0.7 * dropout)) if dropout else (lambda v: v)
        dependent, head = drop(F.relu(self.arc_dependent(z))), drop(F.relu(self.arc_head(heads)))
        arcs = (dependent @ self.arc_pair.T + self.arc_bias) @ head.transpose(1, 2)
        outside = torch.arange(z.shape[1] + 1)[None, :] > torch.tensor(lengths)[:, None]
        arcs = arcs.masked_fill(outside[:, None, :], -1e4)
        return self.upos(z), self.xpos(z), arcs, drop(F.relu(self.label_dependent(z))), drop(F.relu(self.label_head(heads)))

    def label_scores(self, dependents, heads):
        one = torch.ones(dependents.shape[0], 1)
        x, y = torch.cat([dependents, one], 1), torch.cat([heads, one], 1)
        return torch.einsum("ni,lji,nj->nl", x, self.label_pair, y)
