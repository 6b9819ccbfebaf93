"""The file of an installation's stored documents: a JSON object of texts by id, as Relay and others write it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import orjson

from schakel_server.graph.stored import hash_of
from schakel_server.settings import SettingsError

_HASH = re.compile(r"(sha256:)?[0-9a-f]{64}")


def read_documents(path: Path) -> dict[str, str]:
    """The documents in the file by id; none where there is no file.

    Raises SettingsError where the file is not what it should be.
    """
    try:
        content = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"SCHAKEL_DOCUMENTS names {path}: {error.strerror or error}") from None
    except orjson.JSONDecodeError as error:
        raise SettingsError(f"SCHAKEL_DOCUMENTS names {path}, which is no JSON: {error}") from None
    if not isinstance(content, dict) or not all(isinstance(text, str) for text in content.values()):
        raise SettingsError(
            f'SCHAKEL_DOCUMENTS names {path}, which must hold {{"id": "text of the document", …}}; '
            "make it with schakel documents add"
        )
    for identifier, text in content.items():
        if _HASH.fullmatch(identifier) and identifier.removeprefix("sha256:") != hash_of(text):
            raise SettingsError(
                f"{path}: {identifier} is not the SHA-256 of its text; add the document again"
            )
    return {identifier.removeprefix("sha256:"): text for identifier, text in content.items()}


def write_documents(path: Path, documents: dict[str, str], added: Iterable[str]) -> list[str]:
    """Put texts into the file, under their hashes and in order of those; gives the hashes of the added."""
    hashes = {hash_of(text): text for text in added}
    whole = dict(sorted({**documents, **hashes}.items()))
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        beside.replace(path)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror or error}") from None
    return list(hashes)
