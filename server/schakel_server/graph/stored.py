"""Stored documents: asked for by their hash or id, so that callers need not send their text.

Two ways: the list of an installation, made with `schakel documents add`; and what callers register by sending
text and hash together once, as Apollo's clients do. The former can be made the only documents that are taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from cachetools import LRUCache

from schakel_server.engine.failures import failure

REGISTERED_BYTES = 8 * 2**20  # of documents that callers registered; the one used longest ago goes first
_HASH = re.compile(r"[0-9a-f]{64}")
_PREFIX = "sha256:"


def hash_of(text: str) -> str:
    """The SHA-256 of a document's text, as 64 hexadecimal digits; what `sha256sum FILE` prints."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class StoredDocuments:
    """Documents by hash or id; `listed` are an installation's own, `is_closed` where only those are taken."""

    def __init__(self, listed: Mapping[str, str] | None = None, *, is_closed: bool = False) -> None:
        self.listed = dict(listed or {})
        self.listed |= {hash_of(text): text for text in self.listed.values()}
        self.is_closed = is_closed
        self._texts = frozenset(self.listed.values())
        self.registered: LRUCache[str, str] = LRUCache(REGISTERED_BYTES, getsizeof=len)

    def resolved(self, given: Any) -> Any:
        """The parameters of a request with the text of the stored document in them as `query`.

        Raises Failure where the document is not known, is not the one whose hash is given, or may not be asked.
        """
        if not isinstance(given, dict):
            return given
        identifier, text = _identifier(given), given.get("query")
        if identifier is not None:
            text = self._registered(identifier, text) if text else self._found(identifier)
            given = {**given, "query": text}
        if self.is_closed and isinstance(text, str) and text not in self._texts:
            raise failure("only_stored")
        return given

    def _found(self, identifier: str) -> str:
        text = self.listed.get(identifier) or self.registered.get(identifier)
        if text is None:
            raise failure("not_stored")
        return text

    def _registered(self, identifier: str, text: Any) -> Any:
        """The text that came along with its hash; not kept where only listed documents are taken."""
        if not isinstance(text, str):
            return text  # what is wrong with it is told where requests are checked
        if hash_of(text) != identifier:
            raise failure("other_hash")
        if not self.is_closed and identifier not in self.listed and len(text) <= REGISTERED_BYTES:
            self.registered[identifier] = text
        return text


def is_registering(given: Any) -> bool:
    """Whether a request brings a document along with its hash, to be remembered each time it comes."""
    return isinstance(given, dict) and bool(given.get("query")) and _identifier(given) is not None


def _identifier(given: Mapping[str, Any]) -> str | None:
    """The id or hash by which a request names its document, None where it names none."""
    if given.get("documentId") is not None:
        identifier = given["documentId"]
        if not isinstance(identifier, str) or not identifier:
            raise failure("no_document_id")
        return identifier.removeprefix(_PREFIX)
    extensions = given.get("extensions")
    named = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
    if named is None:
        return None
    identifier = named.get("sha256Hash") if isinstance(named, dict) and named.get("version") == 1 else None
    if not isinstance(identifier, str) or not _HASH.fullmatch(identifier):
        raise failure("no_persisted_query")
    return identifier
