"""Labelling in a real browser: words are marked with the mouse or the keyboard, and what is saved is what the harness reads."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.page import Page
from groundwire.evaluation.fixture import load_story, read_articles, read_labels
from groundwire.evaluation.labelling.desk import Desk, open_adjudication, open_desk
from groundwire.evaluation.lint import lint_story
from labelling_story import HOSTILE, Serving, claim, kite_labels, write_kites, write_labels

selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
pytestmark = pytest.mark.browser

FIRST_LETTER_AND_LAST = """
const [text, words] = [document.getElementById("text"), arguments[0]];
const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
const places = [];
let all = "";
while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at += 1) places.push([walker.currentNode, at]);
for (const [node, at] of places) all += node.data[at];
const start = all.indexOf(words);
const box = (place) => {
  const range = document.createRange();
  range.setStart(...place);
  range.setEnd(place[0], place[1] + 1);
  return range.getBoundingClientRect();
};
const [one, other] = [box(places[start]), box(places[start + words.length - 1])];
return [one.left + 1, one.top + one.height / 2, other.right - 1, other.top + other.height / 2].map(Math.round);
"""
SAVED = """
const [status, done] = [document.getElementById("status"), arguments[0]];
const look = () => {
  if (!["saved", "not saved"].some((word) => document.getElementById("status")?.textContent === word)) return false;
  done(document.getElementById("status").textContent);
  return true;
};
if (!look()) {
  const watching = new MutationObserver(() => look() && watching.disconnect());
  watching.observe(document.body, { childList: true, subtree: true, characterData: true });
}
"""
MARKED = """
const done = arguments[0];
const look = () => (document.getElementById("marked").hidden ? requestAnimationFrame(look) : done());
look();
"""
SLICES = """
const done = arguments[1];
(async () => {
  const { ArticleText } = await import(`${location.pathname}words.js`);
  const { articles } = await (await fetch("state")).json();
  const words = new ArticleText(articles[1]);
  const [spans, pieces] = arguments[0];
  return {
    length: words.length,
    slices: spans.map(([start, end]) => words.slice(start, end)),
    found: pieces.map((piece) => words.find(piece)).map(({ start, end }) => [start, end]),
    sentences: articles[1].sentences.map((_, at) => words.sentenceSpan(at)).map(({ start, end }) => words.slice(start, end)),
  };
})().then(done, (error) => done(String(error)));
"""
LATE_ANSWERS = """
const answered = window.fetch;
window.fetch = async (...asked) => {
  const answer = await answered(...asked);
  await new Promise((go) => setTimeout(go, 200));
  return answer;
};
window.fewest = 9;
new MutationObserver(() => {
  window.fewest = Math.min(window.fewest, document.querySelectorAll(".force").length);
}).observe(document.getElementById("page"), { childList: true });
"""


class LabelPage:
    """The page as its reader uses it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        page.open(address)
        self.settled()

    def settled(self) -> str:
        """What the page says once nothing is under way: `saved` or `not saved`."""
        return str(self.page.driver.execute_async_script(SAVED))

    def mark(self, words: str) -> None:
        """Drag the mouse over the words."""
        x, y, to_x, to_y = self.page.run(FIRST_LETTER_AND_LAST, words)
        actions = selenium.ActionChains(self.page.driver, duration=0)
        mouse = actions.w3c_actions.pointer_action
        mouse.move_to_location(x, y).pointer_down().move_to_location(to_x, to_y).pointer_up()
        actions.perform()
        self.page.driver.execute_async_script(MARKED)

    def new_claim(self, words: str, text: str = "") -> None:
        """Mark words, make them a claim, and say it in other words."""
        self.mark(words)
        self.page.one("#new-claim").click()
        if text:
            self.write(text)

    def write(self, text: str) -> None:
        """Type in place of what the field in focus holds."""
        self.page.press(selenium.Keys.CONTROL, "a")
        self.page.press(text)

    def pick(self, option: str) -> None:
        """Choose an option of a switch, such as `stance:denied`."""
        self.page.one(f'[data-key="{option}"]').click()

    def tab(self, name: str) -> None:
        """Go to another view."""
        self.page.one(f'[data-key="tab:{name}"]').click()

    @property
    def lit(self) -> str:
        """The words of the article that the chosen claim rests on."""
        return self.page.lit

    @property
    def cards(self) -> list[str]:
        """The claims listed, closed ones by their words."""
        return [node.text for node in self.page.all(".claims .card .words")]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The story, in a folder of its own."""
    return write_kites(tmp_path)


class Opener:
    """Opens desks in the browser, and closes them at the end."""

    def __init__(self, driver: Any) -> None:
        self.page = Page(driver)
        self.servings: list[Serving] = []

    def __call__(self, desk: Desk, *, article: int = 1) -> LabelPage:
        """The page of the desk, at that article."""
        serving = Serving(desk)
        serving.__enter__()
        self.servings.append(serving)
        opened = LabelPage(self.page, serving.address)
        opened.tab(str(article))
        return opened


@pytest.fixture
def open_label_page(driver: Any) -> Iterator[Opener]:
    """Opens the page of a desk; the second article by name, the festival, is shown."""
    opener = Opener(driver)
    yield opener
    for serving in opener.servings:
        serving.__exit__()


def _claims(path: Path, article: str = "festival.txt") -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["articles"][article]["claims"])


def test_marked_words_become_a_claim_that_the_harness_reads(open_label_page: Opener, story: Path) -> None:
    """Words after an emoji and round a combining mark are cut out exactly; the file loads, and lint finds nothing."""
    page = open_label_page(open_desk(story, who="first"))
    page.new_claim("flew 400 kites \U0001fa81\U0001fa81 over", "Torrevik flew 400 kites on 9 May 2026.")
    page.new_claim(
        "Ser\u0303ra quay stayed empty", "The stage at Ser\u0303ra quay was not used on 9 May 2026."
    )
    page.new_claim("wind reached 14 metres a second", "The wind reached 14 m/s.")
    page.pick("attribution:indirect")
    page.page.one("#speaker").send_keys("weather service")
    page.pick("weight:3")
    assert page.settled() == "saved"
    written = story / "first.json"
    assert [one["evidence"] for one in _claims(written)] == [
        ["flew 400 kites \U0001fa81\U0001fa81 over"],
        ["Ser\u0303ra quay stayed empty"],
        ["wind reached 14 metres a second"],
    ]
    assert lint_story(load_story(story, labels="first.json")) == []
    labels = read_labels(written).articles["festival.txt"]
    assert (labels.claims[2].attribution, labels.claims[2].speaker) == ("indirect", "weather service")
    assert [(point.text, point.weight, point.claims) for point in labels.key_points] == [
        ("The wind reached 14 m/s.", 3, ("c3",))
    ]


def test_offsets_are_code_points(open_label_page: Opener, story: Path) -> None:
    """Every span of the article, cut by the page, is what Python cuts; places that the page finds are those that Python finds."""
    article = read_articles(story)["festival.txt"]
    length = len(article.text)
    spans = [(start, end) for start in range(length) for end in (start + 1, min(length, start + 40), length)]
    pieces = [article.text[start:] for start in range(length)]
    page = open_label_page(open_desk(story, who="first"))
    told = page.page.driver.execute_async_script(SLICES, [spans, pieces])
    assert told["length"] == length
    assert told["slices"] == [article.text[start:end] for start, end in spans]
    assert told["found"] == [
        [article.text.find(piece), article.text.find(piece) + len(piece)] for piece in pieces
    ]
    assert told["sentences"] == [article.sentence_text(at) for at in range(len(article.sentences))]


def test_a_saved_claim_is_there_again_and_its_words_are_lit(open_label_page: Opener, story: Path) -> None:
    """After reloading, choosing a claim lights its words, and clicking words chooses their claim."""
    own = claim("c1", "The stage was empty.", "\U0001f389 stage at Ser\u0303ra quay")
    other = claim("c2", "A kite sank.", "fell into the harbour and sank")
    write_labels(story / "first.json", kite_labels(own, other))
    page = open_label_page(open_desk(story, who="first"))
    page.page.one('[data-key="claim:c1"]').click()
    assert page.lit == "\U0001f389 stage at Ser\u0303ra quay"
    page.page.one('.w[data-claims="c2"]').click()
    assert (page.lit, page.cards) == ("fell into the harbour and sank", ["The stage was empty."])
    assert page.page.console() == []


def test_marks_are_snapped_to_words_or_sentences_or_taken_exactly(
    open_label_page: Opener, story: Path
) -> None:
    """Half a word is widened to the word, or to its sentence, or left as it is; never half a letter."""
    page = open_label_page(open_desk(story, who="first"))
    page.new_claim("00 people cam")
    page.mark("er\u0303r")
    page.pick("how:exact")
    page.page.one("#new-claim").click()
    page.mark("9,000 peo")
    page.pick("how:sentence")
    page.page.one("#add-evidence").click()
    assert page.settled() == "saved"
    found = {one["id"]: one["evidence"] for one in _claims(story / "first.json")}
    assert found == {
        "c1": ["9,000 people came"],
        "c2": ["er\u0303r", "About 9,000 people came, the police said."],
    }


def test_words_that_stand_twice_are_taken_with_their_neighbours(open_label_page: Opener, story: Path) -> None:
    """Evidence stands in the article once: the page takes as many more words as that needs."""
    page = open_label_page(open_desk(story, who="first"))
    page.new_claim("the police said")
    assert page.settled() == "saved"
    assert "more than once" in page.page.one("#told").text
    (evidence,) = _claims(story / "first.json")[0]["evidence"]
    assert evidence == "came, the police said."
    assert lint_story(load_story(story, labels="first.json")) == []


def test_everything_can_be_done_with_the_keyboard(open_label_page: Opener, story: Path) -> None:
    """The next bare sentence, a claim from it, its words, the next one; undone and done again."""
    page = open_label_page(open_desk(story, who="first"))
    page.page.press("u", "n")
    page.page.press("Torrevik flew 400 kites.", selenium.Keys.CONTROL, selenium.Keys.ENTER)
    page.page.press("n")
    page.page.press("About 9,000 people came.", selenium.Keys.ESCAPE, "x")
    assert page.settled() == "saved"
    assert [one["text"] for one in _claims(story / "first.json")] == ["Torrevik flew 400 kites."]
    page.page.press(selenium.Keys.CONTROL, "z")
    assert page.settled() == "saved"
    assert [one["text"] for one in _claims(story / "first.json")] == [
        "Torrevik flew 400 kites.",
        "About 9,000 people came.",
    ]
    page.page.one("#redo").click()
    assert page.settled() == "saved"
    assert len(_claims(story / "first.json")) == 1


def test_findings_stand_beside_the_claim_as_it_is_typed(open_label_page: Opener, story: Path) -> None:
    """What lint would say appears when the words call for it, and goes when they do not."""
    page = open_label_page(open_desk(story, who="first"))
    page.new_claim("fell into the harbour and sank", "It sank.")
    assert page.settled() == "saved"
    assert "begins with 'It'" in page.page.one(".claim.open .findings").text
    assert [node.text for node in page.page.all(".badge") if node.is_displayed()] == ["1"]
    page.write("A kite sank.")
    assert page.settled() == "saved"
    assert not page.page.one(".claim.open .findings").is_displayed()


def test_the_second_labeller_sees_nothing_of_the_first(open_label_page: Opener, story: Path) -> None:
    """The page of the second is empty, asks nobody else for anything, and leaves the first's file alone."""
    write_labels(story / "first.json", kite_labels(claim("c1", "Eleven geese flew.", "About 9,000 people")))
    before = (story / "first.json").read_bytes()
    page = open_label_page(open_desk(story, who="second"))
    assert (page.cards, "geese" in page.page.driver.page_source) == ([], False)
    page.new_claim("400 kites", "There were 400 kites.")
    assert page.settled() == "saved"
    told = page.page.run("return fetch('state').then((reply) => reply.text())")
    assert ("400 kites" in told, "geese" in told) == (True, False)
    assert len(_claims(story / "second.json")) == 1
    assert (story / "first.json").read_bytes() == before
    assert {one.startswith(page.address) for one in page.page.requests()} == {True}


