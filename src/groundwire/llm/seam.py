"""The one seam to language models.

Guarantees: whatever answers (an endpoint, a model in this process, a cache, a recording, a script) and whatever
wraps an answerer has this one method, so that they compose in any order.
"""

from typing import Protocol

from groundwire.domain.exchange import ModelReply, ModelRequest


class ChatModel(Protocol):
    """Something that answers a request."""

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The reply to `request`; a reply that was cut, refused or filtered is an outcome, not an error.

        Raises:
            ModelError: no reply could be had.
        """
        ...
