"""Verbs and phrases of opposite outcome: what cannot have become of one thing at one time.

Guarantees: every entry is general English, nothing is taken from a story; a phrase stands under one key however its verb is
inflected ("called off", "calls off"). Whether two of them are about one thing is asked elsewhere.
"""

from collections.abc import Sequence
from itertools import product
from typing import Final

from groundwire.grounding.lexemes import lexeme

_OUTCOMES: Final = """
rise increase grow climb gain jump surge soar go_up pick_up edge_up move_up shoot_up accelerate swell expand double triple treble recover
 rebound improve strengthen
 | fall decrease decline drop shrink plunge plummet slump slip slide dip tumble sink go_down come_down edge_down contract weaken worsen
 halve cut reduce slow
raise lift hike lower cut reduce | keep leave hold freeze maintain
raise increase lift hike put_up double | lower cut reduce slash trim halve drop
approve pass adopt back accept endorse clear authorise sign ratify wave_through grant agree_to allow permit say_yes_to vote_for
 | reject veto block vote_down turn_down throw_out strike_down refuse dismiss rule_out vote_against say_no_to oppose ban forbid bar
 prohibit halt
uphold confirm affirm let_stand | overturn quash reverse annul strike_down throw_out set_aside void
open reopen | close shut shut_down close_down seal
resume restart continue go_ahead proceed carry_on press_on press_ahead push_ahead go_on keep_going start_again pick_up
 | suspend halt stop cancel call_off postpone put_off break_off abandon scrap pause end shelve give_up drop interrupt
keep retain stand_by stick_to stick_by stick_with hold_on_to cling_to hang_on_to maintain leave_in_place defend
 | abandon drop give_up scrap withdraw withdraw_from leave quit walk_away_from back_away_from back_out_of pull_out_of ditch axe discard renounce go_back_on
admit confess acknowledge concede own_up_to plead_guilty_to | deny refute dispute plead_not_guilty_to
confirm | deny refute dispute withdraw retract
win | lose
lift remove end ease abolish | impose introduce extend tighten prolong renew keep maintain
extend prolong renew | end shorten expire lapse lift scrap
free release let_go set_free | hold detain jail imprison keep_captive take_hostage lock_up
resign quit step_down stand_down leave step_aside | stay remain stay_on hang_on cling_on carry_on
survive withstand stand hold stay_up hold_up come_through | collapse die perish give_way cave_in fall_down come_down
acquit clear exonerate find_not_guilty | convict find_guilty jail
hire appoint take_on recruit | sack fire dismiss lay_off
join enter sign_up_to | leave quit pull_out_of withdraw_from
begin start launch | end stop finish cancel call_off
support back favour | oppose reject
reach agree strike | break_off fail
arrive turn_up show_up attend | stay_away miss
meet reach hit beat exceed | miss fall_short_of
succeed | fail
build | demolish tear_down pull_down knock_down
save rescue | abandon
sell | keep buy
agree | refuse disagree
capture take seize win | lose give_up hand_over
"""
_STATES: Final = """
open | closed shut sealed
safe | unsafe dangerous
legal lawful | illegal unlawful
guilty | innocent
full | empty
profitable | unprofitable
fit | unfit injured
"""

_OF_THE_ACTOR_WORDS: Final = """
withstand survive come_through resign step_down stand_down step_aside stay stay_on hang_on cling_on carry_on perish arrive turn_up show_up
"""
_IN_CONTEST_WORDS: Final = """
win lose join enter sign_up_to leave quit pull_out_of withdraw_from attend stay_away miss capture take seize give_up hand_over sell buy
reach agree meet hit beat exceed fall_short_of hire take_on recruit sack fire lay_off
"""


def _key(phrase: str) -> str:
    """One key for a verb or a phrase: the lexeme of its first word, the others as they are."""
    first, *others = phrase.split("_")
    return " ".join((_verb(first), *others))


def _verb(word: str) -> str:
    """The lexeme of a verb; "going" is one of its own elsewhere, because it mostly says that something will be."""
    return "go" if word == "going" else lexeme(word)


def _sides(lines: str) -> list[tuple[list[str], list[str]]]:
    joined = lines.strip().replace("\n |", " |").replace("\n ", " ")
    return [
        (one.split(), other.split())
        for one, _, other in (line.partition("|") for line in joined.splitlines())
    ]


def _opposed(lines: str) -> frozenset[tuple[str, str]]:
    pairs = (pair for sides in _sides(lines) for pair in product(*sides))
    keys = ((_key(one), _key(other)) for one, other in pairs)
    return frozenset(pair for one, other in keys if one != other for pair in ((one, other), (other, one)))


_OPPOSED: Final = _opposed(_OUTCOMES) | _opposed(_STATES)
OF_THE_ACTOR: Final = frozenset(map(_key, _OF_THE_ACTOR_WORDS.split()))
"""What becomes of the one who acts, whatever follows ("withstood the storm")."""
IN_CONTEST: Final = frozenset(map(_key, _IN_CONTEST_WORDS.split()))
"""What several may do of one thing: only of the same one who acts are they opposite ("A won the match", "B lost the match")."""
_KEYS: Final = frozenset(key for pair in _OPPOSED for key in pair)


def _by_verb(keys: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What may follow each first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in keys:
        first, *others = key.split()
        found.setdefault(first, []).append(tuple(others))
    return {first: tuple(sorted(others, key=lambda one: (-len(one), one))) for first, others in found.items()}


_FOLLOWING: Final = _by_verb(_KEYS)


def are_opposed(one: str, other: str) -> bool:
    """Whether two keys are of opposite outcome."""
    return (one, other) in _OPPOSED


def outcome_at(words: Sequence[str], place: int) -> tuple[str, int]:
    """The key of the longest phrase that stands at `place` of the (casefolded) words, and how many words it has; "" and 0 for none."""
    first = _verb(words[place])
    for others in _FOLLOWING.get(first, ()):
        if tuple(words[place + 1 : place + 1 + len(others)]) == others:
            return " ".join((first, *others)), 1 + len(others)
    return "", 0
