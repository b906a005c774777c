"""Slots are filled exactly, and values are never read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwire.domain.exchange import Message
from groundwire.errors import PromptError
from groundwire.prompts.parser import parse_prompt
from groundwire.prompts.render import render

FILE = """+++
task = "t"
version = 1
output = "summary/1"
changed = "c"
[slots]
one = "1"
two = "2"
+++
# system
S {{one}}
# user
{{one}}|{{two}}|{{ two }}|{one}
"""
PROMPT = parse_prompt(FILE, name="t/v1.md")
VALUES = st.one_of(st.text(), st.sampled_from(["{{one}}", "{{two}}", "\\1", "\\g<0>", "{{", "{{{{one}}}}"]))


@given(one=VALUES, two=VALUES)
def test_a_value_stays_as_it_is(one: str, two: str) -> None:
    """Whatever a value holds, slots and back-references included, the message holds it unchanged."""
    assert render(PROMPT, {"one": one, "two": two}) == (
        Message(role="system", content=f"S {one}"),
        Message(role="user", content=f"{one}|{two}|{{{{ two }}}}|{{one}}"),
    )


def test_all_missing_and_all_unused_slots_are_named() -> None:
    """One error is enough to put everything right."""
    with pytest.raises(PromptError) as caught:
        render(PROMPT, {"three": "", "four": ""})
    assert "missing ['one', 'two'], unused ['four', 'three']" in caught.value.message


def test_a_prompt_without_a_system_section_is_one_message() -> None:
    """No empty system message is sent."""
    prompt = parse_prompt(FILE.replace("# system\nS {{one}}\n", ""), name="t/v1.md")
    assert render(prompt, {"one": "a", "two": "b"}) == (Message(role="user", content="a|b|{{ two }}|{one}"),)


def test_example_turns_are_sent_word_for_word_before_the_question() -> None:
    """A slot's name inside an example is text: examples are the same for every article."""
    turns = "# user\nAsk {{one}}\n# assistant\nSay {{two}}\n# user\n{{one}}|{{two}}|"
    prompt = parse_prompt(FILE.replace("# user\n{{one}}|{{two}}|", turns), name="t/v1.md")
    assert render(prompt, {"one": "a", "two": "b"})[1:] == (
        Message(role="user", content="Ask {{one}}"),
        Message(role="assistant", content="Say {{two}}"),
        Message(role="user", content="a|b|{{ two }}|{one}"),
    )
