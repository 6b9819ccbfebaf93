"""What a question costs as the data grows: the median over one connection, by number of offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.error import HTTPError

import orjson

from tests.benchmarks.load import run_load
from tests.benchmarks.questions import Question
from tests.benchmarks.race import Effort
from tests.benchmarks.servers import post, serving

ROUNDS = 2
TURN_S = 1.5
OVER_THE_DEADLINE_MS = float("inf")


@dataclass
class Growth:
    """Medians in milliseconds by name and number of offers, and why other questions were not measured."""

    medians_ms: dict[str, dict[int, float]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def ratio(self, name: str) -> float | None:
        """How much more the largest database costs than the smallest; None where it was not measured."""
        by_size = self.medians_ms.get(name, {})
        return by_size[max(by_size)] / by_size[min(by_size)] if len(by_size) > 1 else None


def growth(
    databases: Mapping[int, str], questions: Mapping[int, Sequence[Question]], effort: Effort
) -> Growth:
    """Ask every question of every database; the better of the rounds counts."""
    found = Growth()
    turn_s = min(effort.seconds, TURN_S)
    for _ in range(min(effort.rounds, ROUNDS)):
        for offers, database_url in databases.items():
            with serving("schakel", database_url) as url:
                for question in questions[offers]:
                    if question.name not in found.left_out:
                        _ask(f"{url}/graphql", question, offers, turn_s, found)
    return found


def _ask(url: str, question: Question, offers: int, turn_s: float, found: Growth) -> None:
    problem = _problem(url, question)
    if problem in ("VALIDATION_FAILED", "INVALID_INPUT"):
        found.left_out[question.name] = f"this version answers {problem}"
        return
    by_size = found.medians_ms.setdefault(question.name, {})
    if problem:  # the deadline has passed, which a longer run would not change
        by_size[offers] = OVER_THE_DEADLINE_MS
        return
    run_load(url, question.body, turn_s / 2, 1)
    median = run_load(url, question.body, turn_s, 1).percentile_ms(50)
    by_size[offers] = min(by_size.get(offers, OVER_THE_DEADLINE_MS), median)


def _problem(url: str, question: Question) -> str:
    """The code of the answer's first error, empty where there is none."""
    try:
        answer = orjson.loads(post(url, question.body))
    except HTTPError as error:
        answer = orjson.loads(error.read())
    errors = answer.get("errors")
    return str(errors[0]["extensions"]["code"]) if errors else ""
