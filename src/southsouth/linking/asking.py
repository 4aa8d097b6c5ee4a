"""Asking another vocabulary for names: in batches, politely, and never the same thing twice.

What an endpoint answered is kept on disk, under a hash of its address, the query and the names of
the batch; so a run that was cut short goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from southsouth import __version__
from southsouth.errors import SouthSouthError, StoreError
from southsouth.graph.store import Endpoint
from southsouth.linking.profiles import Profile
from southsouth.linking.things import Thing
from southsouth.vocabulary import BASE

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

#: Names of one query: few enough for a public server's limits of size and time.
_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Manners:
    """How patiently to ask: seconds for one answer, between two questions, and for all of them.

    The functions at the end are replaced by the tests.
    """

    timeout: int = 60
    pause: float = 1.0
    budget: float = 900.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an endpoint answered for one name: the thing, the name it has, the property that holds
    it, its name in English, and the dates that it states ("" for none)."""

    thing: str
    label: str
    language: str
    field: str
    shown: str = ""
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class Answers:
    """All that was answered; ``asked`` of ``batches`` were, ``remembered`` of them from the disk.
    ``problem`` says why the others were not, in words for the user."""

    batches: int = 0
    asked: int = 0
    remembered: int = 0
    problem: str = ""
    candidates: list[Candidate] = field(default_factory=list)


class _Polite(Endpoint):
    """An endpoint that is told who asks (as Wikimedia's User-Agent policy wants)."""

    def _client(self, url: str) -> SPARQLWrapper:
        client = super()._client(url)
        client.agent = f"southsouth/{__version__} (+{BASE})"
        return client


# --- spellings ------------------------------------------------------------------------------------


def _sentence_case(form: str) -> str:
    """With capitals only where no small letter follows: "High-level committee on UNDP"."""
    first, *rest = form.split(" ")
    lowered = (word if word[1:] != word[1:].lower() else word.lower() for word in rest)
    return " ".join([first, *lowered])


#: The spellings in which a name is looked for; what comes back is compared in its normal form.
_SPELLINGS: Final[Sequence[Callable[[str], str]]] = (
    str,
    lambda form: form.removeprefix("the ").removeprefix("The "),
    lambda form: form.replace("’", "'"),
    lambda form: form.replace("'", "’"),
    lambda form: form.replace("–", "-").replace("‑", "-"),
    lambda form: form.replace("-", "–"),
    _sentence_case,
)


def spellings(form: str, status: str, *, upper: bool) -> list[str]:
    """The spellings of a name, each once; an acronym has only one."""
    if status == "acronym":
        return [form]
    made = dict.fromkeys(spell(form) for spell in _SPELLINGS)
    if upper:
        made |= dict.fromkeys(spelling.upper() for spelling in list(made))
    return [spelling for spelling in made if spelling]


def literals(things: Iterable[Thing], profile: Profile) -> list[str]:
    """All names of the things as SPARQL terms, in all spellings and with the profile's tags."""
    found: set[str] = set()
    for thing in things:
        for name in thing.names:
            for spelling in spellings(name.form, name.status, upper=profile.upper):
                for tag in profile.tags:
                    language = tag.replace("{}", name.language)
                    found.add(
                        str(
                            ox.Literal(spelling, language=language)
                            if language
                            else ox.Literal(spelling)
                        )
                    )
    return sorted(found)


# --- the memory -----------------------------------------------------------------------------------


def cache_folder() -> Path:
    """Where answers are kept: ``$SOUTHSOUTH_CACHE``, or the platform's folder for caches."""
    given = os.environ.get("SOUTHSOUTH_CACHE")
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_path("southsouth"))


class Memory:
    """What endpoints answered, a file a question. A file that is broken counts as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "links"

    def _file(self, endpoint: str, query: str) -> Path:
        key = hashlib.sha256(f"{endpoint}\n{query}".encode()).hexdigest()
        return self._folder / f"{key}.json"

    def get(self, endpoint: str, query: str) -> list[Candidate] | None:
        """The answer to that question, None where there is none."""
        try:
            held: list[dict[str, Any]] = json.loads(self._file(endpoint, query).read_bytes())
            return [Candidate(**row) for row in held]
        except (OSError, ValueError, TypeError):  # never asked, or a file cut short: ask again
            return None

    def put(self, endpoint: str, query: str, answer: Sequence[Candidate]) -> None:
        """Keep an answer. Raises SouthSouthError where the folder cannot be written."""
        file = self._file(endpoint, query)
        names = Candidate.__dataclass_fields__
        rows = [{name: getattr(row, name) for name in names} for row in answer]
        part = file.with_suffix(f".{os.getpid()}.part")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
            part.replace(file)
        except OSError as error:
            raise SouthSouthError(
                f"{file.parent}: cannot be written ({error.strerror}); name another folder with "
                "SOUTHSOUTH_CACHE"
            ) from error


# --- asking ---------------------------------------------------------------------------------------


def _batches(terms: Sequence[str]) -> list[str]:
    rest = iter(terms)
    made = []
    while batch := list(islice(rest, _BATCH)):
        made.append(" ".join(batch))
    return made


def _candidates(endpoint: Endpoint, query: str) -> list[Candidate]:
    answer = endpoint.query(query)
    found: dict[Candidate, None] = {}
    for terms, row in zip(answer.rows, answer.values(), strict=True):
        by_name = dict(zip(answer.columns, terms, strict=True))
        thing, label = by_name.get("thing"), by_name.get("label")
        if isinstance(thing, ox.NamedNode) and isinstance(label, ox.Literal):
            made = Candidate(
                thing.value,
                label.value,
                label.language or "",
                row.get("field", "").rpartition("/")[2].rpartition("#")[2],
                row.get("shown", ""),
                row.get("start", ""),
                row.get("end", ""),
            )
            found[made] = None
    return list(found)


def ask(
    things: Iterable[Thing],
    url: str,
    profile: Profile,
    manners: Manners,
    memory: Memory,
    *,
    refresh: bool = False,
) -> Answers:
    """What the endpoint has under the names of the things.

    A question that is not answered ends the asking, so that a server in distress is left alone; the
    answers before it are kept. Raises StoreError where not one question was answered, QueryError
    where the server refuses the query.
    """
    endpoint = _Polite(url, timeout=manners.timeout)
    queries = [profile.ask(batch) for batch in _batches(literals(things, profile))]
    answers, began, paused = Answers(len(queries)), manners.clock(), False
    for query in queries:
        known = None if refresh else memory.get(url, query)
        if known is not None:
            answers.remembered += 1
        else:
            if manners.clock() - began > manners.budget:
                answers.problem = f"{url}: {manners.budget:.0f} s are over"
                break
            if paused:
                manners.sleep(manners.pause)
            try:
                known = _candidates(endpoint, query)
            except StoreError as error:
                if not answers.asked:
                    raise
                answers.problem = str(error)
                break
            memory.put(url, query, known)
            paused = True
        answers.asked += 1
        answers.candidates += known
    return answers
