"""Any OpenAI-compatible endpoint through the openai SDK: Chat Completions, one attempt, our errors.

Guarantees: one `complete` sends one request, and further ones only while the endpoint rejects a parameter that can be
left out or put another way; what it rejected is remembered for the model, so the price is paid once; what it answers
with is an outcome or an error of ours; an answer to a prompt that the endpoint shortened is an error; the key is in no message, no repr and no traceback. Redirects are not followed: an
article goes to the host that was named and to no other. Importing this module imports the SDK, which takes a second:
`connect` does so when a client is made, not before.
"""

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from typing import Any

import httpx2
import openai

from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.errors import ContentFiltered, ProviderFailed, RequestRejected
from groundwire.llm.dialect import Dialect, LimitName, step_down
from groundwire.llm.endpoint import OPENAI_BASE_URL, Endpoint, check_base_url
from groundwire.llm.ledger import Cause, because, enter_reply, enter_request
from groundwire.llm.openai_faults import FAULTS, Peer, explain, explain_embedded
from groundwire.llm.openai_prompt_count import check_all_was_read
from groundwire.llm.openai_wire import payload, reply_from, usage_of

NO_KEY = "none"  # what local servers get: the SDK insists on a key, they do not look at it

_log = logging.getLogger(__name__)


class OpenAIChat:
    """The models of one endpoint. `close` it, or use it as an async context manager."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Make the client.

        Raises:
            SettingsError: the base URL is not one.
        """
        self._endpoint = endpoint
        base_url = check_base_url(endpoint.base_url)
        key = endpoint.api_key.get_secret_value() if endpoint.api_key else ""
        self._client = openai.AsyncOpenAI(
            base_url=base_url,
            api_key=key or NO_KEY,
            max_retries=0,
            timeout=endpoint.timeout_s,
            http_client=openai.DefaultAioHttpClient(
                timeout=endpoint.timeout_s,
                follow_redirects=False,
                trust_env=not endpoint.is_on_this_machine,  # the environment names proxies
            ),
        )
        if base_url != OPENAI_BASE_URL:
            # The SDK takes these from the environment and sends them along; they are nobody else's business than OpenAI's.
            self._client.organization = self._client.project = None
        newest = LimitName.MAX_COMPLETION_TOKENS if base_url == OPENAI_BASE_URL else LimitName.MAX_TOKENS
        self._first_dialect = Dialect(limit_name=newest)
        self._dialects: dict[str, Dialect] = {}

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The endpoint's reply.

        Raises:
            ModelError: there is none; the class says why, the hint what to do.
        """
        rejection = None
        while True:
            dialect = self._dialects.get(request.model, self._first_dialect)
            try:
                return await self._send(request, dialect, is_first=rejection is None)
            except ContentFiltered:
                return ModelReply(text="", outcome=Outcome.FILTERED, model=request.model)
            except RequestRejected as error:
                rejection = error
            self._learn(request, dialect, rejection)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def _learn(self, request: ModelRequest, used: Dialect, rejection: RequestRejected) -> None:
        """Remember what the model rejected.

        Raises:
            RequestRejected: it is nothing that can be left out.
        """
        model = request.model
        if self._dialects.get(model, self._first_dialect) != used:
            return  # a request in flight at the same time has learnt it already
        schema = request.response_format.json_schema if request.response_format else None
        plainer = step_down(used, rejection, schema)
        if plainer is None:
            raise rejection
        self._dialects[model] = plainer
        _log.warning(
            "%s does not accept a parameter for %s: %s", self._endpoint.name, model, rejection.message
        )

    async def _send(self, request: ModelRequest, dialect: Dialect, *, is_first: bool) -> ModelReply:
        if is_first:
            enter_request()
        else:
            with because(Cause.STEPDOWN):
                enter_request()
        started = time.monotonic()
        body = await self._post(request, payload(request, dialect))
        reply = reply_from(body)
        enter_reply(reply, seconds=time.monotonic() - started)
        check_all_was_read(request, usage_of(body), endpoint=self._endpoint.name)
        return reply

    async def _post(self, request: ModelRequest, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        """The body of the response, as JSON.

        Through the SDK's `post` for requests of one's own making: `create` spends as long on turning the parameters
        over as on sending them, and `parse` as long again on types that hide what local servers add.
        """
        try:
            async with asyncio.timeout(self._endpoint.timeout_s):
                response = await self._client.post(
                    "/chat/completions", body=parameters, cast_to=httpx2.Response
                )
        except FAULTS as error:
            fault = explain(error, self._peer(request.model))
        else:
            return self._body(response.headers.get("content-type", ""), response.content, request.model)
        raise fault  # outside the handler: the SDK's error, which holds the request with its key, is not attached

    def _body(self, content_type: str, content: bytes, model: str) -> Mapping[str, Any]:
        if "html" in content_type:
            raise RequestRejected(
                f"expected JSON from {self._endpoint.name}, found a web page",
                hint="check --base-url: it usually ends in /v1",
            )
        try:
            body = json.loads(content)
        except ValueError:
            raise ProviderFailed(
                f"expected JSON from {self._endpoint.name}, found {len(content)} bytes of something else"
            ) from None
        if not isinstance(body, dict):
            raise ProviderFailed(
                f"expected a JSON object from {self._endpoint.name}, found {type(body).__name__}"
            )
        if body.get("error") and not body.get("choices"):
            raise explain_embedded(body["error"], self._peer(model))
        return body

    def _peer(self, model: str) -> Peer:
        key = self._endpoint.api_key.get_secret_value() if self._endpoint.api_key else ""
        return Peer(
            endpoint=self._endpoint.name,
            model=model,
            timeout_s=self._endpoint.timeout_s,
            key=key,
            now=time.time,
        )
