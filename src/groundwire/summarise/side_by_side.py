"""Waiting for several things at once.

Guarantees: results come in the order asked for; the first error is raised as it is, not wrapped in a group, and only
after everything else has been stopped.
"""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

First = TypeVar("First")
Second = TypeVar("Second")
Each = TypeVar("Each")


async def both(
    first: Coroutine[Any, Any, First], second: Coroutine[Any, Any, Second]
) -> tuple[First, Second]:
    """The results of two things of different types; the first one begins first."""
    one, other = asyncio.create_task(first), asyncio.create_task(second)
    await _settle(one, other)
    return one.result(), other.result()


async def all_of(*works: Coroutine[Any, Any, Each]) -> list[Each]:
    """The results of `works`; a single one is waited for where it stands, so that it begins at once."""
    if len(works) == 1:
        return [await works[0]]
    tasks = [asyncio.create_task(work) for work in works]
    await _settle(*tasks)
    return [task.result() for task in tasks]


async def _settle(*tasks: asyncio.Task[Any]) -> None:
    waiting: Awaitable[Any] = asyncio.gather(*tasks)
    try:
        await waiting
    finally:
        for task in tasks:
            task.cancel()  # those that are done take no notice
        await asyncio.gather(*tasks, return_exceptions=True)
