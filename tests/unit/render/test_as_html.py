"""The page is text from end to end: whatever an article says, the elements are ours and the words are its own."""

import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

import sample_documents as samples
from groundwire.domain.summary import Point
from groundwire.render.as_html import render_briefing, render_reports
from groundwire.render.visible import one_line, visible


class Reading(HTMLParser):
    """The elements and attributes of a page in their order, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element and the names of its attributes."""
        self.elements.append(f"{tag} {' '.join(name for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        """Remember the text."""
        self.text.append(data)


def page_with(text: str) -> str:
    """The page of a report in which title, outlet, point and article text are `text`."""
    article = samples.article("a1", [[text]], title=text, outlet=text, byline=text)
    report = samples.report()
    summary = report.summary.model_copy(
        update={
            "headline": text,
            "points": (Point(text=text, evidence=(article.evidence(article.sentences[0]),)),),
            "headline_evidence": (),
            "bottom_line_evidence": (),
        }
    )
    return render_reports([report.model_copy(update={"article": article, "summary": summary, "claims": ()})])


@given(
    st.text(alphabet=st.sampled_from("<>&\"'/=!-`{}$;#x1 aZ\x1b\u202e"), min_size=1).map(
        lambda text: f"w{text}w"
    )
)
def test_no_text_makes_an_element_or_an_attribute(text: str) -> None:
    """The page has the elements of a page about one word, and shows the text where it belongs."""
    page, plain = Reading(page_with(text)), Reading(page_with("w"))
    assert page.elements == plain.elements
    assert (visible(text) in page.text, one_line(text) in page.text) == (True, True)


def test_the_policy_names_the_style_and_the_script_by_their_digests() -> None:
    """The digests in the policy are those of what stands in the page."""
    page = render_briefing(samples.briefing())
    parts = (
        re.search("<style>(.*?)</style>", page, re.DOTALL),
        re.search("<script>(.*?)</script>", page, re.DOTALL),
    )
    digests = [
        base64.b64encode(hashlib.sha256(part[1].encode()).digest()).decode()
        for part in parts
        if part is not None
    ]
    allowed = re.findall("(?:style|script)-src 'sha256-([^']*)'", page)
    assert allowed == digests


def test_the_same_briefing_gives_the_same_page() -> None:
    """Nothing of clock or chance is in it."""
    assert render_briefing(samples.briefing()) == render_briefing(samples.briefing())


def test_a_page_about_several_reports_says_how_many() -> None:
    """The window's title is the headline of one, and the count of several."""
    titles = [
        re.findall("<title>(.*)</title>", render_reports([samples.report()] * count)) for count in (1, 2)
    ]
    assert titles == [["Ferry and barge collide in fog"], ["2 reports"]]


def test_anchors_are_unique_in_a_page_of_several_reports() -> None:
    """Two reports on the same article do not share an anchor."""
    page = render_reports([samples.report(), samples.report()])
    names = re.findall(r' id="([^"]*)"', page)
    assert len(names) == len(set(names))


def test_every_reference_leads_somewhere_and_back() -> None:
    """The target of each link within the page exists."""
    page = render_briefing(samples.briefing())
    markup = page.split("<script>")[0]
    names = set(re.findall(r' id="([^"]*)"', markup))
    assert set(re.findall(r'href="#([^"]*)"', markup)) - names == set()
