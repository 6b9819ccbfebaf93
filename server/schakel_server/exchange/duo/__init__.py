"""Address files of DUO for mbo and higher education: read, check, compare, take over, report.

Whose word counts is decided in `domain.organisations.operations`: address, municipality, province and
telephone number are DUO's; web address and parent are filled in where there is none; the display name is
DUO's only as long as the entry is still as imported, after that it stays and the report says so.

All rows of one run are one transaction. A fault of a file (no such columns, cut off, damaged, not CSV)
refuses the whole run before anything is written. A fault of a row refuses that row, or with `strict` all.
An entry that is in the graph and not in the file is left alone: DUO's files leave out private schools.

A row with a code of six characters is a location and becomes a branch of the institution with the first
four, if that one is in the files or in the graph. The same code twice: the second row is refused, unless it
is in the file of the other kind; then it adds that kind, and the first row's facts stand.
"""

from schakel_server.exchange.duo.columns import Kind
from schakel_server.exchange.duo.report import Report, Result, RowReport
from schakel_server.exchange.duo.run import Options, import_files
from schakel_server.exchange.duo.source import BrokenFiles

__all__ = ["BrokenFiles", "Kind", "Options", "Report", "Result", "RowReport", "import_files"]
