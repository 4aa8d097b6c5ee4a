"""Real SPARQL servers on loopback, for tests: Oxigraph's own and Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx
import pytest


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: int = 40) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            httpx.get(url, params={"query": "ASK {}"}, timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no answer from {url}")


@contextmanager
def running(command: list[str], url: str, folder: Path) -> Iterator[str]:
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(url, process)
        yield url
    finally:
        process.kill()
        process.wait()


def oxigraph_program() -> str:
    return str(Path(sys.executable).with_name("oxigraph"))


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Oxigraph's server, empty, in memory."""
    port = free_port()
    command = [oxigraph_program(), "serve", "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/query", folder) as url:
        yield url


def virtuoso_program() -> str | None:
    return shutil.which("virtuoso-t")


#: Updates come with the rights of the user ``dba``, whose first password is ``dba``.
VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = {port}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryExecutionTime = 60
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Virtuoso, empty, as Debian ships it."""
    program, http = virtuoso_program(), free_port()
    assert program is not None
    (folder / "virtuoso.ini").write_text(
        VIRTUOSO.format(folder=folder, port=free_port(), http=http), encoding="utf-8"
    )
    command = [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with running(command, f"http://127.0.0.1:{http}/sparql", folder) as url:
        yield url


#: The servers, by name.
KINDS: Final = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@contextmanager
def served(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty server of that kind, with the right to update it; the test is
    skipped where there is no such program."""
    if kind == "virtuoso" and virtuoso_program() is None:
        pytest.skip("no virtuoso-t here: apt install virtuoso-opensource-7-bin")
    with pytest.MonkeyPatch.context() as patch, KINDS[kind](folder) as url:
        if kind == "virtuoso":
            patch.setenv("SOUTHSOUTH_ENDPOINT_USER", "dba")
            patch.setenv("SOUTHSOUTH_ENDPOINT_PASSWORD", "dba")
        yield url
