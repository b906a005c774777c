from groundwire.ingest.document import BlockKind
from groundwire.ingest.from_markdown import read_markdown

TEXT = """---
title: "A bridge closes"
author: Jane Roe
date: 2024-05-01
---

# A bridge closes

![the bridge](b.png)

The **council** voted on [Tuesday](http://example.org/a_b) to close
the *old* `bridge`, said snake_case_name and 2 * 3 * 4.

What is next
------------

- Work starts in May.
- It lasts.

> We cannot wait.

```
rm -rf code
```
"""


def test_blocks_come_without_their_marks() -> None:
    """Headings, paragraphs, items and quotations are told apart, and marks are not words."""
    assert [(block.kind, block.text) for block in read_markdown(TEXT).blocks] == [
        (BlockKind.HEADING, "A bridge closes"),
        (
            BlockKind.PARAGRAPH,
            "The council voted on Tuesday to close the old bridge, said snake_case_name and 2 * 3 * 4.",
        ),
        (BlockKind.HEADING, "What is next"),
        (BlockKind.LIST_ITEM, "Work starts in May."),
        (BlockKind.LIST_ITEM, "It lasts."),
        (BlockKind.QUOTE, "We cannot wait."),
    ]


def test_front_matter_is_metadata() -> None:
    """The fields between the first two rules are what the document says of itself."""
    document = read_markdown(TEXT)
    assert (document.title, document.byline, document.published) == (
        "A bridge closes",
        "Jane Roe",
        "2024-05-01",
    )


def test_code_and_images_are_set_aside() -> None:
    """What is no prose is named, not lost."""
    assert read_markdown(TEXT).set_aside == (("the bridge", "image"), ("rm -rf code", "code"))
