"""Takes the furniture of a page out of its tree before the article is looked for.

Guarantees: no rule knows a site or a language, each rests on how pages are marked up; what is taken out is returned
with its reason; an element that holds a large share of the page's paragraphs is never taken out.
"""

import re

from lxml import etree, html

_MAX_SHARE = 0.4
"""Share of the page's paragraph text above which an element is the article, whatever its class says."""

_ENOUGH = 500
"""Characters of paragraph text from which a page is one that puts its text into paragraphs."""
_CONTAINERS = frozenset(
    {"div", "section", "aside", "ul", "ol", "dl", "nav", "header", "footer", "form", "p", "span", "figure", "table",
     "details", "li", "h2", "h3", "h4", "h5", "h6"}
)  # fmt: skip
_PARAGRAPHS = frozenset({"p", "h2", "h3", "h4", "h5", "h6"})
_NEVER_ARTICLE = frozenset({"figcaption", "nav", "button", "dialog"})
_NAMED = (
    ("reader comments", re.compile(r"(?:^|[\s_-])(?:comments?(?:$|[\s_-](?!free|ary))|commentlist|respond(?:$|\s)|disqus|livefyre|reader-?comments)")),
    ("caption", re.compile(r"(?:^|[\s_-])(?:caption|wp-caption-text|figcaption|photo-?credit|image-?credit|img-?credit)(?:$|[\s_-])")),
    ("share links", re.compile(r"(?:^|[\s_-])(?:share|sharing|social|sharedaddy|addthis|addtoany|sociable)(?:$|[\s_-])")),
    ("newsletter box", re.compile(r"newsletter|(?:^|[\s_-])(?:subscribe|sign-?up|optin|mailing-?list)(?:$|[\s_-])")),
    ("related links", re.compile(r"(?:^|[\s_-])(?:related|recommended|recirc\w*|read-?more|more-?stories|most-?(?:read|popular)|trending|you-?may-?like|also-?(?:read|like)|see-?also|outbrain|taboola|zergnet|promo|teasers?)(?:$|[\s_-])")),
    ("about the author", re.compile(r"(?:^|[\s_-])(?:author-?(?:bio|box|info|card|desc\w*)|about-?(?:the-?)?author|byline|contributors?|bio)(?:$|[\s_-])")),
    ("page tool", re.compile(r"(?:^|[\s_-])(?:breadcrumbs?|tags?-?(?:list|links|cloud)|post-?tags|pagination|pager|print-?(?:only|button)|reprints?|toolbar|copyright|disclaimer|advert\w*|ad-(?:slot|unit|container)|cookie-?\w*|consent|paywall-?prompt|reading-?time|post-?meta|entry-?meta|article-?meta|dateline-?meta)(?:$|[\s_-])")),
)  # fmt: skip
_COMMENTS = "reader comments"
_RELATED = "related links"
_LONGEST_NAME = 1000
_LABEL_MAX = 30
_LINK_SHARE = 0.9
_ITEM_SHARE = 0.6
_SENTENCE = re.compile(r"^.{60,}[.!?…][\"'”’»)]{0,2}$")
_BRACKETS = "[](){}<>«»|•·-–—:*→»› \t\r\n"


