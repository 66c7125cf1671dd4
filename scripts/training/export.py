"""Turns the trained network into the integers of the model's file."""
import struct

import numpy as np
import torch
import torch.nn.functional as F

from examples import collate, make_batches
from features import stored_affix
from model_file import pack_matrix, pack_names, pack_table, write_model
from network import AFFIX_SIZES, ARC_SIZE, EMBEDDING_BITS, HEAD_BITS, HIDDEN, LABEL_SIZE, LSTM_BITS, WORD_SIZE, round_weights

GATE_UNIT = 1 / 2048  # of src/language/cells.h
STATE_UNIT = 1 / 128
LARGEST_SCORE = 20000  # of 32767: room for what the examples below do not show


def observe(network, encoded):
    """What the layers give for some sentences, with rounded weights: from this the units are chosen."""
    seen = {name: [] for name in ("input", "upos", "xpos", "dependent", "head", "arc", "label_dependent", "label_head", "label")}
    with torch.no_grad():
        for ids in make_batches(encoded, 2000, False):
            lengths, words, affixes, _, _, heads, _ = collate(encoded, ids)
            real = heads >= 0
            z = network.contexts(words, affixes, lengths, 0)[real]
            dependent, label = F.relu(network.arc_dependent(z)), F.relu(network.label_dependent(z))
            one = torch.ones(len(label), 1)
            seen["input"].append(network.embed(words, affixes)[real])
            seen["upos"].append(network.upos(z))
            seen["xpos"].append(network.xpos(z))
            seen["dependent"].append(dependent)
            seen["head"].append(F.relu(network.arc_head(z)))
            seen["arc"].append(dependent @ network.arc_pair.T + network.arc_bias)
            seen["label_dependent"].append(label)
            seen["label_head"].append(F.relu(network.label_head(z)))
            seen["label"].append(torch.einsum("ni,lji->nlj", torch.cat([label, one], 1), network.label_pair))
    return {name: torch.cat([v.reshape(-1) for v in values]).abs().numpy() for name, values in seen.items()}


def activation_unit(values):
    """A byte's unit: nearly all values fit, the few larger ones saturate."""
    return float(np.quantile(values, 0.9997)) / 127


def vector_unit(values):
    """The same for label vectors, where 1 must be a whole number of units."""
    return 1 / max(1, min(127, int(1 / max(activation_unit(values), 1 / 127))))


def input_unit(values):
    return 2.0 ** np.ceil(np.log2(np.quantile(values, 0.9997) / 127))


def export_model(path, network, vocabulary, encoded, more_sections):
    weights = {n: p.detach().numpy().astype(np.float64) for n, p in network.named_parameters()}
    round_weights(network)
    seen = observe(network, encoded)
    sections = list_sections(weights, seen, vocabulary, root_vectors(weights)) + more_sections
    return write_model(path, sections)


def root_vectors(weights):
    relu = lambda name: np.maximum(0, weights[f"{name}.weight"] @ weights["root"] + weights[f"{name}.bias"])
    return relu("arc_head"), relu("label_head")


def to_bytes(vector, unit):
    return np.clip(np.rint(vector / unit), 0, 127).astype(np.uint8).tobytes()


def list_sections(weights, seen, vocabulary, roots):
    inputs = input_unit(seen["input"])
    dependent, head = activation_unit(seen["dependent"]), activation_unit(seen["head"])
    label_dependent, label_head = vector_unit(seen["label_dependent"]), vector_unit(seen["label_head"])
    score = lambda name: float(seen[name].max()) / LARGEST_SCORE
    linear = lambda name, unit: pack_matrix(weights[f"{name}.weight"], weights[f"{name}.bias"], HEAD_BITS, STATE_UNIT, unit)
    none = np.zeros(LABEL_SIZE + 1)
    lines = lambda names: ("\n".join(names) + "\n").encode()
    heads = [
        linear("upos", score("upos")), linear("xpos", score("xpos")), linear("arc_dependent", dependent), linear("arc_head", head),
        pack_matrix(weights["arc_pair"], weights["arc_bias"], HEAD_BITS, dependent, score("arc")),
        linear("label_dependent", label_dependent), linear("label_head", label_head),
        *(pack_matrix(pair, none, HEAD_BITS, label_dependent, score("label")) for pair in weights["label_pair"]),
    ]
    affix_names = sorted((stored_affix(key) for kept in vocabulary.affixes for key in kept))
    ones = (round(1 / label_dependent), round(1 / label_head))
    return [
        ("size", bytes([WORD_SIZE, *AFFIX_SIZES, HIDDEN, 2, ARC_SIZE, LABEL_SIZE, *ones])),
        ("upos", lines(vocabulary.upos)), ("xpos", lines(vocabulary.xpos)), ("rela", lines(vocabulary.labels)),
        ("allo", b"".join(bytes([len(labels), *labels]) for labels in vocabulary.labels_of)),
        ("word", pack_names(vocabulary.words)), ("affx", pack_names(affix_names)),
        ("wemb", pack_table(weights["word_vectors.weight"], EMBEDDING_BITS, inputs)),
        ("aemb", b"".join(pack_table(weights[f"affix_vectors.{k}.weight"], EMBEDDING_BITS, inputs) for k in range(len(AFFIX_SIZES)))),
        ("lstm", pack_lstm(weights, inputs)),
        ("head", b"".join(heads)),
        ("root", to_bytes(roots[0], head) + to_bytes(roots[1], label_head)),
    ]


def pack_lstm(weights, inputs):
    packed = b""
    for layer in range(2):
        for direction in range(2):
            of = lambda part: weights[f"layers.{layer}.{part}"][direction]
            packed += pack_matrix(of("inputs"), of("biases"), LSTM_BITS, inputs if layer == 0 else STATE_UNIT, GATE_UNIT)
            packed += pack_matrix(of("recurrent"), np.zeros(4 * HIDDEN), LSTM_BITS, STATE_UNIT, GATE_UNIT)
    return packed
