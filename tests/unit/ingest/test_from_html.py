import time

import pytest

from groundwire.errors import NotAnArticle, UnreadableSource
from groundwire.ingest.document import Block, BlockKind
from groundwire.ingest.from_html import read_html

WALL = (
    "The harbour council agreed on Tuesday to rebuild the northern sea wall, which a storm had broken in two places.",
    "Work is to begin in March and to last two years, the port's engineer told a meeting that filled the old chapel.",
    "Fishermen asked for a berth that stays open meanwhile, and the mayor promised one before the end of the month.",
    "The cost is put at four million crowns, of which the county has offered to pay a third from its own reserves.",
)
BODY = "".join(f"<p>{line}</p>" for line in WALL)


def _page(body: str = BODY, head: str = "", attributes: str = ' lang="en"') -> str:
    return f"<!DOCTYPE html><html{attributes}><head><title>Sea wall to be rebuilt</title>{head}</head><body>{body}</body></html>"


def _texts(page: str | bytes, **named: str) -> list[str]:
    return [block.text for block in read_html(page, **named).blocks]


def test_the_body_is_read_as_blocks():
    """Paragraphs, headings, list items and quotations come in order, each as what it is."""
    body = (
        f"<article><h1>Sea wall to be rebuilt</h1><p>{WALL[0]}</p><h2>What comes next</h2><p>{WALL[1]}</p>"
        f"<ul><li>The quay is closed to lorries.</li><li>The ferry sails from the south pier.</li></ul>"
        f"<blockquote><p>{WALL[2]}</p></blockquote><p>{WALL[3]}</p></article>"
    )
    document = read_html(_page(body))
    assert document.has_markup
    assert document.blocks == (
        Block(text=WALL[0]),
        Block(text="What comes next", kind=BlockKind.HEADING),
        Block(text=WALL[1]),
        Block(text="The quay is closed to lorries.", kind=BlockKind.LIST_ITEM),
        Block(text="The ferry sails from the south pier.", kind=BlockKind.LIST_ITEM),
        Block(text=WALL[2], kind=BlockKind.QUOTE),
        Block(text=WALL[3]),
    )


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ('<div class="comments"><p>First! I always said that wall would fall, Anna from the quay writes.</p></div>', "reader comments"),
        ('<section id="comment-list"><p>Nobody asked us who live there at all, says Bert.</p></section>', "reader comments"),
        ("<figcaption>The wall after the storm, seen from the lighthouse.</figcaption>", "caption"),
        ('<p class="photo-credit">A photograph by the harbour office of the wall.</p>', "caption"),
        ('<div class="share-buttons social">Send this story to your friends now</div>', "share links"),
        ('<div class="newsletter-signup"><p>Every morning the news of the harbour in your inbox.</p></div>', "newsletter box"),
        ('<aside class="related"><p>Three storms that <a href="/c">changed</a> the coast for good.</p></aside>', "related links"),
        ('<div class="author-bio"><p>R. Moss has written about the port for thirty years.</p></div>', "about the author"),
        ('<p>Read more: <a href="/x">How the storm of the century was forecast</a></p>', "link to another article"),
        ('<p><a href="/x">HOW THE STORM OF THE CENTURY WAS FORECAST</a></p>', "link to another article"),
        ('<ul><li><a href="/a">Ferry timetable for the winter</a></li><li><a href="/b">Tide tables for the bay</a></li></ul>', "list of links"),
    ],
)  # fmt: skip
def test_furniture_is_set_aside_with_its_reason(furniture: str, reason: str):
    """What pages put round and into an article is not its text, and is named."""
    body = f"<article><p>{WALL[0]}</p><p>{WALL[1]}</p>{furniture}<p>{WALL[2]}</p><p>{WALL[3]}</p></article>"
    document = read_html(_page(body))
    assert [block.text for block in document.blocks] == list(WALL)
    assert reason in {why for _, why in document.set_aside}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Sea wall to be rebuilt", "headline"),
        ("By R. Moss", "byline"),
        ("Tuesday 7 January 2025, 09:30", "date line"),
        ("4 min read", "reading time"),
        ("Sign up for our newsletter to get the news of the harbour", "appeal to subscribe"),
        ("© 2025 Harbour Gazette", "rights notice"),
    ],
)
def test_lines_that_are_not_the_body_are_set_aside(line: str, reason: str):
    """Headline, byline, date and appeals stand in the flow of the text and are not part of it."""
    document = read_html(_page(f"<article><p>{line}</p>{BODY}</article>"))
    assert [block.text for block in document.blocks] == list(WALL)
    assert (line, reason) in document.set_aside


