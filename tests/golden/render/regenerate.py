"""Write the golden renderings anew: `python tests/golden/render/regenerate.py`, then read the difference."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import sample_documents as samples
from groundwire.render import as_html, as_json, as_markdown

FOLDER = Path(__file__).parent

RENDERINGS: Mapping[str, Callable[[], str]] = {
    "articles.md": lambda: as_markdown.render_articles([samples.COURIER]),
    "briefing.html": lambda: as_html.render_briefing(samples.briefing()),
    "briefing.json": lambda: as_json.to_json(samples.briefing(), indent=2) + "\n",
    "briefing.md": lambda: as_markdown.render_briefing(samples.briefing()),
    "claims.md": lambda: as_markdown.render_claims(samples.report().claims, [samples.COURIER]),
    "hostile.html": lambda: as_html.render_reports([samples.hostile_report()]),
    "hostile.md": lambda: as_markdown.render_reports([samples.hostile_report()]),
    "reports.html": lambda: as_html.render_reports([samples.report(), samples.hostile_report()]),
    "reports.md": lambda: as_markdown.render_reports([samples.report(), samples.hostile_report()]),
}


def main() -> None:
    """Write every rendering to its file."""
    for name, render in RENDERINGS.items():
        (FOLDER / name).write_text(render(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
