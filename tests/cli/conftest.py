"""Running the command in the test's own process, and a store built from what ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from southsouth.cli import main

#: A resolution in our own words: a footnote, a renaming, a citation each with and without an organ.
WELLS = """# General Assembly

Distr.: General
3 March 2012

Sixty-sixth session
Agenda item 12 (c)

## Resolution adopted by the General Assembly

[on the report of the Second Committee (A/66/999/Add.1)]

### 66/901. Wells for all

*The General Assembly,*

*Recalling* its resolution 60/212 of 22 December 2005,

1. *Takes note* of the report on wells;<sup>1</sup>

2. *Requests* the United Nations Development Programme to support the United Nations Office for
South-South Cooperation, and decides to rename the Lake Committee the Committee on Wells.

<sup>1</sup> A/66/123, annex II.

*99th plenary meeting
1 February 2012*
"""


class Result(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str | Path) -> Result:
        monkeypatch.setattr("sys.argv", ["southsouth", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "200")
        capfd.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capfd.readouterr()
        return Result(int(stopped.value.code or 0), captured.out, captured.err)

    return command


@pytest.fixture
def wells(tmp_path: Path) -> Path:
    path = tmp_path / "wells.md"
    path.write_text(WELLS, encoding="utf-8")
    return path
