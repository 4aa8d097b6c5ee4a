"""The command: what it says when it cannot serve, and how it ends."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest
from tests.places import ROOT
from tests.web.conftest import SERVE

pytestmark = pytest.mark.slow


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "southsouth", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_no_store(tmp_path: Path) -> None:
    told = run("--store", str(tmp_path / "none"))
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "no store here; run 'southsouth build' first" in told.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_port_that_is_taken(web_store: Path, host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.bind((host, 0))
        listener.listen()
        port = str(listener.getsockname()[1])
        told = run("--store", str(web_store), "--host", host, "--port", port)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "another program listens there; name another port with --port" in told.stderr


def test_an_address_that_is_not_ours(web_store: Path) -> None:
    told = run("--store", str(web_store), "--host", "203.0.113.1")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "cannot listen there" in told.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_with_its_workers(web_store: Path, how: signal.Signals) -> None:
    command = [
        sys.executable,
        "-m",
        "southsouth",
        "serve",
        "--store",
        str(web_store),
        "--port",
        "0",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline().startswith("serving ")
    workers = psutil.Process(process.pid).children()
    assert len(workers) == 4  # two for queries, two for pages
    process.send_signal(how)
    _, told = process.communicate(timeout=30)
    assert "Traceback" not in told
    psutil.wait_procs(workers, timeout=10)
    assert not any(worker.is_running() for worker in workers)


def test_workers_do_not_outlive_a_killed_server(web_store: Path) -> None:
    command = [*SERVE, "--store", str(web_store), "--time-limit", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    address = process.stdout.readline().partition(" at ")[2].split()[0]
    workers = psutil.Process(process.pid).children()
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }"
    with pytest.raises(httpx.HTTPError):
        httpx.get(address + "sparql", params={"query": slow}, timeout=0.3)
    process.kill()
    process.communicate()
    until = time.monotonic() + 8
    while time.monotonic() < until and any(worker.is_running() for worker in workers):
        time.sleep(0.1)
    assert not any(worker.is_running() for worker in workers)


def test_the_lock_of_the_editor_names_no_host() -> None:
    lock = json.loads((ROOT / "editor" / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert len(packages) > 20
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    wanted = json.loads((ROOT / "editor" / "package.json").read_text("utf-8"))
    versions = [*wanted["dependencies"].values(), *wanted["devDependencies"].values()]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)
