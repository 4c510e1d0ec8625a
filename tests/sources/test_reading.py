from __future__ import annotations

import errno
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from notecheck.document import Context
from notecheck.errors import InputError
from notecheck.sources import MAX_BYTES, read, read_bytes, read_stdin

unix = pytest.mark.skipif(sys.platform == "win32", reason="Unix file kinds")


def refusal(path: Path | str) -> InputError:
    with pytest.raises(InputError) as error:
        read(str(path))
    assert error.value.place == str(path)
    assert error.value.remedy
    return error.value


@pytest.mark.parametrize(
    ("name", "media"),
    [("a.txt", "plain"), ("a.md", "markdown"), ("a.MD", "markdown"), ("a", "plain"), ("a.text", "plain")],
)
def test_a_text_is_read_as_it_is(tmp_path: Path, name: str, media: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"Hi Tom,\r\nthanks.\r")
    source = read(file)
    assert (source.text, source.media, source.context, source.path) == (
        "Hi Tom,\r\nthanks.\r",
        media,
        Context(),
        str(file),
    )


def test_missing_and_folder(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "missing.txt").message
    assert "folder" in refusal(tmp_path).message
    (tmp_path / "a.txt").write_text("x")
    assert "no such file" in refusal(tmp_path / "a.txt" / "b.txt").message
    assert refusal("a\0b").message == "the name is not a path"
    assert "too long" in refusal("x" * 5000).message


@unix
def test_special_files_do_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    assert "not a file" in refusal(fifo).message
    assert "not a file" in refusal("/dev/zero").message
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)  # A socket's path may have 108 bytes only.
        listener.bind("s.txt")
        assert "not a file" in refusal("s.txt").message


@unix
def test_a_fifo_put_in_the_place_of_a_file_does_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fifo, file = tmp_path / "fifo.txt", tmp_path / "file.txt"
    os.mkfifo(fifo)
    file.write_text("x")
    status = os.stat(file)
    monkeypatch.setattr("notecheck.sources.reading.os.stat", lambda path: status)
    assert "not a file" in refusal(fifo).message


@unix
def test_a_link_loop(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert "link" in refusal(tmp_path / "a.txt").message


@pytest.mark.parametrize(("number", "said"), [(errno.EACCES, "may not be read"), (errno.EIO, "cannot be read")])
def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("notecheck.sources.reading.os.open", refuse)
    assert said in refusal(file).message


def test_size_is_checked_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr("notecheck.sources.reading.os.open", lambda *_: pytest.fail("opened"))
    assert "larger than 5 MB" in refusal(file).message


class _Endless(io.RawIOBase):
    taken = 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.taken += size
        return b"a" * size


def test_standard_input_is_bounded() -> None:
    stream = _Endless()
    with pytest.raises(InputError, match="larger than 5 MB") as error:
        read_stdin(stream)  # type: ignore[arg-type]
    assert stream.taken == MAX_BYTES + 1
    assert error.value.place == "<stdin>"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_stdin(io.BytesIO("né".encode()), name="draft.md").media == "markdown"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hi")))
    assert read("-").text == "Hi"
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="no standard input"):
        read("-")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"%PDF-1.7 x", "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.txt", b"\xff\xd8\xff\xe0", "picture"),
        ("a.txt", b"PK\x03\x04abc", "zip"),
        ("a.txt", b"\x1f\x8b\x08", "gzip"),
        ("a.txt", b"{\\rtf1 x}", "RTF"),
        ("a.html", b"<p>Hi", "web page"),
        ("a.odt", b"PK\x03\x04abc", "OpenDocument"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"..." + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.docx", b"PK\x03\x04abc", "not a sound Word document"),
        ("a.docx", b"Hi Tom", "not a sound Word document"),
        ("<stdin>", b"PK\x03\x04abc", "zip"),
    ],
)
def test_other_kinds_of_file_are_refused(name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        read_bytes(data, name)
    assert error.value.place == name
    assert error.value.remedy
