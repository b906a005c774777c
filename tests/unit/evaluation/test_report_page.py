"""The HTML page: self-contained, escaped, and saying what the scorecard says."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from evaluation_cards import MadeCard, card
from evaluation_outputs import claim_of, output_of, perfect_claims
from evaluation_story import write_suite
from groundwire.domain.span import Span
from groundwire.errors import UsageError
from groundwire.evaluation.case import ArticleCase, cases_of
from groundwire.evaluation.comparing import choose_sides, compare
from groundwire.evaluation.report.markup import differing, marked
from groundwire.evaluation.report.page import render_page
from groundwire.evaluation.report.plots import strip
from groundwire.evaluation.report.side_by_side import view_case
from groundwire.evaluation.score import Failed, Finding, Scored
from groundwire.evaluation.suite import load_suite

STORIES = [f"s{number}" for number in range(8)]
HOSTILE = '<script>alert("x")</script>\x1b[31m&<img src=x onerror=y>'


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(page: str) -> _Tags:
    reader = _Tags()
    reader.feed(page)
    return reader


def _cards() -> list[MadeCard]:
    hostile = Scored(value=0.2, findings=(Finding(error=HOSTILE, label=HOSTILE, output="b c", note=HOSTILE),))
    before = {"f": {story: [0.9, 0.8] for story in STORIES}}
    after = {"f": {**before["f"], "s1": [hostile, Failed(reason=HOSTILE)]}}
    return [card("before", before), card(HOSTILE, after)]


def _page() -> str:
    cards = _cards()
    return render_page(cards, {}, compare(*choose_sides(cards)))


def test_nothing_of_an_output_becomes_markup():
    """Subjects, findings and reasons are text, with control characters shown."""
    page = _read(_page())
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "form"} == set()
    assert '<script>alert("x")</script>\\x1b[31m&<img src=x onerror=y>' in page.text


def test_the_page_fetches_nothing_and_allows_only_its_style():
    """No address, no attribute that carries style or script, and a policy that says so."""
    page = _read(_page())
    names = {name for _, attributes in page.tags for name in attributes}
    assert {name for name in names if name.startswith("on") or name in {"style", "src"}} == set()
    links = {attributes["href"] or "" for _, attributes in page.tags if "href" in attributes}
    assert {link for link in links if not re.fullmatch(r"data:,|#case-\d+", link)} == set()
    policy = next(
        a["content"] or "" for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'",
        policy,
    )


def _side_by_side(folder: Path) -> str:
    case = replace(_article(folder), file="0")
    made = output_of(case, (claim_of(case, case.labels.claims[0], text=HOSTILE),), (HOSTILE,))
    return render_page([card("s", {"f": {case.story: [0.5]}})], {case.id: case}, None, [[made]])


def _article(folder: Path) -> ArticleCase:
    found = next(iter(cases_of(load_suite(str(write_suite(folder))))))
    assert isinstance(found, ArticleCase)
    return found


def test_side_by_side_the_page_has_its_own_script_and_no_other(tmp_path: Path):
    """The data is no script, what a subject wrote cannot end it, and the policy names the one script."""
    html = _side_by_side(tmp_path)
    page = _read(html)
    assert [attributes.get("type") for tag, attributes in page.tags if tag == "script"] == [
        "application/json",
        None,
    ]
    assert "script-src 'sha256-" in html
    data = html.split('id="cases">', 1)[1].split("</script>", 1)[0]
    assert json.loads(data)[0]["columns"][0]["summary"] == [
        '<script>alert("x")</script>⟨U+001B⟩[31m&<img src=x onerror=y>'
    ]
    assert "<" not in data


def test_outputs_of_another_text_are_refused(tmp_path: Path):
    """What was made of an article that has changed is not shown beside it."""
    case = replace(_article(tmp_path), file="0")
    made = output_of(case, perfect_claims(case)).model_copy(update={"case_digest": "article:other"})
    with pytest.raises(UsageError, match="as they are"):
        render_page([card("s", {"f": {case.story: [0.5]}})], {case.id: case}, None, [[made]])


def test_two_cards_of_one_subject_are_told_apart():
    """A subject before and after a change of the program keeps its scores apart."""
    cards = [card("s", {"f": {"a": [value]}}) for value in (0.25, 0.75)]
    found = _read(render_page(cards, {})).text
    assert all(name in found for name in ("s (1)", "s (2)", "0.250", "0.750"))


def test_a_view_says_what_became_of_every_label_and_point(tmp_path: Path):
    """Found, merged or missed; covered or left out; avoided or fallen into."""
    case = _article(tmp_path)
    claims = perfect_claims(case)
    both = claims[0].model_copy(update={"text": f"{claims[0].text[:-1]} and {claims[1].text}"})
    output = output_of(
        case, (both, *claims[2:4]), ("The northern harbour of Lindvik is closed.", "The leak began at sea.")
    )
    (column,) = view_case(case, [output]).columns
    assert [item.state for item in column.found] == [
        *("found", "merged", "found", "found", "missed"), *("covered", "left out"), "fallen into",
    ]  # fmt: skip
    assert [item.state for item in column.claims] == ["right", "right", "right"]


def test_the_comparison_stands_on_the_page():
    """The answer, and the case that moved with what is new in it."""
    text = _read(_page()).text
    assert "not enough data" in text
    assert "f: s1/0" in text


def test_words_that_differ_are_marked():
    """Only those, and by whole words."""
    found = differing("12 barges were bought", "15 barges were bought")
    assert found == "<mark>12</mark> barges were bought"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(Span(0, 1), "")], "<mark>a</mark>&lt;b"),
        ([(Span(1, 3), "missed"), (Span(0, 1), "")], '<mark>a</mark><mark class="missed">&lt;b</mark>'),
        ([(Span(0, 2), ""), (Span(1, 3), "")], "<mark>a&lt;</mark>b"),
    ],
)
def test_spans_are_marked_without_overlap(spans: list[tuple[Span, str]], expected: str):
    """What begins inside another mark is left out, and the words stay complete."""
    assert marked("a<b", spans) == expected


def test_a_plot_has_a_dot_for_every_case():
    """With a description for those who do not see it."""
    plot = strip([0.1, 0.1, 0.9], mean=0.4, interval=(0.2, 0.6), ends=(0.0, 1.0))
    assert plot.count("<circle") == 3
    assert 'aria-label="3 cases from 0.100 to 0.900, mean 0.400"' in plot
