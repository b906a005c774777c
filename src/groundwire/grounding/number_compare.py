"""Do two quantities agree?

Guarantees: symmetric in value and unit; a bound ("at least") agrees with a plain number but not with the opposite bound; an
exact number never agrees with another exact number, however close, unless one of the two is called approximate, is
vague or is a rounding that its own words show ("3.8 thousand", "about 4,000"). Units of one dimension are converted.
"""

from groundwire.text.numbers import Bound, Quantity, QuantityKind
from groundwire.text.units import unit_of

_ROUNDING = 0.06  # "about 4,000" covers 3,760 to 4,240
_LARGE = 1e5  # a bare number from which on a currency named before it may be meant
_CONVERSION = 0.03  # "30 miles" for "48 km": units are converted with two significant digits
_SHARES = {QuantityKind.FRACTION, QuantityKind.PERCENT}
_UP = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_DOWN = frozenset({Bound.AT_MOST, Bound.LESS_THAN, Bound.NEARLY})
_COUNTS = frozenset({QuantityKind.CARDINAL, QuantityKind.VAGUE, QuantityKind.MEASURE, QuantityKind.FRACTION})


def numbers_agree(claim: Quantity, source: Quantity) -> bool:
    """Whether the claim's quantity may stand for the source's."""
    return not bounds_clash(claim.bound, source.bound) and values_agree(claim, source)


def values_agree(claim: Quantity, source: Quantity) -> bool:
    """Whether the two agree but for their bounds."""
    if not _kinds_agree(claim, source):
        return False
    low, high, tolerance = source.low, source.high, 0.0
    if {claim.kind, source.kind} == _SHARES:
        share = 100.0 if claim.kind is QuantityKind.PERCENT else 0.01
        return _near(claim.low, low * share, _ROUNDING)
    if claim.unit != source.unit:
        factor = _conversion(source.unit, claim.unit)
        if factor is None:
            return False
        low, high, tolerance = low * factor, high * factor, _CONVERSION if factor != 1 else 0.0
    if claim.kind is QuantityKind.VAGUE or source.kind is QuantityKind.VAGUE:
        return _vague_agree(claim, source, (low, high))
    if claim.approximate or source.approximate:
        tolerance = max(tolerance, _ROUNDING)
    return _near(claim.low, low, tolerance) and _near(claim.high, high, tolerance)


def _kinds_agree(claim: Quantity, source: Quantity) -> bool:
    if claim.kind is source.kind or {claim.kind, source.kind} == _SHARES:
        return True
    if claim.kind is QuantityKind.MONEY and source.kind is QuantityKind.CARDINAL:
        return source.low >= _LARGE  # "spending of 4 million crowns and income of 3 million"
    return claim.kind in _COUNTS and source.kind in _COUNTS


def bounds_clash(one: Bound, other: Bound) -> bool:
    """Whether one is a lower bound and the other an upper one."""
    return (one in _UP and other in _DOWN) or (one in _DOWN and other in _UP)


def _conversion(unit: str | None, wanted: str | None) -> float | None:
    """The factor from `unit` to `wanted`; a bare count takes the unit of the other side."""
    if unit is None or wanted is None:
        return 1.0
    one, other = unit_of(unit), unit_of(wanted)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return one.factor / other.factor


def _vague_agree(claim: Quantity, source: Quantity, values: tuple[float, float]) -> bool:
    """Vague words agree with the same words, and with a number that they can mean."""
    low, high = values
    if claim.kind is source.kind:
        return claim.low == low and claim.high == high
    return claim.low <= high and low <= claim.high


def _near(one: float, other: float, tolerance: float) -> bool:
    return abs(one - other) <= max(abs(one), abs(other)) * tolerance + 1e-9 * max(1.0, abs(one))
