"""Carrying out `groundwire prompts list | show | diff | lint | lock | promote`."""

import difflib
import json
from pathlib import Path
from typing import Any

from groundwire.cli.options import FindingOptions, Format, OutputOptions
from groundwire.cli.output import chosen_format, write_result
from groundwire.cli.stderr import one_line, say
from groundwire.errors import UsageError
from groundwire.prompts.lint import lint
from groundwire.prompts.prompt import Prompt
from groundwire.prompts.registry import Registry, load_registry, parse_selection
from groundwire.prompts.release import lock, promote
from groundwire.settings import load_settings

_FORMATS = (Format.MD, Format.JSON)
_NO = 1


def registry_of(prompts_dir: Path | None) -> Registry:
    """The registry that the command line, the environment or the configuration file names."""
    return load_registry(load_settings({"prompts_dir": prompts_dir}).settings.prompts_dir)


def find_prompt(registry: Registry, name: str) -> Prompt:
    """The prompt `TASK@N`, or the version of `TASK` in use."""
    return registry.get(*parse_selection(name)) if "@" in name else registry.get(name)


def write_list(prompts_dir: Path | None, output: OutputOptions) -> None:
    """Every version with its state."""
    registry = registry_of(prompts_dir)
    rows = [{**_row(prompt, registry), "changed": prompt.changed} for prompt in registry.prompts]
    if chosen_format(output, allowed=_FORMATS) is Format.JSON:
        write_result(json.dumps(rows, indent=2, ensure_ascii=False), output)
        return
    width = max((len(row["prompt"]) for row in rows), default=0)
    lines = [
        f"{row['prompt']:<{width}}  {'in use' if row['in_use'] else '      '}  "
        f"{'released' if row['released'] else 'draft   '}  {one_line(row['changed'])}"
        for row in rows
    ]
    write_result("\n".join(lines), output)


def write_prompt(name: str, prompts_dir: Path | None, output: OutputOptions) -> None:
    """One version: its file, or its parts as JSON."""
    registry = registry_of(prompts_dir)
    prompt = find_prompt(registry, name)
    if chosen_format(output, allowed=_FORMATS) is Format.MD:
        write_result(prompt.source, output)
        return
    parts = {
        **_row(prompt, registry),
        "output": prompt.output,
        "changed": prompt.changed,
        "slots": dict(prompt.slots),
        "sampling": prompt.sampling.model_dump(mode="json"),
        "system": prompt.system,
        "user": prompt.user,
    }
    write_result(json.dumps(parts, indent=2, ensure_ascii=False), output)


def write_diff(old: str, new: str, prompts_dir: Path | None) -> None:
    """The unified diff of two versions."""
    registry = registry_of(prompts_dir)
    before, after = find_prompt(registry, old), find_prompt(registry, new)
    lines = difflib.unified_diff(
        before.source.splitlines(),
        after.source.splitlines(),
        fromfile=str(before.ref),
        tofile=str(after.ref),
        lineterm="",
    )
    write_result("\n".join(lines), OutputOptions())


def write_findings(prompts_dir: Path | None, output: FindingOptions) -> int:
    """All findings; 1 when one is an error, or, with --strict, when there are any."""
    from groundwire.app.example_checks import example_faults

    registry = registry_of(prompts_dir)
    findings = lint(registry, [example_faults])
    if chosen_format(output, allowed=_FORMATS) is Format.JSON:
        write_result(
            json.dumps([finding._asdict() for finding in findings], indent=2, ensure_ascii=False), output
        )
    else:
        lines = [f"{each.prompt}: {each.level}: {each.rule}: {one_line(each.message)}" for each in findings]
        write_result("\n".join(lines) or f"{len(registry.prompts)} prompts, nothing found", output)
    has_errors = any(finding.level == "error" for finding in findings)
    return _NO if has_errors or (output.strict and findings) else 0


def lock_drafts(prompts_dir: Path | None) -> None:
    """Release the drafts, and show the lines that the lock got."""
    added = lock(registry_of(prompts_dir))
    if not added:
        say("note: every prompt version is released already")
        return
    write_result("\n".join(added), OutputOptions())


def promote_version(name: str, prompts_dir: Path | None, *, skip_gate: bool = False) -> int:
    """Put a version to use, and show what is in use then; 1 when a gate keeps it out.

    Raises:
        UsageError: no version was named.
    """
    if "@" not in name:
        raise UsageError(
            f"expected TASK@N, found {name!r}", hint="name the version, for example extract_claims@1"
        )
    registry = registry_of(prompts_dir)
    prompt = find_prompt(registry, name)
    if not skip_gate and not _passes_gates(prompt, prompts_dir):
        return _NO
    promote(registry, prompt)
    write_result(f"{prompt.task} = {prompt.version}", OutputOptions())
    return 0


def _passes_gates(prompt: Prompt, prompts_dir: Path | None) -> bool:
    from groundwire.evaluation.folders import find_suites_folder
    from groundwire.evaluation.gating import gate_table
    from groundwire.evaluation.promotion import closed_gates

    evals = find_suites_folder().parent
    closed = closed_gates(str(prompt.ref), evals, {"prompts_dir": prompts_dir})
    if closed:
        write_result("\n\n".join(map(gate_table, closed)), OutputOptions())
        say(f"{prompt.ref} is not put to use; --skip-gate would")
    return not closed


def _row(prompt: Prompt, registry: Registry) -> dict[str, Any]:
    return {
        "prompt": str(prompt.ref),
        "task": prompt.task,
        "version": prompt.version,
        "in_use": registry.current.get(prompt.task) == prompt.version,
        "released": str(prompt.ref) in registry.locked,
        "digest": prompt.digest,
    }
