# ruff: noqa: E501 - long lines of data.
from __future__ import annotations

import contextlib
from datetime import date
from email.message import EmailMessage

import pytest

from notecheck.document import Context, Person
from notecheck.errors import InputError
from notecheck.sources import read_bytes


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    return message


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_encodings(encoding: str, charset: str) -> None:
    message = mail(Subject="Hi")
    message.set_content("I’m glad we met at the café.\n", charset=charset, cte=encoding)
    assert read_bytes(bytes(message), "a.eml").text.strip() == "I’m glad we met at the café."


def test_windows_quotes_that_are_called_latin_1() -> None:
    data = b"Subject: x\nContent-Type: text/plain; charset=iso-8859-1\n\nI\x92m glad."
    assert read_bytes(data, "a.eml").text == "I’m glad."


def test_headers_give_the_context() -> None:
    message = mail(
        From="Dana Lee <dana@example.com>",
        To='"Reyes, Tom" <tom@example.com>, "Ana Ruiz, PhD" <ana@example.com>, bare@example.com',
        Cc="=?utf-8?q?J=C3=B6rg?= <j@example.com>",
        Subject="=?utf-8?b?VGhhbmsgeW91IOKAlCBDYWbDqQ==?=",
        Date="Fri, 07 Jun 2024 23:30:00 -0500",
    )
    message.set_content("Hi")
    assert read_bytes(bytes(message), "a.eml").context == Context(
        me="Dana Lee",
        interviewers=(
            Person(name="Tom Reyes", email="tom@example.com"),
            Person(name="Ana Ruiz, PhD", email="ana@example.com"),
        ),
        also_met=(Person(name="Jörg", email="j@example.com"),),
        subject="Thank you — Café",
        sent_on=date(2024, 6, 7),
    )


@pytest.mark.parametrize("subject", [b"Subject: \n", b"Subject:\n", b""])
def test_a_mail_without_a_subject_has_an_empty_one(subject: bytes) -> None:
    assert read_bytes(subject + b"From: Dana <d@example.com>\n\nHi", "a.eml").context.subject == ""


def test_plain_text_is_taken_before_html_and_attachments_are_left() -> None:
    message = mail(Subject="x")
    message.set_content("The plain one")
    message.add_alternative("<p>The other one</p>", subtype="html")
    message.add_attachment("secret", filename="notes.txt")
    message.add_attachment(mail(Subject="inner"))
    assert read_bytes(bytes(message), "a.eml").text.strip() == "The plain one"


@pytest.mark.parametrize("plain", [None, "  \n"])
def test_html_alone(plain: str | None) -> None:
    message = mail(Subject="x")
    html = (
        "<html><head><style>p{}</style></head><body><p>Hi&nbsp;Tom,</p><p>Thanks &amp; more.<br>Yes</p></body></html>"
    )
    if plain is None:
        message.set_content(html, subtype="html")
    else:
        message.set_content(plain)
        message.add_alternative(html, subtype="html")
    text = read_bytes(bytes(message), "a.eml").text.replace("\u00a0", " ")
    assert text == "Hi Tom,\n\nThanks & more.\nYes"


def test_nested_parts_come_in_order() -> None:
    data = (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nOne\n--b\nContent-Type: image/png\n\nx\n--b--\n--a\nContent-Type: text/plain\n\nTwo\n--a--\n"
    )
    assert read_bytes(data, "a.eml").text == "One\n\nTwo"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello there", "no headers"),
        (b"Hello: you\n\nthere", "no headers"),
        (b"Subject: x\n\n", "no text"),
        (b"Subject: x", "no text"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "no text"),
        (
            b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\n\n \n--a--",
            "no text",
        ),
        (b"Subject: x\nContent-Type: text/html\n\n<p> </p>", "no text"),
        (
            b"Subject: x\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2000)),
            "damaged",
        ),
    ],
)
def test_broken_mail_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        read_bytes(data, "a.eml")
    assert error.value.place == "a.eml"
    assert error.value.remedy


@pytest.mark.parametrize(
    "headers",
    [
        b"From: @@<>>,;\nTo: =?bad?=\nDate: some day\nSubject: =?utf-8?q?=FF?=",
        b"Content-Type: text/plain; charset=nonsense\nSubject: x",
        b"Content-Type: ;;;\nSubject: x",
        b"Content-Transfer-Encoding: base65\nFrom: x",
        b"To: a@b, <\nCc: (((\nFrom: \xff\xfe <x>",
        b"Date: Mon, 99 Foo 0000 99:99:99 +9999\nSubject: x",
    ],
)
def test_odd_headers_do_not_hide_the_text(headers: bytes) -> None:
    assert read_bytes(headers + b"\n\nThank you.", "a.eml").text == "Thank you."


def test_bad_base64_is_no_crash() -> None:
    with contextlib.suppress(InputError):
        read_bytes(b"Subject: x\nContent-Transfer-Encoding: base64\n\n!!!!not b64 \xff", "a.eml")
