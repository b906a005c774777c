"""The program. Guarantee: `--version` answers before anything else is imported."""

import sys

from groundwire import __version__


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"groundwire {__version__}\n")
        return
    from groundwire.cli.boundary import run

    sys.exit(run())


if __name__ == "__main__":
    main()