def test_a_sentence_about_comments_or_newsletters_stays():
    """Words of furniture inside the text are text."""
    line = "The council closed its newsletter in 2019 and asked for comments on the wall by post, which few people sent."
    assert line in _texts(
        _page(f"<article><p>{WALL[0]}</p><p>{line}</p><p>{WALL[1]}</p><p>{WALL[2]}</p></article>")
    )


def test_a_class_name_never_costs_the_article():
    """When most paragraphs stand in an element named like furniture, the name is wrong."""
    assert _texts(_page(f'<div class="social related">{BODY}</div>')) == list(WALL)


def test_a_class_name_never_costs_an_article_without_paragraphs():
    """The same where the text stands in bare containers."""
    lines = "".join(f"<div>{line}</div>" for line in WALL)
    assert " ".join(WALL) in " ".join(
        _texts(_page(f'<div class="related"><a href="/x">Sea</a>{lines}</div>'))
    )


def test_more_comments_than_article_are_comments():
    """A long discussion below a short article is not the article."""
    posts = "".join(
        f"<p>Reader {number} says at some length what everybody knows of walls and water.</p>"
        for number in range(60)
    )
    assert _texts(
        _page(f'<article>{BODY}{BODY.replace("wall", "quay")}<div id="comments">{posts}</div></article>')
    )[-1].startswith("The cost")


def test_a_teaser_without_a_link_stays():
    """Some outlets call their first paragraph a teaser."""
    teaser = "A storm broke the wall of the harbour in two places, and it will take two years to mend."
    assert teaser in _texts(_page(f'<article><p class="teaser">{teaser}</p>{BODY}</article>'))


def test_a_quoted_post_stays():
    """An embedded post is words that the article quotes."""
    post = "The wall is down and the ferry is not sailing today, please stay away from the quay."
    body = f'<article><p>{WALL[0]}</p><p>{WALL[1]}</p><div class="social-embed"><blockquote class="post-embed"><p>{post}</p></blockquote></div><p>{WALL[2]}</p></article>'
    assert Block(text=post, kind=BlockKind.QUOTE) in read_html(_page(body)).blocks


def test_a_fuller_body_in_the_data_of_scripts_is_taken():
    """A page that shows the first paragraph and holds the others as JsonML or JSON-LD is read in full."""
    jsonml = ",".join(f'["p","{line}"]' for line in WALL)
    ld = '{"@type":"NewsArticle","articleBody":"' + "\\n".join(WALL) + '"}'
    shown = f"<article><p>{WALL[0]}</p><p>{WALL[1]}</p></article>"
    assert _texts(_page(f'{shown}<script>state = {{"body":["div",{jsonml}]}}</script>')) == list(WALL)
    assert _texts(_page(shown, f'<script type="application/ld+json">{ld}</script>')) == list(WALL)


def test_data_of_another_article_is_not_taken():
    """A longer body that does not hold what the page shows is somebody else's."""
    other = ",".join(
        f'["p","The orchard of sentence {n} has nothing to do with the sea, nor has its keeper."]'
        for n in range(20)
    )
    assert _texts(_page(f"<article>{BODY}</article><script>x = [{other}]</script>")) == list(WALL)


def test_metadata_is_read_from_json_ld_and_meta():
    """Title, outlet, byline, date, language and canonical address."""
    head = """<link rel="canonical" href="/news/sea-wall"><meta property="og:site_name" content="Harbour Gazette">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Council rebuilds wall",
    "datePublished":"2025-01-07T09:30:00+01:00","author":[{"@type":"Person","name":"R. Moss"},{"name":"A. Quay"}]}]}</script>"""
    found = read_html(_page(f"<article>{BODY}</article>", head), url="https://harbour.example/x?y=1")
    assert (found.title, found.outlet, found.byline, found.published, found.language, found.url) == (
        "Council rebuilds wall",
        "Harbour Gazette",
        "R. Moss, A. Quay",
        "2025-01-07T09:30:00+01:00",
        "en",
        "https://harbour.example/news/sea-wall",
    )


def test_metadata_that_is_no_metadata_is_absent():
    """A date that is none, an author that is an address and a script address are left out."""
    head = (
        '<link rel="canonical" href="javascript:alert(1)"><meta name="author" content="https://harbour.example/moss">'
        '<meta property="article:published_time" content="yesterday">'
    )
    found = read_html(_page(f"<article>{BODY}</article>", head, attributes=' lang="English"'))
    assert (found.url, found.byline, found.published, found.language) == (None, None, None, None)


