"""The example of a static page, built from the real server."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from tests.client.conftest import REPOSITORY, free_port

BUILD = REPOSITORY / "examples" / "static_page" / "build.py"
VOID = {"meta", "link"}
MAX_LINES = 60


class Outline(HTMLParser):
    """The text by the tag that holds it; fails on tags that are not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.attributes[tag] = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.texts.setdefault(self.open[-1], []).append(data.strip())


def build(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(BUILD), *arguments]
    return subprocess.run(
        command, cwd=REPOSITORY / "client", capture_output=True, text=True, timeout=60, check=False
    )


def test_page_shows_offers_and_agenda_escaped(live: str, tmp_path: Path) -> None:
    done = build(live, str(tmp_path))

    assert done.returncode == 0, done.stderr
    page = (tmp_path / "index.html").read_text("utf-8")
    outline = Outline(page)
    assert outline.attributes["html"] == {"lang": "nl"}
    assert outline.texts["h2"] == ["Vraag en aanbod", "Agenda"]
    titles = outline.texts["h3"]
    assert len(titles) == 24 + 3
    assert titles[-3:] == ["Overleg 0", "Overleg 1", "Overleg 2"]
    assert "Aanbod 00 &lt;b&gt;&amp;" in page
    assert "<b>" not in page
    assert '<time datetime="2090-01-01T13:00:00+01:00">01-01-2090 13:00</time>' in page
    assert (tmp_path / "style.css").read_text("utf-8") == (BUILD.parent / "style.css").read_text("utf-8")


def test_page_stays_as_it_was_when_the_platform_is_gone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("old")

    done = build(f"http://127.0.0.1:{free_port()}", str(tmp_path))

    assert done.returncode == 1
    assert "ConnectionFailed" in done.stderr
    assert (tmp_path / "index.html").read_text() == "old"


def test_script_stays_short() -> None:
    assert len(BUILD.read_text("utf-8").splitlines()) < MAX_LINES
