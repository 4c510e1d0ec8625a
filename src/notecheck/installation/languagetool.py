"""Find LanguageTool: a server that runs, a folder that the user names, or the folder that ``notecheck setup`` makes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from notecheck.config import Settings
from notecheck.errors import EngineError
from notecheck.installation.lock import read_lock

VERSION = "6.8"
FOLDER_VARIABLE = "NOTECHECK_LANGUAGETOOL"
DATA_VARIABLE = "NOTECHECK_DATA"
REMEDY = "Run `notecheck setup` to fetch it."


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTool:
    """Where LanguageTool is: the address of a server (``url``), or a folder of jars; ``source`` says who named it."""

    source: str
    url: str | None = None
    folder: Path | None = None

    @property
    def class_path(self) -> str:
        """What Java loads: the one jar of the official archive, which names the others, or all jars side by side."""
        assert self.folder is not None, "a server by address is not started"
        whole = self.folder / "languagetool-server.jar"
        return str(whole) if whole.is_file() else str(self.folder / "*")


def data_folder() -> Path:
    """Where ``notecheck setup`` puts things: ``NOTECHECK_DATA``, or the platform's folder for a user's data."""
    if named := os.environ.get(DATA_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("notecheck", appauthor=False)


def own_folder() -> Path:
    """The folder that ``notecheck setup`` makes, whole or not at all."""
    return data_folder() / f"languagetool-{VERSION}"


def find_languagetool(settings: Settings) -> LanguageTool:
    """LanguageTool as the settings, the environment or an earlier ``notecheck setup`` provide it.

    A server by address is not asked whether it answers.

    Raises:
        EngineError: There is none, or a folder that was named does not hold one.
    """
    if settings.languagetool_url:
        return LanguageTool(source="the setting languagetool_url", url=_address(settings.languagetool_url))
    if settings.languagetool_folder is not None:
        return _named(settings.languagetool_folder, "the setting languagetool_folder")
    if folder := os.environ.get(FOLDER_VARIABLE):
        return _named(Path(folder).expanduser(), FOLDER_VARIABLE)
    if is_whole(own_folder()):
        return LanguageTool(source="notecheck setup", folder=own_folder())
    state = "is damaged" if own_folder().exists() else "is not set up"
    raise EngineError(f"LanguageTool {state}", remedy=REMEDY, place=str(own_folder()) if own_folder().exists() else "")


def is_whole(folder: Path) -> bool:
    """Whether a folder made by ``notecheck setup`` still holds all that belongs there, by name and size."""
    if (folder / "languagetool-server.jar").is_file():
        return (folder / "libs").is_dir()
    return all(_size(folder / artifact.file) == artifact.size for artifact in read_lock())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _named(folder: Path, source: str) -> LanguageTool:
    if not any(folder.glob("languagetool-server*.jar")):
        raise EngineError(
            f"{folder} holds no languagetool-server jar",
            remedy="Name the folder that holds languagetool-server.jar, or name none and run `notecheck setup`.",
            place=source,
        )
    return LanguageTool(source=source, folder=folder.absolute())


def _address(url: str) -> str:
    url = url if "://" in url else f"http://{url}"
    if not url.startswith(("http://", "https://")):
        raise EngineError(
            f"{url!r} is no http address", remedy="Write it like http://127.0.0.1:8081.", place="languagetool_url"
        )
    return url.rstrip("/").removesuffix("/v2") + "/"
