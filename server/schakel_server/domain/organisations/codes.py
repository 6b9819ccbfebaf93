"""The codes that organisations and education carry: one named check each, none of which needs a network.

A check tidies what people and files write (spaces, capitals, `www.` without a scheme), gives the one form
in which it is stored, or says in Dutch or English what is expected instead.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urlsplit

from schakel_server.domain.organisations.errors import InvalidCode
from schakel_server.domain.organisations.values import EducationLevel, IdentifierScheme
from schakel_server.storage.text import fold

SHOWN_CHARS = 60  # of a wrong value in a message
MAX_URL_CHARS = 2000
OTHER_CHARS = 100  # of an identifier in a register that is not known here

PROVINCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "NL-DR": ("Drenthe",),
        "NL-FL": ("Flevoland",),
        "NL-FR": ("Fryslân", "Friesland"),
        "NL-GE": ("Gelderland",),
        "NL-GR": ("Groningen",),
        "NL-LI": ("Limburg",),
        "NL-NB": ("Noord-Brabant",),
        "NL-NH": ("Noord-Holland",),
        "NL-OV": ("Overijssel",),
        "NL-UT": ("Utrecht",),
        "NL-ZE": ("Zeeland",),
        "NL-ZH": ("Zuid-Holland",),
    }
)

EQF_LEVELS: Mapping[EducationLevel, int] = MappingProxyType(
    {
        EducationLevel.MBO_1: 1,
        EducationLevel.MBO_2: 2,
        EducationLevel.MBO_3: 3,
        EducationLevel.MBO_4: 4,
        EducationLevel.AD: 5,
        EducationLevel.BACHELOR: 6,
        EducationLevel.MASTER: 7,
    }
)

# Area codes of two digits behind the zero, and the likewise divided 85 and 88; all others have three
# (number plan for telephone services, annex to the decree of the Dutch ministry of economic affairs).
SHORT_AREA_CODES = frozenset(
    (10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58, *range(70, 80), 85, 88)
)

_NAMES_OF_PROVINCES = {
    fold(name): code for code, names in PROVINCES.items() for name in (code, code[3:], *names)
}
_ROR_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_HOST = (
    r"(?=.{1,253}(?:[:/]|$))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})"
)
_SPACES = re.compile(r"\s+")
_PUNCTUATION = re.compile(r"[\s.\-]+")


def shorten(value: str) -> str:
    """`value` between quotes for a message, without control characters and not too long."""
    text = value if len(value) <= SHOWN_CHARS else value[:SHOWN_CHARS] + "…"
    return repr(text)


def passes_eleven_test(digits: str) -> bool:
    """The eleven-test of nine-digit numbers: weights 9 to 2 and -1, the sum divisible by eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(w * int(d) for w, d in zip(weights, digits, strict=True))
    return total % 11 == 0 and set(digits) != {"0"}


def passes_ror_check(value: str) -> bool:
    """The last two digits of a ROR id: ISO/IEC 7064 mod 97-10 over the base 32 number before them."""
    number = 0
    for character in value[:-2]:
        number = number * 32 + _ROR_ALPHABET.index(character)
    return 98 - number * 100 % 97 == int(value[-2:])


def passes_lei_check(value: str) -> bool:
    """The last two digits of an LEI: ISO 17442, mod 97-10 with letters counted from 10."""
    return int("".join(str(int(character, 36)) for character in value)) % 97 == 1


def _compact(value: str) -> str:
    return _SPACES.sub("", value)


def _upper(value: str) -> str:
    return _compact(value).upper()


def _lower(value: str) -> str:
    return _compact(value).lower()


def _digits(value: str) -> str:
    return _PUNCTUATION.sub("", value)


def _postcode(value: str) -> str:
    compact = _upper(value)
    return f"{compact[:4]} {compact[4:]}"


def _province(value: str) -> str:
    return _NAMES_OF_PROVINCES.get(fold(value), value)


def _last_segment(value: str) -> str:
    return value.strip().rstrip("/").rsplit("/", 1)[-1]


def _esco(value: str) -> str:
    return re.sub(r"^https:", "http:", value.strip())


def _phone(value: str) -> str:
    number = re.sub(r"^00(?=[1-9])", "+", re.sub(r"[\s.\-()]+", "", value))
    number = re.sub(r"^\+310", "+31", number)
    if re.fullmatch(r"0[89]0[0-9][0-9]{4}(?:[0-9]{3})?", number):
        return f"{number[:4]} {number[4:]}"
    if re.fullmatch(r"140[0-9]{2,3}", number):
        return f"{number[:2]} {number[2:]}"
    national = re.fullmatch(r"(?:\+31|0)([1-9][0-9]{8})", number)
    return _grouped(national[1]) if national else number


