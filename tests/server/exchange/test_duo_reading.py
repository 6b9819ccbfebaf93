"""Reading address files: every variant gives the same rows, every broken file says what to do."""

import itertools
from pathlib import Path

import pytest
from schakel_server.exchange.duo import source
from schakel_server.exchange.duo.columns import Kind
from schakel_server.exchange.duo.mapping import map_row
from schakel_server.exchange.duo.reading import read_file
from schakel_server.exchange.duo.source import BrokenFile

from tests.server.exchange.duo_files import (
    HANZE,
    HBO_HEADER,
    KRINGLOOP,
    MBO_HEADER,
    PLAIN_HEADER,
    WADCOLLEGE,
    csv_text,
    encoded,
)

ENCODINGS = ("utf-8-sig", "utf-8", "cp1252")
HEADERS = (MBO_HEADER, tuple(reversed(MBO_HEADER)), (*MBO_HEADER[:3], "NIEUW", *MBO_HEADER[3:]))
TEXT = csv_text([KRINGLOOP, WADCOLLEGE])


def write(folder: Path, content: bytes, name: str = "adressen-mbo.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def fault_of(folder: Path, content: bytes, name: str = "adressen-mbo.csv", kind: Kind | None = None) -> str:
    with pytest.raises(BrokenFile) as caught:
        read_file(write(folder, content, name), kind)
    return caught.value.message


@pytest.mark.parametrize(
    ("separator", "encoding", "header"), list(itertools.product((";", ","), ENCODINGS, HEADERS))
)
def test_every_variant_gives_the_same_rows(
    tmp_path: Path, separator: str, encoding: str, header: tuple[str, ...]
) -> None:
    expected = read_file(write(tmp_path, encoded(TEXT)))
    text = csv_text([KRINGLOOP, WADCOLLEGE], header, separator)

    rows = read_file(write(tmp_path, encoded(text, encoding)))

    assert rows == expected
    assert [row.line for row in rows] == [2, 3]
    assert rows[1].cells["name"] == "Wadcollege Súdwest & Oëst"
    assert rows[1].cells["municipality"] == "SÚDWEST-FRYSLÂN"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_break_will_do(tmp_path: Path, newline: str) -> None:
    rows = read_file(write(tmp_path, encoded(TEXT.replace("\r\n", newline))))

    assert [row.cells["code"] for row in rows] == ["99AA", "99AB"]


def test_headers_may_be_written_in_small_letters_or_with_underscores(tmp_path: Path) -> None:
    head, rest = TEXT.split("\r\n", 1)
    text = head.lower().replace(" ", "_") + "\r\n" + rest

    assert read_file(write(tmp_path, encoded(text)))[0].cells["postal_street"] == "Postbus"


def test_older_files_call_the_code_brin_nummer(tmp_path: Path) -> None:
    text = TEXT.replace("INSTELLINGSCODE", "BRIN NUMMER")

    assert read_file(write(tmp_path, encoded(text)))[0].cells["code"] == "99AA"


def test_empty_lines_and_empty_extra_cells_are_passed_over(tmp_path: Path) -> None:
    lines = TEXT.split("\r\n")
    text = "\r\n".join([lines[0], ";;;", "", lines[1] + ";;", lines[2], "", ""])

    rows = read_file(write(tmp_path, encoded(text)))

    assert [(row.line, row.fault) for row in rows] == [(4, None), (5, None)]


@pytest.mark.parametrize(
    ("header", "name", "asked", "kind"),
    [
        (MBO_HEADER, "a.csv", None, Kind.MBO),
        (HBO_HEADER, "a.csv", None, Kind.HBO),
        (HBO_HEADER, "mbo.csv", None, Kind.HBO),
        (PLAIN_HEADER, "01.-adressen-mbo-instellingen.csv", None, Kind.MBO),
        (PLAIN_HEADER, "01.-instellingen-hbo-en-wo.csv", None, Kind.HBO),
        (PLAIN_HEADER, "Adressen hoger onderwijs.csv", None, Kind.HBO),
        (PLAIN_HEADER, "a.csv", Kind.HBO, Kind.HBO),
        (PLAIN_HEADER, "mbo.csv", Kind.HBO, Kind.HBO),
    ],
)
def test_the_kind_is_asked_for_or_shown_by_columns_or_name(
    tmp_path: Path, header: tuple[str, ...], name: str, asked: Kind | None, kind: Kind
) -> None:
    path = write(tmp_path, encoded(csv_text([HANZE], header)), name)

    assert {row.kind for row in read_file(path, asked)} == {kind}


@pytest.mark.parametrize("name", ["adressen.csv", "mbo-en-hbo.csv"])
def test_a_file_of_unknown_kind_is_refused(tmp_path: Path, name: str) -> None:
    assert fault_of(tmp_path, encoded(csv_text([HANZE], PLAIN_HEADER)), name) == (
        f"{name} does not show whether it is about mbo or hbo, neither in its columns nor in its name. "
        "Nothing was imported; say so with --kind mbo or --kind hbo."
    )


def test_a_kind_that_the_columns_contradict_is_refused(tmp_path: Path) -> None:
    assert fault_of(tmp_path, encoded(csv_text([HANZE], HBO_HEADER)), "a.csv", Kind.MBO) == (
        "a.csv has columns of the hbo file. Nothing was imported; leave out --kind mbo, or take the mbo file."
    )


BROKEN = {
    "is empty": b"",
    "is empty.": source.BOM + b" \r\n",
    "is an Excel workbook or a ZIP file": b"PK\x03\x04...",
    "is an old Excel workbook": b"\xd0\xcf\x11\xe0...",
    "is a PDF document": b"%PDF-1.7",
    "is a web page or XML": b"\r\n<!doctype html>",
    "is JSON": b'{"records": []}',
    "is encoded in UTF-16": TEXT.encode("utf-16"),
    "has a NUL byte on line 2": encoded(TEXT).replace(b"Kringloop", b"Kring\0loop"),
    "is encoded neither in UTF-8 nor in Windows-1252": encoded(TEXT, "cp1252").replace(b"Wad", b"W\x81d"),
    "has letters on line 3 that were damaged": encoded(TEXT, "utf-8").decode("cp1252").encode(),
    "has letters on line 3 that were damaged by": TEXT.replace("ë", "\ufffd").encode(),
    "seems to be cut off: its last line (3) has no end": encoded(TEXT)[:-2],
    "seems to be cut off: its last line (3) has 12 of 20 columns": encoded(
        TEXT[: TEXT.rindex("SÚD")] + "\r\n"
    ),
    "has a quotation mark on or after line 3": encoded(TEXT.replace("Wâlddyk", '"Wâlddyk')),
    "has a header and no rows": encoded(csv_text([])),
    "lacks the columns INSTELLINGSCODE, INSTELLINGSNAAM, PROVINCIE, PLAATSNAAM (it begins with '": (
        b"Hello, this is a letter.\nIt has two lines.\n"
    ),
    "lacks the column PLAATSNAAM (": encoded(TEXT.replace("PLAATSNAAM;", "WOONPLAATS;")),
    "it is the file of school boards": b"BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM\r\n1;Stichting\r\n",
    "has the column POSTCODE twice": encoded(TEXT.replace("DENOMINATIE", "POSTCODE")),
}


@pytest.mark.parametrize(("fault", "content"), list(BROKEN.items()), ids=list(BROKEN))
def test_a_broken_file_says_what_to_do(tmp_path: Path, fault: str, content: bytes) -> None:
    message = fault_of(tmp_path, content)

    assert message.startswith("adressen-mbo.csv ")
    assert fault in message
    assert ". Nothing was imported; " in message or "Nothing was imported; it is the file of" in message


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "mbo.csv", "no such file or directory"), (tmp_path, "is a directory")):
        with pytest.raises(BrokenFile, match=reason):
            read_file(path)


