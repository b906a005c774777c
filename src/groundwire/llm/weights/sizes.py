"""Sizes in words, in powers of ten as disks and networks have them."""

_STEP = 1000


def size_words(count: int) -> str:
    """`98.4 MB` for 98362432."""
    size = float(count)
    for unit in ("B", "kB", "MB"):
        if size < _STEP:
            return f"{size:.0f} B" if unit == "B" else f"{size:.1f} {unit}"
        size /= _STEP
    return f"{size:.2f} GB"
