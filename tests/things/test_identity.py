"""Identity: which names are one thing's, by which evidence, and what is kept apart."""

from __future__ import annotations

from datetime import date

import pytest

from southsouth.things import KnownName, Learner, NameUse, Told, name_key
from southsouth.things.naming import fit, founding_key
from southsouth.things.series import series_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Office for Wells", "United Nations Office for Wells"),
        ("Programme for Well Co-operation", "Programme for Well Cooperation"),
        ("High‑level Wells Committee", "High-level Wells Committee"),
        ("Division for Deep Wells of the Secretariat", "Division for Deep Wells"),
        ("Ad Hoc Committee on Wells", "Committee on Wells"),
        ("Pérez Well Fund for Lakes", "Perez Well Fund for Lakes"),
        ("Mission for Stabilisation of Wells", "Mission for Stabilization of Wells"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("First Wells Decade", "Second Wells Decade"),
        ("Ad Hoc Committee", "Committee"),
        ("Committee on Wells", "Commission on Wells"),
    ],
)
def test_names_that_differ(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_slip_of_the_pen_makes_no_other_thing() -> None:
    uses = [use("1", "Office on Well and Lakes"), use("2", "Office on Wells and Lakes")]
    of = Learner([], uses, []).identity.of
    assert of("d/1", "Office on Well and Lakes") == of("d/2", "Office on Wells and Lakes")


def test_a_name_may_be_called_by_its_beginning() -> None:
    both = [
        use(document, name)
        for document in "12"
        for name in ("Ostend Statute of the Wells Court", "Ostend Statute")
    ]
    of = Learner([], both, []).identity.of
    assert of("d/3", "Ostend Statute") == of("d/1", "Ostend Statute of the Wells Court")
    other = use("4", "Ostend Statute on the Law of Lakes")
    of = Learner([], [*both, other], []).identity.of
    assert of("d/3", "Ostend Statute") != of("d/1", "Ostend Statute of the Wells Court")


def test_what_a_renaming_tells_apart_is_no_core_of_the_other() -> None:
    uses = [use(document, "Wells Centre for Water in Asia") for document in "123"]
    uses.append(use("4", "Wells Centre for Water in Asia and the Pacific"))
    renaming = Told(
        "d/4#e1", "d/4", "renaming", "decided", "Wells Centre for Water in Asia",
        new="Wells Centre for Water in Asia and the Pacific",
    )  # fmt: skip
    identity = Learner([], uses, [renaming]).identity
    key = name_key("Wells Centre for Water in Asia and the Pacific")
    assert identity.core("Wells Centre for Water in Asia and the Pacific") == key


def test_another_name_behind_and_is_none_of_a_name() -> None:
    uses = [use(document, "Deep Lake Fund") for document in "123"]
    uses += [use(document, "Conference on Deep Wells") for document in "45"]
    joined = "Conference on Deep Wells and Deep Lake Fund"
    uses += [use(document, joined) for document in "67"]
    assert Learner([], uses, []).identity.core(joined) == name_key("Conference on Deep Wells")
    longer = "Conference on Deep Wells and Pond Water"
    uses += [use(document, longer) for document in "67"]
    assert Learner([], uses, []).identity.core(longer) == name_key(longer)


def test_bodies_called_by_their_founding_resolution() -> None:
    keys = {
        founding_key(name_key(name))
        for name in (
            "Committee pursuant to resolution 951 (1995) concerning Atlantis",
            "Security Council Committee established pursuant to resolution 951 (1995)",
            "951 Committee",
        )
    }
    assert keys == {"committee 951"}


@pytest.mark.parametrize(
    ("acronym", "name", "least", "most"),
    [
        ("OWL", "Office for Water and Lakes", 1.0, 1.0),
        ("UNOW", "Executive Board of the United Nations Office for Wells", 0.8, 0.9),
        ("XYZ", "Office for Wells", 0.0, 0.0),
    ],
)
def test_how_acronyms_fit(acronym: str, name: str, least: float, most: float) -> None:
    assert least <= fit(acronym, name) <= most


def use(document: str, name: str, acronym: str = "", full: str = "", year: int = 2001) -> NameUse:
    return NameUse(
        f"d/{document}#op1-{name}", f"d/{document}", name, acronym, full, date(year, 1, 1)
    )


def test_the_order_of_evidence() -> None:
    uses = [
        use("1", "Office for Wells", "OFW"),
        use("2", "OFW"),
        use("3", "Bureau for Deep Wells"),
        use("4", "Executive Board"),
        use("5", "Executive Board"),
        use("6", "Special Unit", full="Special Unit for Wells"),
        use("7", "Special Unit for Wells"),
        use("8", "United Nations Lake Fund"),
    ]
    told = [
        Told(
            "d/9#e1", "d/9", "renaming", "decided", "Office for Wells", new="Bureau for Deep Wells"
        )
    ]
    known = [KnownName("fund#1", "Lake Fund", "fund")]
    learner = Learner(known, uses, told)

    def of(document: str, name: str, full: str = "") -> str:
        return learner.identity.of(f"d/{document}", name, full)

    assert of("1", "Office for Wells") == of("2", "OFW") == of("3", "Bureau for Deep Wells")
    assert of("4", "Executive Board") != of("5", "Executive Board")
    assert of("6", "Special Unit", "Special Unit for Wells") == of("7", "Special Unit for Wells")
    assert learner.identity.known(of("8", "United Nations Lake Fund")) == "fund"


def test_one_acronym_of_two_names_is_that_of_each_document() -> None:
    uses = [
        use("1", "Administrative Wells Tribunal", "AWT"),
        use("2", "Appeals Water Tribunal", "AWT"),
        use("3", "AWT"),
    ]
    learner = Learner([], uses, [])
    of = learner.identity.of
    assert of("d/1", "AWT") == of("d/1", "Administrative Wells Tribunal")
    assert of("d/2", "AWT") == of("d/2", "Appeals Water Tribunal")
    assert of("d/3", "AWT") not in (of("d/1", "AWT"), of("d/2", "AWT"))
    assert learner.learn().possibly_same


def test_two_things_of_the_records_are_never_joined() -> None:
    known = [KnownName("a#1", "Office for Wells", "a"), KnownName("b#1", "Bureau for Lakes", "b")]
    told = [
        Told("d/1#e1", "d/1", "renaming", "decided", "Office for Wells", new="Bureau for Lakes")
    ]
    learner = Learner(known, [], told)
    assert learner.identity.refused
    assert learner.identity.of("d/1", "Office for Wells") != learner.identity.of(
        "d/1", "Bureau for Lakes"
    )


def test_words_printed_behind_a_name_are_none_of_it() -> None:
    often = [use(str(n), "Wells Development Fund for Women") for n in range(5)]
    once = use("9", "Wells Development Fund for Women on Lakes")
    learner = Learner([], [*often, once], [])
    assert learner.identity.core(once.name) == name_key(often[0].name)


def test_what_tells_protocols_apart_is_none_of_those_words() -> None:
    often = [
        use(str(n), "Optional Protocol to the Convention on Wells and Lakes") for n in range(5)
    ]
    once = use("9", "Optional Protocol to the Convention on Wells and Lakes on Rivers")
    learner = Learner([], [*often, once], [])
    assert learner.identity.core(once.name) == name_key(once.name)


def test_series() -> None:
    found = series_of(
        {
            "a": ["First Wells Summit"],
            "b": ["Second Wells Summit"],
            "c": ["Second Committee"],
            "d": ["First Committee"],
            "e": ["Fourth Conference on Lakes"],
        }
    )
    assert found == {"wells summit": [(1, "a"), (2, "b")]}