def test_a_huge_file_is_refused_before_it_is_read_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, encoded(TEXT))
    monkeypatch.setattr(source, "MAX_BYTES", len(encoded(TEXT)) - 1)

    with pytest.raises(BrokenFile, match="is larger than"):
        read_file(path)


def test_the_limit_is_50_mib() -> None:
    assert source.MAX_BYTES == 52_428_800


def test_a_row_with_other_columns_or_line_breaks_is_at_fault_itself(tmp_path: Path) -> None:
    short = TEXT.split("\r\n")[1].rsplit(";", 3)[0]
    torn = TEXT.split("\r\n")[1].replace("Vakschool", '"Vak\r\nschool').replace("Kringloop", 'Kringloop"', 1)
    more = TEXT.split("\r\n")[1] + ";more"
    head, _, good, _ = TEXT.split("\r\n")

    rows = read_file(write(tmp_path, encoded("\r\n".join([head, short, torn, more, good, ""]))))

    assert [(row.line, row.fault) for row in rows] == [
        (2, "it has 17 columns where the header has 20"),
        (3, "it runs on to line 4: a quotation mark is not closed, or a cell holds a line break"),
        (5, "it has 21 columns where the header has 20"),
        (6, None),
    ]


def test_a_row_is_mapped_in_full(tmp_path: Path) -> None:
    (row, _) = read_file(write(tmp_path, encoded(TEXT)))

    mapped = map_row(row)

    visit, postal = mapped.record.addresses
    assert mapped.record.name == "Vakschool De Kringloop"
    assert [kind.name for kind in mapped.record.kinds] == ["MBO_INSTITUTION"]
    assert (mapped.record.phone, mapped.record.website) == (
        "+31 50 123 45 67",
        "https://www.kringloop.example",
    )
    assert (visit.kind.name, visit.street, visit.house_number) == ("VISIT", "Reparatielaan", "12 a")
    assert (visit.postcode, visit.city, visit.municipality) == ("9712 AB", "Groningen", "Groningen")
    assert (visit.province, mapped.province, mapped.notes) == ("NL-GR", "NL-GR", ())
    assert (postal.kind.name, postal.street, postal.house_number) == ("POSTAL", "Postbus", "1080")
    assert (postal.postcode, postal.city, postal.province) == ("9700 AB", "Groningen", None)
