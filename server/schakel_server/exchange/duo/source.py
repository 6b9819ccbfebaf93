"""From a file to text: its size, what it is, and how it is encoded."""

import re
from collections.abc import Sequence
from pathlib import Path

from schakel_server.errors import InvalidInput

MIB = 1024 * 1024
MAX_BYTES = 50 * MIB  # DUO's own files are below 100 kB
BOM = b"\xef\xbb\xbf"

SAVE_AS_CSV = "open it in a spreadsheet and save it as CSV UTF-8, or download the CSV file from DUO"
TAKE_CSV = "download the CSV file from DUO"
DOWNLOAD_AGAIN = "download it again"
# How files begin that are not CSV, what they are, and what to do.
BEGINNINGS = (
    (b"PK\x03\x04", "is an Excel workbook or a ZIP file", SAVE_AS_CSV),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook", SAVE_AS_CSV),
    (b"%PDF", "is a PDF document", TAKE_CSV),
    (b"<", "is a web page or XML", "download the CSV file itself, not the page that links to it"),
    (b"{", "is JSON", TAKE_CSV),
    (b"[", "is JSON", TAKE_CSV),
    (b"\xff\xfe", "is encoded in UTF-16", "save it as CSV UTF-8"),
    (b"\xfe\xff", "is encoded in UTF-16", "save it as CSV UTF-8"),
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{2,}")


class BrokenFile(InvalidInput):
    """A file that cannot be used as a whole; the message says why, and what to do."""

    def __init__(self, file: str, fault: str, advice: str) -> None:
        super().__init__(f"{file} {fault}. Nothing was imported; {advice}.")


class BrokenFiles(InvalidInput):
    """All files of a run that cannot be used; nothing of the run was written."""

    def __init__(self, faults: Sequence[BrokenFile]) -> None:
        super().__init__("\n".join(fault.message for fault in faults))


def read_text(path: Path) -> str:
    """The text of a CSV file in UTF-8, with or without BOM, or Windows-1252; it ends with a line break.

    Raises:
        BrokenFile: it is no such file, too large, empty, damaged or cut off.
    """
    content = _read(path).removeprefix(BOM)
    if not content.strip():
        raise BrokenFile(path.name, "is empty", DOWNLOAD_AGAIN)
    for beginning, fault, advice in BEGINNINGS:
        if content.lstrip().startswith(beginning):
            raise BrokenFile(path.name, fault, advice)
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        fault = f"has a NUL byte on line {line}: it is damaged or no text"
        raise BrokenFile(path.name, fault, DOWNLOAD_AGAIN)
    text = _decode(path.name, content)
    if not text.endswith(("\n", "\r")):
        fault = f"seems to be cut off: its last line ({len(text.splitlines())}) has no end"
        raise BrokenFile(path.name, fault, f"{DOWNLOAD_AGAIN}, or, if it is whole, end it with a line break")
    return text


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        advice = "check its name and whether you may read it"
        raise BrokenFile(path.name, f"cannot be read ({reason})", advice) from None
    if len(content) > MAX_BYTES:
        raise BrokenFile(
            path.name, f"is larger than {MAX_BYTES // MIB} MB", "check whether it is the right file"
        )
    return content


def _decode(name: str, content: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (line := _line_with_damage(text)) is not None:
            fault = f"has letters on line {line} that were damaged by a wrong encoding"
            raise BrokenFile(
                name, fault, f"{DOWNLOAD_AGAIN} and import it as it is, without opening and saving it"
            )
        return text
    raise BrokenFile(name, "is encoded neither in UTF-8 nor in Windows-1252", "save it as CSV UTF-8")


def _line_with_damage(text: str) -> int | None:
    """The first line with a replacement character, or with UTF-8 that was read as Windows-1252 (`Ã«`)."""
    if text.isascii():
        return None
    for number, line in enumerate(text.splitlines(), 1):
        if "\ufffd" in line or any(_is_misread(match[0]) for match in _BEYOND_ASCII.finditer(line)):
            return number
    return None


def _is_misread(letters: str) -> bool:
    try:
        letters.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return True
