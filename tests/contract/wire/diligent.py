"""The model behind every stub: it reads our prompts in any dialect and answers each in full.

So that what differs between two servers is the server alone. `text_for` is what it writes; `prompt_of` is all that it
was given to read; `tokens_of` is how a server would count that.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from cli.loopback_model import answer as read_and_answer
from stub_server import Seen

_NOTE = "JSON Schema:\n"
_FENCED = re.compile(r"^BEGIN \w+ ([0-9a-f]+)\n(.*)^END \w+ \1$", re.MULTILINE | re.DOTALL)
_CHARACTERS_PER_TOKEN = 3.8  # what vocabularies of today make of our prompts in English


def text_for(seen: Seen) -> str:
    """The reply to a prompt: every numbered sentence a claim, the first ones the summary."""
    fenced = _FENCED.search(prompt_of(seen))
    return text_about(fenced.group(2) if fenced else "", seen)


def text_about(article: str, seen: Seen) -> str:
    """The reply of a model that was given nothing but `article` to read."""
    asked = Seen(
        seen.path,
        seen.headers,
        {
            "response_format": {"json_schema": {"schema": schema_of(seen)}},
            "messages": [{"role": "system", "content": ""}, {"role": "user", "content": article}],
        },
    )
    return json.loads(read_and_answer(asked).body)["choices"][0]["message"]["content"]


def schema_of(seen: Seen) -> Mapping[str, Any]:
    """The schema that the reply has to follow, wherever in the request it stands."""
    asked = seen.body.get("response_format", {}).get("json_schema", {}).get("schema")
    if asked is not None:
        return asked
    prompt = prompt_of(seen)
    found, _ = json.JSONDecoder().raw_decode(prompt, prompt.index(_NOTE) + len(_NOTE))
    return found


def prompt_of(seen: Seen) -> str:
    """All messages, one after another."""
    return "\n\n".join(message["content"] for message in seen.body["messages"])


def tokens_of(text: str) -> int:
    """About how many tokens `text` is."""
    return round(len(text) / _CHARACTERS_PER_TOKEN)
