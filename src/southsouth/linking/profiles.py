"""How vocabularies keep names and dates: a row each, with its query as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from southsouth.errors import SouthSouthError

_PREFIXES: Final = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
#: schema.org's terms in both spellings of its namespace.
_SCHEMA_START: Final = "|".join(
    f"<{scheme}://schema.org/{term}>"
    for scheme in ("https", "http")
    for term in ("foundingDate", "startDate")
)
_SCHEMA_END: Final = _SCHEMA_START.replace("founding", "dissolution").replace("start", "end")
_SKOS_SHOWN: Final = 'OPTIONAL { ?thing skos:prefLabel ?shown FILTER(LANG(?shown) IN ("en", "")) }'


@dataclass(frozen=True, slots=True)
class Profile:
    """One way of keeping names and dates.

    ``hosts`` are those whose endpoints keep them so; ``tags`` the language tags that a name of ours
    is looked for with ("{}" stands for its own language, "" for none); ``upper`` says whether
    labels may be printed in capitals. ``query`` gives ``?thing``, ``?label`` (the name that was
    found), ``?field`` (which property holds it), ``?shown`` (its name in English), ``?start`` and
    ``?end``; ``$labels`` in it are the names of one batch.
    """

    name: str
    hosts: tuple[str, ...]
    tags: tuple[str, ...]
    upper: bool
    query: str

    def ask(self, labels: str) -> str:
        """The query for one batch of names, written as SPARQL terms."""
        return self.query.replace("$labels", labels)


#: A name is looked up by its words, and then it is seen which property holds it: with the
#: properties as a second VALUES, Oxigraph goes through all names there are, which takes minutes.
PROFILES: Final = (
    # Disambiguation pages (Q4167410) and scholarly articles (Q13442814) have names, and are no body
    # or instrument. Dates: inception, start time, point in time; dissolved, end time.
    Profile(
        "wikidata",
        ("query.wikidata.org", "query-main.wikidata.org"),
        ("{}", "mul"),
        upper=False,
        query=_PREFIXES
        + """PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wd: <http://www.wikidata.org/entity/>
SELECT DISTINCT ?thing ?label ?field ?shown ?start ?end WHERE {
  VALUES ?label { $labels }
  ?thing ?field ?label FILTER(?field IN (rdfs:label, skos:altLabel, wdt:P1813))
  FILTER NOT EXISTS { ?thing wdt:P31 ?kind VALUES ?kind { wd:Q4167410 wd:Q13442814 } }
  OPTIONAL { ?thing rdfs:label ?shown FILTER(LANG(?shown) IN ("en", "mul")) }
  OPTIONAL { ?thing wdt:P571|wdt:P580|wdt:P585 ?start }
  OPTIONAL { ?thing wdt:P576|wdt:P582 ?end }
}""",
    ),
    # The thesaurus of the Dag Hammarskjöld Library is SKOS, in capitals, without dates.
    Profile(
        "unbis",
        ("metadata.un.org",),
        ("{}",),
        upper=True,
        query=_PREFIXES
        + f"""SELECT DISTINCT ?thing ?label ?field ?shown WHERE {{
  VALUES ?label {{ $labels }}
  ?thing ?field ?label FILTER(?field IN (skos:prefLabel, skos:altLabel))
  {_SKOS_SHOWN}
}}""",
    ),
    Profile(
        "skos",
        (),
        ("{}", ""),
        upper=True,
        query=_PREFIXES
        + f"""SELECT DISTINCT ?thing ?label ?field ?shown ?start ?end WHERE {{
  VALUES ?label {{ $labels }}
  ?thing ?field ?label
  FILTER(?field IN (skos:prefLabel, skos:altLabel, skos:hiddenLabel, rdfs:label))
  {_SKOS_SHOWN}
  OPTIONAL {{ ?thing {_SCHEMA_START} ?start }}
  OPTIONAL {{ ?thing {_SCHEMA_END} ?end }}
}}""",
    ),
    # SKOS Reference, appendix B: a label is a node with a literal form.
    Profile(
        "skos-xl",
        (),
        ("{}", ""),
        upper=True,
        query=_PREFIXES
        + f"""PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
SELECT DISTINCT ?thing ?label ?field ?shown ?start ?end WHERE {{
  VALUES ?label {{ $labels }}
  ?node skosxl:literalForm ?label . ?thing ?field ?node
  FILTER(?field IN (skosxl:prefLabel, skosxl:altLabel, skosxl:hiddenLabel))
  OPTIONAL {{
    ?thing skosxl:prefLabel/skosxl:literalForm ?shown FILTER(LANG(?shown) IN ("en", ""))
  }}
  OPTIONAL {{ ?thing {_SCHEMA_START} ?start }}
  OPTIONAL {{ ?thing {_SCHEMA_END} ?end }}
}}""",
    ),
)


def profile_for(endpoint: str, name: str = "") -> Profile:
    """The profile of that name, or that of the endpoint's host, or plain SKOS.

    Raises SouthSouthError for a name that no profile has.
    """
    if name:
        for profile in PROFILES:
            if profile.name == name:
                return profile
        known = ", ".join(profile.name for profile in PROFILES)
        raise SouthSouthError(f"no profile named {name!r}; there are: {known}")
    host = urlsplit(endpoint).hostname or ""
    found = (profile for profile in PROFILES if host in profile.hosts)
    return next(found, profile_for("", "skos"))
