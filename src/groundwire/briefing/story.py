"""Story: everything that a briefing is composed of."""

from dataclasses import dataclass

from groundwire.corroborate.merge import Corroboration
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.provenance import Provenance


@dataclass(frozen=True, kw_only=True)
class Story:
    """Articles on one story with their checked analyses (same order) and what corroborating them found."""

    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    corroboration: Corroboration
    provenance: Provenance
