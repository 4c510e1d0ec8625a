"""Download pinned files from a Maven repository: in parallel, resumable, each verified by its checksum."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from notecheck.config import Settings
from notecheck.errors import SetupError
from notecheck.installation.lock import Artifact
from notecheck.installation.progress import Listener, Progress

if TYPE_CHECKING:
    from requests import Response, Session

MIRROR_VARIABLE = "NOTECHECK_MIRROR"
MAVEN_CENTRAL = "https://repo.maven.apache.org/maven2"
PART = ".part"
"""Ends the name of a file that is not whole yet."""

_PARALLEL = 6
_ATTEMPTS = 4
_PAUSE_SECONDS = 0.5
_TIMEOUT_SECONDS = (10.0, 30.0)
_CHUNK = 1 << 14
_REMEDY = (
    "Check the connection and run `notecheck setup` again; it goes on where it stopped. "
    f"Another repository can be named by the setting languagetool_mirror or by {MIRROR_VARIABLE}."
)


def mirror(settings: Settings) -> str:
    """The address of the repository, without a final slash: the environment, the setting, or Maven Central."""
    return (os.environ.get(MIRROR_VARIABLE) or settings.languagetool_mirror or MAVEN_CENTRAL).rstrip("/")


def download(artifacts: Iterable[Artifact], *, address: str, into: Path, listen: Listener) -> None:
    """Bring the files that are not yet in the folder ``into``. Under its own name a file there is whole and verified.

    Raises:
        SetupError: A file cannot be had, written, or does not match its checksum. What came so far stays, for the next
            attempt.
    """
    wanted = [artifact for artifact in artifacts if not artifact.is_at(into / artifact.file)]
    job = _Job(address, into, _Meter(listen, sum(artifact.size for artifact in wanted)))
    with ThreadPoolExecutor(_PARALLEL, thread_name_prefix="notecheck-setup") as pool:
        running = [pool.submit(job.bring, artifact) for artifact in wanted]
        try:
            finished, _ = wait(running, return_when=FIRST_EXCEPTION)
        finally:
            # Also on Ctrl-C: the threads leave at their next chunk.
            job.stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
    for future in finished:
        future.result()


class _Meter:
    def __init__(self, listen: Listener, total: int) -> None:
        self._listen, self._total, self._done, self._lock = listen, total, 0, Lock()

    def advance(self, file: str, count: int) -> None:
        with self._lock:
            self._done += count
            self._listen(Progress(doing=f"Downloading {file}", done=self._done, total=self._total))


class _Job:
    def __init__(self, address: str, into: Path, meter: _Meter) -> None:
        self.stop = Event()
        self._address, self._into, self._meter = address, into, meter

    def bring(self, artifact: Artifact) -> None:
        import requests

        whole = self._into / artifact.file
        part = whole.with_name(whole.name + PART)
        trouble: object = ""
        with requests.Session() as session:
            for attempt in range(_ATTEMPTS):
                if attempt and self.stop.wait(_PAUSE_SECONDS * 2**attempt):
                    return
                try:
                    trouble = self._attempt(session, artifact, part)
                    if not trouble:
                        part.replace(whole)
                        return
                except requests.RequestException as error:
                    trouble = _short(error)
                except OSError as error:
                    raise SetupError(
                        f"cannot write: {error.strerror or error}",
                        remedy="Make room, or name another folder by NOTECHECK_DATA; then run it again.",
                        place=str(part),
                    ) from error
                if self.stop.is_set():
                    return
        raise SetupError(f"cannot download {artifact.file}: {trouble}", remedy=_REMEDY, place=self._address)

    def _attempt(self, session: Session, artifact: Artifact, part: Path) -> str:
        """What is wrong with the file after one more request; empty when it is whole."""
        have = part.stat().st_size if part.exists() else 0
        if have < artifact.size:
            headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={have}-"} if have else {})}
            url = f"{self._address}/{artifact.path}"
            with session.get(url, headers=headers, stream=True, timeout=_TIMEOUT_SECONDS) as response:
                self._refuse(response, artifact)
                resumed = response.status_code == 206
                if not response.ok:
                    part.unlink(missing_ok=True)
                    return f"the server answers {response.status_code}"
                self._write(response, artifact, part, have if resumed else 0)
        if artifact.is_at(part):
            return ""
        if part.stat().st_size < artifact.size:
            return "the connection ends early"
        self._meter.advance(artifact.file, -min(part.stat().st_size, artifact.size))
        part.unlink()
        return "the file does not match its checksum"

    def _refuse(self, response: Response, artifact: Artifact) -> None:
        # 408, 416 and 429 may pass; every other 4xx would only be repeated.
        if 400 <= response.status_code < 500 and response.status_code not in (408, 416, 429):
            raise SetupError(
                f"the repository answers {response.status_code} to {artifact.path}", remedy=_REMEDY, place=self._address
            )

    def _write(self, response: Response, artifact: Artifact, part: Path, have: int) -> None:
        with part.open("r+b" if have else "wb", buffering=0) as file:
            file.seek(have)
            if have:
                self._meter.advance(artifact.file, have)
            for chunk in response.iter_content(_CHUNK):
                file.write(chunk)
                have += len(chunk)
                self._meter.advance(artifact.file, len(chunk))
                if self.stop.is_set() or have > artifact.size:
                    return


def _short(error: Exception) -> str:
    """The innermost reason: requests wraps it three times over, with the addresses of objects."""
    while isinstance(inner := error.__cause__ or error.__context__, Exception):
        error = inner
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
