"""The States that vote and sponsor in the United Nations: names as printed → ISO 3166 codes. Pure.

A State keeps its IRI when its name changes, so it is known by its code. Names: as United Nations
documents print them; codes: ISO 3166-1 alpha-3, as in the UN's Standard Country or Area Codes
(M49);
those of States that are no more, as in ISO 3166-3.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

#: A row is a code and its names: the name of today first, earlier and shorter ones behind it.
STATES: Final = """
AFG Afghanistan
ALB Albania
DZA Algeria
AND Andorra
AGO Angola
ATG Antigua and Barbuda
ARG Argentina
ARM Armenia
AUS Australia
AUT Austria
AZE Azerbaijan
BHS Bahamas
BHR Bahrain
BGD Bangladesh
BRB Barbados
BLR Belarus
BEL Belgium
BLZ Belize
BEN Benin
BTN Bhutan
BOL Bolivia (Plurinational State of) | Bolivia
BIH Bosnia and Herzegovina
BWA Botswana
BRA Brazil
BRN Brunei Darussalam
BGR Bulgaria
BFA Burkina Faso
BDI Burundi
CPV Cabo Verde | Cape Verde
KHM Cambodia
CMR Cameroon
CAN Canada
CAF Central African Republic
TCD Chad
CHL Chile
CHN China
COL Colombia
COM Comoros
COG Congo
CRI Costa Rica
CIV Côte d'Ivoire
HRV Croatia
CUB Cuba
CYP Cyprus
CZE Czechia | Czech Republic
PRK Democratic People's Republic of Korea
COD Democratic Republic of the Congo
DNK Denmark
DJI Djibouti
DMA Dominica
DOM Dominican Republic
ECU Ecuador
EGY Egypt
SLV El Salvador
GNQ Equatorial Guinea
ERI Eritrea
EST Estonia
SWZ Eswatini | Swaziland
ETH Ethiopia
FJI Fiji
FIN Finland
FRA France
GAB Gabon
GMB Gambia | Gambia (Republic of the)
GEO Georgia
DEU Germany
GHA Ghana
GRC Greece
GRD Grenada
GTM Guatemala
GIN Guinea
GNB Guinea-Bissau
GUY Guyana
HTI Haiti
HND Honduras
HUN Hungary
ISL Iceland
IND India
IDN Indonesia
IRN Iran (Islamic Republic of) | Iran
IRQ Iraq
IRL Ireland
ISR Israel
ITA Italy
JAM Jamaica
JPN Japan
JOR Jordan
KAZ Kazakhstan
KEN Kenya
KIR Kiribati
KWT Kuwait
KGZ Kyrgyzstan
LAO Lao People's Democratic Republic
LVA Latvia
LBN Lebanon
LSO Lesotho
LBR Liberia
LBY Libya | Libyan Arab Jamahiriya
LIE Liechtenstein
LTU Lithuania
LUX Luxembourg
MDG Madagascar
MWI Malawi
MYS Malaysia
MDV Maldives
MLI Mali
MLT Malta
MHL Marshall Islands
MRT Mauritania
MUS Mauritius
MEX Mexico
FSM Micronesia (Federated States of)
MCO Monaco
MNG Mongolia
MNE Montenegro
MAR Morocco
MOZ Mozambique
MMR Myanmar
NAM Namibia
NRU Nauru
NPL Nepal
NLD Netherlands (Kingdom of the) | Netherlands
NZL New Zealand
NIC Nicaragua
NER Niger
NGA Nigeria
MKD North Macedonia | The former Yugoslav Republic of Macedonia
NOR Norway
OMN Oman
PAK Pakistan
PLW Palau
PAN Panama
PNG Papua New Guinea
PRY Paraguay
PER Peru
PHL Philippines
POL Poland
PRT Portugal
QAT Qatar
KOR Republic of Korea
MDA Republic of Moldova
ROU Romania
RUS Russian Federation
RWA Rwanda
KNA Saint Kitts and Nevis
LCA Saint Lucia
VCT Saint Vincent and the Grenadines
WSM Samoa
SMR San Marino
STP Sao Tome and Principe
SAU Saudi Arabia
SEN Senegal
SRB Serbia
SYC Seychelles
SLE Sierra Leone
SGP Singapore
SVK Slovakia
SVN Slovenia
SLB Solomon Islands
SOM Somalia
ZAF South Africa | Union of South Africa
SSD South Sudan
ESP Spain
LKA Sri Lanka
SDN Sudan
SUR Suriname
SWE Sweden
CHE Switzerland
SYR Syrian Arab Republic
TJK Tajikistan
THA Thailand
TLS Timor-Leste
TGO Togo
TON Tonga
TTO Trinidad and Tobago
TUN Tunisia
TUR Türkiye | Turkey | Türkýye
TKM Turkmenistan
TUV Tuvalu
UGA Uganda
UKR Ukraine
ARE United Arab Emirates
GBR United Kingdom of Great Britain and Northern Ireland | United Kingdom
TZA United Republic of Tanzania
USA United States of America | United States
URY Uruguay
UZB Uzbekistan
VUT Vanuatu
VEN Venezuela (Bolivarian Republic of) | Venezuela
VNM Viet Nam
YEM Yemen
ZMB Zambia
ZWE Zimbabwe
PSE State of Palestine
VAT Holy See
SUN Union of Soviet Socialist Republics
YUG Yugoslavia | Federal Republic of Yugoslavia | Socialist Federal Republic of Yugoslavia
CSK Czechoslovakia
DDR German Democratic Republic
SCG Serbia and Montenegro
YMD Democratic Yemen
""".strip()


#: The article as lists of votes print it: "Bahamas (The)".
_ARTICLE: Final = re.compile(r"\s*\(the\)\s*\Z", re.IGNORECASE)


def _key(name: str) -> str:
    plain = _ARTICLE.sub("", name).replace("’", "'").replace("‘", "'")
    letters = unicodedata.normalize("NFKD", plain).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.strip(". ").removeprefix("the ").split())


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in STATES.splitlines():
        code, _, names = row.partition(" ")
        codes.update((_key(name), code) for name in names.split("|"))
    return codes


@cache
def _names() -> dict[str, str]:
    rows = (row.partition(" ") for row in STATES.splitlines())
    return {code: names.split(" | ")[0] for code, _, names in rows}


def state_code(name: str) -> str:
    """The code of a State by a name of it, in any case; "" for what is none in the table."""
    return _codes().get(_key(name), "")


def state_name(code: str) -> str:
    """The name of today; KeyError for an unknown code."""
    return _names()[code]


def state_codes() -> tuple[str, ...]:
    """All codes, in the order of the table."""
    return tuple(_names())


def names_with_and() -> tuple[str, ...]:
    """The names that hold an "and", which joins no two States."""
    return tuple(
        name.strip()
        for row in STATES.splitlines()
        for name in row.partition(" ")[2].split("|")
        if " and " in name
    )
