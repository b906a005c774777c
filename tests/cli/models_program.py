"""`groundwire models pull` with a catalogue of the test's own: CATALOGUE FOLDER NAME [hub|mirror].

The commands of the program itself know the package's catalogue alone, whose files are too large for a test.
"""

import sys
from pathlib import Path

from groundwire.app.weights import open_shelf
from groundwire.cli.pulling import PullOrder, pull_models
from groundwire.cli.stderr import INTERRUPTED, say, say_error
from groundwire.errors import GroundwireError


def main() -> int:
    """Pull, and end as the program does."""
    catalogue, folder, name, *place = sys.argv[1:]
    order = PullOrder(names=(name,), place=place[0] if place else None)
    try:
        pull_models(order, open_shelf(Path(folder), Path(catalogue)), quiet=False)
    except GroundwireError as error:
        say_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main())
