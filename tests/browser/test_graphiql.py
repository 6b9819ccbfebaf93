"""The query page in a real browser: offline, under its policy, with examples that work."""

import json
from pathlib import Path

import pytest
from playwright.async_api import Page, Response, expect

pytestmark = pytest.mark.browser

QUERIES = sorted((Path(__file__).parents[2] / "examples" / "queries").glob("*.graphql"))
COLOURS_OF_CODE = """
() => [...new Set([...document.querySelectorAll('.graphiql-query-editor .view-line span span')]
  .map((part) => getComputedStyle(part).color))]
"""


@pytest.fixture
async def query_page(page: Page, live_server: str) -> Page:
    """The query page with its editor and schema loaded."""
    async with page.expect_response(is_graphql) as introspection:
        response = await page.goto(f"{live_server}/graphql")
    assert response
    assert response.status == 200, "The query page was not built: pip install -e server"
    assert (await introspection.value).ok
    await expect(page.locator(".graphiql-query-editor .view-line").first).to_be_visible(timeout=20_000)
    return page


def is_graphql(response: Response) -> bool:
    return response.request.method == "POST" and response.url.endswith("/graphql")


async def test_page_loads_offline_and_without_complaint(query_page, trouble):
    await query_page.wait_for_load_state("networkidle")

    assert trouble.outside == []
    assert trouble.complaints == []


async def test_code_is_coloured_although_inline_styles_are_forbidden(query_page):
    await query_page.wait_for_load_state("networkidle")

    colours = await query_page.evaluate(COLOURS_OF_CODE)

    assert len(colours) >= 3


async def test_every_example_has_a_tab(query_page):
    tabs = query_page.get_by_role("tab")

    await expect(tabs).to_have_count(len(QUERIES))
    assert len(QUERIES) >= 6


async def test_explorer_shows_the_fields_that_can_be_asked(query_page, trouble):
    await query_page.get_by_label("Show GraphiQL Explorer").click()

    explorer = query_page.locator(".docExplorerWrap")
    await expect(explorer).to_be_visible()
    await expect(explorer.get_by_text("offers", exact=True).first).to_be_visible()
    assert trouble.complaints == []


async def test_documentation_explains_types(query_page, trouble):
    await query_page.get_by_label("Show Documentation Explorer").click()
    await query_page.get_by_role("link", name="Query", exact=True).click()

    await expect(query_page.locator(".graphiql-doc-explorer-content")).to_contain_text("offers")
    assert trouble.complaints == []


@pytest.mark.parametrize("number", range(1, 7))
async def test_example_runs_and_shows_data(query_page, trouble, number):
    await query_page.get_by_role("tab").nth(number - 1).click()

    async with query_page.expect_response(is_graphql) as running:
        await query_page.get_by_role("button", name="Execute query").click()
    answer = json.loads(await (await running.value).text())

    assert "errors" not in answer
    assert has_rows(answer["data"])
    await expect(query_page.locator(".graphiql-response .view-lines")).to_contain_text('"data"')
    assert trouble.outside == []
    assert trouble.complaints == []


def has_rows(data: object) -> bool:
    """Whether at least one list in `data` has something in it."""
    if isinstance(data, dict):
        return any(has_rows(value) for value in data.values())
    return isinstance(data, list) and len(data) > 0
