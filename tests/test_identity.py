"""`kg.identity`: one IRI across articles."""

from __future__ import annotations

from kg.identity import identities
from kg.lexicon import lexicon
from kg.model import Entity, Evidence, Role
from kg.names import BASE


def person(ref: str, label: str, title: str = "") -> Entity:
    roles = (Role(title, None, Evidence((), "title", 1.0)),) if title else ()
    return Entity(ref, label, "Person", True, roles=roles)


def iris(*articles: list[Entity]) -> list[dict[str, str]]:
    found = identities(articles, lexicon())
    return [{ref: iri.removeprefix(BASE) for ref, iri in known.items()} for known in found]


def test_spelling_makes_nobody_new() -> None:
    one, two = [person("e1", "Seo-yun Han")], [person("e1", "Seo Yun Han")]
    assert iris(one, two, [person("e1", "Seo-yun Han")]) == [{}, {"e1": "Seo_yun_Han"}, {}]


def test_a_surname_alone_is_who_most_articles_name_so() -> None:
    full = [[person("e1", "Ada Berg")], [person("e1", "Ada Berg")], [person("e1", "Otto Berg")]]
    assert iris(*full, [person("e1", "Berg")])[-1] == {"e1": "Ada_Berg"}


def test_a_surname_alone_is_nobody_where_two_are_as_well_known() -> None:
    assert iris([person("e1", "Ada Berg")], [person("e1", "Otto Berg")], [person("e1", "Berg")])[-1] == {}


def test_an_office_tells_two_of_one_surname_apart() -> None:
    both = [person("e1", "Ada Berg", "President"), person("e2", "Otto Berg", "Coach")]
    assert iris(both, [person("e1", "Berg", "Coach")])[-1] == {"e1": "Otto_Berg"}


def test_two_of_one_article_never_share_an_iri() -> None:
    articles = [[person("e1", "Ada Berg"), person("e2", "Berg")], [person("e1", "Ada Berg")]]
    assert iris(*articles)[0] == {}


def test_who_is_called_so_has_the_iri_before_a_surname() -> None:
    articles = [[person("e1", "Seo-yun Han")], [person("e1", "Seo-yun Han")]]
    assert iris(*articles, [person("e1", "Seo Yun Han"), person("e2", "Han")])[-1] == {"e1": "Seo_yun_Han"}
