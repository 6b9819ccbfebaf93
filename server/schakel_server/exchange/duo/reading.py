"""From the text of a file to rows with their line numbers, by our names of the columns."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from schakel_server.domain.organisations.codes import shorten
from schakel_server.exchange.duo import columns
from schakel_server.exchange.duo.columns import COLUMNS, OTHER_FILES, REQUIRED, SEPARATORS, Kind
from schakel_server.exchange.duo.source import DOWNLOAD_AGAIN, BrokenFile, read_text

SHOWN_TITLES = 6  # of a header that is not known, in the message

Line = tuple[int, int, list[str]]  # first and last line number, cells


@dataclass(frozen=True)
class Row:
    """One line of a file; `cells` by our names of the columns, `fault` when they cannot be used."""

    file: str
    line: int
    kind: Kind
    cells: dict[str, str]
    fault: str | None = None


def read_file(path: Path, kind: Kind | None = None) -> list[Row]:
    """The rows of one file, empty lines left out.

    Raises:
        BrokenFile: it cannot be used as a whole; the message says why and what to do.
    """
    name = path.name
    lines = _lines(name, read_text(path))
    titles = [columns.title(cell) for cell in lines[0][2]]
    _check_header(name, titles)
    found = _kind(name, titles, kind)
    if len(lines) == 1:
        raise BrokenFile(name, "has a header and no rows", DOWNLOAD_AGAIN)
    last, cells = lines[-1][0], lines[-1][2]
    if len(cells) < len(titles):
        fault = f"seems to be cut off: its last line ({last}) has {len(cells)} of {len(titles)} columns"
        raise BrokenFile(name, fault, DOWNLOAD_AGAIN)
    places = columns.positions(titles)
    return [_row(name, found, line, places, len(titles)) for line in lines[1:]]


def _lines(name: str, text: str) -> list[Line]:
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found, first = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((first, reader.line_num, cells))
            first = reader.line_num + 1
    except csv.Error:
        fault = f"has a quotation mark on or after line {first} that is misplaced or never closed"
        raise BrokenFile(name, fault, f"{DOWNLOAD_AGAIN}, or mend that line") from None
    return found


def _separator(text: str) -> str:
    """The separator that finds most of our columns in the first line."""
    header = text.lstrip().splitlines()[0]

    def known(separator: str) -> int:
        titles = [columns.title(cell.strip('"')) for cell in header.split(separator)]
        return len(columns.positions(titles))

    return max(SEPARATORS, key=known)


def _check_header(name: str, titles: Sequence[str]) -> None:
    places = columns.positions(titles)
    missing = [COLUMNS[field][0] for field in REQUIRED if field not in places]
    if missing:
        other = next((what for title, what in OTHER_FILES.items() if title in titles), None)
        shown = ", ".join(shorten(title) for title in titles[:SHOWN_TITLES])
        fault = f"lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)} (it begins with {shown})"
        advice = other or "take the file with the addresses of mbo or hbo institutions, separated by ; or ,"
        raise BrokenFile(name, fault, advice)
    doubled = sorted({titles[place] for place in places.values() if titles.count(titles[place]) > 1})
    if doubled:
        raise BrokenFile(name, f"has the column {doubled[0]} twice", "remove one of them")


def _kind(name: str, titles: Sequence[str], asked: Kind | None) -> Kind:
    found = columns.kinds_in_header(titles)
    if asked and found and asked not in found:
        fault = f"has columns of the {next(iter(found)).value} file"
        raise BrokenFile(name, fault, f"leave out --kind {asked.value}, or take the {asked.value} file")
    if asked:
        return asked
    candidates = found or columns.kinds_in_name(name)
    if len(candidates) != 1:
        fault = "does not show whether it is about mbo or hbo, neither in its columns nor in its name"
        raise BrokenFile(name, fault, "say so with --kind mbo or --kind hbo")
    return next(iter(candidates))


def _row(name: str, kind: Kind, line: Line, places: dict[str, int], width: int) -> Row:
    first, last, cells = line
    values = {field: " ".join(cells[place].split()) for field, place in places.items() if place < len(cells)}
    return Row(name, first, kind, values, _fault(first, last, cells, width))


def _fault(first: int, last: int, cells: list[str], width: int) -> str | None:
    if last > first:
        return f"it runs on to line {last}: a quotation mark is not closed, or a cell holds a line break"
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return f"it has {len(cells)} columns where the header has {width}"
    return None
