"""Operations that ask too much are refused before anything runs, with the limit and the value."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


def nested(where: dict[str, object], name: str, times: int) -> dict[str, object]:
    for _ in range(times):
        where = {name: where}
    return where


@pytest.mark.parametrize(("name", "times"), [("NOT", 120), ("parent", 12)])
async def test_a_condition_nested_too_deep_is_too_complex(graph, name, times):
    where = nested({"slug": {"eq": "x"}}, name, times)

    code = await graph.code(
        "query ($w: OrganisationWhere) { organisations(where: $w) { totalCount } }", w=where
    )

    assert code == "TOO_COMPLEX"


async def test_a_document_beyond_its_limits_is_too_complex(graph):
    deep = '{ organisation(by: {slug: "x"}) ' + "{ parent " * 150 + "{ id }" + " }" * 151

    assert await graph.code(deep) == "TOO_COMPLEX"
    assert await graph.code("{" + "a: __typename " * 1000 + "}") == "TOO_COMPLEX"
