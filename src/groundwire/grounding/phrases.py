"""Phrases that are one word to the checks: "at least", "as a result", "took place".

Guarantee: a phrase is replaced by a key under which its rewordings meet; matching is longest first and linear.
"""

from groundwire.grounding.lexemes import lexeme

_PHRASES = """
at-least | at least; no fewer than; no less than; not less than; not fewer than; a minimum of
at-most | at most; no more than; not more than; a maximum of; as many as; as much as
more-than | more than; in excess of; upwards of
less-than | less than; fewer than
therefore | as a result; as a consequence; for this reason; for that reason
despite | in spite of
now | at the moment; at present; at this time; right now; these days
because | because of; due to; owing to; on account of; as a result of; thanks to
also | as well; in addition; on top of that; what is more
and | as well as; along with; together with
many | a lot of; lots of; a great many; a large number of; a great deal of; plenty of
several | a number of
one-of | one of
nobody | no one; not anyone; not anybody
nothing | not anything
none | not any
no-longer | no longer; not any longer; not any more
instead-of | instead of; rather than; as opposed to
to | in order to; so as to
example | for example; for instance
other | each other; one another
reject | turned down; turn down; turns down; turning down
establish | set up; sets up; setting up
conduct | carried out; carry out; carries out; carrying out
occur | took place; take place; takes place; taking place; came about
favor | in favour of; in favor of
accord | according to; in the words of
provided | provided that; on condition that; as long as
reportedly | is said to; are said to; was said to; were said to
discover | found out; find out
increase | went up; go up; goes up; going up
decrease | went down; go down; goes down; going down; came down
continue | carry on; carried on
near | close to
like | such as
say | points out; pointed out
every | each and every
percent | per cent
until | up until; up to now
not-only | not only; not just; not merely; not simply
after | in the wake of; in the aftermath of
about | with regard to; in relation to; with respect to
except | apart from; except for; with the exception of; aside from; other than
consist | made up of; composed of; consists of
rare | hardly ever
initially | at first; to begin with
finally | in the end; at last
meanwhile | in the meantime
again | once more; once again
throughout | all over
as-if | as if; as though
although | even though
before | prior to; ahead of
now | so far; until now; to date
expect | set to; due to be; poised to; slated to; scheduled to; about to
hide | cover up; covers up; covered up; covering up
retreat | pull back; pulled back; pulling back
investigate | look into; looks into; looked into; looking into
advance | go forward; went forward; goes forward; going forward
will | is going to; are going to; am going to
resign | step down; stepped down; stepping down; hand in her resignation; hand in his resignation; handed in her resignation; handed in his resignation
dismiss | sent off; send off
spokesman | press officer
appeal | lodge an appeal; lodged an appeal; file an appeal; filed an appeal
kill | shot dead; shoot dead
""".strip()


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _PHRASES.splitlines():
        key, phrases = line.split(" | ")
        for phrase in phrases.split("; "):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, lexeme(key)))
    return {first: sorted(found, key=lambda one: -len(one[0])) for first, found in table.items()}


_TABLE = _table()


def phrase_at(words: list[str], at: int) -> tuple[int, str] | None:
    """How many of `words` from `at` on are one phrase, and its key; None where there is none."""
    for phrase, key in _TABLE.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase), key
    return None
