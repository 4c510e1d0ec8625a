"""Warm engines, and a LanguageTool server that only pretends."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from notecheck.analysis.mechanics import Mechanics
from notecheck.config import Settings
from notecheck.installation import LanguageTool


@pytest.fixture(scope="session")
def engines(languagetool: LanguageTool) -> Iterator[Mechanics]:
    """Both engines, warm."""
    mechanics = Mechanics(Settings())
    mechanics.start()
    yield mechanics
    mechanics.close()


@pytest.fixture
def no_languagetool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOTECHECK_DATA", str(tmp_path / "nothing"))
    monkeypatch.delenv("NOTECHECK_LANGUAGETOOL", raising=False)


class PretendedServer:
    """Answers as LanguageTool does: ``answer`` gets the text and returns matches, or raises OSError to break off."""

    def __init__(self) -> None:
        self.answer: Callable[[str], list[dict[str, Any]]] = lambda text: []
        self.checked: list[dict[str, str]] = []
        self.url = ""

    def sleep(self, seconds: float) -> None:
        def answer(text: str) -> list[dict[str, Any]]:
            time.sleep(seconds)
            return []

        self.answer = answer


@pytest.fixture
def pretended() -> Iterator[PretendedServer]:
    state = PretendedServer()

    class Handler(BaseHTTPRequestHandler):
        def _send(self, value: object) -> None:
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self._send([{"code": "en", "longCode": "en-US"}])

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
            state.checked.append({key: values[0] for key, values in form.items()})
            try:
                self._send({"matches": state.answer(form["text"][0])})
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    server.server_close()


def flagged(start: int, length: int, *words: str, rule: str = "X", issue: str = "misspelling") -> dict[str, Any]:
    """A match as LanguageTool's server writes it; ``start`` and ``length`` in UTF-16 units."""
    return {
        "message": "Is this right?",
        "replacements": [{"value": word} for word in words],
        "offset": start,
        "length": length,
        "context": {"text": "", "offset": 0, "length": length},
        "sentence": "",
        "rule": {"id": rule, "issueType": issue, "category": {"id": "TYPOS"}},
    }
