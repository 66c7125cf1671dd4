"""Trains the language model and writes its file. Called by scripts/train-model, which sets up what it needs."""
import argparse
import math
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from advice import ask, collate_advice, scores_of
from boundaries import pack_boundaries, train_boundaries
from examples import Vocabulary, collate, make_batches
from export import export_model
from lemmas import learn_lemmas, pack_lemmas
from model_file import pack_names
from network import Network, round_weights
from optimiser import Optimiser
from treebank import read_treebank

BATCH_WORDS = 450
DROPOUT = 0.25
LEAST_WORD_COUNT = 4
TARGETS, WEIGHTS = (3, 4, 5, 6), (0.5, 0.5, 1, 1)  # UPOS, XPOS, heads, labels: where a batch has them, and what they count
TRUST = 0.5  # in the teacher; the rest is in the annotators
ROUNDED_EPOCHS = 4  # at the end, every step sees the weights as the file will hold them


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=pathlib.Path, required=True, help="folder with ewt-train.conllu.xz and its sisters")
    parser.add_argument("--output", type=pathlib.Path, help="the model's file")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-3, help="of learning, at its highest")
    parser.add_argument("--falling", type=int, help="epochs in which the rate falls; default: all")
    parser.add_argument("--teacher", type=pathlib.Path, help="weights to begin with, which stay as a second annotator")
    parser.add_argument("--weights", type=pathlib.Path, help="keep the weights here, too; or, with --epochs 0, take them from there")
    return parser.parse_args()


def loss_of(network, batch, advice, dropout):
    real = batch[5] >= 0
    total = 0
    for k, scores in enumerate(scores_of(network, batch, dropout)):
        logs = scores.log_softmax(-1)
        loss = F.nll_loss(logs, batch[TARGETS[k]][real])
        if advice:
            loss = (1 - TRUST) * loss - TRUST * (advice[k] * logs).sum(-1).mean()
        total = total + WEIGHTS[k] * loss
    return total


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


def rate_at(at, epochs, falling):
    """At so many epochs of all: a short climb, then the whole rate; in the last epochs it falls along half a cosine."""
    share = max(0, at - (epochs - falling)) / falling
    return min(1, at * 5) * (0.97 * 0.5 * (1 + math.cos(math.pi * share)) + 0.03)


def scores_of_mean(network, optimiser, watched):
    exact = optimiser.weights.clone()
    optimiser.weights.copy_(optimiser.mean)
    round_weights(network)
    line = "".join(f" {name} {accuracy(network, dev)}" for name, dev in watched.items())
    optimiser.weights.copy_(exact)
    return line


def train(network, encoded, watched, given, advice):
    optimiser, exact, begin, epochs = Optimiser(network), None, time.time(), given.epochs
    for epoch in range(epochs):
        batches = make_batches(encoded, BATCH_WORDS, True)
        rounded, total = epoch >= epochs - ROUNDED_EPOCHS, 0.0
        for step, ids in enumerate(batches):
            if rounded:
                exact = optimiser.weights.clone()
                round_weights(network)
            loss = loss_of(network, collate(encoded, ids), collate_advice(advice, ids) if advice else None, DROPOUT)
            loss.backward()
            if rounded:
                optimiser.weights.copy_(exact)
            optimiser.step(given.rate * rate_at(epoch + step / len(batches), epochs, given.falling or epochs))
            total += loss.item()
        line = f"epoch {epoch} {time.time() - begin:.0f} s loss {total / len(batches):.3f}"
        if epoch % 6 == 5 or epoch >= epochs - 2:
            line += scores_of_mean(network, optimiser, watched)
        print(line, flush=True)
    optimiser.weights.copy_(optimiser.mean)


def main():
    given = arguments()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
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
        advice = None
        if given.teacher:
            network.load_state_dict(torch.load(given.teacher))
            advice = ask(network, encoded)
        train(network, encoded, watched, given, advice)
        if given.weights:
            torch.save(network.state_dict(), given.weights)
    else:
        network.load_state_dict(torch.load(given.weights))
    if given.output:
        lemmas = pack_lemmas(learn_lemmas(sentences), pack_names)
        boundaries = pack_boundaries(*train_boundaries(sentences, given.seed))
        size = export_model(given.output, network, vocabulary, encoded[:400], [("lemm", lemmas), ("boun", boundaries)])
        print(f"wrote {given.output}, {size} bytes")


if __name__ == "__main__":
    main()
