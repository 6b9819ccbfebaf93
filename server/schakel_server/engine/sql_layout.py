"""A statement laid out for reading: a clause a line, what is nested further to the right."""

from __future__ import annotations

import re

WIDTH = 4  # columns for each level
PIECE = re.compile(r"'(?:[^']|'')*'|\(|\)|,|[^\s'(),]+|\s+")
CLAUSES = {"SELECT", "FROM", "WHERE", "LIMIT", "UNION", "CROSS", "JOIN", "ORDER", "GROUP", "AND"}
OPENERS = {"SELECT", "WITH"}  # a bracket before one of these holds a statement of its own


class _Layout:
    """Lines so far, and for each open bracket whether it holds a statement."""

    def __init__(self) -> None:
        self.lines = [""]
        self.brackets: list[bool] = []
        self.between = 0  # BETWEEN … AND: the AND is not a clause

    def put(self, text: str) -> None:
        self.lines[-1] += text if self.lines[-1].strip() or not text.isspace() else ""

    def new_line(self, deeper: int = 0) -> None:
        self.lines[-1] = self.lines[-1].rstrip()
        level = sum(self.brackets) + deeper
        if self.lines[-1]:
            self.lines.append("")
        self.lines[-1] = " " * (WIDTH * level)

    def word(self, text: str, before: str) -> None:
        is_own = not self.brackets or self.brackets[-1]
        self.between += text == "BETWEEN"
        if text == "AND" and self.between:
            self.between -= 1
        elif text in CLAUSES and is_own and not (text == "JOIN" and before == "CROSS"):
            self.new_line(deeper=1 if text == "AND" else 0)
        self.put(text)


def laid_out(sql: str) -> str:
    """The statement over several lines; nothing of it is changed but white space and characters that don't show."""
    layout = _Layout()
    pieces: list[str] = PIECE.findall(sql)
    before = ""
    for i, piece in enumerate(pieces):
        if piece == "(":
            layout.put(piece)
            layout.brackets.append(pieces[i + 1 : i + 2] != [] and pieces[i + 1] in OPENERS)
        elif piece == ")":
            if layout.brackets.pop():
                layout.new_line()
            layout.put(piece)
        elif piece == "," and not layout.brackets:
            layout.put(piece)
            layout.new_line()
        else:
            layout.word(piece, before)
        before = before if piece.isspace() else piece
    return shown("\n".join(layout.lines))


def shown(text: str) -> str:
    """Characters that don't show, such as those that part the texts of an answer, as escapes."""
    return "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text)
