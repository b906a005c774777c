"""The base of every noun: frozen, closed to unknown fields, serialised under the names of the contract."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """An immutable value. JSON uses aliases (`schema`, `in`) where Python needs another name."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        ser_json_inf_nan="null",
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values, which are not validated. What was derived from the old ones is derived anew."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys() - (update or {}).keys():
            del copied.__dict__[name]  # a cached property, which pydantic's copy takes along
        return copied
