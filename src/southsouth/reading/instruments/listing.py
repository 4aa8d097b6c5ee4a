"""What a match tells of a list: one event of each thing, or one of all that is merged together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from southsouth.reading.instruments.heads import head_of, is_plural, kind_of
from southsouth.reading.instruments.identity import is_thing, meets
from southsouth.reading.instruments.passage import Match, Named


class One(NamedTuple):
    """One event of a match: a thing it happens to, or the several ones it happens to
    ``together``, and its second role."""

    subject: Named | None
    new: Named | None
    start: int
    end: int
    together: tuple[Named, ...] = ()


def ones(found: Match) -> Iterable[One]:
    """The events of a match: one for each thing of a list, old and new names in pairs where there
    are as many; one for all things that are merged."""
    subjects: Sequence[Named | None] = found.roles.get("subject", ()) or (None,)
    news: Sequence[Named | None] = found.roles.get("new", ()) or (None,)
    several = found.kind == "rename" and len(subjects) > len(news)
    if several and news[0] is not None and is_plural(head_of(news[0].words)):
        return  # several bodies become several, and which is which is not said
    if found.kind == "rename" and len(subjects) != len(news):
        before = found.voice in {"passive", "participle", "connective"}
        subjects = subjects[-1:] if before else subjects[:1]
    if found.kind == "merge" and len(merged := _merged(found)) > 1:
        yield One(merged[0], news[0], found.start, max(found.end, merged[-1].end), merged)
        return
    for number, subject in enumerate(subjects):
        new = news[number] if found.kind == "rename" and number < len(news) else news[0]
        if number and subject is not None and not _goes_on(found, subject):
            continue
        if number and subject is not None:
            end = max(subject.end, new.end if new is not None and found.kind == "rename" else 0)
            yield One(subject, new, subject.start, end)
        else:
            yield One(subject, new, found.start, found.end)


def _merged(found: Match) -> tuple[Named, ...]:
    """The things that are merged, the first one and those that go on its list."""
    listed = found.roles.get("subject", ())
    return (*listed[:1], *(name for name in listed[1:] if _goes_on(found, name)))


def _goes_on(found: Match, subject: Named) -> bool:
    """Whether a further name of a list is such a thing as its first one has to be."""
    if found.kind == "establish" and not (is_thing(subject.words) and kind_of(subject.words)):
        return False
    article = "the " if found.kind == "terminate" else "a "
    return found.kind == "rename" or meets(found.needs, {"subject": subject.words}, article)
