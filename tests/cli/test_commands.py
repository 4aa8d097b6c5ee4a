"""Every command, on a document of our own and on the store that a fresh clone builds."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from southsouth.cli import app

Run = Callable[..., Any]  # the fixture of conftest.py

FUND = "United Nations Fund for South-South Cooperation"


def test_help_names_every_command_with_examples(run: Run, wells: Path) -> None:
    names = [
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback
    ]
    overview = run("--help").out
    for name in names:
        assert name in overview
        assert "Examples:" in run(name, "--help").out


def test_version(run: Run) -> None:
    assert run("--version").out == "southsouth 0.1.0\n"


def test_no_command_shows_the_help(run: Run) -> None:
    result = run()
    assert result.code == 0
    assert "Commands" in result.out


def test_build_says_what_it_built(run: Run, wells: Path, tmp_path: Path) -> None:
    result = run("build", wells, "--store", tmp_path / "s")
    assert result.code == 0
    assert "13 documents" in result.out
    assert "read 1 (added 1, replaced 0, unchanged 0), from the snapshot 12, failed 0" in result.out
    assert "citations 3" in result.out
    assert result.err == ""


def test_building_twice_changes_nothing(run: Run, wells: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", wells, "--store", store)
    before = sorted(map(str, ox.Store.read_only(str(store))))
    report = json.loads(run("build", wells, "--store", store, "--json").out)
    assert (report["added"], report["replaced"], report["unchanged"]) == (0, 0, 1)
    assert sorted(map(str, ox.Store.read_only(str(store)))) == before


def test_a_changed_document_replaces_its_own_graph(run: Run, wells: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", wells, "--store", store)
    wells.write_text(wells.read_text().replace("60/212 of 22 December 2005", "58/220"))
    report = json.loads(run("build", wells, "--store", store, "--json").out)
    assert (report["added"], report["replaced"], report["unchanged"]) == (0, 1, 0)
    cited = run(
        "query", "cited-by", "--param", "document=60/212", "--store", store, "--format", "json"
    ).out
    assert "66/901" not in cited


def test_a_reading_is_not_overwritten_by_the_snapshot(
    run: Run, shared: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s"
    run("build", shared / "seed" / "A_RES_60_212.md", "--store", store)
    run("build", "--store", store)
    asked = run("query", "evidence", "--store", store, "--format", "json").out
    assert json.loads(asked)[0]["quote"].startswith("rename the Voluntary Trust Fund")


def test_one_bad_file_among_many_is_named(run: Run, wells: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("no document at all")
    result = run("build", wells, bad, "--store", tmp_path / "s")
    assert result.code == 1
    assert "failed 1" in result.out
    assert f"not read: {bad}: no UN document symbol found" in result.err


def test_the_same_document_in_two_files_is_one_document(
    run: Run, wells: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_text(wells.read_text() + "\nMore.\n")
    result = run("build", wells, copy, "--store", tmp_path / "s")
    assert "read 1 " in result.out
    assert f"{copy}: a further manifestation of A/RES/66/901" in result.out


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"\x00\x01\x02", "a binary file"),
        (b"A/RES/1/1\n\n\x81\xfe", "byte 11: "),
        (b"Dear Sir,", "no UN document symbol found"),
    ],
)
def test_bad_input_leaves_the_store_alone(
    run: Run, tmp_path: Path, content: bytes, problem: str
) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    store = tmp_path / "s"
    result = run("build", file, "--store", store)
    assert result.code == 2
    assert result.err.startswith(f"southsouth: {file}")
    assert problem in result.err
    assert result.err.count("\n") == 1
    assert not store.exists()


def test_a_file_name_that_is_not_utf_8(run: Run, wells: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.md")
    Path(odd).write_bytes(wells.read_bytes())
    assert run("build", odd, "--store", tmp_path / "s").code == 0


def test_an_output_that_takes_nothing(shipped: Path) -> None:
    command = f"{sys.executable} -m southsouth query citation-chain --store {shipped} > /dev/full"
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


@pytest.mark.parametrize("command", ["build", "citations", "events", "extract"])
def test_a_missing_file(run: Run, command: str, tmp_path: Path) -> None:
    result = run(command, tmp_path / "none.txt")
    assert result.code == 2
    assert "no such file; check the path" in result.err
    assert result.err.count("\n") == 1


def test_a_folder_without_documents_and_a_pattern_without_match(run: Run, tmp_path: Path) -> None:
    assert "a folder with no document" in run("build", tmp_path).err
    assert "no such file" in run("build", f"{tmp_path}/*.txt").err


def test_folders_and_patterns_are_searched(run: Run, wells: Path, tmp_path: Path) -> None:
    for given in (tmp_path, f"{tmp_path}/*.md"):
        assert run("citations", given).out.count("A/RES/66/901\t") == 3


def test_citations_as_tsv(run: Run, wells: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("citations", wells).out), delimiter="\t"))
    assert list(rows[0]) == [
        "symbol",
        "start",
        "end",
        "target",
        "verb",
        "provision",
        "pinpoint",
        "how",
        "direct",
        "cited_as",
    ]
    source = wells.read_text(encoding="utf-8")
    found = [
        (
            source[int(r["start"]) : int(r["end"])],
            r["target"],
            r["verb"],
            r["provision"],
            r["pinpoint"],
            r["how"],
        )
        for r in rows
    ]
    assert found == [
        ("A/66/999/Add.1", "A/66/999/Add.1", "", "front", "", "explicit-symbol"),
        ("60/212 of 22 December 2005", "A/RES/60/212", "recalls", "pp1", "", "organ-in-context"),
        ("A/66/123, annex II", "A/66/123", "takes note of", "op1", "annex II", "footnote"),
    ]


def test_citations_as_json_are_one_object_a_line(run: Run, wells: Path) -> None:
    lines = run("citations", wells, "--format", "json").out.splitlines()
    assert [json.loads(line)["target"] for line in lines] == [
        "A/66/999/Add.1",
        "A/RES/60/212",
        "A/66/123",
    ]


def linked_page(folder: Path, href: str) -> Path:
    page = folder / "wells.html"
    page.write_text(
        "<html><body><p>A/RES/70/1</p><p>Resolution adopted by the General Assembly</p>"
        f"<p>The General Assembly,</p><p>1. Recalls its resolution <a href='{href}'>60/12</a>;</p>"
        "</body></html>",
        encoding="utf-8",
    )
    return page


def test_links_are_checked(run: Run, tmp_path: Path) -> None:
    right = run("check-links", linked_page(tmp_path, "https://undocs.org/A/RES/60/12"))
    assert (right.code, right.err) == (0, "1 links checked, 0 wrong\n")
    wrong = run("check-links", linked_page(tmp_path, "https://undocs.org/A/RES/60/21"))
    assert (wrong.code, wrong.err) == (1, "1 links checked, 1 wrong\n")
    (row,) = csv.DictReader(io.StringIO(wrong.out), delimiter="\t")
    assert (row["words"], row["linked"], row["printed"], row["problem"]) == (
        "60/12",
        "A/RES/60/21",
        "A/RES/60/12",
        "other document",
    )


def test_links_of_a_table_are_checked(run: Run, wells: Path, tmp_path: Path) -> None:
    symbol = wells.read_text(encoding="utf-8").split("\n", 1)[0]
    blocks = wells.read_text(encoding="utf-8").split("\n\n")
    block = next(n for n, words in enumerate(blocks) if "60/212 of" in words) - 1
    table = tmp_path / "links.tsv"
    table.write_text(
        f"symbol\tblock\tanchor\ttarget\n{symbol}\t{block}\t60/212\tA/RES/60/221\n",
        encoding="utf-8",
    )
    result = run("check-links", wells, "--links", table, "--format", "json")
    assert result.code == 1
    row = json.loads(result.out)
    assert wells.read_text(encoding="utf-8")[row["start"] : row["end"]] == "60/212"
    assert row["printed"] == "A/RES/60/212"


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("wells\tblock\n", "no column anchor, symbol, target; the first line names the columns"),
        ("symbol\tblock\tanchor\ttarget\nA/RES/70/1\tx\t60/1\tA/1\n", "block 'x' is no number"),
        (None, "check the path"),
    ],
)
def test_a_bad_table_of_links(
    run: Run, wells: Path, tmp_path: Path, table: str | None, line: str
) -> None:
    path = tmp_path / "links.tsv"
    if table is not None:
        path.write_text(table, encoding="utf-8")
    result = run("check-links", wells, "--links", path)
    assert result.code == 2
    assert line in result.err
    assert result.err.count("\n") == 1


def test_one_unreadable_file_of_several_is_reported(run: Run, wells: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no document")
    result = run("check-links", wells, tmp_path / "bad.pdf")
    assert result.code == 1
    assert "not read" in result.err
    assert run("check-links", tmp_path / "bad.pdf").code == 2


def test_events(run: Run, wells: Path) -> None:
    (event,) = map(json.loads, run("events", wells).out.splitlines())
    assert list(event) == [
        "symbol",
        "start",
        "end",
        "provision",
        "kind",
        "force",
        "subject",
        "subjects",
        "new_name",
        "actor",
        "authority",
        "date",
        "conditions",
        "generic",
        "quote",
    ]
    assert (event["kind"], event["force"]) == ("rename", "decided")
    assert (event["subject"], event["new_name"]) == ("Lake Committee", "Committee on Wells")
    assert event["date"] == "2012-02-01"
    source = wells.read_text(encoding="utf-8")
    assert " ".join(source[event["start"] : event["end"]].split()) == event["quote"]
    assert run("events", wells, "--format", "tsv").out.splitlines()[0].startswith("symbol\tstart")


@pytest.mark.parametrize("to", ["nquads", "trig", "turtle", "jsonld", "json"])
def test_extract_in_every_format(run: Run, wells: Path, to: str) -> None:
    result = run("extract", wells, "--format", to)
    assert result.code == 0
    assert "Wells for all" in result.out
    assert run("extract", wells, "--format", to).out == result.out


def test_extract_without_quotes_keeps_no_sentence(run: Run, wells: Path) -> None:
    assert "support the" in run("extract", wells).out
    bare = run("extract", wells, "--no-quotes").out
    assert "support the" not in bare
    assert "Lake Committee" in bare


def test_show_a_document(run: Run, shipped: Path) -> None:
    out = run("show", "60/212", "--store", shipped).out
    expected = (
        "2005-12-22",
        "57 (b)",
        "68th plenary meeting",
        "takes note with appreciation of",
        "A/60/39",
        "chap. I",
        "requested renaming",
        "https://undocs.org/A/RES/60/212",
    )
    for words in expected:
        assert words in out, words


@pytest.mark.parametrize(
    "name",
    [
        FUND,
        FUND.lower(),
        "UNFSSC",
        "voluntary trust fund for the promotion of south-south cooperation",
    ],
)
def test_show_an_instrument_by_any_name(run: Run, shipped: Path, name: str) -> None:
    card = json.loads(run("show", name, "--store", shipped, "--json").out)
    assert card["found"]["iri"].endswith("instrument/fund/ssc-50-119")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("http://ex.org/<x>", "knows nothing called"),
        ("99/999", "knows nothing called '99/999'"),
        ("Fond for South-South", "did you mean"),
        ("Trust Fund", "could be:"),
    ],
)
def test_show_what_is_not_there(run: Run, shipped: Path, words: str, message: str) -> None:
    result = run("show", words, "--store", shipped)
    assert result.code == 2
    assert message in result.err


def test_lineage_tells_the_story_of_the_fund(run: Run, shipped: Path) -> None:
    out = run("lineage", FUND, "--store", shipped).out
    story = [
        "■ Voluntary Trust Fund for the Promotion of South-South Cooperation",
        "■ United Nations Fund for South-South Cooperation",
        "1995-12-20  reported  establishment",
        "2005-12-22  requested  renaming",
        "2005-12-22  requested  designation",
        "2009-12-21  attested by use  renaming shown by use of the new name",
    ]
    places = [out.find(line) for line in story]
    assert -1 not in places
    assert places == sorted(places)


def test_query_formats(run: Run, shipped: Path) -> None:
    asked = ("query", "ibid", "--store", shipped, "--format")
    assert "A/60/39" in run(*asked, "table").out
    assert json.loads(run(*asked, "json").out)[0]["target"] == "A/60/39"
    assert run(*asked, "csv").out.splitlines()[0] == "footnote,provision,target,pinpoint"
    assert "needs a CONSTRUCT" in run(*asked, "turtle").err


def test_query_of_a_file(run: Run, shipped: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("CONSTRUCT { ?s a ?k } WHERE { ?s a ?k } LIMIT 1")
    assert " a " in run("query", file, "--store", shipped, "--format", "turtle").out
    file.write_text("ASK { ?s ?p ?o }")
    assert run("query", file, "--store", shipped).out == "yes\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nope",), "no query named 'nope'"),
        (("names-on-date", "--param", "dy=2001-01-01"), "no parameter 'dy'; it has: thing, day"),
        (("names-on-date", "--param", "day"), "write it as name=value"),
        (("none.rq",), "cannot be read as a query"),
        (("broken.rq",), "syntax error in the query: error at 1:"),
        (("empty.rq",), "the query is empty"),
        (("broken.rq", "--param", "a=b"), "goes with a query of the library"),
        (("ibid", "--endpoint", "http://127.0.0.1:9/"), "no answer"),
    ],
)
def test_bad_queries(
    run: Run,
    shipped: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.rq").write_text("SELECT ?x WHER {}")
    Path("empty.rq").write_text("\n")
    result = run("query", *arguments, "--store", shipped)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert result.err.count("\n") == 1


def test_a_store_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("query", "ibid", "--store", tmp_path / "none")
    assert result.code == 2
    assert "run 'southsouth build' first" in result.err


def test_queries_lists_the_library(run: Run) -> None:
    assert "What was this instrument or body called on that day" in run("queries").out
    assert len(json.loads(run("queries", "--json").out)) >= 15


@pytest.mark.parametrize("picture", ["citations", "lineage"])
def test_graph(run: Run, shipped: Path, tmp_path: Path, picture: str) -> None:
    page = tmp_path / "page.html"
    result = run("graph", picture, "--store", shipped, "-o", page)
    assert result.code == 0
    assert "nodes" in result.out
    again = tmp_path / "again.html"
    run("graph", picture, "--store", shipped, "-o", again)
    assert again.read_bytes() == page.read_bytes()


def test_graph_around(run: Run, shipped: Path, tmp_path: Path) -> None:
    page = tmp_path / "near.html"
    out = run("graph", "citations", "--around", "60/212", "-o", page, "--store", shipped).out
    nodes = int(out.split(": ")[1].split()[0])
    assert 15 < nodes < 40
    assert "around A/RES/60/212, 1 step" in page.read_text(encoding="utf-8")


def test_files_that_cannot_be_written(run: Run, shipped: Path, tmp_path: Path) -> None:
    for command, name in ((("graph", "lineage"), "x.html"), (("export",), "x.ttl")):
        result = run(*command, "--store", shipped, "-o", tmp_path / "none" / name)
        assert result.code == 2
        assert "cannot be written" in result.err
    picture = run("graph", "lineage", "--store", shipped, "-o", tmp_path / "x.docx")
    assert picture.code == 2
    assert "a picture is a page (.html) or a drawing (.svg)" in picture.err
    assert not (tmp_path / "x.docx").exists()
    assert (
        "no exporter for the suffix '.foo'" in run("export", "--store", shipped, "-o", "x.foo").err
    )


@pytest.mark.slow
def test_validate_finds_nothing_in_what_ships(run: Run, shipped: Path) -> None:
    result = run("validate", "--store", shipped)
    assert result.code == 0, result.out
    assert "0 violations" in result.out


def test_validate_finds_a_broken_store(run: Run, tmp_path: Path) -> None:
    store = ox.Store(str(tmp_path / "s"))
    ns = "https://w3id.org/southsouth/ns#"
    store.add(
        ox.Quad(
            ox.NamedNode("https://example.org/c"),
            ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
            ox.NamedNode(ns + "Citation"),
            ox.NamedNode("https://example.org/g"),
        )
    )
    store.flush()
    result = run("validate", "--store", tmp_path / "s")
    assert result.code == 1
    assert "Violation: https://example.org/c" in result.out
    findings = json.loads(run("validate", "--store", tmp_path / "s", "--json").out)
    assert {finding["severity"] for finding in findings} == {"Violation"}


def test_usage_errors_are_one_line(run: Run) -> None:
    for arguments in (("nonsense",), ("build", "--nope"), ("graph", "trees", "-o", "x"), ("show",)):
        result = run(*arguments)
        assert result.code == 2
        assert result.err.count("\n") == 1


def test_a_reader_that_goes_away_is_no_traceback(shipped: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m southsouth query citation-chain --format csv --store {shipped}"
        " | head -1",
        shell=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("from,")
    assert "Traceback" not in done.stderr


def test_heavy_libraries_are_not_imported_for_help() -> None:
    code = (
        "import sys, southsouth.cli;"
        "print([m for m in ('rdflib', 'pyvis', 'networkx', 'pyshacl', 'SPARQLWrapper') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_names_are_listed_with_their_records(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(
        "A/RES/70/1\n\nThe General Assembly,\n\nNoting the United Nations Fund for South-South "
        "Cooperation, the Ponds Fund (POF) and the work of the Fund,\n\n1. Supports the Ponds "
        "Fund;",
        encoding="utf-8",
    )
    lines = run("names", document, "--format", "json").out.splitlines()
    proposed, known = map(json.loads, lines)
    assert known["thing"] == "instrument/fund/ssc-50-119"
    assert known["mentions"] == 1  # "the Fund" is no name
    assert proposed == {
        "name": "Ponds Fund",
        "kind": "TrustFund",
        "thing": "",
        "acronym": "POF",
        "mentions": 2,
        "documents": 1,
        "symbol": "A/RES/70/1",
        "provision": "pp1",
        "start": 99,
        "end": 109,
        "quote": proposed["quote"],
    }
    assert "Ponds Fund (POF)" in proposed["quote"]
    assert document.read_text(encoding="utf-8")[99:109] == "Ponds Fund"
    lines = run("names", document, "--unknown").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["name", "Ponds Fund"]


def test_unknown_names_are_proposed_as_records(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(
        "A/RES/70/1\n\nThe General Assembly,\n\n1. Supports the Ponds Fund (POF);", encoding="utf-8"
    )
    turtle = run("names", document, "--unknown", "--format", "turtle").out
    quads = list(ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))
    statuses = {
        q.object.value.rpartition("/")[2]
        for q in quads
        if q.predicate.value.endswith("hasNameStatus")
    }
    sources = {q.object.value for q in quads if q.predicate.value.endswith("hasSource")}
    assert statuses == {"proposed", "acronym"}
    assert sources == {"https://w3id.org/southsouth/document/A/RES/70/1#op1"}
    assert any(q.subject.value.endswith("instrument/proposed/ponds-fund") for q in quads)


def test_build_says_what_it_dropped(run: Run, wells: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(wells.read_text("utf-8").replace("66/901", "66/902"), "utf-8")
    store = tmp_path / "s"
    assert "dropped" not in run("build", wells, other, "--store", store).out
    told = run("build", wells, "--prune", "--store", store).out
    assert "  dropped 1, read from other files than these\n" in told


@pytest.mark.parametrize("command", ["queries", "status --store {}", "show 60/212 --store {}"])
def test_a_closed_output_is_one_line(command: str, shipped: Path) -> None:
    line = f"{sys.executable} -m southsouth {command.format(shipped)} >&-"
    done = subprocess.run(line, shell=True, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("southsouth: the output cannot be written")
    assert done.stderr.count("\n") == 1


def test_things_are_listed_and_printed_for_scorers(
    run: Run, of_wells: Path, tmp_path: Path
) -> None:
    assert json.loads(run("things", "--json", "--store", str(of_wells)).out)
    assert "documents" in run("things", "--store", str(of_wells)).out
    questions = tmp_path / "questions.jsonl"
    place = {"symbol": "A/RES/66/901", "start": 0, "end": 5}
    asked = {"story": "s", "date": "2012-01-01", "things": [place]}
    questions.write_text(json.dumps(asked) + "\n", encoding="utf-8")
    options = ("--predictions", "--questions", str(questions), "--store", str(of_wells))
    shapes = {frozenset(json.loads(line)) for line in run("things", *options).out.splitlines()}
    assert frozenset({"symbol", "start", "end", "thing"}) in shapes
    assert frozenset({"story", "date", "certain", "possible"}) in shapes


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("no json", "line 1: no question"),
        ('{"story": "s"}', "line 1: no question"),
        ('\n{"story": "s", "date": "2012-01-01", "things": 3}', "line 2: no question"),
        (None, "cannot be read"),
    ],
)
def test_questions_that_are_none(
    run: Run, of_wells: Path, tmp_path: Path, content: str | None, told: str
) -> None:
    path = tmp_path / "questions.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    options = ("--predictions", "--questions", str(path), "--store", str(of_wells))
    answer = run("things", *options)
    assert answer.code == 2
    assert str(path) in answer.err
    assert told in answer.err


def test_a_record_is_written_of_what_is_confirmed(run: Run, of_wells: Path, tmp_path: Path) -> None:
    learned = json.loads(run("things", "--json", "--store", str(of_wells)).out)[0]
    options = ("--to", str(tmp_path / "records.ttl"), "--store", str(of_wells))
    told = run("things", "--confirm", learned["iri"], *options)
    assert "SOUTHSOUTH_RECORDS" in told.out
    assert learned["thing"] in (tmp_path / "records.ttl").read_text(encoding="utf-8")
    assert run("things", "--merge", learned["iri"], *options).code == 2
    assert run("things", "--confirm", "UNDP", *options).code == 2
    nowhere = run(
        "things", "--confirm", learned["iri"], "--to", "/nowhere/records.ttl", *options[2:]
    )
    assert (nowhere.code, "cannot be written" in nowhere.err) == (2, True)
