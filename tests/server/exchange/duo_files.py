"""Small address files in the form of DUO's, with made-up schools beside Hanze; addresses are made up too."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

BOM = b"\xef\xbb\xbf"

MBO_HEADER = (
    "MBO INSTELLINGSSOORT - CODE",
    "MBO INSTELLINGSSOORT - NAAM",
    "PROVINCIE",
    "BEVOEGD GEZAG NUMMER",
    "INSTELLINGSCODE",
    "INSTELLINGSNAAM",
    "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING",
    "POSTCODE",
    "PLAATSNAAM",
    "GEMEENTENUMMER",
    "GEMEENTENAAM",
    "DENOMINATIE",
    "TELEFOONNUMMER",
    "INTERNETADRES",
    "STRAATNAAM CORRESPONDENTIEADRES",
    "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
    "POSTCODE CORRESPONDENTIEADRES",
    "PLAATSNAAM CORRESPONDENTIEADRES",
    "RMC-REGIO NAAM",
)
HBO_HEADER = ("SOORT HO", *MBO_HEADER[2:])
PLAIN_HEADER = MBO_HEADER[2:]

KRINGLOOP = {
    "MBO INSTELLINGSSOORT - CODE": "VAK",
    "MBO INSTELLINGSSOORT - NAAM": "Vakinstelling",
    "PROVINCIE": "Groningen",
    "BEVOEGD GEZAG NUMMER": "40000",
    "INSTELLINGSCODE": "99AA",
    "INSTELLINGSNAAM": "Vakschool De Kringloop",
    "STRAATNAAM": "Reparatielaan",
    "HUISNUMMER-TOEVOEGING": "12 a",
    "POSTCODE": "9712 AB",
    "PLAATSNAAM": "GRONINGEN",
    "GEMEENTENUMMER": "0014",
    "GEMEENTENAAM": "GRONINGEN",
    "DENOMINATIE": "Overige",
    "TELEFOONNUMMER": "0501234567",
    "INTERNETADRES": "www.kringloop.example",
    "STRAATNAAM CORRESPONDENTIEADRES": "Postbus",
    "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES": "1080",
    "POSTCODE CORRESPONDENTIEADRES": "9700 AB",
    "PLAATSNAAM CORRESPONDENTIEADRES": "GRONINGEN",
    "RMC-REGIO NAAM": "Groningen",
}
WADCOLLEGE = {
    **KRINGLOOP,
    "PROVINCIE": "Friesland",
    "INSTELLINGSCODE": "99AB",
    "INSTELLINGSNAAM": "Wadcollege Súdwest & Oëst",
    "STRAATNAAM": "Wâlddyk",
    "HUISNUMMER-TOEVOEGING": "3",
    "POSTCODE": "8601AB",
    "PLAATSNAAM": "IJLST",
    "GEMEENTENAAM": "SÚDWEST-FRYSLÂN",
    "TELEFOONNUMMER": "0515-123456",
    "INTERNETADRES": "http://wadcollege.example/",
    "STRAATNAAM CORRESPONDENTIEADRES": "",
    "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES": "",
    "POSTCODE CORRESPONDENTIEADRES": "",
    "PLAATSNAAM CORRESPONDENTIEADRES": "",
}
HANZE = {
    **WADCOLLEGE,
    "SOORT HO": "hbo",
    "PROVINCIE": "Groningen",
    "INSTELLINGSCODE": "25BE",
    "INSTELLINGSNAAM": "Hanzehogeschool Groningen",
    "STRAATNAAM": "Zernikeplein",
    "HUISNUMMER-TOEVOEGING": "7",
    "POSTCODE": "9747 AS",
    "PLAATSNAAM": "GRONINGEN",
    "GEMEENTENAAM": "GRONINGEN",
    "TELEFOONNUMMER": "0505555555",
    "INTERNETADRES": "www.hanze.nl",
}
ZUIDER = {
    **HANZE,
    "SOORT HO": "wo",
    "PROVINCIE": "Limburg",
    "INSTELLINGSCODE": "99ZZ",
    "INSTELLINGSNAAM": "Zuider Universiteit",
    "PLAATSNAAM": "'S-GRAVENVOEREN",
    "GEMEENTENAAM": "'S-GRAVENVOEREN",
    "INTERNETADRES": "zuider.example",
}

Rows = Sequence[dict[str, str]]


def csv_text(rows: Rows, header: Sequence[str] = MBO_HEADER, separator: str = ";") -> str:
    """The text of a file with these rows; columns that the header lacks are left out."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, "", "ignore", delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def encoded(text: str, encoding: str = "utf-8-sig") -> bytes:
    """The bytes of a file; `utf-8-sig` writes the BOM that DUO writes."""
    return text.encode(encoding)


def write_mbo(folder: Path, *rows: dict[str, str], name: str = "01.-adressen-mbo-instellingen.csv") -> Path:
    """A file for mbo with these rows, or with two schools."""
    return _write(folder / name, csv_text(rows or (KRINGLOOP, WADCOLLEGE)))


def write_hbo(folder: Path, *rows: dict[str, str], name: str = "01.-instellingen-hbo-en-wo.csv") -> Path:
    """A file for higher education with these rows, or with Hanze and a university."""
    return _write(folder / name, csv_text(rows or (HANZE, ZUIDER), HBO_HEADER))


def _write(path: Path, text: str) -> Path:
    path.write_bytes(encoded(text))
    return path
