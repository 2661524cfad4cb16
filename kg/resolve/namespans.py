"""Where names stand: the model's named entities, put right, and the names it missed.

Titles, determiners and possessive marks stand outside of a name; a compound that the model cut is made whole; demonyms
and runs of proper nouns without a label count too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.resolve.capitals import credits, headline_tokens, real_names
from kg.resolve.edges import parts, trimmed
from kg.resolve.longnames import whole_names
from kg.resolve.occasions import with_occasions
from kg.resolve.quotednames import with_nicknames
from kg.resolve.titles import office_of_place, titled
from kg.resolve.types import ORGANISATION, Name, called_like_a_person
from kg.syntax.tree import Tree

NUMERIC = frozenset(("CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY", "TIME", "DATE", "LANGUAGE"))
"""Labels of the model that are no names."""

_LONGEST_WORK = 8


def name_spans(tree: Tree, lexicon: Lexicon) -> list[Name]:
    """The names of the document: the model's, trimmed; demonyms; and runs of proper nouns that it missed."""
    tokens = tree.tokens
    names: list[Name] = []
    taken: set[int] = set()
    end_of_text = credits(tree)
    for entity in tree.doc.ents:
        if entity.label_ not in NUMERIC and entity.start < end_of_text and tree.read(entity[0]):
            for start, end in parts(tree, *trimmed(tree, entity, lexicon)):
                if not _written_as_name(tree, start, end, entity.label_):
                    continue
                if entity.label_ == "PERSON" and _opens_with_place(tree, start, end, lexicon):
                    names.append(_name(tree, start, start + 1, "GPE", lexicon))
                    start += 1
                names.append(_name(tree, start, end, entity.label_, lexicon))
    names = _outside_titles(_completed(tree, names, lexicon))
    for name in names:
        taken.update(range(name.start, name.end))
        taken.update(i for t in name.titles for i in range(t.start, t.end))
    i = 0
    while i < end_of_text:
        token = tokens[i]
        if i in taken or not tree.read(token) or token.is_punct or token.is_space:
            i += 1
            continue
        country = lexicon.country(token.text) if token.text[:1].isupper() else None
        if country and token.pos_ in ("ADJ", "PROPN", "NOUN"):
            names.append(_name(tree, i, i + 1, "NORP", lexicon))
            i += 1
            continue
        end = i
        while end < end_of_text and end not in taken and _in_run(tree, end):
            end += 1
        if end > i:
            names += _run(tree, i, end, lexicon)
        i = max(end, i + 1)
    names += _initials(tree, names, end_of_text, lexicon)
    names.sort(key=lambda n: (n.start, -n.end))
    names = _quoted(tree, _opened(tree, names, lexicon), lexicon)
    names = real_names(tree, names, lexicon, headline_tokens(tree))
    names = with_nicknames(tree, with_occasions(tree, whole_names(tree, names), lexicon))
    return _outside_titles(_before_titles(tree, names, lexicon))


def _opens_with_place(tree: Tree, start: int, end: int, lexicon: Lexicon) -> bool:
    """ "Mayor of" + "Norrsund Ada Berg": what an office is of and who holds it, to the model one name."""
    if end - start < 3 or start < 2 or tree.tokens[start - 1].lower_ != "of":
        return False
    office, given = tree.tokens[start - 2], lexicon.first_name(tree.tokens[start + 1].text)
    return office.lower_ in lexicon.title_ends and given is not None and given.gender != ""


def _initials(tree: Tree, names: list[Name], end_of_text: int, lexicon: Lexicon) -> Iterator[Name]:
    """ "TBC" after "Tarvik Bridge Company": the initials of a name of the text, which the tagger takes for a noun."""
    known = {"".join(w[0] for w in n.words if w[:1].isupper()) for n in names if len(n.words) > 1}
    for token in tree.tokens[:end_of_text] if known else []:
        if len(token) > 1 and token.is_upper and token.pos_ == "NOUN" and token.text in known and tree.read(token):
            yield _name(tree, token.i, token.i + 1, "", lexicon)


