"""What an import did, row by row, for people and for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Result(StrEnum):
    """What became of a row."""

    CREATED = "created"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class RowReport:
    """What became of one row: the fields that changed, why it was refused, what was left out or kept."""

    file: str
    line: int
    code: str
    name: str
    result: Result
    fields: tuple[str, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()

    def as_line(self) -> str:
        """One line of text without control characters."""
        details = "; ".join(part for part in (", ".join(self.fields), self.reason, *self.notes) if part)
        line = f"{self.file}:{self.line}  {self.result:<8} {self.code:<7} {self.name}"
        return printable(f"{line}  ({details})" if details else line)


@dataclass(frozen=True)
class Report:
    """What became of all rows, in the order of the files; `skipped` rows are of other provinces."""

    rows: tuple[RowReport, ...]
    skipped: int
    is_written: bool
    why_not: str = ""

    def count(self, result: Result) -> int:
        """How many rows had this result."""
        return sum(row.result is result for row in self.rows)

    @property
    def totals(self) -> dict[str, int]:
        return {result.value: self.count(result) for result in Result} | {"skipped": self.skipped}

    def lines(self) -> Iterator[str]:
        """The report as text: a line for each row, then the totals."""
        yield from (row.as_line() for row in self.rows)
        counts = ", ".join(f"{count} {name}" for name, count in self.totals.items())
        yield f"{counts}." if self.is_written else f"{counts}. Nothing was written: {self.why_not}."

    def as_json(self) -> dict[str, Any]:
        """The report as data that JSON can hold."""
        return {
            "written": self.is_written,
            "reason": self.why_not or None,
            "totals": self.totals,
            "rows": [
                {
                    "file": row.file,
                    "line": row.line,
                    "code": row.code,
                    "name": row.name,
                    "result": row.result.value,
                    "fields": list(row.fields),
                    "reason": row.reason or None,
                    "notes": list(row.notes),
                }
                for row in self.rows
            ],
        }


def printable(text: str) -> str:
    """`text` with what could steer a terminal shown as `?`."""
    return "".join(character if character.isprintable() else "?" for character in text)
