"""Shards: what the files of one task state, kept on disk until it is in the store.

A shard is a file of N-Quads whose first line, a comment, tells the files that were read (N-Quads §2
allows comments). Its name is a hash of the files' bytes and of all that decides how they are read:
a build that was killed, and is begun again, finds the shards of the tasks that were done and goes
on from there. The first line also has a checksum of the rest: a shard that was cut off or spoilt
counts as none.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from southsouth.build.file_facts import FileFacts, Slice, file_hash
from southsouth.build.keys import reader_key
from southsouth.errors import StoreError

_HEAD: Final = b"# southsouth "
#: What of the facts is JSON as it is.
_PLAIN: Final = tuple(
    field.name for field in fields(FileFacts) if field.name not in {"file", "nquads", "more"}
)


def shard_of(paths: Sequence[Path], folder: Path) -> Path:
    """The shard of a task. Raises DocumentError where one of its files cannot be read."""
    digest = hashlib.sha256(reader_key().encode())
    for path in paths:
        digest.update(f"\n{path}\t{file_hash(path)}".encode("utf-8", "surrogateescape"))
    return folder / f"{digest.hexdigest()[:32]}.nq"


def write_shard(shard: Path, read: Sequence[FileFacts]) -> list[FileFacts]:
    """Write what files state into a shard; the same facts, their N-Quads now there.

    The shard appears whole or not at all. Raises StoreError where it cannot be written.
    """
    body = b"".join(one.lines() for facts in read for one in facts.all())
    entries = [_as_json(facts) for facts in read]
    header = {"sum": zlib.crc32(body), "size": len(body), "files": entries}
    head = _HEAD + json.dumps(header).encode() + b"\n"
    part = shard.with_name(f"{shard.name}.part")
    try:
        shard.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(head + body)
        part.rename(shard)
    except OSError as error:
        raise StoreError(
            f"{shard}: the shard cannot be written ({error.strerror or error}); is the disk full?"
        ) from error
    return _placed(entries, shard, len(head), [facts.file for facts in read])


def read_shard(shard: Path, paths: Sequence[Path]) -> list[FileFacts] | None:
    """What the files of a shard, given in its order, state; None where there is no such shard, or
    one that is not whole."""
    try:
        with shard.open("rb") as file:
            head, body = file.readline(), file.read()
    except OSError:  # it is written anew, and told of where that fails
        return None
    try:
        header = json.loads(head.removeprefix(_HEAD))
        if (header["sum"], header["size"]) != (zlib.crc32(body), len(body)):
            return None
        return _placed(header["files"], shard, len(head), paths)
    except (ValueError, KeyError, TypeError):  # another version's, or spoilt
        return None


def _as_json(facts: FileFacts) -> dict[str, Any]:
    plain = {name: getattr(facts, name) for name in _PLAIN}
    return {
        **plain,
        "nquads": len(facts.lines()),
        "more": [_as_json(further) for further in facts.more],
    }


def _placed(
    entries: list[dict[str, Any]], shard: Path, start: int, paths: Sequence[Path]
) -> list[FileFacts]:
    read = []
    for path, entry in zip(paths, entries, strict=True):
        further = entry["more"]
        counted = {
            "file": path,
            "nquads": Slice(shard, start, entry["nquads"]),
            "citations": Counter(entry["citations"]),
            "events": Counter(entry["events"]),
            "more": _placed(further, shard, start + entry["nquads"], [path] * len(further)),
        }
        read.append(FileFacts(**{**entry, **counted}))
        start += entry["nquads"] + sum(one["nquads"] for one in further)
    return read
