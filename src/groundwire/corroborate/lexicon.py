"""Words that news uses for one another: what has to meet before two reports of one event can be compared.

Guarantees: every entry is general English or the name of a country; nothing is taken from a story. A word that is not
here stands for itself, under its stem.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from groundwire.grounding.lexemes import lexeme
from groundwire.text.names_variants import COUNTRY_OF, country_named, unaccented
from groundwire.text.tokens import stem

_SYNONYMS: Final = """
kill dead death die deaths dies killed killing slain fatal fatally fatality fatalities deadly slay murder murdered toll
wound wounded wounds injure injured injury injuries injuring hurt
capture captured captures capturing seize seized seizing custody catch caught
prisoner prisoners captive captives pow pows detainee detainees
arrest arrested arresting detain detained detaining
attack attacked attacks attacker attackers attacking assault assaults assaulted assaulting strike strikes struck striking raid raids raided offensive hit hits hitting
soldier soldiers troop troops serviceman servicemen fighter fighters men force forces fight fighting fought
region regions province provinces oblast oblasts
train trained training trains exercise exercises drill drills
tell told telling
official officials authority authorities
blaze blazes fire fires
begin began begun begins beginning start starts started starting launch launched launches
end ended ends ending finish finished stop stopped
buy buys bought buying purchase purchased acquire acquires acquired acquisition
sell sold selling sale sales
raise raised raises raising lift lifts lifted hike hikes hiked increase increased increases rise rises rose risen rising grow grew growth climb climbed soar soared surge surged jump jumped
fell falls fallen falling drop drops dropped decline declined declines decrease decreased cut cuts reduce reduced reduces reduction plunge plunged shrink
firm firms company companies corporation business businesses
resign resigned resigns resignation quit quits
car cars vehicle vehicles automobile
plane planes aircraft jet jets airliner
boat boats ship ships vessel vessels ferry
doctor doctors physician physicians medic medics
child children kid kids
woman women female
house houses home homes
big large huge massive vast
need needs needed require requires required
show shows showed shown
find finds found discover discovers discovered discovery
get gets got receive receives received
give gives gave given
say says said
send sends sent deploy deployed deploying deployment
hold holds held
lose loses lost losing loss losses
win wins won winning victory
defeat defeated defeats beat beats beaten
leave leaves left withdraw withdraws withdrew withdrawn withdrawal retreat retreated retreats
speak speaks spoke spoken
buried bury burial
flee flees fled
hurricane storm cyclone typhoon
crash crashes crashed collision collide collided
explode exploded explosion explosions blast blasts
protest protests protester protesters protested demonstration demonstrations demonstrators
vote votes voted voting ballot ballots election elections poll polls
lawsuit sue sued suing sues
police officer officers policeman policemen
outnumber outnumbered outnumbering outnumbers
demand demands demanded demanding insist insists insisted
pressure press pressing
membership member members
refinery plant factory
war conflict
talk talks negotiation negotiations negotiate negotiating
believe believes believed think thinks thought thinking impression
allow allows allowed permit permitted permits approve approved approves approval
ban bans banned prohibit prohibited prohibits prohibition
investigate investigated investigation investigating probe probes inquiry
warn warned warns warning
travel travels travelling traveling travelled traveled
carry carries carried carrying
issue issued issues issuing
plan plans planned planning
shop shops store stores outlet outlets
shut shuts shutting close closes closed closing closure closures
ill sick sickness illness
halt halts halted halting pause paused pauses suspend suspended suspends suspension
baby babies birth births newborn infant infants born
flight flights midair mid-air
law laws legislation bill bills reform reforms
lawmaker lawmakers parliament legislature congress mp mps
pass passes passed adopt adopted adopts
bankrupt bankruptcy insolvent insolvency
pregnant pregnancy expecting
patient patients participant participants
drugmaker pharmaceutical drug drugs medicine medicines
steal stole stolen stealing theft thefts
join joins joined sign signs signed signing
erupt erupts erupted eruption eruptions
marry marries married marriage wedding wed
teenager teenagers teen teens
job jobs worker workers employee employees staff
hack hacks hacked hackers hacking cyberattack
card cards
layoff layoffs redundancy redundancies
week weeks weekly
hour hours
"""

_PHRASES: Final = """
resign: step_down stand_down step_aside
cancel: call_off
postpone: put_off put_back
reject: turn_down vote_down throw_out
dismiss: lay_off
withdraw: pull_out pull_back back_out
rise: go_up pick_up
fall: go_down come_down
close: shut_down close_down
collapse: give_way cave_in break_down fall_down
derail: come_off_the_rails leave_the_rails leave_the_tracks jump_the_tracks
explode: blow_up go_off
start: break_out get_under_way
evacuate: move_out bring_to_safety take_to_safety
die: pass_away lose_their_lives lose_his_life lose_her_life
acquire: take_over
participate: take_part
conduct: carry_out
establish: set_up
discover: find_out
extinguish: put_out
abandon: give_up walk_away
admit: own_up
continue: go_on carry_on go_ahead
demolish: pull_down tear_down knock_down
"""
_GOVERNMENTS: Final = """
moscow:russia kremlin:russia kyiv:ukraine kiev:ukraine beijing:china tehran:iran pyongyang:korea dprk:korea korean:korea koreans:korea
korea:korea english:england england:england brussels:european
"""

_REPORTING_WORDS: Final = """
    say says said tell told report reports reported reporting according announce announced announces note noted notes state
    stated statement add added adds reveal revealed reveals claim claimed claims comment commented write wrote written
    explain explained describe described recount recounted emphasise emphasize emphasised emphasized highlight highlighted point
    pointed suggest suggested acknowledge acknowledged stress stressed remark remarked insist reportedly information
    analysis assessment news media spokesman spokeswoman spokesperson mr mrs ms dr president prime minister
"""
REPORTING: Final = frozenset(map(stem, _REPORTING_WORDS.split()))
"""Stems that tell who says it, not what is said: they weigh little when two statements are compared."""


def _synonym_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _SYNONYMS.split("\n"):
        words = line.split()
        for word in words:
            table.setdefault(stem(word), f"={words[0]}")
    return table


def _phrase_table() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _PHRASES.strip().splitlines():
        word, _, phrases = line.partition(":")
        for phrase in phrases.split():
            first, *others = phrase.split("_")
            table.setdefault(lexeme(first), []).append((tuple(others), word))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()}


_CONCEPTS: Final = _synonym_table()
_PHRASES_BY_VERB: Final = _phrase_table()
_SEATS: Final = dict(entry.split(":") for entry in _GOVERNMENTS.split())
_COUNTRIES: Final = frozenset(COUNTRY_OF.values())


@lru_cache(maxsize=65_536)
def concept(word: str) -> str:
    """The form under which `word` is compared: a country for its people, one word for its synonyms, else the stem."""
    folded = word.casefold().replace("’", "'").removesuffix("'s").rstrip(".'")
    country = _SEATS.get(folded) or country_named(folded)
    if folded in _SEATS or country in _COUNTRIES:
        return f"@{country}"
    stemmed = stem(unaccented(folded))
    return _CONCEPTS.get(stemmed, stemmed)


def phrase_at(words: Sequence[str], place: int) -> tuple[str, int]:
    """The word that the phrase at `place` of the (casefolded) words stands for, and how many words it has; "" and 1 for none."""
    for others, word in _PHRASES_BY_VERB.get(lexeme(words[place]), ()):
        if tuple(words[place + 1 : place + 1 + len(others)]) == others:
            return word, 1 + len(others)
    return "", 1