def test_hostile_words_are_words(open_label_page: Opener, story: Path) -> None:
    """Markup in an article, a claim and a speaker is shown as it is written, is marked as words, and runs nowhere."""
    hostile = claim(
        "c1", f"{HOSTILE} \u202ekite", "About 9,000 people", attribution="indirect", speaker=HOSTILE
    )
    write_labels(story / "first.json", kite_labels(hostile))
    page = open_label_page(open_desk(story, who="first"))
    assert HOSTILE in page.page.one("#text").get_attribute("textContent")
    assert "⟨U+202E⟩kite" in page.cards[0]
    page.new_claim("onerror=\"document.title='owned'\"> was painted")
    for view in ("points", "traps", "rows", "1"):
        page.tab(view)
    assert page.settled() == "saved"
    assert page.page.driver.title == "kites: labelling as first"
    assert {name: len(page.page.all(name)) for name in ("script", "img", "style")} == {
        "script": 1,
        "img": 0,
        "style": 0,
    }
    assert page.page.console() == []


def test_a_failed_write_is_shown_and_nothing_is_lost(open_label_page: Opener, story: Path) -> None:
    """While the folder cannot be written the page says so and keeps the labels; they are saved as soon as it can."""
    page = open_label_page(open_desk(story, who="first"))
    away = story.rename(story.with_name("away"))
    story.write_text("not a folder", encoding="utf-8")
    page.new_claim("400 kites", "There were 400 kites.")
    assert page.settled() == "not saved"
    assert "could not write" in page.page.one("#notice").text
    assert page.page.one("#claim-text").get_attribute("value") == "There were 400 kites."
    story.unlink()
    away.rename(story)
    page.page.one("#again").click()
    assert page.settled() == "saved"
    assert not page.page.one("#notice").is_displayed()
    assert [one["text"] for one in _claims(story / "first.json")] == ["There were 400 kites."]


