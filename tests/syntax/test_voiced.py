"""Verbs that voice a quotation behind a colon with the help of another word."""

from __future__ import annotations

from tests.reports import said, source, words


def test_a_verb_with_a_word_behind_it_voices_what_the_colon_opens() -> None:
    found = said(
        "Berg/NNP/nsubj<2 hit/VBD/ccomp<8 back/RB/advmod<2 :/:/punct<8 “/``/punct<8 No/DT/det<7 boat/NN/nsubj<8 "
        "sank=sink/VBD/ROOT here/RB/advmod<8 ././punct<8 ”/''/punct<8"
    )
    assert (source(found["hit"]), words(found["hit"])) == ("Berg", "“ No boat sank here . ”")
    assert [t.text for t in found["hit"].cue_tokens] == ["hit", "back"]


def test_what_somebody_is_adamant_about_follows_the_colon() -> None:
    found = said(
        "Berg/NNP/nsubj<2 was=be/VBD/ccomp<8 adamant/JJ/acomp<2 :/:/punct<8 “/``/punct<8 No/DT/det<7 boat/NN/nsubj<8 "
        "sank=sink/VBD/ROOT here/RB/advmod<8 ././punct<8 ”/''/punct<8"
    )
    assert (source(found["was"]), words(found["was"])) == ("Berg", "“ No boat sank here . ”")
    assert [t.text for t in found["was"].cue_tokens] == ["was", "adamant"]
