"""Units of measurement and money, with the factor that carries each to the first unit of its dimension.

Guarantees: `unit_named` answers for singular, plural and abbreviated forms alike and never guesses; two units can be
compared exactly when their dimensions are equal. Factors are those of the International System of Units and, for months
and years, the mean Gregorian ones.
"""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: its canonical name, its dimension, and how many of the dimension's first unit it makes."""

    name: str
    dimension: str
    factor: float


# name, dimension, factor, the words for it
_UNITS: tuple[tuple[str, str, float, str], ...] = (
    ("second", "time", 1, "second seconds sec secs"),
    ("minute", "time", 60, "minute minutes min mins"),
    ("hour", "time", 3600, "hour hours hr hrs"),
    ("day", "time", 86400, "day days"),
    ("night", "time", 86400, "night nights"),
    ("week", "time", 604800, "week weeks"),
    ("fortnight", "time", 1209600, "fortnight fortnights"),
    ("month", "time", 2629746, "month months"),
    ("year", "time", 31556952, "year years yr yrs"),
    ("decade", "time", 315569520, "decade decades"),
    ("century", "time", 3155695200, "century centuries"),
    ("metre", "length", 1, "metre metres meter meters m"),
    ("centimetre", "length", 0.01, "centimetre centimetres centimeter centimeters cm"),
    ("millimetre", "length", 0.001, "millimetre millimetres millimeter millimeters mm"),
    ("kilometre", "length", 1000, "kilometre kilometres kilometer kilometers km kms"),
    ("inch", "length", 0.0254, "inch inches"),
    ("foot", "length", 0.3048, "foot feet ft"),
    ("yard", "length", 0.9144, "yard yards"),
    ("mile", "length", 1609.344, "mile miles mi"),
    ("gram", "mass", 0.001, "gram grams gramme grammes"),
    ("kilogram", "mass", 1, "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs"),
    ("tonne", "mass", 1000, "tonne tonnes"),
    ("ton", "mass", 907.18474, "ton tons"),
    ("pound weight", "mass", 0.45359237, "lb lbs"),
    ("ounce", "mass", 0.028349523125, "ounce ounces oz"),
    ("litre", "volume", 1, "litre litres liter liters"),
    ("millilitre", "volume", 0.001, "millilitre millilitres milliliter milliliters ml"),
    ("gallon", "volume", 3.785411784, "gallon gallons"),
    ("barrel", "volume", 158.987294928, "barrel barrels"),
    ("acre", "area", 4046.8564224, "acre acres"),
    ("hectare", "area", 10000, "hectare hectares ha"),
    ("degree", "degree", 1, "degree degrees °"),
    ("degree Celsius", "Celsius", 1, "°c"),
    ("degree Fahrenheit", "Fahrenheit", 1, "°f"),
    ("watt", "power", 1, "watt watts"),
    ("kilowatt", "power", 1000, "kilowatt kilowatts kw"),
    ("megawatt", "power", 1e6, "megawatt megawatts mw"),
    ("gigawatt", "power", 1e9, "gigawatt gigawatts gw"),
    ("kilometre per hour", "speed", 1, "km/h kph kmh"),
    ("mile per hour", "speed", 1.609344, "mph"),
    ("knot", "speed", 1.852, "knot knots"),
    ("megabyte", "data", 1e6, "megabyte megabytes mb"),
    ("gigabyte", "data", 1e9, "gigabyte gigabytes gb"),
    ("time", "multiple", 1, "times"),
    ("fold", "multiple", 1, "fold"),
)

_CURRENCIES: tuple[tuple[str, str], ...] = (
    ("dollar", "$ dollar dollars usd us$ bucks"),
    ("Australian dollar", "a$ au$ aud"),
    ("Canadian dollar", "c$ ca$ cad"),
    ("New Zealand dollar", "nz$ nzd"),
    ("Hong Kong dollar", "hk$ hkd"),
    ("Singapore dollar", "s$ sgd"),
    ("cent", "cent cents ¢"),
    ("euro", "€ euro euros eur"),
    ("pound", "£ pound pounds gbp sterling quid"),
    ("penny", "penny pence"),
    ("yen", "¥ yen jpy"),
    ("yuan", "yuan renminbi rmb cny"),
    ("won", "₩ krw"),
    ("rupee", "₹ rupee rupees inr rs"),
    ("rouble", "₽ rouble roubles ruble rubles rub"),
    ("hryvnia", "₴ hryvnia hryvnias uah"),
    ("franc", "franc francs chf"),
    ("krona", "krona kronor sek"),
    ("krone", "krone kroner nok dkk"),
    ("zloty", "zloty zlotys pln"),
    ("lira", "₺ lira liras lire"),
    ("peso", "peso pesos"),
    ("real", "r$ reais"),
    ("rand", "rand zar"),
    ("shekel", "₪ shekel shekels"),
    ("riyal", "riyal riyals"),
    ("dirham", "dirham dirhams"),
    ("baht", "฿ baht"),
    ("rupiah", "rupiah"),
    ("ringgit", "ringgit"),
    ("naira", "₦ naira"),
    ("lev", "lev leva"),
)

_PERCENT = ("%", "percent", "pct", "per cent")

_BY_WORD: dict[str, Unit] = {
    word: Unit(name, dimension, factor) for name, dimension, factor, words in _UNITS for word in words.split()
} | {word: Unit(name, f"money:{name}", 1) for name, words in _CURRENCIES for word in words.split()}

_BY_NAME: dict[str, Unit] = {unit.name: unit for unit in _BY_WORD.values()}


def unit_named(word: str) -> Unit | None:
    """The unit or currency that `word` names, or None where it names none."""
    return _BY_WORD.get(word.casefold())


def unit_of(name: str) -> Unit | None:
    """The unit whose canonical name is `name`, as a quantity carries it."""
    return _BY_NAME.get(name)


def is_money(unit: Unit) -> bool:
    """Whether `unit` is a currency."""
    return unit.dimension.startswith("money:")
