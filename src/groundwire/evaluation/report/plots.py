"""Small plots: every case a dot, the mean with its interval over them. Inline SVG without style or script."""

from collections.abc import Sequence

_WIDTH, _HEIGHT, _EDGE = 220, 26, 6


def strip(
    values: Sequence[float], *, mean: float, interval: tuple[float, float] | None, ends: tuple[float, float]
) -> str:
    """The values of one scorer between `ends`. Equal values are stacked, so that their number is seen."""
    low, high = ends

    def x(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(_EDGE + min(1.0, max(0.0, share)) * (_WIDTH - 2 * _EDGE), 1)

    middle = _HEIGHT / 2
    seen: dict[float, int] = {}
    dots = []
    for value in sorted(values):
        place = x(value)
        level = seen.get(place, 0)
        seen[place] = level + 1
        offset = ((level + 1) // 2) * (2 if level % 2 else -2)
        dots.append(f'<circle class="dot" cx="{place}" cy="{middle + max(-9, min(9, offset))}" r="2.5"/>')
    reach = ""
    if interval is not None:
        reach = (
            f'<line class="reach" x1="{x(interval[0])}" x2="{x(interval[1])}" y1="{middle}" y2="{middle}"/>'
        )
    told = (
        f"{len(values)} cases from {min(values):.3f} to {max(values):.3f}, mean {mean:.3f}"
        if values
        else "no case"
    )
    return (
        f'<svg width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{told}">'
        f'<line class="axis" x1="{_EDGE}" x2="{_WIDTH - _EDGE}" y1="{middle}" y2="{middle}"/>'
        f'{"".join(dots)}{reach}<rect class="mean" x="{x(mean) - 1.5}" y="{middle - 7}" width="3" height="14"/></svg>'
    )
