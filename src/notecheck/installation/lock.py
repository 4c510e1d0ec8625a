"""The pinned files of LanguageTool with their checksums, and the command that pins them anew.

``artifacts.lock`` has one line a file: ``group:artifact:version[:classifier] sha256 size``. After a change of
``pom.xml`` run ``python -m notecheck.installation.lock`` in a checkout; it needs ``mvn``.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
LOCK = Path(__file__).with_name("artifacts.lock")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One jar; ``size`` in bytes, ``path`` is its place in a Maven repository."""

    group: str
    name: str
    version: str
    classifier: str
    sha256: str
    size: int

    @property
    def file(self) -> str:
        """The name of the jar."""
        return "-".join(filter(None, [self.name, self.version, self.classifier])) + ".jar"

    @property
    def path(self) -> str:
        """Where a Maven repository keeps the jar, below its address."""
        return "/".join([*self.group.split("."), self.name, self.version, self.file])

    def is_at(self, path: Path) -> bool:
        """Whether the file at ``path`` is this jar, bit by bit."""
        return path.is_file() and path.stat().st_size == self.size and sha256(path) == self.sha256


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@lru_cache(maxsize=4)
def read_lock(path: Path = LOCK) -> tuple[Artifact, ...]:
    """The pinned files, in the order of the lock file."""
    return tuple(_parse(line) for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def _parse(line: str) -> Artifact:
    coordinates, digest, size = line.split()
    group, name, version, *classifier = coordinates.split(":")
    return Artifact(
        group=group, name=name, version=version, classifier="".join(classifier), sha256=digest, size=int(size)
    )


def _line(repository: Path, jar: Path) -> str:
    *group, name, version, file = jar.relative_to(repository).parts
    classifier = file.removeprefix(f"{name}-{version}").removesuffix(".jar").removeprefix("-")
    coordinates = ":".join(filter(None, [".".join(group), name, version, classifier]))
    return f"{coordinates} {sha256(jar)} {jar.stat().st_size}"


def _main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        goal = "dependency:copy-dependencies"
        options = ["-Dmdep.useRepositoryLayout=true", f"-DoutputDirectory={scratch}", "-DincludeScope=runtime"]
        subprocess.run(["mvn", "-B", "-q", "-f", str(POM), goal, *options], check=True, stdout=sys.stderr)
        lines = sorted(_line(Path(scratch), jar) for jar in Path(scratch).rglob("*.jar"))
    LOCK.write_text(
        "# Made by `python -m notecheck.installation.lock` from pom.xml.\n" + "\n".join(lines) + "\n", "utf-8"
    )
    sys.stdout.write(f"{len(lines)} files pinned\n")


if __name__ == "__main__":
    _main()
