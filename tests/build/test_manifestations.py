"""The same document in several files and languages: one work, one reading for each language."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.reading.documents.akn_samples import akn, meta, paragraph, preambular

from southsouth.build import BuildReport
from southsouth.build.curated import snapshot_quads
from southsouth.build.file_facts import FileFacts, file_facts, file_hash
from southsouth.build.pipeline import build
from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, NS

SYMBOL = "A/RES/66/901"
ENGLISH = f"{BASE}graph/document/{SYMBOL}"
FRENCH = f"{BASE}graph/expression/{SYMBOL}/fr"

TEXT = f"""{SYMBOL}

Resolution adopted by the General Assembly on 1 February 2012

66/901. Wells for all

The General Assembly,

Noting wells,

1. Decides to dig wells.
"""
MARKDOWN = TEXT.replace("The General Assembly,", "*The General Assembly,*").replace(
    "Decides", "*Decides*"
)
AKN = akn(paragraph("1.", "Decides to dig wells."), preamble=preambular("Noting wells,"))
AKN_FRENCH = akn(
    paragraph("1.", "Décide de creuser."),
    preamble=preambular("Notant les puits,"),
    stated=meta(language="fra"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def _no_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The published facts take most of the time of a build and say nothing of these files."""
    monkeypatch.setattr("southsouth.build.pipeline.snapshot_quads", dict)


def test_what_a_file_is_told_apart_from_what_it_says(folder: Path) -> None:
    (folder / "w.txt").write_text(TEXT)
    facts = file_facts(folder / "w.txt")
    assert isinstance(facts, FileFacts)
    quads = list(ox.parse(facts.manifestation(), format=ox.RdfFormat.N_QUADS))
    told = {(quad.predicate.value.removeprefix(NS), quad.object) for quad in quads}
    assert {quad.subject.value for quad in quads} == {
        f"{BASE}source/sha256-{file_hash(facts.file)}"
    }
    assert len(quads) == 6
    assert ("isManifestationOf", ox.NamedNode(f"{BASE}expression/{SYMBOL}/en")) in told
    assert ("mediaType", ox.Literal("text/plain")) in told
    facts.settle()
    assert facts.nquads == facts.manifestation()


def built(folder: Path, **files: bytes) -> tuple[BuildReport, GraphStore]:
    for name, data in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_bytes(data)
    store_path = folder.parent / "store"
    report = build([str(folder)], store_path)
    return report, GraphStore.create(store_path)


def values(store: GraphStore, graph: str, term: str) -> set[str]:
    return {
        quad.object.value
        for quad in store.quads(graph)
        if quad.predicate.value == NS + term and isinstance(quad.object, ox.NamedNode | ox.Literal)
    }


def read_from(store: GraphStore, graph: str) -> str:
    """The name of the file that a graph was read from."""
    (source,) = values(store, graph, "isReadFrom")
    (name,) = {
        quad.object.value
        for quad in store.quads(graph)
        if quad.predicate.value == NS + "fileName"
        and isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value == source
        and isinstance(quad.object, ox.Literal)
    }
    return name


def test_of_three_formats_the_best_is_read_and_the_others_are_listed(folder: Path) -> None:
    report, store = built(folder, a_txt=TEXT.encode(), b_md=MARKDOWN.encode(), c_xml=AKN)
    assert (report.read, report.added, report.documents, report.failures) == (1, 1, 1, [])
    assert sorted((Path(file).name, symbol) for file, symbol in report.manifestations) == [
        ("a.txt", SYMBOL),
        ("b.md", SYMBOL),
    ]
    assert read_from(store, ENGLISH) == "c.xml"
    assert values(store, ENGLISH, "fileName") == {"a.txt", "b.md", "c.xml"}
    assert values(store, ENGLISH, "mediaType") == {
        "application/akn+xml",
        "text/markdown",
        "text/plain",
    }
    assert values(store, ENGLISH, "isManifestationOf") == {f"{BASE}expression/{SYMBOL}/en"}


@pytest.mark.parametrize(
    ("files", "read"),
    [
        ({"a_md": MARKDOWN.encode(), "b_txt": TEXT.encode()}, "a.md"),
        ({"a_txt": TEXT.encode(), "b_md": MARKDOWN.encode()}, "b.md"),
        ({"a_xml": AKN, "b_md": MARKDOWN.encode()}, "a.xml"),
        ({"a_txt": AKN, "b_xml": TEXT.encode()}, "a.txt"),  # the suffix does not count
        ({"a_txt": TEXT.encode(), "b_txt": TEXT.replace("dig", "mend").encode()}, "a.txt"),
    ],
)
def test_the_order_of_the_files_does_not_matter(
    folder: Path, files: dict[str, bytes], read: str
) -> None:
    report, store = built(folder, **files)
    assert read_from(store, ENGLISH) == read
    assert len(report.manifestations) == 1
    assert Path(report.manifestations[0][0]).name != read


def test_two_languages_are_one_document_in_two_graphs(folder: Path) -> None:
    report, store = built(folder, a_xml=AKN, b_xml=AKN_FRENCH)
    assert (report.read, report.documents, report.manifestations) == (2, 1, [])
    work = f"{BASE}expression/{SYMBOL}"
    assert values(store, ENGLISH, "hasExpression") == {f"{work}/en"}
    assert values(store, FRENCH, "hasExpression") == {f"{work}/fr"}
    found = store.query(
        f"SELECT DISTINCT ?work WHERE {{ ?work <{NS}hasExpression> ?x . "
        f"FILTER(STRSTARTS(STR(?x), '{work}/')) }}"
    ).values()
    assert [row["work"] for row in found] == [f"{BASE}document/{SYMBOL}"]


def test_a_second_build_of_the_same_files_changes_nothing(folder: Path) -> None:
    files = {"a_txt": TEXT.encode(), "b_xml": AKN, "c_xml": AKN_FRENCH}
    first, store = built(folder, **files)
    quads = len(store)
    del store
    second, store = built(folder, **files)
    assert (first.added, second.added, second.replaced, second.unchanged) == (2, 0, 0, 2)
    assert len(store) == quads


def test_a_better_format_that_is_added_replaces_the_reading(folder: Path) -> None:
    _, store = built(folder, a_txt=TEXT.encode())
    assert read_from(store, ENGLISH) == "a.txt"
    del store
    report, store = built(folder, b_xml=AKN)
    assert (report.replaced, report.added) == (1, 0)
    assert read_from(store, ENGLISH) == "b.xml"


def test_a_broken_file_among_good_ones_is_reported(folder: Path) -> None:
    report, store = built(folder, a_txt=TEXT.encode(), b_xml=AKN.replace(b"</statement>", b""))
    assert [Path(error.place).name for error in report.failures] == ["b.xml"]
    assert read_from(store, ENGLISH) == "a.txt"
    assert report.manifestations == []


def test_the_snapshot_that_these_tests_leave_out_is_there() -> None:
    assert snapshot_quads is not dict
    assert ENGLISH not in snapshot_quads()
