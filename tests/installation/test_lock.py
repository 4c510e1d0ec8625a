from __future__ import annotations

from xml.etree import ElementTree

from notecheck.installation.languagetool import VERSION
from notecheck.installation.lock import LOCK, POM, read_lock


def test_the_lock_holds_what_the_pom_asks_for() -> None:
    space = {"m": "http://maven.apache.org/POM/4.0.0"}
    pom = ElementTree.parse(POM)
    asked = {item.text for item in pom.findall("m:dependencies/m:dependency/m:artifactId", space)}
    locked = {item.name: item.version for item in read_lock() if item.group == "org.languagetool"}
    assert asked <= set(locked)
    assert pom.findtext("m:properties/m:languagetool", namespaces=space) == VERSION == locked["languagetool-server"]


def test_the_lock_names_no_host() -> None:
    text = LOCK.read_text("utf-8")
    assert "://" not in text
    assert len({item.file for item in read_lock()}) == len(read_lock()) == 130


def test_a_path_is_that_of_a_maven_repository() -> None:
    server = next(item for item in read_lock() if item.name == "languagetool-server")
    assert server.path == "org/languagetool/languagetool-server/6.8/languagetool-server-6.8.jar"