def test_of_two_tabs_the_stale_one_overwrites_nothing(open_label_page: Opener, story: Path) -> None:
    """The second tab to save is refused; it can load what is there and bring its own back by undoing."""
    page = open_label_page(open_desk(story, who="first"))
    driver = page.page.driver
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    try:
        driver.get(page.address)
        page.settled()
        page.tab("1")
        page.new_claim("400 kites", "There were 400 kites.")
        assert page.settled() == "saved"
    finally:
        driver.close()
        driver.switch_to.window(first)
    page.new_claim("9,000 people came", "About 9,000 came.")
    assert page.settled() == "not saved"
    assert [one["text"] for one in _claims(story / "first.json")] == ["There were 400 kites."]
    page.page.one("#reload").click()
    assert page.settled() == "saved"
    page.page.one("#undo").click()
    assert page.settled() == "saved"
    assert [one["text"] for one in _claims(story / "first.json")] == ["About 9,000 came."]


def test_claims_of_two_articles_become_a_row(open_label_page: Opener, story: Path) -> None:
    """Claims are picked, grouped, credited to an origin and put in dispute, and the file loads without a fault."""
    labels = kite_labels(claim("c1", "About 9,000 people came.", "About 9,000 people"))
    labels["articles"]["courier.txt"]["claims"] = [claim("c1", "7,000 visitors came.", "drew 7,000 visitors")]
    write_labels(story / "first.json", labels)
    page = open_label_page(open_desk(story, who="first"))
    page.tab("rows")
    for box in range(2):
        page.page.all(".picks input")[box].click()
    page.page.one("#new-row").click()
    page.write("The number of visitors.")
    page.pick("standing:r1:disputed")
    page.page.one('[data-key="dispute:r1"]').click()
    for at, value in enumerate(("7,000", "9,000")):
        page.page.one(f'[data-key="value:r1:0:{at}"]').send_keys(value)
    page.page.one(".chips .link").click()
    page.write("town of Torrevik")
    assert page.settled() == "saved"
    kept = read_labels(story / "first.json")
    assert lint_story(load_story(story, labels="first.json")) == []
    assert [(row.text, dict(row.claims), row.standing, row.origins) for row in kept.rows] == [
        ("The number of visitors.", {"courier.txt": ("c1",), "festival.txt": ("c1",)}, "disputed", ("o1",))
    ]
    assert [[(side.value, side.articles) for side in one.sides] for one in kept.disputes] == [
        [("7,000", ("courier.txt",)), ("9,000", ("festival.txt",))]
    ]


