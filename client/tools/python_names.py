"""How the schema's names, types and descriptions are written in Python."""

import keyword
import re
import textwrap

DOC_WIDTH = 96  # columns; with indent and quotes a line stays under 110
SCALARS = {
    "ID": "str",
    "String": "str",
    "Url": "str",
    "Email": "str",
    "Duration": "str",
    "Int": "int",
    "Float": "float",
    "Boolean": "bool",
    "DateTime": "dt.datetime",
    "Date": "dt.date",
}


def snake(name: str) -> str:
    """`startsAt` becomes `starts_at`, `from` becomes `from_`; `AND` stays as it is."""
    if name.isupper() and len(name) > 1:
        return name
    made = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    return f"{made}_" if keyword.iskeyword(made) else made


def docstring(description: str | None, indent: str = "    ", *, with_example: bool = True) -> str:
    """The description as the lines of a docstring, empty when there is none."""
    text = " ".join((description or "").split())
    if not with_example:
        text = re.sub(r" Example: .*$", "", text)
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    if not text:
        return ""
    lines = textwrap.wrap(text, DOC_WIDTH, break_long_words=False, break_on_hyphens=False)
    if len(lines) == 1:
        return f'{indent}"""{text}"""\n'
    body = f"\n{indent}".join(lines)
    return f'{indent}"""{body}\n{indent}"""\n'
