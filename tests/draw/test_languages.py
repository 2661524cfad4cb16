"""Labels in the graph's language, and text that runs from right to left."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from kg.draw import draw
from kg.draw.view import view

ARABIC = """
id:laila a schema:Person ; rdfs:label "ليلى حداد"@ar, "Laila Haddad"@en .
id:council a schema:Organization ; rdfs:label "مجلس المدينة"@ar .
id:haifa a schema:City ; rdfs:label "חיפה"@he, "حيفا"@ar .
id:meeting a sem:Event ; rdfs:label "اجتماع المجلس (الثاني)"@ar .
id:meeting sem:hasActor id:laila, id:council ; sem:hasPlace id:haifa .
"""


def labels(shown):
    return {node.key: (node.label, node.language) for node in shown.nodes}


def test_labels_are_in_the_language_of_most(parsed):
    found = labels(view(parsed(ARABIC)))
    assert found["laila"] == ("ليلى حداد", "ar")
    assert found["haifa"] == ("حيفا", "ar")


@pytest.mark.parametrize(
    ("turtle", "label"),
    [
        ('id:a rdfs:label "one"@en, "eins"@de .', ("one", "en")),
        ('id:a rdfs:label "um"@pt-BR, "one" . id:b rdfs:label "dois"@pt .', ("um", "pt-BR")),
        ('id:a rdfs:label "one", "tre"@it . id:b rdfs:label "zwei"@de . id:c rdfs:label "drei"@de .', ("one", "")),
        ('id:a rdfs:label "uno"@es . id:b rdfs:label "zwei"@de . id:c rdfs:label "drei"@de .', ("uno", "es")),
    ],
)
def test_labels_in_another_language_stand_in(parsed, turtle, label):
    links = "id:a rdfs:seeAlso id:b . id:b rdfs:seeAlso id:c ."
    assert labels(view(parsed(turtle + links)))["a"] == label


def test_language_tags_of_articles_are_tags_or_left_out(parsed):
    texts = "".join(
        f"id:{name} a nif:Context ; nif:isString 'Olá.' ; schema:inLanguage '{tag}' ."
        for name, tag in (("a1", "pt"), ("a2", "x onload=alert(1)"))
    )
    assert [article.language for article in view(parsed(texts)).articles] == ["pt", ""]


@pytest.mark.browser
def test_right_to_left_labels_begin_at_the_right(visit, parsed, tmp_path):
    opened = visit(path=draw(parsed(ARABIC)).save(tmp_path / "arabic.html"))
    assert opened.overlaps() == 0
    assert opened.page.evaluate("kgPage.squeezed()") == []
    opened.page.click("#save summary")
    with opened.page.expect_download() as waiting:
        opened.page.click("[data-save=svg]")
    root = ET.fromstring(waiting.value.path().read_text(encoding="utf-8"))
    texts = {text.text: text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert texts["ليلى حداد"].get("direction") == "rtl"
    assert float(texts["ليلى حداد"].get("x")) > 0
    opened.choose("laila")
    name = opened.page.locator("#details h2 bdi")
    assert (name.inner_text(), name.get_attribute("lang")) == ("ليلى حداد", "ar")
    opened.page.click("#tab-timeline")
    assert opened.page.locator("#timeline .what bdi").get_attribute("lang") == "ar"


STORY = """
id:laila a schema:Person ; rdfs:label "ليلى حداد"@ar ; skos:altLabel "حداد"@ar ; kg:mentionedIn id:m .
id:council a schema:Organization ; rdfs:label "مجلس المدينة"@ar .
id:p a kg:Proposition ; rdfs:label "أغلق المجلس المكتبة"@ar ; kg:about id:council .
id:c a kg:Claim ; kg:claimant id:laila ; kg:content id:p ; kg:mode kg:Stated ; kg:polarity kg:Positive ;
  kg:contentSpan id:n .
id:meeting a sem:Event ; rdfs:label "اجتماع المجلس"@ar ; sem:hasActor id:council ; sem:hasTime "2031-05-06"^^xsd:date .
id:text a nif:Context ; nif:isString "قالت ليلى حداد إن المجلس أغلق المكتبة." ; schema:inLanguage "ar" ;
  schema:headline "المجلس يغلق المكتبة" .
id:m a kg:Mention ; nif:referenceContext id:text ; nif:beginIndex 5 ; nif:endIndex 14 .
id:n a kg:Mention ; nif:referenceContext id:text ; nif:beginIndex 18 ; nif:endIndex 37 .
"""


@pytest.mark.browser
def test_right_to_left_graphs_are_mirrored(visit, parsed, tmp_path):
    opened = visit(path=draw(parsed(STORY)).save(tmp_path / "story.html"))
    page = opened.page
    middle = {box["key"]: (box["left"] + box["right"]) / 2 for box in page.evaluate("kgPage.boxes()")}
    assert middle["laila"] > middle["p"] > middle["meeting"]
    ends = page.evaluate("kgPage.ends('laila', 'p')")
    assert middle["laila"] > ends[0] > ends[1] > middle["p"]
    opened.choose("p")
    starts = """selector => {
      const element = document.querySelector(selector);
      const style = getComputedStyle(element);
      return [style.direction, style.textAlign.replace('start', style.direction === 'rtl' ? 'right' : 'left')];
    }"""
    blocks = ["h1", "#details h2", "#details blockquote", "#article h2", "#article .text p"]
    page.click("#tab-article")
    blocks += ["#claims td[data-head=Claim]", "#claims th[data-head=Who]", "#timeline .what"]
    assert {tuple(page.evaluate(starts, block)) for block in blocks} == {("rtl", "right")}
    assert page.evaluate(starts, "#claims-table td[data-head=Position]") == ["ltr", "left"]
    assert page.evaluate("kgPage.squeezed()") == []


@pytest.mark.browser
def test_dates_in_right_to_left_boxes_are_read_from_the_left(visit, parsed, tmp_path):
    opened = visit(path=draw(parsed(STORY)).save(tmp_path / "story.html"))
    opened.page.click("#save summary")
    with opened.page.expect_download() as waiting:
        opened.page.click("[data-save=svg]")
    root = ET.fromstring(waiting.value.path().read_text(encoding="utf-8"))
    date = next(text for text in root.iter("{http://www.w3.org/2000/svg}text") if text.text == "6 May 2031")
    assert (date.get("direction"), date.get("text-anchor")) == (None, "end")
    assert float(date.get("x")) > 0
