"""Whether the clause around a weekday looks forward: "will resign on Friday" as against "resigned on Friday".

Guarantees: the verb next to the weekday decides, first the one before it in its sentence, then the one after it; without any
the answer is that it looks back, as news mostly does; a fixed stretch of text is looked at, however long the text is.
"""

import re
from typing import Final

_BEFORE: Final = 240  # code points looked at before a weekday: a long clause
_AFTER: Final = 120
_SENTENCE_END: Final = re.compile(r"(?<=[a-z\d)\]”\"’%]{3})[.!?][”\"’)]?\s|[.!?][”\"]\s|;|\n")
_PLANS: Final = (
    r"expect(?:s|ed|ing)?|(?:hope|plan|intend|aim|want|wish|prepare)(?:s|n?ed|d)? to|(?:plann|hop|intend|aim|prepar)ing to|"
    r"(?:scheduled|slated|earmarked|tipped|poised|forecast|predicted|likely|unlikely|about|going|ready) (?:to|for)|planned for|set (?:to|for)|"
    r"(?:is|are|be|was|were|[’']s|[’']re) due(?! to (?:the|a|an|his|her|its|their)\b)|due (?:in|on|at|back|by|before)|"
    r"(?:is|are|was|were) to|(?:has|have|need|needs) to|must|ought to"
)
_CUE: Final = re.compile(
    r"(?P<forward>(?:(?<!\bthe )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bgood )(?<!\bfree )(?<!\bown )\bwill\b|[’']ll\b|\bwon[’']t\b|\bshall\b"
    r"|\b(?:would|may|might|should|can|could)\b(?!(?: not)? have\b)|\b(?:" + _PLANS + r")\b)"
    r"(?: (?:not|also|now|then|only|soon|probably|finally|first|again|formally|officially))?(?P<passive> (?:to )?be)?(?: [a-z]+)?)"
    r"|(?P<finite>\b(?:was|were|wasn[’']t|weren[’']t|did|didn[’']t|had|(?:has|have) been|(?:would|may|might|should|could)(?: not)? have|could(?: not|n[’']t)"
    r"|said|says|told|tells|reports|announces|went|came|took|gave|began|fell|rose|saw|knew|wrote|spoke|broke|drove|flew|grew|threw|chose"
    r"|became|ran|drew|sank|swore|died|fled|sang|forgot|stole|shook|sat|lay|quit|rang|hid|rode|bore|tore|wore|blew|froze|heard|withdrew|overthrew|arose)\b)"
    r"|(?P<participle>\b(?!hundred\b|kindred\b|sacred\b|naked\b)(?:[a-z]{2,}[a-df-z]ed|held|made|found|sent|won|lost|left|brought|bought|built|taught"
    r"|caught|fought|met|led|paid|kept|felt|dealt|meant|lent|spent|stood|understood|struck|hung|shot|sold|seen|taken|given|killed)\b)"
    r"|(?P<opening>\b(?:who|which|that|because|when|where|while|although|whose|whom)\b)"
    r"|(?P<aftermath>\b(?:after|following|in the wake of) (?=\w))"
)
_LIMIT: Final = re.compile(
    r"\b(?:until|till|by|from)(?: (?:late|early|noon|midnight|midday|at least))?(?: on)? $", re.IGNORECASE
)
_SINCE: Final = re.compile(r"\b(?:since|last)(?: (?:late|early))?(?: on)? $", re.IGNORECASE)
_LASTED: Final = re.compile(
    r"\b(?:was|were|had|lasted|remained|stayed|continued|went|did)\b|\b(?:not|n[’']t)\b"
)
_TASK: Final = re.compile(r"\bto [a-z]+")
_DONE: Final = re.compile(r"\b(?:managed|able|failed|had|helped|used|continued|began|forced) to\b")
_RANGE: Final = re.compile(r"(?: to |[ ]?[-–—][ ]?)[A-Z]")
_ADJACENT: Final = re.compile(r"(?:,? (?:late|early))?(?: on)? $")
_LISTED: Final = re.compile(r"(?:,|\band|\bor) $")


def looks_forward(text: str, start: int, end: int) -> bool:
    """Whether what is told of the weekday at `start` to `end` of `text` is still to come when it is written."""
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _AFTER], maxsplit=1)[0]
    if _SINCE.search(before):
        return False
    limit = _LIMIT.search(before)
    verb = _nearest_before(before)
    if limit is not None:
        return not _RANGE.match(after) and _limits_what_comes(before, verb, after)
    if verb is None:
        following = _first_after(after)
        return following is not None and following.lastgroup == "forward"
    return _is_forward(verb)


def _is_forward(verb: re.Match[str] | None) -> bool:
    return verb is not None and verb["forward"] is not None


def _nearest_before(before: str) -> re.Match[str] | None:
    """The cue that governs what follows `before`: the last one, participles of a forward clause left out."""
    governing: re.Match[str] | None = None
    is_open = False  # whether a subordinate clause has begun since
    for match in _CUE.finditer(before):
        if match["opening"]:
            is_open = True
        elif match["aftermath"]:
            names_the_day = not before[match.end() :].removeprefix("on ").strip()
            governing = governing if names_the_day else match
        elif match["participle"] and _is_forward(governing) and not is_open:
            governing = match if _stands_alone(before, match, governing) else governing
        else:
            governing, is_open = match, False
    return governing


def _stands_alone(before: str, participle: re.Match[str], forward: re.Match[str] | None) -> bool:
    """Whether a participle after "will ..." has the weekday for itself: "will mend the bridge damaged on Monday"."""
    is_listed = _LISTED.search(before, max(0, participle.start() - 5), participle.start()) is not None
    if is_listed:
        return forward is not None and forward["passive"] is None
    return _ADJACENT.match(before, participle.end()) is not None


def _first_after(after: str) -> re.Match[str] | None:
    return next(
        (match for match in _CUE.finditer(after) if not match["opening"] and not match["aftermath"]), None
    )


def _limits_what_comes(before: str, verb: re.Match[str] | None, after: str) -> bool:
    """Whether "until Friday", "by Friday" and "from Friday" name a day to come."""
    if verb is None:
        following = _first_after(after)
        return following is None or _is_forward(following)
    if _is_forward(verb):
        return True
    rest = before[verb.start() :]
    if _TASK.search(rest):
        return not _DONE.search(rest)
    return "until" in rest[-24:].casefold() and not _LASTED.search(before)
