"""Lines of a page that are not the article: credits, counters, appeals, links, notices. Each with its reason.

Guarantees: only whole lines are judged, short ones, by forms of words that no sentence of an article has; no rule knows a
site. A line in doubt stays in the article: a stray credit harms less than a lost sentence.
"""

import re
from typing import Final

from groundwire.ingest import furniture_languages

CAPTION: Final = "photo caption or credit"
ADVERTISEMENT: Final = "advertisement"

_LONGEST = 60  # words; longer lines are prose, whatever they begin with
_MOST_PARTS = 12
_BARS = re.compile(r"\s*[|·•]\s*")
_WORD = 15  # characters that a word has at most on average; bounds the work of every pattern

_AGENCIES = (
    r"(?:Getty(?: Images)?|AFP|AP(?: Photo)?|Associated Press|Reuters|EPA(?:-EFE)?|EFE|Shutterstock|Bloomberg|Xinhua|Anadolu(?: Agency)?|"
    r"PA(?: Wire| Images| Media)?|TASS|Sputnik|dpa|ANSA|Kyodo(?: News)?|Yonhap|UPI|Alamy|iStock|Unsplash|Pexels|Pixabay|"
    r"Wikimedia(?: Commons)?|Flickr|CC[ -]BY(?:-\w\w)*(?: \d\.\d)?|Public domain|NurPhoto|Zuma(?: Press)?|LaPresse|Imago|Handout)"
)
_PICTURE = r"(?:file |stock |archive |cover |main |lead |top |featured? )?(?:photo(?:graph)?|image|picture|pic|illustration|graphic|video|screenshot|photo illustration|symbol(?:foto|bild)|archiv(?:foto|bild)|foto(?:graf[íi]a)?|bild|imagen|imagem|immagine|beeld)(?:s|er|es|en)?"

