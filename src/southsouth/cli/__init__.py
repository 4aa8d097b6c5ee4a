"""The command ``southsouth``: one command a user's intention."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import typer

# each module registers its commands, in the order in which the help lists them
from southsouth.cli import (
    graph,
    language,
    linking,
    publishing,
    questions,
    reading,
    serving,
    things,
    upkeep,
)
from southsouth.cli.common import app
from southsouth.cli.graph import Picture
from southsouth.cli.reading import RdfFormat
from southsouth.errors import SouthSouthError

__all__ = [
    "Picture",
    "RdfFormat",
    "app",
    "graph",
    "language",
    "linking",
    "main",
    "publishing",
    "questions",
    "reading",
    "serving",
    "things",
    "upkeep",
]


def main() -> None:
    """Run the command line: an error that the user can mend is one line and exit status 2."""
    if sys.stdout is None:  # closed by whoever called: what is printed fails as on a full disk
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # to the end
    try:
        status = app(standalone_mode=False)
    except typer.TyperException as error:  # an unknown option, a value that is not in the list
        _fail(f"{error.format_message()} See 'southsouth --help'")
    except SouthSouthError as error:
        _fail(str(error))
    except typer.Abort:
        raise SystemExit(130) from None
    except BrokenPipeError:
        # the reader has gone ("… | head"); Python must not complain at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:  # a full disk, a device that takes no output
        _fail(f"the output cannot be written ({error.strerror or error})")
    raise SystemExit(status or 0)


def _fail(message: str) -> NoReturn:
    typer.echo(f"southsouth: {' '.join(message.split())}", err=True)
    raise SystemExit(2) from None
