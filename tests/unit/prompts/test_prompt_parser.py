"""Prompt files parse completely, or the error says what is wrong with them."""

import pytest

from groundwire.domain.exchange import Sampling
from groundwire.errors import PromptError
from groundwire.prompts.parser import parse_prompt, slots_of

FILE = """+++
task = "sort_mail"
version = 3
output = "summary/1"
changed = "Shorter."

[slots]
mail = "the mail"

[sampling]
temperature = 0.5
max_tokens = 90
+++

# system

Sort {{mail}}.

# user

Now.
"""


def test_a_file_is_read_into_its_parts() -> None:
    """Front matter, slots, sampling and the two sections come out as they stand in the file."""
    prompt = parse_prompt(FILE, name="sort_mail/v3.md")
    assert (str(prompt.ref), prompt.output, prompt.changed) == ("sort_mail@3", "summary/1", "Shorter.")
    assert (prompt.system, prompt.user) == ("Sort {{mail}}.", "Now.")
    assert prompt.sampling == Sampling(temperature=0.5, max_tokens=90)
    assert (dict(prompt.slots), slots_of(prompt)) == ({"mail": "the mail"}, {"mail"})


def test_a_prompt_may_do_without_a_system_section() -> None:
    """A prompt that continues a conversation has a user section alone."""
    prompt = parse_prompt(FILE.replace("# system\n\nSort {{mail}}.\n\n", ""), name="x")
    assert (prompt.system, prompt.user) == ("", "Now.")


def test_the_digest_is_of_every_character_of_the_file() -> None:
    """A comment added to the front matter is another file."""
    one, other = (
        parse_prompt(FILE, name="x"),
        parse_prompt(FILE.replace("+++\n\n#", "# more\n+++\n\n#"), name="x"),
    )
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("+++\ntask", "task", "front matter"),
        ('task = "sort_mail"', "task = sort_mail", "TOML"),
        ('changed = "Shorter."\n', "", "changed"),
        ("version = 3", "version = 0", "version"),
        ("version = 3", 'version = "3"', "version"),
        ("version = 3", "version = 3\ncolour = 1", "colour"),
        ("# user", "# usher", "user"),
        ("Now.", "Now.\n\n# user\n\nAgain.", "user"),
        ("# system", "Words of no section.\n\n# system", "Words of no section."),
        ("temperature", "temperatur", "temperatur"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(old: str, new: str, said: str) -> None:
    """The error names the file and the part of it."""
    with pytest.raises(PromptError) as caught:
        parse_prompt(FILE.replace(old, new, 1), name="sort_mail/v3.md")
    assert "sort_mail/v3.md" in caught.value.message
    assert said in caught.value.message


def test_examples_may_stand_as_turns_of_the_conversation() -> None:
    """A question answered by `# assistant` is an example; the last `# user` is the question itself."""
    turns = FILE.replace(
        "# user\n\nNow.", "# user\n\nOne?\n\n# assistant\n\nTwo.\n\n# user\n\nNow {{not_a_slot_here}}."
    )
    prompt = parse_prompt(turns, name="x")
    assert prompt.turns == (("One?", "Two."),)
    assert prompt.user == "Now {{not_a_slot_here}}."


@pytest.mark.parametrize(
    "body",
    [
        "# assistant\n\nTwo.\n\n# user\n\nNow.",
        "# user\n\nNow.\n\n# assistant\n\nTwo.",
        "# user\n\nA\n\n# system\n\nB",
    ],
)
def test_turns_that_are_no_conversation_are_refused(body: str) -> None:
    """An answer before its question, an answer at the end, instructions after the question."""
    with pytest.raises(PromptError, match="example turns"):
        parse_prompt(FILE.replace("# user\n\nNow.", body), name="x")
