"""Reads CoNLL-U: sentences of words, with what the network and the splitter learn from."""
import lzma
from typing import NamedTuple


class Word(NamedTuple):
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # 1-based; 0 is the root
    relation: str
    space_after: bool


class Sentence(NamedTuple):
    words: list
    opens_paragraph: bool  # a new paragraph or document starts here


def read_treebank(path):
    """Every sentence of a .conllu or .conllu.xz file; empty nodes are left out."""
    sentences, words, opens, unspaced = [], [], False, set()
    opener = lzma.open if str(path).endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if words:
                    sentences.append(Sentence(words, opens))
                words, opens, unspaced = [], False, set()
            elif line.startswith("#"):
                opens = opens or line.startswith(("# newdoc", "# newpar ", "# newpar=")) or line == "# newpar"
            else:
                fields = line.split("\t")
                spaced = "SpaceAfter=No" not in fields[9].split("|")
                if "-" in fields[0]:  # a multiword token: its words follow each other without a space
                    first, last = map(int, fields[0].split("-"))
                    unspaced |= set(range(first, last if spaced else last + 1))
                elif "." not in fields[0]:
                    words.append(Word(fields[1], fields[2], fields[3], fields[4], int(fields[6]), fields[7],
                                      spaced and int(fields[0]) not in unspaced))
    if words:
        sentences.append(Sentence(words, opens))
    return sentences
