"""Names that a package hands on, and imports only when they are asked for (PEP 562).

``southsouth --help`` must not wait for libraries that it does not use, so the packages that hand on
names of heavy modules do it this way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType


def handed_on(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of ``package``: names, each with the module that defines it. A place
    ``"module:name"`` says that it has another name there."""

    def get(name: str) -> object:
        place = places.get(name, "")
        if not place:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, _, there = place.partition(":")
        return getattr(import_module(module), there or name)

    return get


def callable_package(package: str, place: str) -> None:
    """Let a package be called like the function of its name that it hands on.

    ``southsouth.build`` is a wing and the verb that the wing is for. Python binds the name to the
    wing as soon as any of its modules is imported; a wing that can be called is both, whatever was
    imported before.
    """
    module, _, name = place.partition(":")

    class CallablePackage(ModuleType):
        """A package that is called like a function."""

        def __call__(self, *arguments: object, **options: object) -> object:
            return getattr(import_module(module), name)(*arguments, **options)

        @property
        def __wrapped__(self) -> object:
            """The function: what tells its signature and its documentation (see ``inspect``)."""
            return getattr(import_module(module), name)

    sys.modules[package].__class__ = CallablePackage
