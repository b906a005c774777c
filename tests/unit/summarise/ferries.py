"""Articles of our own and replies about them."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from groundwire.digest import digest_text
from groundwire.domain.article import Article
from groundwire.domain.exchange import ModelRequest
from groundwire.domain.span import Span
from groundwire.llm.scripted import Answer
from groundwire.prompts.registry import PromptSet, load_registry, select_prompts


def article_of(*sentences: str, **known: Any) -> Article:
    """An article of these sentences, one a line; those that begin with `# ` are headings."""
    spans, headings, text = [], [], ""
    for sentence in sentences:
        words = sentence.removeprefix("# ") + "\n"
        spans.append(Span(len(text), len(text) + len(words)))
        if sentence.startswith("# "):
            headings.append(spans[-1])
        text += words
    return Article(
        id="a1",
        source="ferry.txt",
        text=text,
        digest=digest_text("article", text),
        sentences=tuple(spans),
        headings=tuple(headings),
        **known,
    )


FERRY = article_of(
    "# Ferry stopped",
    'The ferry "Alma" may have hit a rock near Tolne on 4 March, the harbour office said.',
    '"Nobody was hurt," said captain Ines Brandt, who has sailed it for ten years.',
    "She said about 60 people were on board.",
    title="Ferry stopped near Tolne",
    published="2025-03-06",
)


def claim(text: str, *sentences: int, **given: Any) -> dict[str, Any]:
    """One claim of a reply."""
    plain = {
        "attribution": "none",
        "speaker": None,
        "cue": None,
        "via": [],
        "stance": "asserted",
        "when": None,
    }
    return {"sentences": list(sentences), "claim": text, **plain, **given}


def claims(*items: Mapping[str, Any]) -> str:
    """A reply to `extract_claims`."""
    return json.dumps({"claims": items})


def summary(headline: Any, bottom_line: Any, *points: Any) -> str:
    """A reply to `summarise_article`; each part is (words, numbers …)."""
    cited = [
        {"sentences": list(numbers), "text": text} for text, *numbers in (headline, bottom_line, *points)
    ]
    return json.dumps({"headline": cited[0], "bottom_line": cited[1], "points": cited[2:]})


def by_task(extract: Answer, summarise: Answer) -> Callable[[ModelRequest], Answer]:
    """A script that tells the two tasks apart by what they ask for."""

    def answer(request: ModelRequest) -> Answer:
        asked = request.response_format.name if request.response_format else ""
        return extract if asked == "ExtractedClaims" else summarise

    return answer


@cache
def prompts() -> PromptSet:
    """The program's own prompts."""
    return select_prompts(load_registry())
