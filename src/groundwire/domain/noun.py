"""The base of every noun: frozen, closed to unknown fields, serialised under the names of the contract."""

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
