"""English words that carry no content of their own: articles, pronouns, prepositions, auxiliaries, the commonest adverbs.

Negations and quantities are not among them: `not`, `no`, `all`, `more` change what a statement says.
"""

from typing import Final

_WORDS = """
    a an the this that these those
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
    it its itself they them their theirs themselves one's who whom whose which what whoever whatever
    am is are was were be been being have has had having do does did doing done will would shall should can could may might
    must ought
    i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
    she'll we'll they'll that's who's what's here's there's let's
    of at by for with about against between into through during before after above below to from up down in out on off over
    under within upon among amongst across along around behind beside besides beyond near toward towards onto via per
    amid amidst throughout despite since until till
    and or but nor so yet if because as while whereas although though unless than then when where why how whether once
    also just very too quite rather such same own other another else again further here there now still even
    however therefore thus hence moreover meanwhile otherwise
"""

STOPWORDS: Final = frozenset(_WORDS.split())
