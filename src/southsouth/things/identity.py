"""Which names are names of one thing. Pure.

Decided by evidence, in this order: a name of the records; a chain of renamings; the acronym that
documents introduce; the same full name (``naming.name_key``). A name that many things bear is of
its document alone, unless the document says which it means. Two things of the records are never
joined. What stays undecided is two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.short_forms import is_short
from southsouth.things.evidence import KnownName, NameUse, Told
from southsouth.things.naming import fit, founding_key, likeness, name_key, spelling, words_of

#: Where words may have been taken into a name that are none of it: "… for Women on gender issues".
_LINK: Final = re.compile(
    r" (?:on|to|in|of|for|with|at|and|during|into|resolution|region|office) ?"
)
#: What goes on behind these tells one from another: three protocols to one convention.
_TOLD_BY_REST: Final = re.compile(
    r"\bprotocols?\b|\b(?:parties|decade|committee|panel|group|fund|office|session|part)"
    r" (?:to|for|on|of|in)$"
)
#: Behind what a name is called by its beginning.
_GOES_ON: Final = re.compile(r" (?:of|for|on|to|relating|concerning) ")
#: In so many documents a name must stand beside its beginning.
_TOGETHER: Final = 2
#: A name must be used in so many documents to be taken for the core of longer ones.
_ENOUGH: Final = 3
_OF_ACTION: Final = re.compile(r"(?:programme|plan|platform|declaration)\b")
_MANY_WORDS: Final = 4
#: An acronym of so many letters is believed where a document gives it, though they do not fit.
_LETTERS: Final = 3
_SHARE: Final = 0.8
_ALIKE: Final = 0.6
_IS_ACRONYM: Final = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][\w‑-]*")


@lru_cache(maxsize=65536)
def is_acronym(name: str) -> bool:
    """Whether a name is one word with several capitals."""
    return _IS_ACRONYM.fullmatch(name) is not None


class _Joined(dict[str, str]):
    """Sets of names that grow together; each has at most one thing of the records."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, str] = {}

    def of(self, node: str) -> str:
        """The node that stands for the set that a node is in."""
        root = node
        while (parent := self.setdefault(root, root)) != root:
            root = parent
        while self[node] != root:
            self[node], node = root, self[node]
        return root

    def join(self, one: str, other: str) -> bool:
        """Make two sets one; False where the records tell them apart."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return True
        mine, theirs = self.known.get(first), self.known.get(second)
        if mine and theirs and mine != theirs:
            return False
        self[second] = first
        if theirs:
            self.known[first] = theirs
        return True


class Identity:
    """The names of a graph and what they name.

    ``of`` gives the set that a name in a document belongs to; ``known`` the thing of the records
    that a set is, "" for none; ``refused`` are the pairs that evidence would join and the records
    part.
    """

    def __init__(
        self, names: Sequence[KnownName], uses: Iterable[NameUse], told: Sequence[Told] = ()
    ) -> None:
        self._sets = _Joined()
        self._known: dict[str, set[str]] = defaultdict(set)
        self.refused: list[tuple[str, str]] = []
        for known in names:
            self._known[known.form if is_acronym(known.form) else name_key(known.form)].add(
                known.thing
            )
        self._spelled: dict[str, str] = {}
        for known in names:
            things = self._known[known.form] if is_acronym(known.form) else ()
            if len(things) == 1:
                full = next(
                    (
                        n.form
                        for n in names
                        if n.thing == known.thing
                        and not is_acronym(n.form)
                        and not is_short(n.form)
                    ),
                    "",
                )
                if full:
                    self._spelled[known.form] = full
        for key, things in self._known.items():
            for thing in things:
                self._sets.known.setdefault(f"thing {thing}", thing)
            if len(things) == 1:
                self._sets.join(f"thing {min(things)}", f"name {key}")
        self._uses = list(uses)
        self._in = self._documents_of_keys()
        self._documents = {key: len(those) for key, those in self._in.items()}
        self._cores: dict[str, str] = {}
        renamings = [one for one in told if one.kind == "renaming" and one.new]
        self._told_apart = {(name_key(one.subject), name_key(one.new)) for one in renamings}
        self._pairs: list[tuple[str, str]] = []
        #: Acronyms in the document that introduces them, and everywhere.
        self._introduced: dict[tuple[str, str], str] = {}
        self._everywhere: dict[str, str] = {}
        self._ambiguous: set[str] = set()
        self._learn_acronyms()
        self._join_places()
        self._join_spellings()
        self._join_beginnings()
        for key in self._documents:
            if act := founding_key(key):
                self._join(f"name {act}", f"name {key}")
        self._rename(renamings)

    def _join_spellings(self) -> None:
        """A slip of the pen makes no other thing: "Office on Drug and Crime"."""
        alike: dict[str, list[str]] = defaultdict(list)
        for key in self._documents:
            alike[spelling(key)].append(key)
        for keys in alike.values():
            most = max(keys, key=lambda key: (self._documents[key], key))
            for key in keys:
                self._join(f"name {most}", f"name {key}")

    def _join_beginnings(self) -> None:
        """What documents call by the beginning of its name: "Rome Statute", where only one name
        begins so and documents use both."""
        longer: dict[str, list[str]] = defaultdict(list)
        for key in {*self._documents, *self._known}:
            for link in _GOES_ON.finditer(key):
                if (short := key[: link.start()]) in self._documents:
                    longer[short].append(key)
        for short, keys in longer.items():
            if short in self._known or not 2 <= len(short.split()) <= _MANY_WORDS:
                continue
            sets = {self._sets.of(f"name {key}") for key in keys} - {self._sets.of(f"name {short}")}
            if len(sets) == 1 and any(self._used_with(short, key) for key in keys):
                self._join(sets.pop(), f"name {short}")

    def _used_with(self, short: str, key: str) -> bool:
        return len(self._in[short] & self._in[key]) >= _TOGETHER

    def _join_places(self) -> None:
        """A plan is called with or without the place that adopted it: "Brussels Programme of Action
        for … for the Decade 2001–2010"."""
        before: dict[str, set[str]] = defaultdict(set)
        for key in self._documents:
            place, _, rest = key.partition(" ")
            if rest in self._documents and _OF_ACTION.match(rest) and len(rest.split()) >= 6:
                before[rest].add(place)
        for rest, places in before.items():
            if len(places) == 1:
                self._join(f"name {rest}", f"name {min(places)} {rest}")

    def _documents_of_keys(self) -> Mapping[str, set[str]]:
        documents: dict[str, set[str]] = defaultdict(set)
        for use in self._uses:
            if not is_acronym(use.name) and not is_short(use.name):
                documents[name_key(use.name)].add(use.document)
        return documents

    def core(self, name: str) -> str:
        """The key of a name without what was only printed behind it: where the words up to a link
        are a name by themselves, which the records know or many more documents use."""
        if spelled := self._spelled_out(name):
            name = spelled
        key = name_key(name)
        core = self._cores.get(key)
        if core is None:
            core = self._cores[key] = min(self._shorter(key), key=len, default=key)
        return core

    def _spelled_out(self, name: str) -> str:
        """A name with the acronym that ends it in full: "Executive Board of UNICEF"."""
        before, space, last = name.rpartition(" ")
        return f"{before} {self._spelled[last]}" if space and last in self._spelled else ""

    def _shorter(self, key: str) -> Iterator[str]:
        if key in self._known or founding_key(key):
            return
        own = self._documents.get(key, 0)
        for link in _LINK.finditer(key):
            short, rest = key[: link.start()], key[link.end() :]
            if len(short.split()) < 3 or is_short(short):
                continue
            if not kind_of(short[:1].upper() + short[1:]):
                continue
            if {(key, short), (short, key)} & self._told_apart:
                continue  # "… in Asia" is renamed "… in Asia and the Pacific"
            names_owner = link[0] in {" of ", " and "} and self._is_used(rest)
            if names_owner or self._stands_alone(key, link, own):
                yield short

    def _stands_alone(self, key: str, link: re.Match[str], own: int) -> bool:
        """Whether what stands before a link in a key names the same thing without what follows."""
        short = key[: link.start()]
        if _TOLD_BY_REST.search(key[: link.end()].strip()):
            return False
        if link[0] == " and " and not self._is_far_more_used(short, own):
            return False
        return short in self._known or self._is_core(short, own)

    def _is_used(self, key: str) -> bool:
        return key in self._known or self._documents.get(key, 0) >= _ENOUGH

    def _is_core(self, short: str, own: int) -> bool:
        """Whether so many documents use a name that longer ones, of ``own`` documents, are it."""
        count = self._documents.get(short, 0)
        if len(words_of(short)) >= _MANY_WORDS:
            return count >= max(_ENOUGH - 1, own)
        return self._is_far_more_used(short, own)

    def _is_far_more_used(self, short: str, own: int) -> bool:
        return self._documents.get(short, 0) >= _ENOUGH * max(1, own)

    def _learn_acronyms(self) -> None:
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        best: dict[tuple[str, str], tuple[float, str]] = {}
        for use in self._uses:
            if use.acronym and not is_short(use.name) and not is_acronym(use.name):
                fitting = (fit(use.acronym, use.name), self.core(use.name))
                place = (use.document, use.acronym)
                best[place] = max(best.get(place, (0.0, "")), fitting)
        for (document, acronym), (fits, key) in best.items():
            if key:
                found[acronym][key].add(document)
                if fits or len(acronym) >= _LETTERS:  # "(GRB)", of its name in French
                    self._introduced[document, acronym] = key
        for acronym, keys in found.items():
            self._learn_acronym(acronym, keys, best)

    def _learn_acronym(
        self,
        acronym: str,
        keys: Mapping[str, set[str]],
        best: Mapping[tuple[str, str], tuple[float, str]],
    ) -> None:
        """What an acronym stands for everywhere: the name that most documents give it, where they
        agree. One document that gives it without fitting letters proves nothing."""
        proven = {
            key: documents
            for key, documents in keys.items()
            if len(documents) > 1
            or any(best[document, acronym][0] for document in documents)
            or (len(keys) == 1 and len(acronym) >= _LETTERS)
        }
        if not proven:
            return
        main = max(proven, key=lambda key: (len(proven[key]), key))
        same = [
            key
            for key in proven
            if likeness(key, main) >= _ALIKE
            or self._sets.of(f"name {key}") == self._sets.of(f"name {main}")
        ]
        for key in same:
            self._join(f"name {main}", f"name {key}")
        self._pairs += ((f"name {main}", f"name {key}") for key in proven if key not in same)
        for key, documents in proven.items():
            for document in documents:
                self._introduced[document, acronym] = key
        if sum(len(proven[key]) for key in same) >= _SHARE * sum(map(len, proven.values())):
            self._everywhere[acronym] = main
            self._join(f"name {main}", f"acronym {acronym}")
        else:
            self._ambiguous.add(acronym)

    def _join(self, one: str, other: str) -> None:
        if not self._sets.join(one, other):
            self.refused.append((one, other))

    def _rename(self, renamings: Iterable[Told]) -> None:
        """Join the names of each renaming; nothing is known of a name that many things bear."""
        for one in renamings:
            old = self.node(one.document, one.subject, thing=one.thing)
            new = self.node(one.document, one.new, thing=one.new_thing)
            if _is_global(old) and _is_global(new):
                self._join(old, new)

    def node(self, document: str, name: str, full: str = "", thing: str = "") -> str:
        """What stands for a name in a document before names are joined."""
        if thing:
            return f"thing {thing}"
        if full:
            return self.node(document, full)
        if is_acronym(name):
            return self._acronym(document, name)
        if is_short(name):
            key = name_key(name)
            for spelt in (key, key.removeprefix("united nations ")):
                if len(self._known.get(spelt, ())) == 1:
                    return f"name {spelt}"
            return f"in {document} {key}"
        if not any(map(str.isupper, name)) and len(words_of(name_key(name))) < _MANY_WORDS:
            return f"in {document} {name_key(name)}"
        return f"name {self.core(name)}"

    def _acronym(self, document: str, name: str) -> str:
        if key := self._introduced.get((document, name)):
            return f"name {key}"
        if len(things := self._known.get(name, ())) == 1:
            return f"thing {min(things)}"
        if key := self._everywhere.get(name):
            return f"name {key}"
        return f"in {document} {name}" if name in self._ambiguous else f"acronym {name}"

    def of(self, document: str, name: str, full: str = "", thing: str = "") -> str:
        """The set that a name in a document belongs to: one string for all its names."""
        return self._sets.of(self.node(document, name, full, thing))

    def undecided(self) -> Iterator[tuple[str, str]]:
        """Pairs of sets that documents give one acronym, and that are not joined."""
        pairs = {(self._sets.of(one), self._sets.of(other)) for one, other in self._pairs}
        return iter(sorted(pair for pair in pairs if pair[0] != pair[1]))

    def in_full(self, document: str, words: str) -> str:
        """The key of the full name that an acronym stands for in a document; of any other words,
        their own."""
        if not is_acronym(words):
            return self.core(words)
        return self._introduced.get((document, words)) or self._everywhere.get(words) or words

    def known(self, members: str) -> str:
        """The thing of the records that a set of names is; "" where they know none."""
        return self._sets.known.get(members, "")


def _is_global(node: str) -> bool:
    return not node.startswith("in ")
