"""The material: the data files of this package, read once, with their texts by language."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

Text: TypeAlias = dict[str, str]
Facts: TypeAlias = dict[str, Any]


@cache
def read(name: str) -> Facts:
    """The content of one data file, e.g. `themes`."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def subjects() -> dict[str, Facts]:
    """All subjects by key, in the order of their files."""
    found = [*read("subjects_making")["subject"], *read("subjects_systems")["subject"]]
    return {subject["key"]: subject for subject in found}


def sdgs_of(subject: Facts) -> list[int]:
    """The goals of the subject's themes, by number."""
    return sorted({goal for code in subject["themes"] for goal in themes()[code]["sdgs"]})


@cache
def themes() -> dict[str, Facts]:
    """All themes by code: broader ones first."""
    return {theme["code"]: theme for theme in read("themes")["theme"]}


@cache
def crebo_of(subject_key: str) -> str | None:
    """The made-up qualification of the first mbo programme about the subject."""
    for programme in read("education")["programme"]:
        if subject_key in programme["subjects"] and programme["level"].startswith("MBO"):
            return str(programme["qualification"])
    return None
