from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from notecheck.errors import SetupError
from notecheck.installation import mirror
from notecheck.installation.progress import Progress, ignore
from tests.installation.repository import Repository, artifact, serving

CONTENTS = {"a": os.urandom(30_000), "b": os.urandom(200), "c": os.urandom(70_000)}
ARTIFACTS = [artifact(name, content) for name, content in CONTENTS.items()]
PATHS = {item.name: item.path for item in ARTIFACTS}


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    monkeypatch.setattr(mirror, "_PAUSE_SECONDS", 0.01)
    with serving(Repository({PATHS[name]: content for name, content in CONTENTS.items()})) as running:
        yield running


def test_all_files_come_whole_and_the_bytes_are_counted(repository: Repository, tmp_path: Path) -> None:
    told: list[Progress] = []
    mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=told.append)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        item.file: CONTENTS[item.name] for item in ARTIFACTS
    }
    total = sum(map(len, CONTENTS.values()))
    assert (told[-1].done, told[-1].total) == (total, total)


def test_a_whole_file_is_not_asked_for_again(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / ARTIFACTS[0].file).write_bytes(CONTENTS["a"])
    mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    assert PATHS["a"] not in [path for path, _ in repository.asked]


def test_a_part_is_resumed_where_it_ends(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / f"{ARTIFACTS[0].file}.part").write_bytes(CONTENTS["a"][:12_345])
    mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    assert (PATHS["a"], "bytes=12345-") in repository.asked
    assert (tmp_path / ARTIFACTS[0].file).read_bytes() == CONTENTS["a"]


def test_a_server_without_ranges_is_taken_from_the_start(repository: Repository, tmp_path: Path) -> None:
    repository.ranges = False
    (tmp_path / f"{ARTIFACTS[0].file}.part").write_bytes(CONTENTS["a"][:12_345])
    mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    assert (tmp_path / ARTIFACTS[0].file).read_bytes() == CONTENTS["a"]


def test_a_connection_that_breaks_is_taken_up_again(repository: Repository, tmp_path: Path) -> None:
    repository.cut[PATHS["c"]] = 40_000
    mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    asked = [wanted for path, wanted in repository.asked if path == PATHS["c"]]
    assert asked[0] is None
    assert len(asked) == 2
    assert (tmp_path / ARTIFACTS[2].file).read_bytes() == CONTENTS["c"]


def test_a_part_that_was_spoilt_is_thrown_away_and_fetched_anew(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / f"{ARTIFACTS[0].file}.part").write_bytes(b"\0" * 12_345)
    mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    assert (tmp_path / ARTIFACTS[0].file).read_bytes() == CONTENTS["a"]


@pytest.mark.parametrize("served", [CONTENTS["a"][:-1] + b"?", CONTENTS["a"] + b"more", CONTENTS["a"][:-1]])
def test_a_file_that_is_not_the_pinned_one_is_refused(repository: Repository, tmp_path: Path, served: bytes) -> None:
    repository.files[PATHS["a"]] = served
    with pytest.raises(SetupError) as raised:
        mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    assert "a-1.jar" in raised.value.message
    assert not (tmp_path / "a-1.jar").exists()


def test_a_missing_file_is_named_at_once_with_the_remedy(repository: Repository, tmp_path: Path) -> None:
    del repository.files[PATHS["b"]]
    with pytest.raises(SetupError, match="answers 404") as raised:
        mirror.download(ARTIFACTS, address=repository.url, into=tmp_path, listen=ignore)
    assert "languagetool_mirror" in raised.value.remedy
    assert [path for path, _ in repository.asked].count(PATHS["b"]) == 1


def test_a_dead_address_is_an_error_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "_PAUSE_SECONDS", 0.01)
    with pytest.raises(SetupError, match="cannot download") as raised:
        mirror.download(ARTIFACTS[:1], address="http://127.0.0.1:9", into=tmp_path, listen=ignore)
    assert "0x" not in str(raised.value)