@pytest.mark.parametrize(
    ("encoding", "meta", "header"),
    [
        ("utf-8", "", None),
        ("utf-8-sig", '<meta charset="iso-8859-1">', "iso-8859-1"),
        ("utf-16", "", None),
        ("iso-8859-2", '<meta charset="iso-8859-2">', None),
        ("iso-8859-2", '<meta charset="utf-8">', "iso-8859-2"),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', None),
        ("utf-8", '<meta charset="no-such-charset">', "also-none"),
        ("utf-8", '<meta charset="utf-16">', None),
    ],
)
def test_the_encoding_is_found(encoding: str, meta: str, header: str | None):
    """Byte-order mark, HTTP header, meta element, in this order; a label that is wrong is passed over."""
    line = (
        "Ветер сломал стену в двух местах."
        if encoding == "cp1251"
        else "Žluťoučký kůň hleděl na rozbitou zeď."
    )
    page = _page(f"<article>{BODY}<p>{line}</p></article>", meta).encode(encoding)
    assert [block.text for block in read_html(page, encoding=header).blocks][-1] == line


def test_quotation_marks_of_windows_under_a_latin_label_are_read():
    """Pages that say ISO 8859-1 are read as Windows-1252, as browsers do."""
    page = _page(
        f"<article>{BODY}<p>“Enough,” the mayor said to the fishermen.</p></article>",
        '<meta charset="iso-8859-1">',
    )
    assert _texts(page.encode("cp1252"))[-1] == "“Enough,” the mayor said to the fishermen."


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("", "without any content|empty"),
        ("   \n", "without any content|empty"),
        ("<html><body></body></html>", "empty page"),
        ("<html><head><script>render()</script></head><body><div id=root></div></body></html>", "made by scripts"),
        ("<html><frameset><frame src=a><frame src=b></frameset></html>", "frameset"),
        (_page("<p>We and our partners use cookies to store personal data. You may give your consent or object to cookies.</p>"), "consent wall"),
        (_page("<p>Please enable JavaScript and verify you are human to go on.</p>"), "proof of being human"),
        (_page(f"<article><p>{WALL[0]}</p></article><div>Subscribe to continue reading</div>"), "paywall"),
        (_page(f"<article><p>{WALL[0]}</p></article>", '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'), "paywall"),
    ],
)  # fmt: skip
def test_a_page_without_an_article_says_what_it_is(page: str, what: str):
    """Walls, stubs and empty pages are refused by name."""
    with pytest.raises(NotAnArticle, match=what):
        read_html(page)


def test_an_article_about_cookies_is_an_article():
    """Length tells a text about walls from a wall."""
    lines = [
        f"In town {n} the court decided that cookies need consent before a page may store them, and said why."
        for n in range(20)
    ]
    assert len(_texts(_page("<article>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>"))) == 20


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"PK\x03\x04rest", b"%PDF-1.7", b"a\0b\0" * 3000]
)
def test_binary_data_is_no_page(data: bytes):
    """Bytes that are not text are refused, whatever they are served as."""
    with pytest.raises(UnreadableSource, match="found binary data"):
        read_html(data)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 1500 + BODY,
        BODY + "<font>" * 100_000 + BODY,
        "<ul><li>" * 900 + BODY,
        f"<article>{BODY}<p>" + "<span>word</span> " * 60_000,
        "<script>" + '["p",' * 400_000 + "</script>" + BODY,
        '<script type="application/ld+json">' + "[" * 400_000 + "</script>" + BODY,
        BODY + "<" * 1_000_000,
        BODY + "<h1>Wall</h1>" * 60_000,
    ],
    ids=["divs", "fonts", "lists", "spans", "jsonml", "json-ld", "brackets", "headings"],
)
def test_depth_and_size_neither_crash_nor_hang(page: str):
    """Nesting beyond every limit and hundreds of thousands of elements are read in a moment."""
    begun = time.monotonic()
    assert WALL[3] in " ".join(_texts(f"<html><body>{page}</body></html>"))
    assert time.monotonic() - begun < 5


def test_control_characters_do_not_cut_the_text():
    """A NUL inside a page is a space, not its end."""
    assert (
        _texts(_page(f"<article>{BODY}<p>The ferry\0 sails\x0b on Friday again.</p></article>"))[-1]
        == "The ferry sails on Friday again."
    )


def test_nothing_reaches_standard_error(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture):
    """The extractor's complaints about empty pages stay inside."""
    with pytest.raises(NotAnArticle):
        read_html("<html><body><p></p></body></html>")
    assert (capfd.readouterr().err, caplog.records) == ("", [])
