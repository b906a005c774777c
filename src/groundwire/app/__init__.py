"""The composition root: what each command does, from sources to documents, without a word about terminals.

Guarantees: nothing that goes in is lost without a listed reason; one bad article never stops the good ones; every
document names how it came to be.
"""
