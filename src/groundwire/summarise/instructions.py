"""Words that give orders to a reader or a model instead of stating something.

Guarantees: words inside quotation marks never count, so that an article about planted instructions stays an article;
reported orders ("told it to ignore the rules") never count, only orders in the imperative and words that speak to whoever
writes the answer. It is one line of several: what is merely a strange request is caught by the checks on evidence.
"""

import re
from typing import Final

from groundwire.text.quotations import find_quotations

_START: Final = r"(?:^|[.!?>]\s+|^\W*\w+(?:\s\w+)?:\s*)\W{0,8}"
_LEAD: Final = (
    r"(?:(?:please|now|then|also|just|and|so|first|instead|hey|important|attention|note|"
    r"you (?:must|should|shall|need to|have to|will)|do)[\s,:]{1,3}){0,3}"
)
_GAP: Final = r"(?:\s+[\w’'-]+){0,5}?\s+"
_TASK: Final = (
    r"(?:instructions?|prompts?|directions?|guidelines|directives?|commands?|rules|context|"
    r"web ?page|document|r[eé]sum[eé]|(?:the|this) (?:article|text|email|function|above|content|page|paper)|"
    r"everything (?:above|before)|said (?:above|before))\b"
)
_OVERRIDE: Final = re.compile(
    rf"{_START}{_LEAD}(?:ignore|disregard|forget|override|bypass|do not follow|don['’]t follow|stop following)"
    rf"{_GAP}{_TASK}",
    re.IGNORECASE,
)
_OVERRIDE_ELSEWHERE: Final = re.compile(
    r"(?:^|[.!?:]\s+)\W{0,3}(?:"
    r"(?:ignorier\w*|vergiss|vergessen sie|missachte\w*)(?:\s+\w+){0,4}?\s+(?:anweisung|vorgabe|instruktion|befehl)\w*"
    r"|(?:ignore[rz]?|oublie[rz]?)(?:\s+\w+){0,3}?\s+(?:instructions|consignes|directives)"
    r"|(?:ignora|ignore|olvida|olvide)(?:\s+\w+){0,4}?\s+(?:instrucciones|indicaciones|istruzioni|página web)"
    r"|(?:ignore|esqueça)(?:\s+\w+){0,4}?\s+instruções"
    r"|(?:игнорируй(?:те)?|забудь(?:те)?)(?:\s+\w+){0,4}?\s+(?:инструкци|указани|команд)\w*"
    r"|(?:игнорирай(?:те)?|забрави(?:те)?)(?:\s+\w+){0,4}?\s+(?:инструкци|указани)\w*"
    r"|(?:忽略|无视|忘记).{0,12}(?:指令|指示|说明)|(?:指示|命令|指令).{0,6}無視|無視して"
    r"|تجاهل(?:\s+\w+){0,3}?\s+التعليمات"
    r")",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(
    rf"{_START}{_LEAD}\w+(?:\s[\w-]+){{0,5}}?\syour (?:answer|response|reply|output|message)\b"
    r"|\b(?:in|to|of|with|into|from|modify|augment|enhance|adjust|alter|begin|start|end|finish)\s+your\s+"
    r"(?:[\w-]+\s+)?(?:answer|response|reply|output|summary|briefing|bottom line)\b"
    r"|\byour (?:previous |prior |original |real |new |next |first |only )?(?:instructions|system prompt|programming|task is)\b"
    r"|\b(?:as|you are|you['’]re|act as|pretend to be) (?:now )?an? (?:ai|large )?\s?(?:language model|ai|assistant|chatbot)\b"
    r"|\byou are now\b|\bfrom now on,? you\b",
    re.IGNORECASE,
)
_TELL_USER: Final = re.compile(
    rf"{_START}{_LEAD}(?:tell|inform|remind|advise|ask|instruct|urge|direct|convince) (?:the |your |all )?"
    r"(?:users?|readers?)\b",
    re.IGNORECASE,
)
_DICTATE: Final = re.compile(
    rf"{_START}{_LEAD}(?:print|output|state|say|write|repeat|return|reply with|respond with|answer with)"
    r"(?: only| exactly)? (?:the following|exactly|only)\b",
    re.IGNORECASE,
)
_TO_READER: Final = re.compile(
    rf"{_START}{_LEAD}(?:click (?:here|on|the)|subscribe (?:to|now|today)|sign up (?:for|to|now|here|today)|"
    r"(?:share|forward|print|copy|repost) (?:this|the (?:article|page|story|text|following))|"
    r"follow us|visit our|download (?:our|the|this)|read (?:more|also)|see also)\b"
    rf"|{_START}you (?:must|should|need to|have to) (?:now|immediately|urgently|at once)\b",
    re.IGNORECASE,
)
_TEMPLATE: Final = re.compile(
    r"<\|\w{1,20}\|>|\[/?INST\]|</?(?:article|system|user|assistant)>|^\s*(?:system|assistant|user)\s*:",
    re.IGNORECASE,
)
_MODEL_ORDERS: Final = (_OVERRIDE, _OVERRIDE_ELSEWHERE, _ANSWER, _DICTATE, _TELL_USER, _TEMPLATE)


def gives_orders(text: str) -> bool:
    """Whether `text`, quotations left out, orders whoever answers to do something or to drop what it was told."""
    own = _own_words(text)
    return any(pattern.search(own) for pattern in _MODEL_ORDERS)


def speaks_to_reader(text: str) -> bool:
    """Whether `text`, quotations left out, tells its reader to do something."""
    return bool(_TO_READER.search(_own_words(text)))


def is_question(text: str) -> bool:
    """Whether `text` asks instead of stating."""
    return text.rstrip("\"'”’»)] \t\n").endswith(("?", "？", "؟"))


def _own_words(text: str) -> str:
    """`text` on one line without what it quotes; all of it when it is one quotation and nothing else."""
    pieces: list[str] = []
    position = 0
    for quotation in find_quotations(text):
        if quotation.depth == 0 and quotation.span.start >= position:
            pieces.append(text[position : quotation.span.start])
            position = quotation.span.end
    own = " … ".join((*pieces, text[position:]))
    chosen = own if any(character.isalpha() for character in own) else text
    return " ".join(chosen.split())