def prune_furniture(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Take furniture out of `tree`; the words taken out, each with the reason."""
    etree.strip_elements(tree, "script", "style", with_tail=False)
    _settle_names(tree)
    size = _PageSize(tree)
    taken: list[tuple[str, str]] = []
    body = tree.find("body")
    waiting = [tree if body is None else body]
    while waiting:
        element = waiting.pop()
        reason = _find_reason(element)
        if reason and element.getparent() is not None and not size.is_article(element, reason):
            if words := _words(element):
                taken.append((words, reason))
            element.drop_tree()
        else:
            waiting.extend(child for child in reversed(element) if isinstance(child.tag, str))
    return taken


def _settle_names(tree: html.HtmlElement) -> None:
    """Bring class and id into the spelling that rules expect; a quotation is kept whatever the name of its frame."""
    for element in tree.iter():
        for name in ("class", "id"):
            if isinstance(element.tag, str) and "_" in (value := element.get(name) or ""):
                element.set(name, value.replace("_", "-"))
    for paragraph in tree.iter("p"):
        # a sentence that leads nowhere is text, whatever the extractor thinks of names like "teaser"
        if paragraph.find(".//a[@href]") is None and _SENTENCE.search(_words(paragraph)):
            paragraph.set("class", " ".join(_furniture_names(paragraph)))
    settled: set[html.HtmlElement] = set()
    for quotation in tree.iter("blockquote"):
        words = _words(quotation)
        frame = quotation
        while (
            frame not in settled
            and frame.tag not in {"html", "body", "main", "article"}
            and _words(frame) == words
        ):
            settled.add(frame)
            frame.attrib.pop("class", None)
            frame.attrib.pop("id", None)
            frame = frame.getparent()


def _furniture_names(element: html.HtmlElement) -> list[str]:
    """The class names of `element` by which our own rules know furniture other than links."""
    names = (element.get("class") or "")[:_LONGEST_NAME].lower().split()
    return [name for name in names if any(p.search(name) for reason, p in _NAMED if reason != _RELATED)]


def _words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


class _PageSize:
    """How much text the page holds, in paragraphs where it has them, and whether an element holds too much of it."""

    def __init__(self, tree: html.HtmlElement) -> None:
        self._paragraphs = _paragraph_text(tree)
        self._all = 0 if self._paragraphs >= _ENOUGH else len(_words(tree))

    def is_article(self, element: html.HtmlElement, reason: str) -> bool:
        """Whether taking `element` out would take out the article."""
        if self._paragraphs < _ENOUGH:
            return len(_words(element)) > _MAX_SHARE * self._all
        held = _paragraph_text(element)
        if reason == _COMMENTS:
            # there may be more comments than article
            return held > max(self._paragraphs - _ENOUGH, _MAX_SHARE * self._paragraphs)
        return held > _MAX_SHARE * self._paragraphs


def _paragraph_text(element: html.HtmlElement) -> int:
    """Characters of paragraph text that stand in `element`."""
    return sum(len(_words(paragraph)) for paragraph in element.iter("p"))


def _find_reason(element: html.HtmlElement) -> str | None:
    """Why `element` is furniture, or None."""
    if element.tag in _NEVER_ARTICLE:
        return "caption" if element.tag == "figcaption" else "page tool"
    if element.tag == "article":
        return "teaser of another article" if _is_teaser(element) else None
    if element.tag not in _CONTAINERS:
        return None
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAME].lower()
    reason = next((reason for reason, pattern in _NAMED if pattern.search(named)), None)
    if reason == _RELATED and element.find(".//a[@href]") is None:
        # some outlets name the first paragraph a teaser; without a link it leads nowhere else
        reason = None
    return reason or _reason_of_links(element)


def _reason_of_links(element: html.HtmlElement) -> str | None:
    if element.tag in _PARAGRAPHS and _is_cross_reference(element):
        return "link to another article"
    return "list of links" if element.tag in {"ul", "ol", "span"} and _is_link_list(element) else None


def _is_teaser(element: html.HtmlElement) -> bool:
    """An article inside an article whose heading is a link to somewhere else."""
    outer = next(element.iterancestors("article"), None)
    if outer is None:
        return False
    # hAtom: an entry inside an entry is another post
    if all("hentry" in (article.get("class") or "").split() for article in (element, outer)):
        return True
    return any(
        heading.find(".//a[@href]") is not None
        or (heading.getparent() is not None and heading.getparent().tag == "a")
        for heading in element.iter("h1", "h2", "h3", "h4")
    )


def _link_text(element: html.HtmlElement) -> str:
    return " ".join(_words(link) for link in element.iter("a") if link.get("href"))


def _is_cross_reference(element: html.HtmlElement) -> bool:
    """A paragraph that is nothing but one link, or a short label with a colon and then links."""
    if element.find(".//a[@href]") is None:
        return False
    words = _words(element).strip(_BRACKETS)
    linked = _link_text(element).strip(_BRACKETS)
    if len(words) < _LABEL_MAX // 2 or not linked:
        return False
    if len(linked) >= _LINK_SHARE * len(words):
        return True
    label, colon, rest = words.partition(":")
    return (
        bool(colon) and len(label) <= _LABEL_MAX and len(linked) >= _LINK_SHARE * len(rest.strip(_BRACKETS))
    )


def _is_link_list(element: html.HtmlElement) -> bool:
    """Two links or more and next to nothing else, or a list most of whose items are a link each."""
    links = [link for link in element.iter("a") if link.get("href")]
    if len(links) < 2:
        return False
    words = _words(element)
    if len(words) > _LABEL_MAX and len(_link_text(element)) >= _LINK_SHARE * len(words):
        return True
    items = element.findall("li")
    return len(items) >= 3 and sum(_is_cross_reference(item) for item in items) >= _ITEM_SHARE * len(items)
