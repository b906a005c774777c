"""Denials: which claim a denial is about, in its own article or in another one.

Guarantees: a denial that says what it denies is set against nothing but a claim of that; "these allegations" are those that
the same article reports before, of the one who denies them first; a statement with a "not" is set against another only
where act and actors are the same. Both stay, in the articles' own words.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final, NamedTuple

from groundwire.corroborate.charges import accuses, is_bare, is_foreign_toll, may_be_meant
from groundwire.corroborate.contests import (
    COUNTS,
    Contest,
    Manner,
    contest_of,
    is_denial,
    refers_to_sayings,
    says_no_such,
    tells_a_saying,
    tells_the_other_side,
    thing_denied,
)
from groundwire.corroborate.lexicon import concept
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.origins import speaker_of
from groundwire.corroborate.polarity import denies, has_negative, leaves_open, predicates_negated
from groundwire.corroborate.rows import Member
from groundwire.corroborate.values import dates_exclude, share_a_figure
from groundwire.domain.article import Article
from groundwire.domain.claim import Claim, Stance
from groundwire.text.tokens import tokenise

_NEAR: Final = (
    2  # sentences within which a denial that names nothing means the nearest saying of somebody else
)
_REACH: Final = 4  # sentences over which "these allegations" reach back
_GOES_ON: Final = 3  # the same where a sentence of denial stands between
_REACH_FOREIGN: Final = 6
_POSTINGS: Final = 60  # claims that share a concept, beyond which it leads to none of them
_HALF: Final = 0.5  # share of what is denied that a claim must be about
_FRAME: Final = 2  # words of a plain claim that only say who says so
_AGAIN: Final = 0.75  # share of the shorter of two claims of one sentence that the longer one has where they tell one thing
_MOST: Final = 0.6  # share of a negated statement that the plain one must hold
_CAN_BE_DENIED: Final = frozenset({Stance.ALLEGED, Stance.ASSERTED, Stance.CONFIRMED})
_TURNING: Final = frozenset(map(concept, ("not", "never", "nobody", "without", "cannot", "one")))
_SHARE_IN: Final = frozenset(map(concept, ("part", "role", "involvement", "truth")))
_SAYINGS: Final = frozenset(
    map(
        concept,
        ("report", "claim", "allegation", "accusation", "charge", "rumour", "account", "deny", "reject"),
    )
)
_CONVERSES: Final = (
    ("paid pay payment payments gave", "received receive"),
    ("sold", "bought"),
    ("lost", "won"),
)
_CONVERSE: Final = {
    concept(one): frozenset(map(concept, others.split()))
    for pair in _CONVERSES
    for acts, others in (pair, pair[::-1])
    for one in acts.split()
}


class Denial(NamedTuple):
    """A claim and the one that denies it; `told` is what a denial says that it denies, where it alone says so: then the two are one."""

    denied: Claim
    denial: Claim
    told: str = ""


class Claims:
    """The claims of a story as denials are sought among them."""

    def __init__(
        self, members: Sequence[Member], articles: Sequence[Article], kin: AbstractSet[frozenset[str]]
    ) -> None:
        self._members = members
        self._kin = kin
        self._articles = {article.id: article for article in articles}
        self._contests = [
            contest_of(claim, matter, is_english=_is_english(self._articles[claim.article]))
            for claim, matter in members
        ]
        self._of_article: defaultdict[str, list[int]] = defaultdict(list)
        for place in sorted(range(len(members)), key=lambda place: members[place].claim.evidence[0].start):
            self._of_article[members[place].claim.article].append(place)

    def denials(self) -> Iterator[Denial]:
        """Every denial whose claim is found, then those that tell themselves what has been said."""
        found = {
            place: denied
            for place, contest in enumerate(self._contests)
            if contest is not None and (denied := self._denied(place, contest)) is not None
        }
        for place, contest in enumerate(self._contests):
            denial = self._members[place].claim
            if place in found:
                yield Denial(self._members[found[place]].claim, denial)
            elif contest is not None and contest.manner is Manner.SAID:
                elsewhere = self._denied_elsewhere(place, contest.matter, found)
                if elsewhere is not None:
                    yield Denial(self._members[elsewhere].claim, denial)
                elif tells_the_other_side(denial.evidence[0].quote):
                    yield Denial(denial, denial, contest.matter.text.strip())

    def _denied(self, place: int, contest: Contest) -> int | None:
        match contest.manner:
            case Manner.SAID:
                found = self._said(place, contest.matter)
                return self._alleged_before(place) if found is None else found
            case Manner.REFERRED:
                return self._referred(place)
            case Manner.NEGATED:
                found = self._negated(place, contest.matter)
                found = self._denied_on(place) if found is None else found
                is_denied = self._members[place].claim.stance is Stance.DENIED
                return self._alleged_before(place) if found is None and is_denied else found
            case Manner.FOREIGN:
                return next(
                    (other for other in self._before(place, 2) if self._is_foreign_charge(other)), None
                )
            case Manner.FOREIGN_SAID | Manner.FOREIGN_NEGATED:
                return self._foreign(place, contest)

    def _denied_elsewhere(self, place: int, content: Matter, found: Mapping[int, int]) -> int | None:
        """What the same one denies in an article about the same event, where it has to do with `content`."""
        denier = _name_words(speaker_of(self._members[place].claim))
        words = _content(content)
        for other, denied in found.items():
            is_same = denier & _name_words(speaker_of(self._members[other].claim))
            if (
                is_same
                and words & _content(self._members[denied].matter)
                and self._can_be_denied(denied, place)
            ):
                return denied
        return None

    def _denied_on(self, place: int) -> int | None:
        """What stands before a sentence of denial that the claim goes on from ("X rejected that. No door had been open.")."""
        claim = self._members[place].claim
        article = self._articles[claim.article]
        at = _sentence_at(article, claim.evidence[0].start)
        if at < 1 or not denies(article.sentence_text(at - 1)):
            return None
        words = _content(self._members[place].matter)
        before = [other for other in self._before(place, _GOES_ON) if self._is_accusing(other, place)]
        shared = [
            (len(words & _content(self._members[other].matter)), -at, other)
            for at, other in enumerate(before)
        ]
        count, _, nearest = max(shared, default=(0, 0, place))
        return nearest if count else None

    def _said(self, place: int, content: Matter) -> int | None:
        """The claim that is about most of what is denied, in the same article first."""
        denied = frozenset(content.weights) - _SHARE_IN
        found = []
        for other in self._near(content, place, 1):
            matter = self._members[other].matter
            shared = denied & matter.weights.keys()
            same_figure = share_a_figure(content, matter)
            telling = any(matter.weights[name] >= 1 for name in shared)
            if telling and len(shared) + same_figure > 1 and len(shared) + same_figure >= _HALF * len(denied):
                found.append((len(shared) + same_figure, self._is_same_article(place, other), -other))
        return -max(found)[2] if found else None

    def _alleged_before(self, place: int) -> int | None:
        """The allegation that stands directly before it."""
        before = [other for other in self._before(place, 1) if self._can_be_denied(other, place)]
        return next((other for other in before if self._members[other].claim.stance is Stance.ALLEGED), None)

    def _referred(self, place: int) -> int | None:
        """What was said before, of the matter that the denial names, else of the one who denies it; else what stands directly before."""
        claim = self._members[place].claim
        denier = _name_words(speaker_of(claim)) or frozenset(
            word.concept for word in self._members[place].matter.words if word.is_name
        )
        before = [
            other
            for other in self._before(place, _REACH)
            if self._is_accusing(other, place)
            and self._can_be_meant(other, place)
            and may_be_meant(claim.text, self._members[other], denier)
        ]
        named = [other for other in before if denier & self._members[other].matter.weights.keys()]
        named.sort(key=lambda other: not accuses(self._members[other].claim))
        refers = refers_to_sayings(claim.evidence[0].quote)
        of_matter = [other for other in before if self._shares_a_word(other, place)] if refers else []
        if of_matter:
            return of_matter[0]
        if refers and named:
            return named[0]
        near = [other for other in before if self._distance(other, place) <= _NEAR]
        if near:
            return near[0]
        alleged = [other for other in before if self._is_alleged(other) or is_bare(claim.text)]
        return alleged[0] if refers and alleged else None

    def _can_be_meant(self, other: int, place: int) -> bool:
        """Whether it holds what the denial names ("that count": a figure), and is not the denier's own."""
        claim, one = self._members[place].claim, self._members[other]
        thing = thing_denied(claim.text)
        if thing in COUNTS and not one.matter.figures:
            return False
        if thing and thing not in COUNTS and thing not in one.matter.weights:
            return False
        verb, speaker = denies(claim.text), speaker_of(one.claim)
        denier = claim.text.partition(verb)[0] if verb else claim.text
        return not speaker or speaker not in denier

    def _shares_a_word(self, one: int, other: int) -> bool:
        """Whether both use a word that names nobody and is none of saying or denying."""
        matters = self._members[one].matter, self._members[other].matter
        names = {word.concept for matter in matters for word in matter.words if word.is_name}
        return bool(_content(matters[0]) & _content(matters[1]) - names - _SAYINGS)

    def _negated(self, place: int, matter: Matter) -> int | None:
        """The claim that says of the same actors that it is so."""
        concepts = _content(matter)
        acts = predicates_negated(matter)
        found = []
        for other in self._near(matter, place, 2):
            plain = self._members[other].matter
            theirs = plain.weights.keys()
            converse = {name for name in acts if not theirs.isdisjoint(_CONVERSE.get(name, ()))}
            shared = (concepts & theirs) | (concepts & converse)
            if not (acts & theirs or converse) or len(shared) < max(2, _MOST * len(concepts)):
                continue
            if (
                has_negative(plain.text)
                or dates_exclude(matter, plain)
                or not self._are_two_voices(place, other)
            ):
                continue
            if self._has_actor(matter, plain, shared):
                found.append((len(shared), self._is_same_article(place, other), -other))
        return -max(found)[2] if found else None

    def _are_two_voices(self, one: int, other: int) -> bool:
        """Whether the two stand in two articles, or two are credited for them in one: an article seldom contradicts itself."""
        credited = [speaker_of(self._members[place].claim) for place in (one, other)]
        return not self._is_same_article(one, other) or all(credited)

    def _has_actor(self, matter: Matter, plain: Matter, shared: AbstractSet[str]) -> bool:
        """Whether a name is among at least three shared words, or all that is turned round is shared and little else is said."""
        names = {word.concept for side in (matter, plain) for word in side.words if word.is_name}
        if len(shared) > 2 and shared & names:
            return True
        return len(shared) > 1 and _content(matter) <= shared and len(_content(plain)) <= len(shared) + _FRAME

    def _foreign(self, place: int, contest: Contest) -> int | None:
        """The claim before it, in the same article, that shares most words with what it denies."""
        words = _long_words(contest.matter.text)
        after_denial = any(is_denial(self._contests[other]) for other in self._before(place, 2))
        least = 1 if contest.manner is Manner.FOREIGN_NEGATED and after_denial else 2
        found = [
            (len(words & _long_words(self._members[other].matter.text)), other)
            for other in self._before(place, _REACH_FOREIGN)
            if self._contests[other] is None
        ]
        return max(found)[1] if found and max(found)[0] >= least else None

    def _is_foreign_charge(self, place: int) -> bool:
        return self._contests[place] is None and not is_foreign_toll(self._members[place].claim.text)

    def _near(self, matter: Matter, place: int, least: int) -> list[int]:
        """The claims by somebody else that share at least `least` concepts with `matter` and can be denied by the claim at `place`."""
        names = [name for name in matter.weights if len(self._postings[name]) <= _POSTINGS]
        times = Counter(other for name in names for other in self._postings[name])
        return [
            other for other, count in times.items() if count >= least and self._can_be_denied(other, place)
        ]

    @cached_property
    def _postings(self) -> defaultdict[str, list[int]]:
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for place, member in enumerate(self._members):
            for name in member.matter.weights:
                postings[name].append(place)
        return postings

    def _can_be_denied(self, other: int, place: int) -> bool:
        one, contesting = self._members[other].claim, self._members[place].claim
        if other == place or one.stance not in _CAN_BE_DENIED or is_denial(self._contests[other]):
            return False
        if self._is_told_again(other, place):
            return False
        if (
            not self._is_same_article(other, place)
            and frozenset({one.article, contesting.article}) not in self._kin
        ):
            return False
        return not speaker_of(contesting) or speaker_of(contesting) != speaker_of(one)

    def _is_told_again(self, other: int, place: int) -> bool:
        """Whether the two tell one sentence of an article with a "not" in both, the one in fewer words."""
        one, contesting = self._members[other], self._members[place]
        if not one.claim.evidence[0].span.overlaps(contesting.claim.evidence[0].span):
            return False
        words, others = _content(one.matter), _content(contesting.matter)
        is_within = len(words & others) >= _AGAIN * min(len(words), len(others))
        return self._is_same_article(other, place) and is_within and has_negative(one.claim.text)

    def _is_accusing(self, other: int, place: int) -> bool:
        """Whether somebody else is credited for it, it is alleged, or it is about the same matter as the denial's sentence."""
        if not self._can_be_denied(other, place):
            return False
        one = self._members[other]
        if self._is_alleged(other) or speaker_of(one.claim) or tells_a_saying(one.claim.text):
            return True
        carrying = Matter(self._members[place].claim.evidence[0].quote).weights
        least = 0 if says_no_such(self._members[place].claim.text) else 1
        return len(one.matter.weights.keys() & carrying.keys()) > least

    def _is_alleged(self, place: int) -> bool:
        claim = self._members[place].claim
        return claim.stance is Stance.ALLEGED or bool(leaves_open(claim.text))

    def _before(self, place: int, reach: int) -> list[int]:
        """The claims that stand before it in its article within `reach` sentences, the nearest first."""
        mine = self._of_article[self._members[place].claim.article]
        earlier = mine[: mine.index(place)]
        return [other for other in reversed(earlier[-3 * reach :]) if self._distance(other, place) <= reach]

    def _is_same_article(self, one: int, other: int) -> bool:
        return self._members[one].claim.article == self._members[other].claim.article

    def _distance(self, before: int, after: int) -> int:
        """How many sentences, headings included, lie from one to the other."""
        one, other = self._members[before].claim, self._members[after].claim
        article = self._articles[one.article]
        return _sentence_at(article, other.evidence[0].start) - _sentence_at(article, one.evidence[0].start)


def _is_english(article: Article) -> bool:
    return (article.language or "en").startswith("en")


def _name_words(label: str) -> frozenset[str]:
    return frozenset(concept(token.text) for token in tokenise(label) if token.text[0].isupper())


def _content(matter: Matter) -> set[str]:
    """What it says, without who says it and without the words that turn it round."""
    return {name for name, weight in matter.weights.items() if weight >= 1} - _TURNING


def _long_words(text: str) -> frozenset[str]:
    return frozenset(token.text.casefold() for token in tokenise(text) if len(token.text) > 4)


def _sentence_at(article: Article, position: int) -> int:
    return bisect_right(article.sentences, position, key=lambda span: span.start) - 1
