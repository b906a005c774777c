"""Words that weaken a statement and words that turn it round, of ordinary English.

Guarantee: each word or phrase stands in one list only; phrases are lower case with single spaces.
"""

HEDGE_WORDS: dict[str, tuple[str, ...]] = {
    "alleged": (
        "alleged", "allegedly", "purported", "purportedly", "supposed", "supposedly", "ostensibly", "accused of",
        "suspected", "suspected of", "suspicion of", "claims that", "claimed that", "claims to", "claimed to", "claim that",
        "claim to", "alleges", "allege", "alleging", "unconfirmed", "unverified", "disputed", "so-called", "rumoured",
        "rumored", "rumours", "rumors",
    ),
    "reported": (
        "reportedly", "apparently", "is said to", "are said to", "was said to", "were said to", "is reported to",
        "are reported to", "was reported to", "were reported to", "is believed to", "are believed to", "was believed to",
        "were believed to", "is thought to", "are thought to", "was thought to", "were thought to", "is understood to",
        "is considered", "are considered", "believed to", "thought to", "said to",
    ),
    "possible": (
        "may", "might", "could", "possible", "possibly", "potentially", "potential", "perhaps", "maybe", "probably",
        "probable", "likely", "unlikely", "presumably", "seem", "seems", "seemed", "seemingly", "appear", "appears",
        "appeared", "suggests", "suggest", "suggested", "can", "arguably", "conceivably", "tentative", "tentatively",
        "estimated", "an estimated", "expected", "is expected to", "are expected to", "was expected to", "were expected to",
        "expects", "expect", "predicted", "predicts", "forecast", "tend to", "tends to", "tended to", "as if", "as though",
        "feared", "presumed", "risk of", "at risk of", "threatens to", "threatened to", "threatening to", "should", "doubtful",
        "uncertain",
    ),
    "planned": (
        "plan to", "plans to", "planned to", "planning to", "planned", "intend to", "intends to", "intended to", "intending to",
        "aim to", "aims to", "aimed to", "aiming to", "hope to", "hopes to", "hoped to", "hoping to", "want to", "wants to",
        "wanted to", "wish to", "wishes to", "wished to", "seek to", "seeks to", "sought to", "seeking to", "propose to",
        "proposes to", "proposed to", "proposed", "is to", "are to", "was to", "were to", "is due to", "are due to",
        "was due to", "set to", "scheduled to", "try to", "tries to", "tried to", "trying to", "attempt to", "attempts to",
        "attempted to", "attempting to", "attempted", "vowed to", "vows to", "promised to", "promises to", "pledged to",
        "agreed to", "offered to", "going to", "about to", "prepares to", "preparing to", "considering", "ready to",
        "asked to", "ordered to", "invited to", "required to", "supposed to", "need to", "needs to", "ought to",
        "would like to", "plans for", "would",
    ),
    "conditional": ("if", "unless", "provided that", "in case", "as long as", "would have", "could have", "might have", "were it"),
    "denied": (
        "denied", "denies", "deny", "denying", "refuted", "refutes", "rejects claims", "rejected claims", "dismissed claims",
        "rejected", "dismissed", "disputes",
    ),
}  # fmt: skip

NEGATION_WORDS: tuple[str, ...] = (
    "not", "n't", "n’t", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "no one", "cannot", "without",
    "fail to", "fails to", "failed to", "failing to", "failure to", "refuse to", "refuses to", "refused to", "refusing to",
    "unable to", "decline to", "declines to", "declined to", "declining to", "hardly", "barely", "scarcely", "no longer",
    "instead of", "rather than", "lack of", "lacks", "lacked", "lacking", "absence of", "neglected to", "stopped short of",
    "far from", "non",
)  # fmt: skip