def _grouped(national: str) -> str:
    if national.startswith("6"):
        return f"+31 6 {national[1:3]} {national[3:5]} {national[5:7]} {national[7:]}"
    if int(national[:2]) in SHORT_AREA_CODES:
        return f"+31 {national[:2]} {national[2:5]} {national[5:7]} {national[7:]}"
    return f"+31 {national[:3]} {national[3:5]} {national[5:7]} {national[7:]}"


def _web_address(value: str) -> str:
    text = value.strip()
    if not re.match(r"[a-z][a-z0-9+.\-]*:(?![0-9])", text, re.IGNORECASE):
        text = "https://" + text.removeprefix("//")
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except (UnicodeError, ValueError):
        return value
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return value
    rest = parts._replace(scheme="", netloc="").geturl()
    return f"https://{host}{port}{'' if rest == '/' else rest}"


class Words(NamedTuple):
    """The same said in Dutch and in English."""

    nl: str
    en: str


@dataclass(frozen=True)
class Check:
    """How one kind of code is tidied, tested and explained."""

    label: Words
    expected: Words
    pattern: str
    tidy: Callable[[str], str] = _digits
    is_right: Callable[[str], bool] = lambda _: True
    is_shown: bool = True  # False keeps what was written out of messages and logs

    def find(self, value: str) -> str | None:
        """The form in which `value` is stored, None when it is wrong."""
        tidied = self.tidy(value)
        return tidied if re.fullmatch(self.pattern, tidied) and self.is_right(tidied) else None

    def clean(self, value: str, field: tuple[str, ...] = (), language: str = "en") -> str:
        """The form in which `value` is stored.

        Raises:
            InvalidCode: it does not have the form of its register.
        """
        cleaned = self.find(value)
        if cleaned is None:
            raise InvalidCode(self.message(value, language), field=field)
        return cleaned

    def message(self, value: str, language: str = "en") -> str:
        """What is wrong with `value` and what is expected, in Dutch (`nl`) or else in English."""
        shown = f" {shorten(value)}" if self.is_shown else ""
        if language == "nl":
            return f"{self.label.nl}{shown} klopt niet; verwacht: {self.expected.nl}."
        return f"{self.label.en}{shown} is not right; expected: {self.expected.en}."


def host_of(address: str) -> str:
    """The host of a web address without `www.`, empty when there is none."""
    known = CHECKS["web_address"].find(address)
    return (urlsplit(known or "").hostname or "").removeprefix("www.")


