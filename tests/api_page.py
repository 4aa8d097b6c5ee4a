"""Writes docs/api.md from the docstrings of the public names: ``make api``."""

from __future__ import annotations

import inspect
import re

from tests.places import ROOT

import southsouth

HEAD = """# The Python API

What `from southsouth import …` gives. Made from the docstrings by `make api`; the tests run the
examples, with `store` open on what ships, `document` the path of a resolution about wells and
`folder` an empty one. Everything below a name that begins with an underscore may change.
"""


def _signature(name: str, found: object) -> str:
    target = found if callable(found) else type(found)
    try:
        text = str(inspect.signature(target))
    except (TypeError, ValueError):
        return name
    # where a type is defined says nothing here, nor where a default function lies
    text = re.sub(r"(?<![\w.'])(?:[a-z_]+\.)+(?=[A-Z])", "", text.replace("'", ""))
    text = re.sub(r"<[^<>]* at 0x[0-9a-f]+>|<function [^<>]*(?:<[^<>]*>)?[^<>]*>", "…", text)
    return f"{name}{text}"


def _words(text: str) -> str:
    """A docstring as Markdown: what is set between double backquotes is code, and examples too."""
    lines: list[str] = []
    inside = False
    for line in text.replace("``", "`").splitlines():
        example = line.startswith((">>>", "...")) or (inside and bool(line.strip()))
        if example != inside:
            lines.append("```python" if example else "```")
        inside = example
        lines.append(line)
    return "\n".join([*lines, "```"] if inside else lines)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for name in southsouth.__all__:
        found = inspect.unwrap(getattr(southsouth, name))
        parts.append(f"## {name}\n\n```python\n{_signature(name, found)}\n```\n")
        parts.append(_words(inspect.getdoc(found) or "") + "\n")
        if inspect.isclass(found):
            parts += _members(name, found)
    return "\n".join(parts)


def _members(name: str, found: type) -> list[str]:
    parts = []
    for member, value in vars(found).items():
        function = value.__func__ if isinstance(value, classmethod) else value
        if member.startswith("_") or not inspect.isfunction(function) or not function.__doc__:
            continue
        text = _words(inspect.getdoc(function) or "")
        parts.append(f"`{_signature(f'{name}.{member}', function)}`\n\n{text}\n")
    return parts


if __name__ == "__main__":
    (ROOT / "docs" / "api.md").write_text(page(), encoding="utf-8")