def _opened(tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names with the word they open with: "High" + "Peace Council", "Christian" + "Democrats", "Anton" + "Vale Kuyper".

    The model left that word alone, and the parser hangs it on the name.
    """
    out: list[Name] = []
    for name in names:
        before = tree.tokens[name.start - 1] if name.start else None
        given = before is not None and _is_given(before, name, lexicon)
        if (
            before is not None
            and not name.titles
            and before.text[:1].isupper()
            and before.dep_ in ("amod", "compound", "nmod")
            and name.start <= before.head.i < name.end
            and tree.tokens[name.end - 1].pos_ == "PROPN"
            and (_opens_person(before) if name.label == "PERSON" else given or _opens_body(before, name.label))
            and not _known(name.words, lexicon)
            and lexicon.country(before.text) is None
            and lexicon.title(before.lower_) is None
            and (lexicon.city(before.text) is None or (name.label == "PERSON" and lexicon.first_name(before.text)))
            and not (out and out[-1].end == name.start and not _loose(tree, out[-1]))
        ):
            if out and out[-1].end == name.start:
                out.pop()
            name = _name(tree, before.i, name.end, "PERSON" if given else name.label, lexicon)
        out.append(name)
    return out


def _is_given(word: Token, name: Name, lexicon: Lexicon) -> bool:
    """ "Ana" before "Costa", in which the model sees a firm or a place: a given name that opens a person's."""
    whole = Name(word.i, name.end, name.label, (word.text, *name.words), [], name.people)
    return word.tag_ == "NNP" and not word.ent_type_ and called_like_a_person(whole, lexicon)


def _opens_person(word: Token) -> bool:
    return word.pos_ == "PROPN" and not word.ent_type_ and word.is_alpha


def _opens_body(word: Token, label: str) -> bool:
    return word.pos_ in ("ADJ", "PROPN") and not word.is_sent_start and label not in ("GPE", "LOC")


def _loose(tree: Tree, name: Name) -> bool:
    """Whether a name may be no more than the first word of the next."""
    return len(name.words) == 1 and (name.label in ("", "NORP") or not tree.tokens[name.start].ent_type_)


def _before_titles(tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Cut what belongs to the title after a name: "EU Energy" before "Commissioner", "Riverside Vice" + "President"."""
    known = {n.key for n in names}
    out: list[Name] = []
    for name in names:
        follower = tree.tokens[name.end] if name.end < len(tree.tokens) else None
        if (
            follower is None
            or name.label == "PERSON"
            or not follower.text[:1].isupper()
            or lexicon.title(follower.lower_) is None
            or tree.tokens[name.end - 1].head.i < name.end
        ):
            out.append(name)
            continue
        cut = len(name.words)
        if _known(name.words, lexicon):
            out.append(name)
            continue
        cut = next(
            (n for n in range(cut - 1, 0, -1) if name.key[:n] in known or _known(name.words[:n], lexicon)),
            cut - 1 if name.key[-1] in ("vice", "deputy", "prime", "foreign") else cut,
        )
        if cut == len(name.words):
            if cut > 1 or name.label not in ("", "ORG") or name.words[0].isupper():
                out.append(name)
            continue
        if cut > 0:
            inner = [t for t in tree.tokens[name.start : name.end] if not t.is_space]
            out.append(_name(tree, name.start, inner[cut - 1].i + 1, name.label, lexicon))
    return out


def _known(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    text = " ".join(words)
    return bool(lexicon.country(text) or lexicon.metonym(text) or lexicon.city(text))


def _quoted(tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """A short quotation in capitals inside of a sentence is one name: a film "The Keeper of Bees"."""
    found: list[Name] = []
    for number, inside in enumerate(tree.quote_tokens):
        words = [tree.tokens[i] for i in inside]
        while words and (words[-1].is_punct or words[-1].is_space):
            words.pop()
        while words and (words[0].is_punct or words[0].is_space):
            words.pop(0)
        if _is_title_of_work(tree, words, number):
            found.append(_work(tree, words, names))
    if not found:
        return names
    covered = {i for n in found for i in range(n.start, n.end)}
    kept = [n for n in names if not any(i in covered for i in range(n.start, n.end))]
    return sorted([*kept, *found], key=lambda n: (n.start, -n.end))


def _is_title_of_work(tree: Tree, words: list[Token], number: int) -> bool:
    if not 1 <= len(words) <= _LONGEST_WORK or not words[0].text[:1].isupper():
        return False
    long = [t for t in words if t.is_alpha and (len(t) > 3 or t is words[-1])]
    if not long or not all(t.text[:1].isupper() for t in long) or words[-1].pos_ not in ("PROPN", "NOUN", "NUM"):
        return False
    opening = words[0].i - 1
    while opening >= 0 and (tree.tokens[opening].is_punct or tree.tokens[opening].is_space):
        if tree.tokens[opening].text in (":", ",", ".", "!", "?"):
            return False
        opening -= 1
    return opening >= 0 and tree.tokens[opening].pos_ != "VERB" and not words[0].is_sent_start


def _work(tree: Tree, words: list[Token], names: list[Name]) -> Name:
    start, end = words[0].i, words[-1].i + 1
    whole = next((n for n in names if n.start == start and n.end == end), None)
    return whole or Name(start, end, "WORK_OF_ART", tuple(t.text for t in words), [])


def _completed(tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names that the parse goes on with: "Rosa Quispe" + "Talavera", "Riga" + "Harbour" are one compound each."""
    starts = {n.start: n for n in names}
    gone: set[int] = set()
    out: list[Name] = []
    for name in names:
        if name.start in gone:
            continue
        label, end = name.label, name.end
        while end < len(tree.tokens) and _goes_on(tree, end, lexicon):
            follower = starts.get(end)
            if follower is not None and _named_whole(tree, name, follower, lexicon):
                label = "ORG"
            elif (follower is not None and follower.label != label) or (
                label not in ("PERSON", "ORG", "FAC") and follower is None and label != "GPE"
            ):
                break
            if follower is None and label == "GPE":
                label = ""
            gone.add(end)
            end = follower.end if follower is not None else end + 1
        out.append(name if end == name.end else _name(tree, name.start, end, label, lexicon))
    return out


def _named_whole(tree: Tree, name: Name, follower: Name, lexicon: Lexicon) -> bool:
    """ "The" + "Tarvik" + "Courier": one article stands before two names that the model sees, so that they are one."""
    article = tree.tokens[name.start - 1] if name.start else None
    return (
        article is not None
        and article.lower_ == "the"
        and follower.start <= article.head.i < follower.end
        and len(name.words) == len(follower.words) == 1
        and not (name.titles or follower.titles or follower.people)
        and lexicon.country(name.text) is None
        and not _known(follower.words, lexicon)
    )


def _goes_on(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether token `i` is the head, or a further compound, of the compound that the token before it belongs to."""
    before, token = tree.tokens[i - 1], tree.tokens[i]
    if (
        token.pos_ != "PROPN"
        or (not token.text[:1].isupper() and token.dep_ != "compound")
        or before.dep_ not in ("compound", "nmod")
    ):
        return False
    if lexicon.somebody(token.lower_):
        return False
    return before.head.i >= i and all(t.pos_ == "PROPN" for t in tree.tokens[i : before.head.i + 1])


def _in_run(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.text == "-":
        return (
            0 < i < len(tree.tokens) - 1
            and not token.whitespace_
            and not tree.tokens[i - 1].whitespace_
            and tree.tokens[i + 1].pos_ == "PROPN"
        )
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _written_as_name(tree: Tree, start: int, end: int, label: str) -> bool:
    """Whether the words of an entity have a capital or a figure, or a script without capitals."""
    words = tree.tokens[start:end]
    if not any(t.is_alpha or t.text[:1].isalnum() for t in words):
        return False
    if label not in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    return any(t.text[:1].isupper() or t.text[:1].isdigit() for t in words) or not any(t.text.isascii() for t in words)


def _name(tree: Tree, start: int, end: int, label: str, lexicon: Lexicon) -> Name:
    titles = titled(tree, start, end, lexicon, inside=label in ("PERSON", "PER", ""))
    inner = max([start, *(t.end for t in titles if t.end < end)])
    words = tuple(t.text for t in tree.tokens[inner:end] if not t.is_space)
    if not titles and label == "PERSON" and len(words) > 1 and lexicon.first_name(words[0]):
        titles = office_of_place(tree, start, lexicon)
    if titles and any(t.title.kind != "kinship" for t in titles):
        label = (
            "PERSON"
            if label in ("", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "FAC", "LOC", "NORP")
            and _may_be_person(words, lexicon)
            else label
        )
    people = tree.tokens[end - 1].tag_ in ("NNS", "NNPS")
    return Name(inner, end, label, words, titles, people)


def _may_be_person(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a title makes these words a person's name: not in "the official NHM agency"."""
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return False
    return len(words) <= 4 and lexicon.country(" ".join(words)) is None and words[-1].lower() not in ORGANISATION


def _run(tree: Tree, start: int, end: int, lexicon: Lexicon) -> list[Name]:
    """A run of proper nouns that the model gave no label."""
    if tree.tokens[end - 1].text == "-":
        end -= 1
    follower = tree.tokens[end].text if end < len(tree.tokens) else ""
    if end - start == 1 and len(tree.tokens[start]) == 1 and follower == "-":  # the party in "R-Ohio"
        return []
    name = _name(tree, start, end, "", lexicon)
    whole = " ".join(t.lower_ for t in tree.tokens[start:end])
    if (
        lexicon.title(whole)
        or lexicon.noun(whole)
        or not any(t.text[0].isalpha() and t.text.isalnum() for t in tree.tokens[name.start : end])
    ):
        return []
    last = tree.tokens[end - 1]
    if lexicon.noun(last.lemma_.lower()) and lexicon.title(last.lower_):
        return _before_office(tree, start, end - 1, lexicon)
    return [name]


def _before_office(tree: Tree, start: int, end: int, lexicon: Lexicon) -> list[Name]:
    """ "The LA Sheriff", "the Norrsund Mayor": the name of one word that an office is of."""
    word = tree.tokens[start]
    if end - start != 1 or not word.is_alpha or lexicon.noun(word.lower_) or lexicon.title(word.lower_):
        return []
    return [] if lexicon.events(word.lower_, "noun") else [_name(tree, start, end, "", lexicon)]


def _outside_titles(names: list[Name]) -> list[Name]:
    """Leave out names that stand inside another's title ("State" in "Secretary of State Rex …"), and doubles."""
    covered = {i for n in names for t in n.titles for i in range(t.start, t.end)}
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if all(i in covered for i in range(name.start, name.end)):
            continue
        if out and name.start < out[-1].end:
            continue
        out.append(name)
    return out
