"""Trains the language model and writes its file. Called by scripts/train-model, which sets up what it needs."""
import argparse
import math
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from boundaries import pack_boundaries, train_boundaries
from examples import Vocabulary, collate, make_batches
from export import export_model
from lemmas import learn_lemmas, pack_lemmas
from model_file import pack_names
from network import Network, quantised_all
from treebank import read_treebank

PEAK_RATE = 2e-3
BATCH_WORDS = 450
DROPOUT = 0.2
LEAST_WORD_COUNT = 4
ROUNDED_EPOCHS = 5  # at the end, every step sees the weights as the file will hold them


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=pathlib.Path, required=True, help="folder with ewt-train.conllu.xz and its sisters")
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--checkpoint", type=pathlib.Path, help="keep the weights here, too; or, with --epochs 0, start from them")
    return parser.parse_args()


def loss_of(network, batch, dropout):
    lengths, words, affixes, upos, xpos, heads, labels = batch
    upos_scores, xpos_scores, arcs, dependents, head_vectors = network(words, affixes, lengths, dropout)
    real = heads >= 0
    sentence = torch.arange(len(lengths))[:, None].expand_as(heads)[real]
    label_scores = network.label_scores(dependents[real], head_vectors[sentence, heads[real]])
    tags = F.cross_entropy(upos_scores[real], upos[real]) + F.cross_entropy(xpos_scores[real], xpos[real])
    return F.cross_entropy(arcs[real], heads[real]) + F.cross_entropy(label_scores, labels[real]) + 0.5 * tags


def accuracy(network, encoded):
    """Greedy heads, without the tree's constraints: for watching only."""
    words = right = labelled = upos_right = 0
    with torch.no_grad():
        for ids in make_batches(encoded, 2000, False):
            lengths, w, a, upos, _, heads, labels = collate(encoded, ids)
            upos_scores, _, arcs, dependents, head_vectors = network(w, a, lengths)
            real = heads >= 0
            found = arcs.argmax(-1)
            sentence = torch.arange(len(lengths))[:, None].expand_as(heads)[real]
            label = network.label_scores(dependents[real], head_vectors[sentence, found[real]]).argmax(-1)
            good = found[real] == heads[real]
            words, right = words + int(real.sum()), right + int(good.sum())
            labelled += int((good & (label == labels[real])).sum())
            upos_right += int((upos_scores.argmax(-1)[real] == upos[real]).sum())
    return [round(100 * n / words, 2) for n in (upos_right, right, labelled)]


class Average:
    """The running mean of the weights, which is better than any of them."""

    def __init__(self, parameters):
        self.parameters, self.steps = parameters, 0
        self.mean = {n: p.detach().clone() for n, p in parameters.items()}

    def update(self):
        self.steps += 1
        keep = min(0.998, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, parameter in self.parameters.items():
                self.mean[name].mul_(keep).add_(parameter.detach(), alpha=1 - keep)


def put(parameters, values):
    for name, parameter in parameters.items():
        parameter.data.copy_(values[name])


def train(network, encoded, watched, epochs):
    parameters = dict(network.named_parameters())
    optimiser = torch.optim.Adam(network.parameters(), lr=PEAK_RATE, betas=(0.9, 0.9))
    average, steps, step, begin = Average(parameters), None, 0, time.time()
    for epoch in range(epochs):
        batches = make_batches(encoded, BATCH_WORDS, True)
        steps = steps or len(batches) * epochs
        rounded, total = epoch >= epochs - ROUNDED_EPOCHS, 0.0
        for ids in batches:
            for group in optimiser.param_groups:
                group["lr"] = PEAK_RATE * min(1, (step + 1) / 200) * (0.5 * (1 + math.cos(math.pi * min(1, step / steps))) * 0.97 + 0.03)
            exact = {n: p.detach().clone() for n, p in parameters.items()} if rounded else None
            if rounded:
                put(parameters, quantised_all(exact))
            loss = loss_of(network, collate(encoded, ids), DROPOUT)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            if rounded:
                put(parameters, exact)
            optimiser.step()
            average.update()
            step, total = step + 1, total + loss.item()
        line = f"epoch {epoch} {time.time() - begin:.0f} s loss {total / len(batches):.3f}"
        if epoch % 3 == 2 or epoch >= epochs - 2:
            exact = {n: p.detach().clone() for n, p in parameters.items()}
            put(parameters, quantised_all(average.mean))
            line += "".join(f" {name} {accuracy(network, dev)}" for name, dev in watched.items())
            put(parameters, exact)
        print(line, flush=True)
    put(parameters, average.mean)


def main():
    given = arguments()
    torch.set_num_threads(1)
    random.seed(given.seed)
    np.random.seed(given.seed)
    torch.manual_seed(given.seed)
    read = lambda part: read_treebank(given.treebank / f"{part}.conllu.xz")
    sentences = read("ewt-train") + read("gum-train")
    vocabulary = Vocabulary(sentences, LEAST_WORD_COUNT)
    encoded = [vocabulary.encode(s) for s in sentences]
    watched = {name: [vocabulary.encode(s) for s in read(f"{name}-dev")] for name in ("ewt", "gum")}
    network = Network(len(vocabulary.words) + 2, [len(k) + 1 for k in vocabulary.affixes], len(vocabulary.upos), len(vocabulary.xpos),
                      len(vocabulary.labels), vocabulary.word_counts)
    print(f"{sum(p.numel() for p in network.parameters())} parameters, {len(vocabulary.words)} words", flush=True)
    if given.epochs:
        train(network, encoded, watched, given.epochs)
        if given.checkpoint:
            torch.save(network.state_dict(), given.checkpoint)
    else:
        network.load_state_dict(torch.load(given.checkpoint))
    lemmas = pack_lemmas(learn_lemmas(sentences), pack_names)
    boundaries = pack_boundaries(*train_boundaries(sentences, given.seed))
    size = export_model(given.output, network, vocabulary, encoded[:400], [("lemm", lemmas), ("boun", boundaries)])
    print(f"wrote {given.output}, {size} bytes")


if __name__ == "__main__":
    main()
