"""What a teacher thinks of the sentences, from which a student learns more than from the annotators' choices alone.

Of each sentence, as probabilities: UPOS, XPOS, heads, and labels under the true head.
"""
import torch

from examples import collate, make_batches


def scores_of(network, batch, dropout=0.0):
    """Scores of the words of all sentences, one after another: UPOS, XPOS, heads [word, place] and labels under the true head."""
    lengths, words, affixes, _, _, heads, _ = batch
    upos, xpos, arcs, dependents, head_vectors = network(words, affixes, lengths, dropout)
    real = heads >= 0
    sentence = torch.arange(len(lengths))[:, None].expand_as(heads)[real]
    labels = network.label_scores(dependents[real], head_vectors[sentence, heads[real]])
    return upos[real], xpos[real], arcs[real], labels


def ask(teacher, encoded):
    """By sentence: probabilities in the order of scores_of."""
    advice = [None] * len(encoded)
    with torch.no_grad():
        for ids in make_batches(encoded, 2000, False):
            batch = collate(encoded, ids)
            split = [scores.softmax(-1).split(batch[0]) for scores in scores_of(teacher, batch)]
            for at, i in enumerate(ids):
                upos, xpos, arcs, labels = (kind[at].clone() for kind in split)
                advice[i] = (upos, xpos, arcs[:, : len(arcs) + 1], labels)
    return advice


def collate_advice(advice, ids):
    longest = max(len(advice[i][0]) for i in ids)
    padded = lambda arcs: torch.nn.functional.pad(arcs, (0, longest + 1 - arcs.shape[1]))
    join = lambda k: torch.cat([advice[i][k] for i in ids])
    return join(0), join(1), torch.cat([padded(advice[i][2]) for i in ids]), join(3)
