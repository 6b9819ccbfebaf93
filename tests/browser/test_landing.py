"""The page at the root, read by axe-core: both languages, light and dark, on a small phone."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "server" / "graphiql" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """
async (rules) => {
  const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
  return {
    passes: found.passes.length,
    violations: found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target)}`),
  };
}
"""


@pytest.fixture(scope="module")
def axe(skip_unless_ci) -> str:
    if not AXE.is_file():
        skip_unless_ci(
            "axe-core is missing: pip install -e server builds the query page and brings it along."
        )
    return AXE.read_text()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_axe_finds_nothing(page, live_server, trouble, axe, language, scheme, width):
    await page.set_viewport_size({"width": width, "height": 640})
    await page.emulate_media(color_scheme=scheme)
    await page.goto(f"{live_server}/?lang={language}")

    await page.evaluate(axe)
    found = await page.evaluate(RUN_AXE, RULES)

    assert found["violations"] == []
    assert found["passes"] > 15
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert trouble.outside == []
    assert trouble.complaints == []


async def test_everything_is_reached_with_the_keyboard(page, live_server):
    await page.goto(f"{live_server}/?lang=en")

    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent") == "To the content"
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")

    assert await page.evaluate("document.activeElement.textContent") == "Explore the data"
