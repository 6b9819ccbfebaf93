"""The example queries against the schema that is shipped with them."""

import json
from pathlib import Path

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate
from graphql.execution.values import get_variable_values

REPOSITORY = Path(__file__).parents[3]
QUERIES = sorted((REPOSITORY / "examples" / "queries").glob("*.graphql"))


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((REPOSITORY / "schema.graphql").read_text("utf-8"))


def test_the_examples_are_numbered_in_order():
    assert [path.name[:3] for path in QUERIES] == [f"{number:02}-" for number in range(1, len(QUERIES) + 1)]
    assert len(QUERIES) >= 6


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_example_is_valid_and_says_what_to_change(schema, path):
    text = path.read_text("utf-8")

    assert [error.message for error in validate(schema, parse(text))] == []
    comment = text.partition("query ")[0]
    assert all(line.startswith("# ") for line in comment.splitlines())
    assert "Change " in comment


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_variables_of_the_example_fit(schema, path):
    beside = path.with_suffix(".variables.json")
    values = json.loads(beside.read_text("utf-8")) if beside.is_file() else {}
    (operation,) = [
        part
        for part in parse(path.read_text("utf-8")).definitions
        if isinstance(part, OperationDefinitionNode)
    ]
    definitions = operation.variable_definitions or ()
    declared = {definition.variable.name.value for definition in definitions}

    assert set(values) <= declared
    assert not isinstance(get_variable_values(schema, definitions, values), list)
