"""Spellings of one name: transliterations, public variants of places, and peoples beside their countries.

Guarantees: everything here is public knowledge of geography and of transliteration, none of it taken from a data set;
`skeleton` makes equal only spellings that transliteration makes different, never names that differ by a consonant.
"""

import re
import unicodedata

# Each line: names of one and the same place or body.
_VARIANTS = """
united states|united states of america|us|u.s|usa|u.s.a|america
united kingdom|uk|u.k|britain|great britain
united nations|un|u.n
european union|eu|e.u
north atlantic treaty organization|north atlantic treaty organisation|nato
world health organization|world health organisation|who
north korea|dprk|democratic people's republic of korea|democratic people’s republic of korea
south korea|republic of korea
russia|russian federation
china|people's republic of china|people’s republic of china|prc
czech republic|czechia
turkey|türkiye|turkiye
ivory coast|côte d'ivoire|cote d'ivoire
burma|myanmar
swaziland|eswatini
macedonia|north macedonia
united arab emirates|uae|u.a.e
kyiv|kiev|kyyiv
kharkiv|kharkov
odesa|odessa
lviv|lvov
chernobyl|chornobyl
mykolaiv|nikolaev|mykolayiv
zaporizhzhia|zaporizhia|zaporozhye
dnipro|dnepr|dnieper
luhansk|lugansk
bakhmut|artemivsk
mumbai|bombay
kolkata|calcutta
chennai|madras
beijing|peking
guangzhou|canton
yangon|rangoon
ho chi minh city|saigon
mecca|makkah
aleppo|halab
new york|new york city|nyc
los angeles|la|l.a
washington|washington d.c|washington dc|washington, d.c
hong kong|hongkong
federal bureau of investigation|fbi
central intelligence agency|cia
national aeronautics and space administration|nasa
associated press|ap
agence france-presse|agence france presse|afp
british broadcasting corporation|bbc
"""

# A country and the words for its people and things.
_PEOPLES = """
afghanistan afghan afghans|albania albanian albanians|algeria algerian algerians|argentina argentine argentinian argentines
armenia armenian armenians|australia australian australians|austria austrian austrians|azerbaijan azerbaijani azerbaijanis
bangladesh bangladeshi bangladeshis|belarus belarusian belarusians belarussian|belgium belgian belgians|bolivia bolivian bolivians
bosnia bosnian bosnians|brazil brazilian brazilians|britain british briton britons|bulgaria bulgarian bulgarians
cambodia cambodian cambodians|canada canadian canadians|chad chadian|chechnya chechen chechens|chile chilean chileans
china chinese|colombia colombian colombians|congo congolese|croatia croatian croatians croat croats|cuba cuban cubans
cyprus cypriot cypriots|denmark danish dane danes|ecuador ecuadorian ecuadorians|egypt egyptian egyptians
england english englishman|estonia estonian estonians|ethiopia ethiopian ethiopians|europe european europeans
finland finnish finn finns|france french frenchman|georgia georgian georgians|germany german germans|ghana ghanaian ghanaians
greece greek greeks|greenland greenlandic greenlander|haiti haitian haitians|hungary hungarian hungarians|iceland icelandic icelander
india indian indians|indonesia indonesian indonesians|iran iranian iranians|iraq iraqi iraqis|ireland irish irishman
israel israeli israelis|italy italian italians|jamaica jamaican jamaicans|japan japanese|jordan jordanian jordanians
kazakhstan kazakh kazakhs kazakhstani|kenya kenyan kenyans|kosovo kosovan kosovar kosovars|kuwait kuwaiti kuwaitis
kyrgyzstan kyrgyz|laos laotian lao|latvia latvian latvians|lebanon lebanese|libya libyan libyans|lithuania lithuanian lithuanians
luxembourg luxembourgish|malaysia malaysian malaysians|mali malian malians|malta maltese|mexico mexican mexicans
moldova moldovan moldovans|mongolia mongolian mongolians|montenegro montenegrin montenegrins|morocco moroccan moroccans
nepal nepalese nepali|netherlands dutch dutchman|nicaragua nicaraguan|niger nigerien|nigeria nigerian nigerians
norway norwegian norwegians|pakistan pakistani pakistanis|palestine palestinian palestinians|panama panamanian
peru peruvian peruvians|philippines philippine filipino filipinos|poland polish pole poles|portugal portuguese|qatar qatari qataris
romania romanian romanians|russia russian russians|rwanda rwandan rwandans|scotland scottish scot scots
senegal senegalese|serbia serbian serbians serb serbs|singapore singaporean singaporeans|slovakia slovak slovaks slovakian
slovenia slovenian slovenians slovene slovenes|somalia somali somalis|spain spanish spaniard spaniards|sudan sudanese
sweden swedish swede swedes|switzerland swiss|syria syrian syrians|taiwan taiwanese|tajikistan tajik tajiks
tanzania tanzanian tanzanians|thailand thai thais|tibet tibetan tibetans|tunisia tunisian tunisians|turkey turkish turk turks
turkmenistan turkmen|uganda ugandan ugandans|ukraine ukrainian ukrainians|uruguay uruguayan uruguayans|uzbekistan uzbek uzbeks
venezuela venezuelan venezuelans|vietnam vietnamese|wales welsh welshman|yemen yemeni yemenis|zambia zambian zambians
zimbabwe zimbabwean zimbabweans|africa african africans|asia asian asians|america american americans|catalonia catalan catalans
texas texan texans|california californian californians|london londoner londoners|crimea crimean crimeans|vatican vatican
"""

_CANONICAL: dict[str, str] = {}
for _line in _VARIANTS.strip().splitlines():
    _first, *_rest = _line.split("|")
    _CANONICAL |= dict.fromkeys((_first, *_rest), _first)

COUNTRY_OF: dict[str, str] = {
    word: words.split()[0] for line in _PEOPLES.strip().splitlines() for words in line.split("|") for word in words.split()
} | {"american": "united states", "americans": "united states", "british": "united kingdom", "briton": "united kingdom",
     "britons": "united kingdom", "america": "america"}  # fmt: skip


def canonical(name: str) -> str:
    """The form under which all public variants of `name` (case-folded, without "the") meet."""
    plain = name.removeprefix("the ").rstrip(".")
    return _CANONICAL.get(plain, plain)


def has_variants(name: str) -> bool:
    """Whether `name` (case-folded, without "the") is one of several public names of one place or body."""
    return name.rstrip(".") in _CANONICAL


def country_named(name: str) -> str:
    """The country for its people and things ("ukrainian" → "ukraine"), else the canonical name."""
    found = canonical(name)
    return canonical(COUNTRY_OF.get(found, found))


_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"sch|tch|tsch", "ch"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"c(?=[aoukl])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?:iy|yy|ij|yi|ii|ei|ey|ai|ay|[yj])", "i"),
        (r"(?:ou|oo)", "u"),
        (r"(.)\1+", r"\1"),
        (r"i+", "i"),
        (r"['’`-]", ""),
    )
)


_UNDIVIDED = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)  # letters that Unicode does not take apart into a letter and its mark


def unaccented(word: str) -> str:
    """`word` case-folded, as it is written where the marks on its letters cannot be: "Ødegård" is "odegard"."""
    if word.isascii():
        return word.casefold()
    parts = unicodedata.normalize("NFKD", word.casefold().translate(_UNDIVIDED))
    return "".join(character for character in parts if not unicodedata.combining(character))


def skeleton(word: str) -> str:
    """What is left of a name's word when the choices of transliteration are taken out."""
    plain = unaccented(word)
    for pattern, by in _RULES:
        plain = pattern.sub(by, plain)
    return plain
