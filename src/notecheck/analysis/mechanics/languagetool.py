"""The LanguageTool engine: language_tool_python talks to a server of our own, or to one that the user runs."""

from __future__ import annotations

import os
from concurrent.futures import Future
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from notecheck.analysis.mechanics.deadline import in_background, within
from notecheck.analysis.mechanics.judged import judged_text, within_judged
from notecheck.analysis.mechanics.languagetool_rules import DISABLED, category
from notecheck.analysis.mechanics.matches import Match
from notecheck.analysis.mechanics.server import Server
from notecheck.config import Settings
from notecheck.document import Document
from notecheck.errors import EngineError
from notecheck.installation import find_java, find_languagetool

if TYPE_CHECKING:
    from language_tool_python import LanguageTool as Client

NAME = "languagetool"
MOST_REPLACEMENTS = 12
START_SECONDS = 90.0
"""The longest wait for a server to listen and load its rules; a few seconds are usual."""

_STAND_IN = "\u263a"
"""Stands for each character that Java counts as two, so that places are code points. A symbol, as most are."""

_WARM_UP = "This sentence makes the server load its rules."


@dataclass(frozen=True)
class _Connection:
    client: Client
    server: Server | None

    def close(self) -> None:
        if self.server is not None:
            self.server.close()


class LanguageToolEngine:
    """LanguageTool, started on demand and shared by threads. After a fork the child has a server of its own.

    Args:
        settings: Says where LanguageTool is, which English, and how long a check may take.
    """

    name = NAME

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._owner = os.getpid()
        self._lock = Lock()
        self._connecting: Future[_Connection] | None = None

    @property
    def state(self) -> Future[_Connection] | None:
        """The connection to come; None before the start."""
        return self._connecting

    def start(self) -> None:
        """Begin to start the server, and return. After a start that failed, try again."""
        self._future(retry=True)

    def check(self, document: Document) -> list[Match]:
        """What LanguageTool flags in the judged zones, in order of place.

        Raises:
            EngineError: It is not set up, does not start, takes too long, or stops twice on this text.
        """
        text = _one_unit_each(judged_text(document))
        for _ in range(2):
            connection = self._connection()
            try:
                # One second more, so that the server itself gives up first and can go on with the next note.
                found = within(self._seconds + 1, partial(connection.client.check, text), name="notecheck-languagetool")
                return within_judged(document, (_match(item, document.text) for item in found))
            except LateError as error:
                self._drop(connection)
                raise self._too_slow() from error
            except _client_errors() as error:
                trouble = self._trouble(connection, error)
        raise trouble

    def close(self) -> None:
        """Stop the server, also one that is only starting."""
        if os.getpid() != self._owner:
            return
        with self._lock:
            connecting, self._connecting = self._connecting, None
        if connecting is not None:
            connecting.add_done_callback(_close)

    @property
    def _seconds(self) -> float:
        return self._settings.grammar_timeout

    def _future(self, *, retry: bool = False) -> Future[_Connection]:
        if os.getpid() != self._owner:
            # A forked child: the lock may be held by a thread that is not here, and the server is the parent's.
            self._owner, self._lock, self._connecting = os.getpid(), Lock(), None
        with self._lock:
            failed = retry and self._connecting is not None and self._connecting.done() and self._connecting.exception()
            if self._connecting is None or failed:
                self._connecting = in_background(self._connect, name="notecheck-languagetool-start")
            return self._connecting

    def _connection(self) -> _Connection:
        try:
            return self._future().result(timeout=START_SECONDS + self._seconds)
        except EngineError:
            raise
        except LateError as error:
            raise self._too_slow() from error
        except Exception as error:
            raise EngineError(
                f"LanguageTool cannot be started: {_first_line(error)}",
                remedy="Run `notecheck doctor` to see what is installed, or use `--grammar harper`.",
            ) from error

    def _connect(self) -> _Connection:
        try:
            tool = find_languagetool(self._settings)
        except EngineError as error:
            raise _with_java(error, self._settings) from error
        if tool.url is not None:
            return _Connection(self._client(tool.url), None)
        java = find_java(self._settings)
        server = Server.start(
            java, tool, heap_mb=self._settings.languagetool_heap_mb, check_seconds=self._seconds, within=START_SECONDS
        )
        try:
            client = self._client(server.url)
            within(START_SECONDS, lambda: client.check(_WARM_UP), name="notecheck-languagetool-warm-up")
        except BaseException as error:
            dead = server.ended(1)
            server.close()
            if dead and isinstance(error, Exception):
                raise server.post_mortem() from error
            raise
        return _Connection(client, server)

    def _client(self, url: str) -> Client:
        from language_tool_python import LanguageTool as Client

        # Else a proxy for http in the environment would be sent the note.
        proxies = {"no_proxy": str(urlsplit(url).hostname)} if _is_loopback(url) else None
        language = "en-US" if self._settings.language == "any" else self._settings.language
        try:
            client = Client(language, remote_server=url, proxies=proxies)
        except _client_errors() as error:
            raise EngineError(
                f"no LanguageTool server answers at {url}",
                remedy="Start it, or leave out the setting languagetool_url to use one of our own.",
            ) from error
        client.disabled_rules = set(DISABLED)
        return client

    def _trouble(self, connection: _Connection, error: Exception) -> EngineError:
        """What to raise when the second attempt fails too; raises at once where another attempt is no use."""
        server = connection.server
        if server is None or not server.ended(2):
            raise EngineError(
                f"LanguageTool could not check this text: {_first_line(error)}",
                remedy="Raise the setting grammar_timeout, shorten the text, or use `--grammar harper`.",
            ) from error
        self._drop(connection)
        return server.post_mortem()

    def _drop(self, connection: _Connection) -> None:
        with self._lock:
            current = self._connecting
            if current is not None and current.done() and not current.exception() and current.result() is connection:
                self._connecting = None
        connection.close()

    def _too_slow(self) -> EngineError:
        return EngineError(
            f"LanguageTool took longer than {self._seconds:g} seconds",
            remedy="Raise the setting grammar_timeout, or use `--grammar harper`.",
        )


def _close(connecting: Future[_Connection]) -> None:
    if not connecting.exception():
        connecting.result().close()


def _client_errors() -> tuple[type[Exception], ...]:
    from language_tool_python.exceptions import LanguageToolError

    # The others come from an answer that is not LanguageTool's.
    return (LanguageToolError, OSError, LookupError, ValueError, TypeError, AttributeError)


def _one_unit_each(text: str) -> str:
    return "".join(character if character <= "\uffff" else _STAND_IN for character in text)


def _match(item: Any, text: str) -> Match:
    start, end = item.offset, item.offset + item.error_length
    # A replacement that carries over a stand-in would put it in place of the writer's own character.
    usable = [word for word in item.replacements if _STAND_IN not in word or _STAND_IN in text[start:end]]
    if any(character > "\uffff" for character in text[start:end]):
        usable = [word for word in usable if _STAND_IN not in word]
    return Match(
        engine=NAME,
        engine_rule=item.rule_id,
        category=category(item.rule_id, item.category, item.rule_issue_type),
        message=item.message,
        start=start,
        end=end,
        replacements=tuple(usable[:MOST_REPLACEMENTS]),
    )


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _with_java(error: EngineError, settings: Settings) -> EngineError:
    """The error, and that Java is missing too, so that both are mended at once."""
    try:
        find_java(settings)
    except EngineError as second:
        remedy = f"{second.remedy} Then: {error.remedy}"
        return EngineError(f"{error.message}; {second.message}", remedy=remedy, place=error.place)
    return error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
