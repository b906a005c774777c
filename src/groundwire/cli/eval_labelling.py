"""Carrying out `groundwire eval label`: a desk, a server, a browser, until Ctrl-C."""

import threading
import webbrowser
from pathlib import Path

from groundwire.app.outcome import ExitCode
from groundwire.cli.eval_options import LabelOptions
from groundwire.cli.stderr import one_line, say
from groundwire.errors import UsageError
from groundwire.evaluation.labelling.desk import Desk, open_adjudication, open_desk
from groundwire.evaluation.labelling.serving import LabelServer

_FIRST = "first"


def serve_labels(story: Path, options: LabelOptions) -> int:
    """Serve the page of a story until somebody ends it; the exit code."""
    desk = _desk(story, options)
    with LabelServer(desk, port=options.port) as server:
        say(one_line(f"labelling {desk.story} as {desk.who}, in {desk.file.path.name}: {server.address}"))
        say("every change is saved at once; Ctrl-C ends it")
        if not options.no_browser:
            # A browser in the terminal holds its thread until it is closed; the server must not wait for it.
            threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            say(one_line(desk.outcome()))
    return ExitCode.DONE


def _desk(story: Path, options: LabelOptions) -> Desk:
    if options.adjudicate and options.who is not None:
        raise UsageError(
            f"expected --as or --adjudicate, found both ({options.who!r})",
            hint="who adjudicates writes labels.json",
        )
    if options.adjudicate:
        return open_adjudication(story)
    return open_desk(story, who=options.who or _FIRST)
