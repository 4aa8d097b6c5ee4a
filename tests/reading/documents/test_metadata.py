"""The publisher's metadata beside documents: JSON, MARCXML, CSV; names of States in them."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from southsouth.build.pipeline import build
from southsouth.graph.rdf.emit import emit
from southsouth.reading.documents.metadata import read_records, with_metadata
from southsouth.reading.documents.record import Record, Subject, Vote
from southsouth.reading.paths import collect_files
from southsouth.reading.reader import Reading, readings_in
from southsouth.un.states import state_code

TEXT = """\
A/RES/70/901

The General Assembly,

Recalling the wells,

1. Decides to dig.
"""
JSON = {
    "symbol": "A/RES/70/901",
    "title": "Wells",
    "date": "2015-12-21",
    "Subjects": ["WELLS", {"label": "RIVERS", "uri": "http://metadata.un.org/thesaurus/1"}],
    "SDGs": [6, "SDG 14"],
    "sponsors": "Chad, Zimbabwe and the State of Palestine",
    "votes": {"in favour": ["BAHAMAS (THE)", "TÜRKÝYE"], "against": ["CHAD"], "abstaining": []},
    "meeting_record": "A/70/PV.82",
}
CSV = """\
undl_id,ms_code,ms_name,ms_vote,date,resolution,draft,title,total_yes,total_no,total_abstentions
1,BHS,BAHAMAS (THE),Y,2015-12-21,A/RES/70/901,A/70/L.9,Wells,1,1,0
1,TCD,CHAD,N,2015-12-21,A/RES/70/901,A/70/L.9,Wells,1,1,0
2,TCD,CHAD,X,2015-12-22,A/RES/70/902,,Rivers,0,0,0
"""
MARC = """\
<collection xmlns="http://www.loc.gov/MARC21/slim"><record>
<datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/RES/70/901</subfield></datafield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Wells :</subfield>
<subfield code="b">resolution</subfield></datafield>
<datafield tag="269" ind1=" " ind2=" "><subfield code="a">2015-12-21</subfield></datafield>
<datafield tag="650" ind1="1" ind2="7"><subfield code="a">WELLS</subfield></datafield>
<datafield tag="967" ind1=" " ind2=" "><subfield code="c">TCD</subfield>
<subfield code="d">N</subfield><subfield code="e">CHAD</subfield></datafield>
<datafield tag="993" ind1="2" ind2=" "><subfield code="a">A/70/L.9</subfield></datafield>
<datafield tag="993" ind1="3" ind2=" "><subfield code="a">A/70/500</subfield></datafield>
<datafield tag="993" ind1="4" ind2=" "><subfield code="a">A/70/PV.82</subfield></datafield>
</record></collection>
"""


def reading(folder: Path, name: str, metadata: str) -> Reading:
    (folder / "wells.txt").write_text(TEXT, encoding="utf-8")
    (folder / name).write_text(metadata, encoding="utf-8")
    assert [file.name for file in collect_files([str(folder)])] == ["wells.txt"]
    return readings_in(folder / "wells.txt")[0]


@pytest.mark.parametrize(
    ("name", "metadata"),
    [("a.json", json.dumps(JSON)), ("a.json", json.dumps([JSON])), ("votes.csv", CSV),
     ("marc.xml", MARC)],
)  # fmt: skip
def test_metadata_beside_a_document_is_taken_along(
    tmp_path: Path, name: str, metadata: str
) -> None:
    found = reading(tmp_path, name, metadata)
    record = found.resolution.document.record
    assert record is not None
    assert record.adopted == date(2015, 12, 21)
    assert record.voting is not None
    assert Vote("CHAD", "against") in record.voting.votes
    assert any("isCastBy" in str(quad.predicate) for quad in emit(found))


def test_goals_sponsors_and_counts(tmp_path: Path) -> None:
    record = reading(tmp_path, "a.json", json.dumps(JSON)).resolution.document.record
    assert record is not None
    assert record.sponsors == ("Chad", "Zimbabwe", "State of Palestine")
    labels = [(one.scheme, one.label) for one in record.subjects]
    assert labels == [("UNBIS", "WELLS"), ("UNBIS", "RIVERS"), ("SDG", "SDG 6"), ("SDG", "SDG 14")]
    assert record.meeting_record == "A/70/PV.82"


def test_a_row_a_vote(tmp_path: Path) -> None:
    record = reading(tmp_path, "votes.csv", CSV).resolution.document.record
    assert record is not None
    assert record.voting is not None
    assert record.voting.counts == (("in-favour", 1), ("against", 1), ("abstaining", 0))
    assert [vote.state for vote in record.voting.votes] == ["BAHAMAS (THE)", "CHAD"]


def test_what_a_library_relates(tmp_path: Path) -> None:
    record = reading(tmp_path, "marc.xml", MARC).resolution.document.record
    assert record is not None
    related = (record.draft, record.report, record.meeting_record)
    assert related == ("A/70/L.9", "A/70/500", "A/70/PV.82")
    assert record.title == "Wells : resolution"
    assert record.subjects == (Subject("UNBIS", "WELLS"),)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"), ("a.json", "[1, null]"), ("a.json", '{"name": "x"}'), ("a.csv", ""),
        ("a.csv", "symbol,title\nno symbol,x\n"), ("a.xml", "<akomaNtoso/>"),
        ("a.xml", '<record xmlns="http://www.loc.gov/MARC21/slim"'), ("a.json", "\0"),
        ("a.json", '{"symbol": "A/RES/70/902", "votes": 7, "sdgs": 3, "sponsors": {}}'),
    ],
)  # fmt: skip
def test_what_tells_nothing_of_a_document_harms_none(
    tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert readings_in(tmp_path / "wells.txt")[0].resolution.document.record is None


def test_what_a_document_states_is_kept() -> None:
    own = Record("A/RES/70/901", title="Wells")
    stated = Record("A/RES/70/901", title="Rivers", draft="A/70/L.9")
    assert with_metadata(own, stated) == Record("A/RES/70/901", title="Wells", draft="A/70/L.9")
    assert with_metadata(None, stated) == stated


def test_documents_beside_metadata_are_read_again_where_those_changed(tmp_path: Path) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, encoding="utf-8")
    votes = tmp_path / "votes.json"
    votes.write_text(json.dumps(JSON), encoding="utf-8")
    os.utime(votes, (10**9, 10**9))
    files, store = [str(tmp_path / "wells.txt")], tmp_path / "store" / "store"
    assert [build(files, store).read for _ in range(2)] == [1, 0]
    os.utime(votes, (2 * 10**9, 2 * 10**9))
    os.utime(tmp_path)  # the folder says that something in it was written
    assert build(files, store).read == 1


def test_metadata_that_cannot_be_read_are_told_and_harm_no_document(tmp_path: Path) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "votes.json").write_text('{"symbol": ', encoding="utf-8")
    report = build([str(tmp_path / "wells.txt")], tmp_path / "store")
    assert (report.added, report.failures) == (1, [])
    ((file, remark),) = report.remarks
    assert file == str(tmp_path / "votes.json")
    assert "no metadata can be read (Expecting value" in remark
    assert "mend it or move it away" in remark


def test_a_table_that_is_no_metadata(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("name,age\nx,3\n", encoding="utf-8")
    assert read_records(file) == []


@pytest.mark.parametrize(
    ("printed", "code"), [("Bahamas (The)", "BHS"), ("TÜRKÝYE", "TUR"), ("GAMBIA (THE)", "GMB")]
)
def test_states_as_lists_of_votes_print_them(printed: str, code: str) -> None:
    assert state_code(printed) == code
