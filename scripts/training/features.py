"""What the network sees of a word's form. src/language/features.cpp computes the same, character by character."""
from collections import Counter

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
AFFIX_KINDS = ("s1", "s2", "s3", "s4", "p2", "p3", "S")
LEAST_COUNTS = {"s1": 3, "s2": 6, "s3": 10, "s4": 14, "p2": 8, "p3": 14, "S": 5}  # rarer affixes share the zero vector


def normal_form(form):
    """Lower case, one kind of quote, every digit a 0."""
    return "".join("0" if c.isdigit() else c for c in form.lower().translate(QUOTES))


def shape(form):
    """Runs of X, x, d, marks; "O'Brien-2" is X'Xx-; only the first 12 characters and 5 runs count."""
    runs = ""
    for c in form[:12]:
        kind = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c if c in "-'’.,&/" else "o"
        if runs[-1:] != kind:
            runs += kind
    return runs[:5] + ("1" if len(form) == 1 else "")


def affixes(form):
    """Keys of the affix table, in the order of AFFIX_KINDS."""
    n = normal_form(form)
    return ["s1" + n[-1:], "s2" + n[-2:], "s3" + n[-3:], "s4" + n[-4:], "p2" + n[:2], "p3" + n[:3], "S" + shape(form)]


def make_vocabularies(sentences, least_word_count):
    """Words and affixes that are frequent enough, sorted as the asset stores them; ids are 2 + index (0 pad, 1 unknown) and 1 + index."""
    words, keys = Counter(), Counter()
    for sentence in sentences:
        for word in sentence.words:
            words[normal_form(word.form)] += 1
            keys.update(affixes(word.form))
    kept = sorted((w for w, n in words.items() if n >= least_word_count), key=lambda w: w.encode())
    kept_affixes = [k for k, n in keys.items() if n >= LEAST_COUNTS["S" if k[0] == "S" else k[:2]]]
    return kept, sorted(kept_affixes, key=stored_affix), words


def stored_affix(key):
    """As bytes; suffixes backwards, so that neighbours share their beginnings."""
    return key[:2].encode() + key[2:].encode()[::-1] if key[0] == "s" else key.encode()
