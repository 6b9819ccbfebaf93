"""What can be set, refused and limited stands in the manual, with the same numbers."""

from pathlib import Path

import pytest
from schakel_server.engine.limits import LIMITS
from schakel_server.errors import CODES
from schakel_server.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
ERRORS = (DOCS / "errors.md").read_text("utf-8")
OPERATIONS = (DOCS / "operations.md").read_text("utf-8")


@pytest.mark.parametrize("name", list(LIMITS))
def test_every_limit_stands_in_the_manual(name):
    limit = LIMITS[name]

    if limit.refusal in ("page_size", "too_many_ids"):  # INVALID_INPUT, told in words
        assert f"{limit.most}" in ERRORS
    else:
        assert f"| {limit.most:,} | {limit.unit} |" in ERRORS


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_stands_in_the_manual(code):
    assert f"## {code}\n" in ERRORS or f"`{code}`" in ERRORS.rpartition("Reserved")[2]


@pytest.mark.parametrize("key", list(Settings.model_fields))
def test_every_setting_stands_in_the_manual(key):
    assert any(line.startswith("|") and f"`{key}`" in line for line in OPERATIONS.splitlines())
