"""`config show` and `schema`: what is in force, and what the documents look like."""

from typing import Annotated

import typer

from groundwire.cli.completing import documents
from groundwire.cli.options import Format, OutputOptions, spelled_out

_SHOW = """Every setting, its value, and where the value comes from. Keys are never shown.

\b
Example:
  groundwire config show
"""
_SCHEMA = """The JSON Schema of a document: article, claim, report, briefing, check, relation and more.

\b
Example:
  groundwire schema briefing
"""


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    group = typer.Typer(help="What is configured, and where it comes from.", no_args_is_help=True)
    group.command("show", help=_SHOW)(spelled_out(show))
    app.add_typer(group, name="config")
    app.command("schema", help=_SCHEMA, short_help="The JSON Schema of a document")(schema)


def show(output: OutputOptions) -> None:
    """Every setting with its origin."""
    import json

    from groundwire.cli.output import chosen_format, write_result
    from groundwire.settings import load_settings

    loaded = load_settings()
    values = loaded.settings.model_dump(mode="json")
    values["store"] = str(loaded.settings.store_path)
    rows = {name: {"value": value, "from": loaded.origins.by_name[name]} for name, value in values.items()}
    if chosen_format(output, allowed=(Format.MD, Format.JSON)) is Format.JSON:
        write_result(json.dumps(rows, indent=2, ensure_ascii=False), output)
        return
    width = max(len(name) for name in rows)
    lines = [f"{name:<{width}}  {_shown(row['value'])}  ({row['from']})" for name, row in rows.items()]
    write_result("\n".join(lines), output)


def _shown(value: object) -> str:
    if value is None or value == []:
        return "-"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="The name of a document.", autocompletion=documents, show_default=False
        ),
    ],
) -> None:
    """The JSON Schema of a document."""
    import json

    from groundwire.render.schemas import SCHEMAS, schema_of

    if name in SCHEMAS:
        found = schema_of(name)
    else:
        from groundwire.evaluation.schemas import eval_schema_of

        found = eval_schema_of(name)
    typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
