"""Exports of a store behind an endpoint are, byte for byte, those of the embedded one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.graph.store import servers
from tests.publish.small_store import small_store

from southsouth.graph.store import Endpoint
from southsouth.publish.exporters import EXPORTERS, export

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=servers.KINDS)
def endpoint(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Endpoint]:
    with servers.served(request.param, tmp_path_factory.mktemp(request.param)) as url:
        filled = Endpoint(url)
        filled.add(small_store().quads())
        yield filled


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_same_bytes(endpoint: Endpoint, tmp_path: Path, suffix: str) -> None:
    here, there = tmp_path / f"here{suffix}", tmp_path / f"there{suffix}"
    export(small_store(), here)
    export(endpoint, there)
    assert here.read_bytes() == there.read_bytes()
    assert here.stat().st_size > 0
