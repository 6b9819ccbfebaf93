"""Words put into sentences, in Dutch and in English."""

from collections.abc import Iterable, Sequence
from functools import cache
from random import Random
from typing import Any

from schakel_server.exchange.demo.content import Facts, Text, read, subjects

LANGUAGES = ("nl", "en")
PLAIN_WORDS = ("topic", "doing", "role", "yields", "equipment")
AND = {"nl": " en ", "en": " and "}


@cache
def words_of(subject_key: str, question: int) -> dict[str, dict[str, Any]]:
    """What a subject brings to a sentence, by language: also with a capital, and the role with its article."""
    return {language: _words(subjects()[subject_key], question, language) for language in LANGUAGES}


def _words(subject: Facts, question: int, language: str) -> dict[str, Any]:
    words = {name: subject[name][language] for name in PLAIN_WORDS}
    words |= {capital(name): capital(word) for name, word in words.items()}
    role = words["role"]
    words["a_role"] = f"{'an' if role[0].lower() in 'aeiou' else 'a'} {role}"
    words["question"] = subject["questions"][question % len(subject["questions"])][language]
    return words


def fill(template: Text, words: dict[str, dict[str, Any]], **more: Any) -> Text:
    """The template in both languages, with the words of each and those that are the same in both."""
    return {k: template[k].format_map({**words[k], **more}) for k in LANGUAGES}


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(texts: Sequence[Text]) -> Text:
    """`a, b and c` in both languages."""
    return {k: AND[k].join(part for part in (", ".join(t[k] for t in texts[:-1]), texts[-1][k]) if part)
            for k in LANGUAGES}  # fmt: skip


def bullets(texts: Iterable[Text], lead: Text | None = None) -> Text:
    """A Markdown list; each line begins with the lead and ends as the text does."""
    lines = list(texts)
    return {
        k: "\n".join(f"- {lead[k]} {line[k]}" if lead else f"- {capital(line[k])}" for line in lines)
        for k in LANGUAGES
    }


def paragraphs(*texts: Text) -> Text:
    return {k: "\n\n".join(text[k] for text in texts) for k in LANGUAGES}


def note() -> Text:
    """What stands under each text about something that does not exist."""
    found: Text = read("phrases")["note"]
    return found


def phrase(rng: Random, name: str) -> Text:
    """One of the sentences of this sort."""
    found: Text = rng.choice(read("phrases")[name])
    return found