def eqf_level(level: EducationLevel) -> int | None:
    """The level of the European Qualifications Framework, None for VMBO and ANY."""
    return EQF_LEVELS.get(level)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "kvk": Check(
            Words("KVK-nummer", "KVK number"),
            Words(
                "8 cijfers, bijv. 01234567; een rekenblad laat de nul vooraan soms weg",
                "8 digits, e.g. 01234567; a spreadsheet may have dropped the zero in front",
            ),
            r"[0-9]{8}",
        ),
        "kvk_establishment": Check(
            Words("Vestigingsnummer", "Establishment number"),
            Words("12 cijfers, bijv. 000012345678", "12 digits, e.g. 000012345678"),
            r"[0-9]{12}",
        ),
        "rsin": Check(
            Words("RSIN", "RSIN"),
            Words(
                "9 cijfers van een rechtspersoon die de elfproef doorstaan, bijv. 123456782, nooit een BSN",
                "9 digits of a legal person that pass the eleven-test, e.g. 123456782, never a BSN",
            ),
            r"[0-9]{9}",
            is_right=passes_eleven_test,
            is_shown=False,
        ),
        "institution_code": Check(
            Words("Instellingscode", "Institution code"),
            Words(
                "twee cijfers en twee letters, bijv. 25BE, voor een locatie nog twee cijfers, bijv. 25BE01",
                "two digits and two letters, e.g. 25BE, and two more digits for a location, e.g. 25BE01",
            ),
            r"[0-9]{2}[A-Z]{2}(?:[0-9]{2})?",
            _upper,
        ),
        "rio_board": Check(
            Words("Onderwijsbestuurcode (RIO)", "RIO board code"),
            Words(
                "drie cijfers, een B en drie cijfers, bijv. 100B490",
                "three digits, a B and three digits, e.g. 100B490",
            ),
            r"[0-9]{3}B[0-9]{3}",
            _upper,
        ),
        "rio_offerer": Check(
            Words("Onderwijsaanbiedercode (RIO)", "RIO offerer code"),
            Words(
                "drie cijfers, een A en drie cijfers, bijv. 110A133",
                "three digits, an A and three digits, e.g. 110A133",
            ),
            r"[0-9]{3}A[0-9]{3}",
            _upper,
        ),
        "rio_location": Check(
            Words("Onderwijslocatiecode (RIO)", "RIO location code"),
            Words(
                "drie cijfers, een X en drie cijfers, bijv. 110X912",
                "three digits, an X and three digits, e.g. 110X912",
            ),
            r"[0-9]{3}X[0-9]{3}",
            _upper,
        ),
        "leerbedrijf_id": Check(
            Words("Leerbedrijf-id", "Training company number"),
            Words("9 cijfers, bijv. 100123456", "9 digits, e.g. 100123456"),
            r"[0-9]{9}",
        ),
        "oin": Check(
            Words("OIN", "OIN"),
            Words("20 cijfers, bijv. 00000001234567890000", "20 digits, e.g. 00000001234567890000"),
            r"[0-9]{20}",
        ),
        "schac_home": Check(
            Words("Inlogdomein (schacHomeOrganization)", "Sign-in domain (schacHomeOrganization)"),
            Words("een domeinnaam, bijv. hanze.nl", "a domain name, e.g. hanze.nl"),
            _HOST,
            _lower,
        ),
        "ror": Check(
            Words("ROR-id", "ROR id"),
            Words(
                "een 0, zes tekens en twee controlecijfers, bijv. 00xqtxw43",
                "a 0, six characters and two check digits, e.g. 00xqtxw43",
            ),
            r"0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}",
            lambda value: _last_segment(value).lower(),
            passes_ror_check,
        ),
        "wikidata": Check(
            Words("Wikidata-item", "Wikidata item"),
            Words("een Q en cijfers, bijv. Q1234567", "a Q and digits, e.g. Q1234567"),
            r"Q[1-9][0-9]{0,11}",
            lambda value: _last_segment(value).upper(),
        ),
        "lei": Check(
            Words("LEI", "LEI"),
            Words(
                "18 letters en cijfers en twee controlecijfers, bijv. 724500VKKSH9QOLTFR81",
                "18 letters and digits and two check digits, e.g. 724500VKKSH9QOLTFR81",
            ),
            r"[0-9A-Z]{18}[0-9]{2}",
            _upper,
            passes_lei_check,
        ),
        "other": Check(
            Words("Nummer", "Number"),
            Words(f"1 tot {OTHER_CHARS} tekens op één regel", f"1 to {OTHER_CHARS} characters on one line"),
            rf"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{{1,{OTHER_CHARS}}}",
            str.strip,
        ),
        "crebo": Check(
            Words("Crebo", "Crebo"),
            Words("5 cijfers, bijv. 25998", "5 digits, e.g. 25998"),
            r"[0-9]{5}",
        ),
        "sbi": Check(
            Words("SBI-code", "SBI code"),
            Words("2 tot 5 cijfers, bijv. 3832", "2 to 5 digits, e.g. 3832"),
            r"[0-9]{2,5}",
        ),
        "isced_f": Check(
            Words("ISCED-F-code", "ISCED-F code"),
            Words("2 tot 6 cijfers, bijv. 0712", "2 to 6 digits, e.g. 0712"),
            r"[0-9]{2,6}",
        ),
        "esco_skill": Check(
            Words("ESCO-vaardigheid", "ESCO skill"),
            Words(
                "een adres als http://data.europa.eu/esco/skill/…",
                "an address such as http://data.europa.eu/esco/skill/…",
            ),
            r"http://data\.europa\.eu/esco/skill/[0-9A-Za-z][0-9A-Za-z.\-]{2,63}",
            _esco,
        ),
        "postcode": Check(
            Words("Postcode", "Postcode"),
            Words("vier cijfers en twee letters, bijv. 9747 AS", "four digits and two letters, e.g. 9747 AS"),
            r"[1-9][0-9]{3} [A-Z]{2}",
            _postcode,
        ),
        "municipality": Check(
            Words("Gemeentenummer", "Municipality number"),
            Words("4 cijfers, bijv. 0014", "4 digits, e.g. 0014"),
            r"[0-9]{4}",
        ),
        "province": Check(
            Words("Provincie", "Province"),
            Words("een naam of code, bijv. Groningen of NL-GR", "a name or code, e.g. Groningen or NL-GR"),
            "|".join(PROVINCES),
            _province,
        ),
        "phone": Check(
            Words("Telefoonnummer", "Telephone number"),
            Words(
                "tien cijfers of een nummer met landcode, bijv. 050 123 45 67 of +31 50 123 45 67",
                "ten digits or a number with a country code, e.g. 050 123 45 67 or +31 50 123 45 67",
            ),
            r"\+31 [1-9][0-9 ]{11,12}|\+(?!31)[1-9][0-9]{6,14}|0[89]0[0-9] [0-9]{4,7}|14 0[0-9]{2,3}",
            _phone,
        ),
        "web_address": Check(
            Words("Webadres", "Web address"),
            Words("een adres als https://www.school.nl", "an address such as https://www.school.nl"),
            rf"(?=.{{1,{MAX_URL_CHARS}}}$)https://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"\\^`{{|}}]*)?",
            _web_address,
        ),
    }
)

BY_SCHEME: Mapping[IdentifierScheme, Check] = MappingProxyType(
    {scheme: CHECKS[scheme.name.lower()] for scheme in IdentifierScheme}
)
