"""A Maven repository on loopback that can be slow, short, wrong or empty, and a lock for what it serves."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from notecheck.installation.lock import Artifact


class Repository:
    """``files`` by path; ``asked`` is each request with its Range header."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.asked: list[tuple[str, str | None]] = []
        self.cut: dict[str, int] = {}
        """From path to the bytes after which the first answer breaks off."""
        self.ranges = True
        self.pause = 0.0
        self.url = ""


def artifact(name: str, content: bytes) -> Artifact:
    digest = hashlib.sha256(content).hexdigest()
    return Artifact(group="org.x", name=name, version="1", classifier="", sha256=digest, size=len(content))


@contextmanager
def serving(repository: Repository) -> Iterator[Repository]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range")
            path = self.path.lstrip("/")
            repository.asked.append((path, wanted))
            content = repository.files.get(path)
            if content is None:
                self.send_error(404)
                return
            first = int(wanted[6:-1]) if wanted and repository.ranges else 0
            self.send_response(206 if first else 200)
            self.send_header("Content-Length", str(len(content) - first))
            self.end_headers()
            body = content[first : repository.cut.pop(path, None)]
            for at in range(0, len(body), 4096):
                self.wfile.write(body[at : at + 4096])
                time.sleep(repository.pause)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    repository.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield repository
    finally:
        server.shutdown()
        server.server_close()