_CAPTION: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[\[(]?{_PICTURE}(?: (?:credit|courtesy|source|caption)s?)?(?: (?:of|by|from))?\s?[:©|/]\s?\S.*",
        rf"[\[(]?(?:{_PICTURE} (?:credit|courtesy|by)|(?:credit|credits|copyright|caption|pictured)\s?[:©|])\b.*",
        rf"(?=.{{0,200}}\Z).*[/|©]\s?{_AGENCIES}(?:\s?/\s?[\w ]{{1,30}})?[)\].]*",
        rf"[\[(]?{_AGENCIES}(?:\s?[/|,]\s?[\w ]{{1,40}}){{0,2}}[)\]]?",
        rf"(?=.{{0,300}}\Z).*[.)\"”]\s[\[(]?(?:{_PICTURE}|credit)s?\s?(?:credit|by)?\s?:\s?[^.:]{{2,60}}[.)\]]?",
        rf"(?=.{{0,300}}\Z).*[\[(](?:{_PICTURE}|credit)s?(?: credit| courtesy| by)?\s?[:/]\s?[^()\[\]]{{2,80}}[)\]]\.?",
        r"(?:file|handout|archive|stock) (?:photo|image|picture)s?\.?|(?:view|see|show|open) (?:all )?(?:\d{1,3} )?(?:images?|photos?|gallery|caption)",
    )
)
_READ_MORE: Final = (
    re.compile(
        r"[\[(>»→•*–—-]{0,3}\s?(?:read (?:more|also|next|on|the full (?:story|article))|also read|see (?:also|more)|more (?:on|from|in|about) .{1,60}|"
        r"if you (?:liked|enjoyed) this,? (?:read|try|see)|more like this|more from .{1,60}|related(?: (?:articles?|stories|story|news|links|content|coverage|topics|posts|video))?|recommended(?: (?:for you|stories|reading))?|"
        r"you (?:may|might) (?:also )?like|don[’']t miss|most (?:read|popular|viewed)|trending(?: now)?|up next|what to (?:read|know) next|"
        r"editor[’']?s?[’']? picks?|more stories|top stories|latest (?:news|stories)|in other news|further reading|watch(?: now| more| live)?|"
        r"listen(?: now)?|explore more|go deeper|in case you missed it|mehr zum thema|lesen sie auch|siehe auch|(?:à )?lire aussi|leggi anche|(?:lee|lea) también|leia (?:mais|também)|lees ook|czytaj (?:też|także)|läs (?:även|också)|weiterlesen|mehr (?:dazu|lesen)|das könnte sie auch interessieren|auch interessant|verwandte artikel|le[ea] (?:más|también)|leer más|ver también|te puede interesar|le puede interesar|(?:más|otras) noticias|noticias relacionadas|lire la suite|en savoir plus|voir aussi|sur le même (?:sujet|thème)|à voir aussi|vous aimerez aussi|continua a leggere|per approfondire|lees (?:meer|verder)|leia a seguir|veja (?:também|mais)|читайте (?:также|також))(?:\s?[:|→»>…–—-]\s?.*|\.{3})?[\])]?",
        re.IGNORECASE,
    ),
)
_APPEAL: Final = (
    furniture_languages.APPEAL,
    re.compile(
        r"(?:join (?:the )?[\w ]{1,40}\b(?:premium|plus|club|community|channel|newsletter|for (?:free|just))\b|follow [\w’'. ]{1,40}\son (?:all|social|facebook|twitter|x|instagram|telegram|whatsapp|bluesky|youtube|google|linkedin|tiktok)\b"
        r"|support (?:local|free|public|investigative|quality) (?:journalism|news|reporting|media)\b)(?!.*\b(?:said|says|told|asked|wrote|added|warned|urged)\b).*",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:please )?(?:subscribe|sign up|sign in|log in|register (?:now|here|today|for|to|free)|become a (?:member|subscriber|patron)|join (?:us|our|the conversation)|follow (?:us|our|me)|like us on|"
        r"download (?:the|our)|get (?:the|our|all the|more) .{0,60}(?:newsletter|inbox|app|alerts)|support (?:us|our (?:work|journalism|newsroom|reporting|mission)|independent|quality)|"
        r"donate(?: now| today| to)?|click here|tap here|enter your e-?mail|turn on notifications|add us|buy (?:me|us) a coffee|"
        r"never miss a|stay (?:up to date|informed|ahead|connected)|want more|enjoy(?:ed|ing) (?:this|our)|don[’']t have an account|already (?:a (?:subscriber|member)|have an account|registered)|start your free|try .{1,40} free)\b"
        r"|(?:sign up|subscribe) (?:to|for) (?:our|the|my|this)\b|our (?:free |daily |weekly |morning )*newsletter\b)"
        r"(?!.*\b(?:said|says|told|asked|wrote|added|warned|urged)\b).*",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:have|do|did|are|were) you .{1,80}\?\s)?(?:e-?mail|contact|write to|message|whatsapp|get in touch with) us\b.{0,120}",
        re.IGNORECASE,
    ),
    re.compile(
        r".{0,200}\b(?:delivered|straight|sent) (?:directly |right |straight )?to your inbox\b.{0,120}",
        re.IGNORECASE,
    ),
)
_TOOL: Final = (
    re.compile(
        r"(?:(?:share|tweet|pin|post|save|print|e-?mail|copy link|whatsapp|facebook|twitter|x|linkedin|reddit|telegram|pinterest|bookmark|"
        r"like|bluesky|threads|flipboard|messenger|listen|gift(?: article)?|comments?|link copied!?)(?:\s*[|,·•/]?\s*|\Z)){1,12}",
        re.IGNORECASE,
    ),
    re.compile(
        r"share (?:this|on|via|the|article)(?: (?:article|story|page|post|news|video|on|via|with|to|and|your|friends|[A-Z][\w-]{1,20}),?){0,8}\s?:?|"
        r"skip to .{1,60}|(?:jump|back|return|scroll|go) to (?:main |the )?(?:content|top|navigation|article|homepage|home)|(?:story|article) continues below.{0,40}|"
        r"(?:main )?menu|search|home|close|next(?: article| post)?|previous(?: article| post)?|loading\W*|play(?: video)?|show more|load more|"
        r"text size.{0,20}|font size.{0,20}|toggle \w+|(?:\d{1,3} ?)?min(?:ute)?s?(?: to)? read|reading time.{0,20}|"
        r"(?:article|story) (?:information|tools)|(?:breaking|exclusive|opinion|analysis|live|updated?|explainer|world|politics|business|news|video|comment)"
        r"(?:\s?[|•·/]\s?(?:breaking|exclusive|opinion|analysis|live|updated?|explainer|world|politics|business|news|video|comment)){0,4}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:share|share (?:this|via|on))\s?:\s?.{1,80}|(?:subscribers?(?: only)?|premium|members?)?\s?\d{1,3}\s?min(?:ute)?s?(?: read)?|"
        r"(?:last )?updated?(?: at)?\s?:?\s\d{1,2}[.:h]\d\d.{0,12}|(?:listen to|hear) (?:this|the) (?:article|story).{0,20}|"
        r"[>→▸►]\s?[^.!?]{5,100}|[^.!?]{2,60}:\s(?:https?://)?[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}/\S{0,100}",
        re.IGNORECASE,
    ),
    furniture_languages.TOOL,
    re.compile(r"(?:home|news|world|front page)(?:\s?[>›»/|→]\s?[\w’'& -]{1,60}){1,6}", re.IGNORECASE),
    re.compile(
        r"(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|labels?|posted in|sections?)\s?:.*",
        re.IGNORECASE,
    ),
)
_ADVERTISEMENT: Final = (
    re.compile(
        r"(?:advertisement|ad|sponsored(?: content)?|promoted(?: content)?|advertising)(?: - .{1,60})?",
        re.IGNORECASE,
    ),
    furniture_languages.ADVERTISEMENT,
)
_GOES_ON: Final = (
    re.compile(
        r"[(\[]?(?:more (?:to follow|to come|soon|details soon|follows)|developing(?: story)?|this (?:is a )?(?:breaking|developing) (?:news )?story.{0,60}|ends|end|-30-|###)[)\].…]{0,3}",
        re.IGNORECASE,
    ),
    furniture_languages.GOES_ON,
)
_COUNTER: Final = (
    furniture_languages.COUNTER,
    re.compile(r"(?=.{0,12}\d)[\d., ]{1,12}[km]?", re.IGNORECASE),
    re.compile(r"[\d., ]{0,12}[km]?\s?(?:views?|reads?|likes?|shares?|people (?:have )?(?:read|viewed|shared))(?:\s?[:·|]?\s?[\d.,]{1,9}[km]?)?", re.IGNORECASE),
)  # fmt: skip
_COMMENTS: Final = (
    furniture_languages.COMMENTS,
    re.compile(
        r"(?:[\d.,]{1,9}\s)?comments?(?:\s?\(\d{1,7}\)|\s?:?\s?\d{1,7})?|(?:no|leave a|post a|add a|view|show|write a|read|join the)(?: all)?(?: \d{1,7})? (?:comments?|reply|discussion)(?:\s?\(\d{1,7}\))?|"
        r"comments (?:are )?closed.{0,60}|what do you think\?.{0,120}(?:comments?|below).{0,20}|let us know .{0,60}comments.{0,20}",
        re.IGNORECASE,
    ),
)
_COOKIES: Final = (
    furniture_languages.COOKIES,
    re.compile(
        r".{0,120}\b(?:(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\buses?\b.{0,30}\bcookies\b|by (?:continuing|clicking|using)\b.{0,80}\b(?:cookies|privacy policy|terms)\b|"
        r"(?:accept|reject|manage|allow) (?:all )?cookies|cookie (?:policy|settings|preferences)|your privacy (?:choices|settings)).{0,300}",
        re.IGNORECASE,
    ),
)
_RIGHTS: Final = (
    furniture_languages.RIGHTS,
    re.compile(
        r"(?:©|\(c\)\s|copyright\s(?:©|\(c\)|(?:19|20)\d\d)).*|.{0,120}\ball rights reserved\b.{0,60}|"
        r"(?:this (?:material|article|story|content) (?:may|must|can)(?:not| not) be (?:published|reproduced|copied)).*|our standards:.*|"
        r"terms (?:of (?:use|service)|and conditions).{0,80}|privacy policy.{0,80}|reprints? .{0,40}permissions?.*|"
        r"this (?:article|post|page|story) (?:contains|may contain|includes) affiliate links.*|we may (?:earn|receive) .{0,40}commission.*",
        re.IGNORECASE,
    ),
)
_CREDIT: Final = (
    furniture_languages.CREDIT,
    re.compile(r"[A-Z]{2,5}(?:/[a-z]{2,4}){1,4}"),
    re.compile(
        r"[(\[]?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|translation) by\b.{1,160}|"
        r".{1,120}\bcontributed to this (?:report|story|article)\.?\)?|(?:with )?(?:inputs|reporting|material) from .{1,80}|"
        r"(?:source|via|original(?:ly published)?(?: (?:at|on|by))?)\s?:\s?.{1,80}|(?:agencies|staff|staff (?:writer|reporter|report)s?|news desk|web desk)\.?",
        re.IGNORECASE,
    ),
)

_RULES: Final = (
    (CAPTION, _CAPTION),
    ("link to another article", _READ_MORE),
    (ADVERTISEMENT, _ADVERTISEMENT),
    ("note on the page", _GOES_ON),
    ("page tool", _TOOL),
    ("view counter", _COUNTER),
    ("reader comments", _COMMENTS),
    ("appeal to readers", _APPEAL),
    ("cookie notice", _COOKIES),
    ("rights notice", _RIGHTS),
    ("credit line", _CREDIT),
)


def find_furniture(line: str) -> str | None:
    """Why `line` is no part of an article, or None when it may be one."""
    words = line[: _LONGEST * _WORD].split()
    if not words or len(words) > _LONGEST or len(line) >= _LONGEST * _WORD:
        return None
    line = " ".join(words)
    parts = [part for part in _BARS.split(line) if part]
    if 1 < len(parts) <= _MOST_PARTS:
        reasons = [_find_reason(part) for part in parts]
        return reasons[0] if all(reasons) else _find_reason(line)
    return _find_reason(line)


def _find_reason(line: str) -> str | None:
    for reason, patterns in _RULES:
        if any(pattern.fullmatch(line) for pattern in patterns):
            return reason
    return None
