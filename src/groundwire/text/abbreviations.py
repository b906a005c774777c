"""Words that end in a full stop without ending a sentence, and words that begin one. All casefolded, stop left out.

Closed lists of the written language, by how far they decide: after a title nothing but a name follows; after a company form
or an acronym a sentence may end, and then the next word tells.
"""

from typing import Final

_BEFORE_A_NAME = """
    mr mrs ms messrs mx dr prof gen sen rep gov lt lieut col sgt capt cmdr adm maj brig cpl pvt rev hon pres supt det insp amb
    sec treas atty st ste mt ft fr sr. bros. hr sra srta dra sig dott ing exmo mgr msgr
    e.g i.e eg ie cf vs v viz z.b d.h bzw ca approx u.a bijv dhr mevr tzw ул им просп т.е
"""
_BEFORE_A_NUMBER = """
    no nos nr num vol vols p pp pg fig figs art arts sec ch chap par para op para § pág núm стр рис гл
    jan feb mar apr jun jul aug sep sept oct nov dec est c al
"""
_UNDECIDED = """
    ph.d ee.uu inc corp co ltd llc plc bros jr sr assn dept univ gmbh cie ave blvd rd hwy sq
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt
    wash wis wyo ont que alta sask
    usw руб млн млрд тыс гг
"""
# Capitalised, these begin a sentence far more often than they go on after an abbreviation ("the U.S. The …").
_STARTERS = """
    the a an this that these those there here he she it they we you i his her its their our my your
    in on at by for from with to of after before during since until under over about between among despite without within
    but and or so yet if when while where as because although though however meanwhile moreover instead then still also
    what who why how which whether both all some many most several no not one two three four five
    according following earlier later last today yesterday tomorrow now once
    is are was were do does did has have had can could will would should
"""
_SPEECH_VERBS = """
    said says say asked asks told tells added adds wrote writes replied replies shouted cried continued continues explained explains
    noted notes tweeted recalled remarked exclaimed insisted wondered quipped declared answered
"""
_AFTER_AN_ORDINAL = """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jahrhundert jahrhunderts weltkrieg weltkriegs geburtstag spieltag platz mal kapitel etage
"""
_AFTER_A_CLOCK_TIME = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tues wed thurs fri sat sun
    est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst ist cet cest msk aest jst kst hkt eastern pacific central local
"""

BEFORE_A_NAME: Final = frozenset(_BEFORE_A_NAME.split())
BEFORE_A_NUMBER: Final = frozenset(_BEFORE_A_NUMBER.split())
UNDECIDED: Final = frozenset(_UNDECIDED.split())
STARTERS: Final = frozenset(_STARTERS.split())
SPEECH_VERBS: Final = frozenset(_SPEECH_VERBS.split())
AFTER_AN_ORDINAL: Final = frozenset(_AFTER_AN_ORDINAL.split())
AFTER_A_CLOCK_TIME: Final = frozenset(_AFTER_A_CLOCK_TIME.split())
CLOCK_TIMES: Final = frozenset({"a.m", "p.m", "am", "pm"})
# Names that end in a mark: nothing ends after them unless the next word begins a sentence.
MARKED_NAMES: Final = frozenset({"yahoo", "jeopardy", "jumbo", "kahoot", "yum"})
