"""Learns rules from a tag and a word's ending to its lemma; src/language/lemma.cpp applies them."""
import struct
from collections import Counter, defaultdict

KEEP = 255  # instead of a cut: the lemma is the form as it is written
LONGEST = 7  # characters of an ending
LEAST_GAIN = 2  # examples that a rule must set right
NAME_TAGS = ("NNP", "NNPS", "ADD", "FW", "$")


def folded(form):
    return form.lower().replace("’", "'").replace("‘", "'").replace("`", "'" if len(form) > 1 else "`")


def action(form, lemma, xpos):
    """(cut, add) from the folded form to the lemma, or KEEP."""
    low = folded(form)
    if lemma == low:
        return (0, "") if xpos not in NAME_TAGS or form == low else None
    if lemma == form:
        return (KEEP, "") if len(form) > 1 else (1, form)  # "I", also where it is written "i"
    same = 0
    while same < min(len(low), len(lemma)) and low[same] == lemma[same]:
        same += 1
    cut, add = len(low[same:].encode()), lemma[same:]
    return (cut, add) if cut < 20 and len(add) < 14 else None


def default_action(xpos):
    return (KEEP, "") if xpos in NAME_TAGS else (0, "")


def grow(node, key, inherited, rules, depth):
    """node: Counter of (reversed word with its '^', form's action). Adds a rule here if it sets enough right, then goes deeper."""
    votes = Counter()
    for (_, act), n in node.items():
        votes[act] += n
    best, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    gain = count - votes[inherited]
    whole = key.endswith("^")
    if gain >= LEAST_GAIN:
        rules.append((key, best))
        inherited = best
    groups = defaultdict(Counter)
    for (word, act), n in node.items():
        if len(word) > len(key):
            groups[word if depth == 0 else word[: len(key) + 1]][(word, act)] += n
    if whole or all(act == inherited for _, act in node):
        return
    for child in sorted(groups):
        grow(groups[child], child, inherited, rules, max(depth - 1, 0))


# The order of the enumerators of Xpos in src/language/tags.h.
XPOS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS "
    "RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``"
).split()


def regular_forms(lemma):
    """(tag, form) of a regular verb."""
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        past, gerund = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, gerund = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, gerund = lemma + "ed", lemma + "ing"
    return (("VBD", past), ("VBN", past), ("VBG", gerund))


def other_forms(sentences):
    """Regular forms of the verbs of the treebanks, shown or not: who has read "accused" can read "accusing"."""
    forms = defaultdict(lambda: defaultdict(set))
    for sentence in sentences:
        for word in sentence.words:
            if word.xpos in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"):
                forms[word.lemma][word.xpos].add(folded(word.form))
    for lemma, seen in forms.items():
        pasts = seen["VBD"] | seen["VBN"]
        gerunds = seen["VBG"]
        made = regular_forms(lemma)
        silent = lemma.endswith("e") and len(lemma) > 3
        regular = any(form in pasts for tag, form in made if tag != "VBG") or any(form in gerunds for tag, form in made if tag == "VBG")
        for tag, form in made:
            shown = form in seen[tag]
            likely = not seen[tag] and (regular or (silent and not pasts and not gerunds))
            if (shown or likely) and lemma.isascii() and lemma.isalpha():
                yield tag, form, lemma


def learn_lemmas(sentences):
    """A list of (tag character + ending, cut, add), sorted."""
    by_tag = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            act = action(word.form, word.lemma, word.xpos) if word.lemma != "_" else None
            if act:
                by_tag[word.xpos][(folded(word.form)[::-1] + "^", act)] += 1
    for xpos, form, lemma in other_forms(sentences):
        by_tag[xpos][(form[::-1] + "^", action(form, lemma, xpos))] += LEAST_GAIN
    found = []
    for xpos in sorted(by_tag):
        rules = []
        grow(by_tag[xpos], "", default_action(xpos), rules, LONGEST)
        tag = chr(ord("A") + XPOS.index(xpos))
        found += [(tag + key[::-1], *act) for key, act in rules]
    return sorted(found, key=lambda rule: rule[0].encode())


def pack_lemmas(rules, pack_names):
    """Endings backwards, front-coded; the cuts; the additions, one a line."""
    keyed = sorted((key[:1].encode() + key[1:].encode()[::-1], cut, add) for key, cut, add in rules)
    return (
        pack_names([key for key, _, _ in keyed])
        + bytes(cut for _, cut, _ in keyed)
        + b"".join(add.encode() + b"\n" for _, _, add in keyed)
    )
