"""`groundwire prompts`: look at prompts, try them without a model, and release them."""

from pathlib import Path
from typing import Annotated

import typer

from groundwire.prompts.folder import ENVIRONMENT_NAME
from groundwire.prompts.registry import load_registry

app = typer.Typer(
    name="prompts", help="Look at prompts, try them without a model, release them.", no_args_is_help=True
)

PromptsDir = Annotated[
    Path | None, typer.Option("--prompts-dir", envvar=ENVIRONMENT_NAME, help="The folder of prompts to use.")
]


@app.command("list")
def list_prompts(*, prompts_dir: PromptsDir = None) -> None:
    """Every prompt version, and which one is in use."""
    registry = load_registry(prompts_dir)
    for prompt in registry.prompts:
        typer.echo(str(prompt.ref))
