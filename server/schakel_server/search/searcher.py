"""What the engine asks of this room: questions for texts, made with the words of the database behind it."""

from __future__ import annotations

from collections.abc import Iterable

from cachetools import LRUCache

from schakel_server.search.questions import Question, question_of, unknown
from schakel_server.search.vocabulary import Reads, Vocabulary, Words

KEPT = 500  # questions; one of ten words has some 50 kB of terms at worst


class Searcher:
    """Makes questions and keeps those made lately for as long as the words stay the same."""

    def __init__(self, database: Reads) -> None:
        self.vocabulary = Vocabulary(database)
        self._kept: LRUCache[str, Question] = LRUCache(KEPT)
        self._words: Words = self.vocabulary.words

    async def prepare(self, texts: Iterable[str]) -> Words:
        """The words to make questions with: looked up again where a text has one that is unknown."""
        if any(unknown(text, self.vocabulary.words) for text in texts):
            await self.vocabulary.refresh()
        return self.vocabulary.words

    def question(self, text: str) -> Question:
        """What is looked for by this text."""
        if self._words is not self.vocabulary.words:
            self._words = self.vocabulary.words
            self._kept.clear()
        found = self._kept.get(text)
        if found is None:
            found = self._kept[text] = question_of(text, self._words)
        return found
