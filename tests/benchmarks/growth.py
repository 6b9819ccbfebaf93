"""What a question costs as the data grows: the median over one connection, by number of offers."""

from collections.abc import Mapping, Sequence

from tests.benchmarks.load import run_load
from tests.benchmarks.questions import Question
from tests.benchmarks.race import Effort
from tests.benchmarks.servers import serving

Growth = dict[str, dict[int, float]]


def growth(
    databases: Mapping[int, str], questions: Mapping[int, Sequence[Question]], effort: Effort
) -> Growth:
    """The median in milliseconds for each question's name and number of offers; the best of all rounds."""
    found: Growth = {}
    for _ in range(effort.rounds):
        for offers, database_url in databases.items():
            with serving("schakel", database_url) as url:
                for question in questions[offers]:
                    run_load(f"{url}/graphql", question.body, effort.seconds / 4, 1)
                    sample = run_load(f"{url}/graphql", question.body, effort.seconds / 2, 1)
                    by_size = found.setdefault(question.name, {})
                    by_size[offers] = min(by_size.get(offers, float("inf")), sample.percentile_ms(50))
    return found
