"""``notecheck setup``: what would be done, and doing it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from notecheck.config import Settings
from notecheck.errors import EngineError, NotecheckError, SetupError
from notecheck.installation import archive, maven
from notecheck.installation.exclusive import exclusive
from notecheck.installation.java import Java, find_java
from notecheck.installation.languagetool import VERSION, LanguageTool, find_languagetool, own_folder
from notecheck.installation.lock import read_lock
from notecheck.installation.mirror import PART, download, mirror
from notecheck.installation.progress import Listener, Progress, ignore

State = Literal["done", "todo", "fallback", "blocked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the plan.

    ``done`` needs nothing, ``todo`` comes next, ``fallback`` only where the steps before it fail, ``blocked`` cannot
    be done and carries its ``remedy``.
    """

    name: Literal["java", "languagetool", "maven", "mirror", "archive"]
    state: State
    text: str
    remedy: str = ""


def plan(settings: Settings) -> list[Step]:
    """What :func:`install` would do now. Touches neither the network nor the disk."""
    steps = [_java_step(settings)]
    try:
        found = find_languagetool(settings)
        where = found.url or found.folder
        return [*steps, Step(name="languagetool", state="done", text=f"LanguageTool: {where} ({found.source})")]
    except EngineError as error:
        if error.place not in ("", str(own_folder())):
            return [*steps, Step(name="languagetool", state="blocked", text=str(error), remedy=error.remedy)]
        steps.append(Step(name="languagetool", state="todo", text=f"Install LanguageTool {VERSION} in {own_folder()}"))
    ways = list(_ways(settings))
    texts = [
        Step(name=way.name, state="fallback" if index else "todo", text=way.text) for index, way in enumerate(ways)
    ]
    return [*steps, *texts]


def install(settings: Settings, *, listen: Listener = ignore, patient: bool = False) -> LanguageTool:
    """Make LanguageTool ready for use, by the first way that works.

    Args:
        listen: Told what happens and how far it is.
        patient: Where another set-up is running, wait for it in place of an error.

    Raises:
        SetupError: No way works; the message has the reason of each. The folder of LanguageTool is then not there, and
            what was downloaded is kept aside for the next attempt.
        EngineError: There is no Java to run it, or the settings name a folder without LanguageTool.
    """
    find_java(settings)
    if settings.languagetool_url or settings.languagetool_folder is not None:
        return find_languagetool(settings)
    target = own_folder()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with exclusive(target.with_name("setup.lock"), patient=patient):
            try:
                return find_languagetool(settings)
            except EngineError as error:
                if error.place not in ("", str(target)):
                    raise
            _install(settings, target, listen)
    except OSError as error:
        raise SetupError(
            f"cannot write there: {error.strerror or error}",
            remedy="Name another folder by NOTECHECK_DATA.",
            place=str(target.parent),
        ) from error
    return find_languagetool(settings)


@dataclass(frozen=True)
class _Way:
    name: Literal["maven", "mirror", "archive"]
    text: str
    fetch: Callable[[Path, Listener], None]


def _ways(settings: Settings) -> Iterator[_Way]:
    megabytes = sum(artifact.size for artifact in read_lock()) / 1e6
    pinned = f"{len(read_lock())} pinned files, {megabytes:.0f} MB"
    if program := maven.find_maven():
        yield _Way("maven", f"Fetch it with Maven ({program}): {pinned}", partial(_from_maven, program))
    address = mirror(settings)
    yield _Way("mirror", f"Download it from {address}: {pinned}", partial(_from_mirror, address))
    yield _Way(
        "archive",
        "Let language_tool_python download the official archive (250 MB)",
        partial(_from_archive, settings),
    )


def _from_maven(program: str, into: Path, listen: Listener) -> None:
    maven.fetch(program, into=into, listen=listen)


def _from_archive(settings: Settings, into: Path, listen: Listener) -> None:
    archive.fetch(VERSION, java=find_java(settings), into=into, listen=listen)


def _from_mirror(address: str, into: Path, listen: Listener) -> None:
    into.mkdir(exist_ok=True)
    known = {artifact.file for artifact in read_lock()}
    for path in into.iterdir():
        if path.name.removesuffix(PART) not in known:
            path.unlink()  # Of an earlier release of notecheck; Java would load it along.
    download(read_lock(), address=address, into=into, listen=listen)


def _install(settings: Settings, target: Path, listen: Listener) -> None:
    """Fill a folder beside the target, and rename it when it is whole."""
    failures = []
    for way in _ways(settings):
        listen(Progress(doing=way.text))
        fresh = target.with_name(f"{target.name}.{'archive' if way.name == 'archive' else 'jars'}")
        if way.name == "archive":
            shutil.rmtree(fresh, ignore_errors=True)
        try:
            way.fetch(fresh, listen)
        except NotecheckError as error:
            failures.append(error)
            listen(Progress(doing=str(error)))
            continue
        _take(fresh, target)
        for rest in (f"{target.name}.jars", "archive"):
            shutil.rmtree(target.with_name(rest), ignore_errors=True)
        return
    reasons = "; ".join(f"{error.place}: {error.message}" if error.place else error.message for error in failures)
    raise SetupError(f"LanguageTool could not be fetched: {reasons}", remedy=failures[-2].remedy)


def _take(fresh: Path, target: Path) -> None:
    if target.exists():
        damaged = target.with_name(f"{target.name}.damaged")
        shutil.rmtree(damaged, ignore_errors=True)
        target.rename(damaged)
        shutil.rmtree(damaged, ignore_errors=True)
    fresh.rename(target)


def _java_step(settings: Settings) -> Step:
    try:
        java: Java = find_java(settings)
    except EngineError as error:
        return Step(name="java", state="blocked", text=error.message, remedy=error.remedy)
    return Step(name="java", state="done", text=f"Java {java.version}: {java.program} ({java.source})")
