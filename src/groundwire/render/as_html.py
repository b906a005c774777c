"""Nouns as one self-contained HTML page.

Guarantees: every word of an article is escaped.
"""

import html
from collections.abc import Sequence

from groundwire.domain.analysis import Report
from groundwire.domain.briefing import Briefing
from groundwire.render.as_markdown import render_briefing as briefing_text
from groundwire.render.as_markdown import render_reports as reports_text


def render_briefing(briefing: Briefing) -> str:
    """A page with the briefing."""
    return _page(briefing.title, briefing_text(briefing))


def render_reports(reports: Sequence[Report]) -> str:
    """A page with the reports."""
    return _page("Reports", reports_text(reports))


def _page(title: str, text: str) -> str:
    return f"<!doctype html><title>{html.escape(title)}</title><pre>{html.escape(text)}</pre>"
