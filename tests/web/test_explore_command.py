"""``southsouth explore``: where it begins, what it says when it cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

COMMAND = (sys.executable, "-m", "southsouth", "explore", "--no-browser", "--store")


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ((), "/explore"),
        (("60/212",), "/explore?view=citations&focus=document%2FA%2FRES%2F60%2F212"),
        (("UNOSSC",), "/explore?view=lineage&focus=body%2Fssc-office"),
    ],
)
def test_it_says_where_it_is(web_store: Path, what: tuple[str, ...], place: str) -> None:
    with subprocess.Popen(
        [*COMMAND, str(web_store), *what], stdout=subprocess.PIPE, text=True
    ) as it:
        try:
            assert it.stdout
            address = it.stdout.readline().partition(" at ")[2].split()[0]
            assert address.startswith("http://127.0.0.1:")
            assert address.partition("/explore")[1:] == place.partition("/explore")[1:]
            with httpx.Client(transport=httpx.HTTPTransport(retries=5), timeout=30) as client:
                assert client.get(address).status_code == 200
        finally:
            it.terminate()


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("nonsense", "the graph knows nothing called 'nonsense'"),
        ("Summit", "could be:"),
    ],
)
def test_an_unknown_or_unclear_beginning(web_store: Path, what: str, told: str) -> None:
    done = subprocess.run(
        [*COMMAND, str(web_store), what], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr


def test_no_store(tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND, str(tmp_path)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "no store here; run 'southsouth build' first" in done.stderr
