"""Function words of English by what they do in a clause: what leads to a verb, what ends a subject or an object."""

from typing import Final

_PREPOSITION_WORDS: Final = """
of in at to for on by with from near into over under about against between across after before during since until despite through
around outside inside within without as like per amid off following because while when where than
"""
_BREAK_WORDS: Final = """
and but which who whom that because although though while whereas when as after before if where so yet than despite until since said
says
"""
_BEING_WORDS: Final = """
is are was were be been being am get gets got stay stays stayed staying remain remains remained remaining
"""
_AUXILIARY_WORDS: Final = """
has have had having do does did do will would shall should can could may might must to not also still now already again yet never
going about set due
"""
_NEGATING_WORDS: Final = """
not never no cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't fail fails
failed failing refuse refuses refused refusing decline declines declined unable neither nor without
"""
PREPOSITIONS: Final = frozenset(_PREPOSITION_WORDS.split())
"""What stands between the head of a phrase and what is told of it."""
BREAKS: Final = frozenset(_BREAK_WORDS.split())
"""Where another clause begins."""
BEING: Final = frozenset(_BEING_WORDS.split())
"""What makes a verb passive, or a state of an adjective."""
AUXILIARY: Final = BEING | frozenset(_AUXILIARY_WORDS.split())
"""What leads to a verb and belongs to it."""
NEGATING: Final = frozenset(_NEGATING_WORDS.split())
"""What turns round the verb that it leads to."""
BY_HOW_MUCH: Final = frozenset(
    ("more", "than", "almost", "just", "roughly", "about", "only", "even", "twice")
)
"""What may stand before a verb and says by how much ("more than doubled")."""
RESULTING: Final = frozenset(("unchanged", "intact", "untouched", "alone"))
"""What follows an object and is not part of its name ("left the rate unchanged")."""
THEIR_OWN: Final = frozenset(("its", "their", "his", "her"))
"""What ties a thing to the one who acts."""
