"""Names of months, seasons and weekdays, in English and in the languages that news most often comes in.

Guarantee: a word stands for at most one month. Outside English a month counts only beside a day or a year.
"""

_MONTHS: tuple[tuple[int, str, str], ...] = (
    (1, "January Jan", "januar janvier enero gennaio janeiro januari stycznia января січня ianuarie"),
    (
        2,
        "February Feb",
        "februar février febrero febbraio fevereiro februari lutego февраля лютого februarie",
    ),
    (3, "March Mar", "märz mars marzo março maart marca марта березня martie"),
    (4, "April Apr", "avril abril aprile kwietnia апреля квітня aprilie"),
    (5, "May", "mai mayo maggio maio mei maja мая травня"),
    (6, "June Jun", "juni juin junio giugno junho czerwca июня червня iunie"),
    (7, "July Jul", "juli juillet julio luglio julho lipca июля липня iulie"),
    (8, "August Aug", "août agosto augustus sierpnia августа серпня"),
    (9, "September Sept Sep", "septembre septiembre settembre setembro września сентября вересня septembrie"),
    (10, "October Oct", "oktober octobre octubre ottobre outubro października октября жовтня octombrie"),
    (11, "November Nov", "novembre noviembre novembro listopada ноября листопада noiembrie"),
    (12, "December Dec", "dezember décembre diciembre dicembre dezembro grudnia декабря грудня decembrie"),
)

ENGLISH_MONTHS: dict[str, int] = {
    word.casefold(): month for month, words, _ in _MONTHS for word in words.split()
}
MONTHS: dict[str, int] = {
    **{word: month for month, _, words in _MONTHS for word in words.split()},
    **ENGLISH_MONTHS,
}
WEEKDAYS: dict[str, int] = {
    day: at
    for at, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month
