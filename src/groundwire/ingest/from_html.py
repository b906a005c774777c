"""HTML → Document: the article's own words, without the furniture of its page.

Guarantees: the page is data, nothing in it is run, fetched or believed beyond its words; work is close to linear in its
size; what is taken out of the body is named in `set_aside`.
"""

import contextlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from groundwire.ingest.document import Block, Document

if TYPE_CHECKING:
    from groundwire.ingest.html_metadata import PageMetadata

_MANY_ELEMENTS = 20_000
"""Elements beyond which a page is read without the extractor, whose time is not linear; news pages hold 500 to 5,000."""
_Extract = tuple[tuple[Block, ...], list[tuple[str, str]]]


def read_html(data: bytes | str, *, url: str | None = None, encoding: str | None = None) -> Document:
    """The article of a page.

    Args:
        data: the page as served; a string is taken as decoded.
        url: where the page was read, for what its links mean.
        encoding: the charset that the HTTP header names.

    Raises:
        NotAnArticle: empty, scripts only, a frameset, a consent wall, the stub before a paywall.
        UnreadableSource: when the bytes are not text.
    """
    # lxml and trafilatura take half a second to import, and only HTML needs them
    from groundwire.ingest import html_metadata, html_refusal, html_state, html_tree  # noqa: PLC0415 - see above

    text = data if isinstance(data, str) else html_tree.decode_page(data, encoding=encoding)
    tree = html_tree.parse_page(text)
    metadata = html_metadata.read_metadata(tree, url=url)
    absence = html_refusal.explain_absence(tree)
    notice = html_refusal.find_paywall_notice(tree)
    candidates = list(html_state.find_bodies(tree))
    blocks, aside = _extract(tree, metadata)
    for candidate in candidates:
        alternative, alternative_aside = _extract(candidate, metadata)
        if html_state.is_fuller(alternative, blocks):
            blocks, aside = alternative, alternative_aside
    if not blocks:
        raise absence
    html_refusal.check_is_article(blocks, notice=notice, is_free=metadata.is_free)
    return Document(
        blocks=blocks,
        title=metadata.title,
        outlet=metadata.outlet,
        byline=metadata.byline,
        published=metadata.published,
        url=metadata.url,
        language=metadata.language,
        has_markup=True,
        set_aside=tuple(dict.fromkeys(aside)),
    )


def _extract(tree: Any, metadata: "PageMetadata") -> _Extract:
    """The body blocks of a tree, which is used up, and what was set aside."""
    import trafilatura  # noqa: PLC0415 - slow to import, and only HTML needs it

    from groundwire.ingest import html_blocks, html_furniture, html_lines  # noqa: PLC0415 - they need lxml

    aside = html_furniture.prune_furniture(tree)
    if sum(1 for _ in tree.iter()) > _MANY_ELEMENTS:
        blocks = html_blocks.read_plain_blocks(tree)
    else:
        with _quiet():
            found = trafilatura.bare_extraction(tree, include_comments=False)
        if found is None or isinstance(found, dict) or found.body is None:
            return (), aside
        blocks = html_blocks.read_blocks(found.body)
    page = html_lines.PageWords(
        titles=metadata.headlines, byline=metadata.byline, description=metadata.description, url=metadata.url
    )
    kept, lines = html_lines.set_lines_aside(blocks, page)
    return kept, aside + lines


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the extractor's log lines off standard error: an empty page is an outcome, told by an exception."""
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