def test_an_adjudicator_takes_what_both_say_and_decides_the_rest(
    open_label_page: Opener, story: Path
) -> None:
    """Agreed claims come in at once, the others one by one; labels.json is written and the originals stay."""
    same = claim("c1", "About 9,000 people came.", "About 9,000 people")
    sank = claim("c2", "The kite sank.", "fell into the harbour and sank")
    write_labels(story / "first.json", kite_labels(same, sank))
    write_labels(
        story / "second.json", kite_labels({**sank, "id": "c1", "stance": "alleged"}, {**same, "id": "c2"})
    )
    page = open_label_page(open_adjudication(story))
    page.tab("compare")
    assert [node.text for node in page.page.all(".three .differs")] == ["asserted", "alleged"]
    page.page.one("#take-agreed").click()
    page.page.one('[aria-label="take second c1"]').click()
    assert page.settled() == "saved"
    kept = read_labels(story / "labels.json").articles["festival.txt"].claims
    assert [(one.text, one.stance) for one in kept] == [
        ("About 9,000 people came.", "asserted"),
        ("The kite sank.", "alleged"),
    ]
    assert lint_story(load_story(story)) == []
    assert [one["id"] for one in _claims(story / "first.json")] == ["c1", "c2"]


def test_a_late_answer_takes_nothing_back(open_label_page: Opener, story: Path) -> None:
    """What is taken while an earlier save is under way stays in force on the page, whatever the answer knows of."""
    came = claim("c1", "About 9,000 people came.", "About 9,000 people")
    sank = claim("c2", "The kite sank.", "fell into the harbour and sank")
    write_labels(story / "first.json", kite_labels(came, sank))
    write_labels(story / "second.json", kite_labels())
    page = open_label_page(open_adjudication(story))
    page.tab("compare")
    page.page.run(LATE_ANSWERS)
    page.page.run("document.querySelectorAll('.take')[0].click()")
    page.page.run("window.fewest = 9; document.querySelectorAll('.take')[1].click()")
    assert page.settled() == "saved"
    assert page.page.run("return [window.fewest, document.querySelectorAll('.force').length]") == [2, 2]
    assert [one["id"] for one in _claims(story / "labels.json")] == ["c1", "c2"]


def test_a_narrow_window_needs_no_scrolling_to_the_side(open_label_page: Opener, story: Path) -> None:
    """On a narrow screen article and claims stand one below the other, no wider than the screen."""
    write_labels(
        story / "first.json", kite_labels(claim("c1", "A kite sank.", "fell into the harbour and sank"))
    )
    page = open_label_page(open_desk(story, who="first"))
    page.page.driver.set_window_size(500, 900)
    for view in ("1", "points", "rows"):
        page.tab(view)
        assert page.page.run("return document.documentElement.scrollWidth <= window.innerWidth")
