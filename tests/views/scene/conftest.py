"""The store of the pictures' tests."""

from __future__ import annotations

import pytest
from tests.views.scene.store import small_store

from southsouth.graph.store import GraphStore


@pytest.fixture(scope="session")
def store() -> GraphStore:
    return small_store()
