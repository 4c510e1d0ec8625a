"""Names that are right raise nothing, misspellings beside them are found, and near misses of names are caught.

``python benchmarks/names.py`` puts 1,000 names of Faker's locales, those in other scripts also in Latin letters, into
100 notes; ``--names 100`` takes fewer, ``--grammar`` one engine alone.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faker import Faker
from unidecode import unidecode

from notecheck import Checker, Report

NOTES = [json.loads(line) for line in (Path(__file__).parent / "data" / "name_notes.jsonl").open(encoding="utf-8")]
LATIN = """
az_AZ cs_CZ da_DK de_AT de_CH de_DE en_AU en_GB en_IE en_IN en_NG en_NZ en_US es_AR es_CL es_CO es_ES es_MX et_EE
fi_FI fil_PH fr_CA fr_CH fr_FR fr_QC ga_IE hr_HR hu_HU id_ID it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT
ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA
""".split()
OTHER_SCRIPTS = """
ar_AA bg_BG bn_BD el_GR fa_IR he_IL hi_IN hy_AM ja_JP ka_GE ko_KR ne_NP ru_RU ta_IN th_TH uk_UA zh_CN zh_TW
""".split()
TRADES = """
Foods Logistics Robotics Partners Pharma Studios Energy Textiles Marine Health
""".split()
PRODUCT_STYLE = """
GitHub eBay LinkedIn HubSpot YouTube PayPal DoorDash BrightPath iRobot SalesForge
""".split()
ROLES = [
    item.strip()
    for item in """
Staff Nurse, data analyst, Shift Leader, junior accountant, Site Engineer, primary teacher, Kitchen Porter, lab
technician, Product Designer, Youth Worker, Legal Secretary, bus driver, Operations Manager, museum guide,
Software Engineer
""".split(",")
]
GROUPS = ("mechanics", "names", "facts", "placeholder")
TOLD = ("error", "warning", "info")


@dataclass(frozen=True)
class Name:
    """A person's given and family name, and where it is from."""

    given: str
    family: str
    origin: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Letter:
    """A note with its names in place, and the context that is true of it."""

    text: str
    interviewer: Name
    colleague: Name
    me: Name
    company: str
    role: str
    addressed: str

    @property
    def context(self) -> dict[str, Any]:
        return {
            "interviewers": [
                f"Dr. {self.interviewer.full}" if self.addressed.startswith("Dr.") else self.interviewer.full
            ],
            "also_met": [self.colleague.full],
            "company": self.company,
            "role": self.role,
            "me": self.me.full,
        }


def names(count: int) -> list[Name]:
    """Names of all origins in turn; the same each time."""
    warnings.simplefilter("ignore")
    found: list[Name] = []
    seen: set[str] = set()
    fakes = [(locale, Faker(locale)) for locale in _locales()]
    for number, (_, fake) in enumerate(fakes):
        fake.seed_instance(number)
    while len(found) < count:
        for locale, fake in fakes:
            name = _name(fake, locale, native=len(found) % 2 == 0)
            if name and name.full not in seen:
                seen.add(name.full)
                found.append(name)
    return found[:count]


def _locales() -> Iterator[str]:
    from faker.config import AVAILABLE_LOCALES

    yield from (locale for locale in [*LATIN, *OTHER_SCRIPTS] if locale in AVAILABLE_LOCALES)


def _name(fake: Any, locale: str, *, native: bool) -> Name | None:
    given, family = fake.first_name(), fake.last_name()
    if locale in OTHER_SCRIPTS and not native:
        given, family = (_latin(part) for part in (given, family))
    parts = (given, family)
    if not all(re.match(r"[^\W\d_]{2}", part) for part in parts) or any(re.match(r"[a-z]", part) for part in parts):
        return None
    # Consonants alone are what is left of some scripts in Latin letters; nobody writes a name so.
    spelt = all(re.search(r"[aeiouyw]", part, re.IGNORECASE) for part in parts if part.isascii())
    return Name(given, family, locale) if spelt else None


def _latin(name: str) -> str:
    return re.sub(r"[^A-Za-z -]", "", unidecode(name)).strip().title()


def letters(people: list[Name], *, word: str = "right") -> Iterator[Letter]:
    for number, interviewer in enumerate(people):
        colleague = people[(number * 7 + 11) % len(people)]
        me = people[(number * 13 + 5) % len(people)]
        if (
            len({interviewer.given, colleague.given, me.given}) < 3
            or len({interviewer.family, colleague.family, me.family}) < 3
        ):
            colleague, me = people[(number + 1) % len(people)], people[(number + 2) % len(people)]
        yield letter(number, interviewer, colleague, me, word=word)


def letter(number: int, interviewer: Name, colleague: Name, me: Name, *, word: str = "right") -> Letter:
    note = NOTES[number % len(NOTES)]
    addressed = [f"Dr. {interviewer.family}", interviewer.given, interviewer.full][number // len(NOTES) % 3]
    if number % 10 == 0:
        company = PRODUCT_STYLE[number // 10 % len(PRODUCT_STYLE)]
    else:
        company = f"{_latin(me.family).split()[0]} {TRADES[number % len(TRADES)]}"
    role = ROLES[number % len(ROLES)]
    body = note["text"].format(
        given=interviewer.given,
        colleague=colleague.full,
        colleague_given=colleague.given,
        company=company,
        role=role,
        word=note[word],
    )
    text = f"Dear {addressed},\n\n{body}\n\nKind regards,\n{me.full}\n"
    return Letter(text, interviewer, colleague, me, company, role, addressed)


def told(report: Report) -> list[Any]:
    """The findings that count: those of the groups that could be about a name."""
    return [item for item in report.findings if item.rule.partition(".")[0] in GROUPS and item.severity in TOLD]


def count_false_alarms(people: list[Name], checker: Checker, *, known: bool, show: int) -> int:
    count = 0
    for item in letters(people):
        report = checker.check(item.text, context=item.context if known else None)
        for finding in told(report):
            count += 1
            if count <= show:
                print(f"    {finding.rule} {finding.text!r}: {finding.message} | {_line(report, finding)}")
    return count


def _line(report: Report, finding: Any) -> str:
    return report.text[max(0, finding.start - 30) : finding.end + 30].replace("\n", " ")


def count_misspellings(people: list[Name], checker: Checker) -> tuple[int, int]:
    """How many misspelt words are found, and how many there are: one a note."""
    found = 0
    for number, item in enumerate(letters(people[: len(NOTES)], word="wrong")):
        wrong = NOTES[number]["wrong"]
        start = item.text.index(wrong)
        hit = any(
            finding.start < start + len(wrong) and start < finding.end for finding in told(checker.check(item.text))
        )
        found += hit
        if not hit:
            print(f"    missed {wrong!r}")
    return found, min(len(people), len(NOTES))


def slip(word: str, kind: str, dice: random.Random) -> str | None:
    """A word with one slip of the fingers, or None where it is too short for one that shows."""
    letters_at = [at for at, letter in enumerate(word) if letter.isalpha() and letter.isascii()]
    if len(word) < 3 or len(letters_at) < 3:
        return None
    at = dice.choice(letters_at[1:])
    if kind == "drop":
        new = word[:at] + word[at + 1 :]
    elif kind == "double":
        new = word[:at] + word[at] + word[at:]
    elif kind == "transpose":
        new = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        new = new.title() if at == 1 else new
    else:
        new = word[:at] + dice.choice("abcdefghijklmnoprstuvwyz") + word[at + 1 :]
    return new if new.casefold() != word.casefold() else None


def near_misses(item: Letter, other: Name, dice: random.Random) -> Iterator[tuple[str, str, str, str]]:
    """Kind, the words that are wrong, the words that were right, and the whole text, for one note."""
    greeting = f"Dear {item.addressed},"
    person = item.interviewer
    shown = person.family if item.addressed.startswith("Dr.") else person.given
    for kind in ("drop", "double", "transpose", "substitute"):
        wrong = slip(shown.split()[-1], kind, dice)
        if wrong:
            new = greeting.replace(shown.split()[-1], wrong)
            yield f"{kind}, greeting", wrong, shown.split()[-1], item.text.replace(greeting, new, 1)
        wrong = slip(item.colleague.family, kind, dice)
        if wrong and item.colleague.full in item.text:
            new = f"{item.colleague.given} {wrong}"
            yield f"{kind}, body", wrong, item.colleague.family, item.text.replace(item.colleague.full, new, 1)
        wrong = slip(item.company.split()[0], kind, dice)
        if wrong and item.company in item.text:
            new = item.company.replace(item.company.split()[0], wrong, 1)
            yield f"{kind}, company", new, item.company, item.text.replace(item.company, new, 1)
        wrong = slip(item.role.split()[0], kind, dice)
        if wrong and item.role in item.text:
            new = item.role.replace(item.role.split()[0], wrong, 1)
            yield f"{kind}, role", new, item.role, item.text.replace(item.role, new, 1)
    if item.company in PRODUCT_STYLE and item.company in item.text:
        yield (
            "capitals, company",
            item.company.title(),
            item.company,
            item.text.replace(item.company, item.company.title(), 1),
        )
    if item.addressed.startswith("Dr."):
        yield "title", "Mr", "Dr", item.text.replace(greeting, greeting.replace("Dr.", "Mr."), 1)
        yield "surname", other.family, person.family, item.text.replace(greeting, f"Dear Dr. {other.family},", 1)
    if item.addressed == person.full:
        yield (
            "swapped",
            person.family,
            person.given,
            item.text.replace(greeting, f"Dear {person.family} {person.given},", 1),
        )
        yield (
            "surname",
            other.family,
            person.family,
            item.text.replace(greeting, f"Dear {person.given} {other.family},", 1),
        )
    if item.addressed == person.given:
        yield "other person", other.given, person.given, item.text.replace(greeting, f"Dear {other.given},", 1)


LOOKALIKES = [
    item.strip()
    for item in """
Jon John, Stephen Steven, Catherine Katherine, Sean Shaun, Geoff Jeff, Phillip Philip, Brian Bryan, Eric Erik,
Sara Sarah, Ann Anne, Allan Alan, Marc Mark, Claire Clare, Teresa Theresa, Lindsay Lindsey, Mohammed Muhammad,
Caitlin Kaitlyn, Isabel Isobel, Zoe Zoey, Kristen Kirsten, Carl Karl, Neil Neal, Stuart Stewart, Elliot Elliott,
Rebecca Rebekah, Lawrence Laurence, Tracy Tracey, Nicolas Nicholas, Ashley Ashleigh, Aidan Aiden
""".split(",")
]


def lookalikes(people: list[Name]) -> Iterator[tuple[Letter, str, str, str]]:
    for number, pair in enumerate(LOOKALIKES):
        right, wrong = pair.split()
        person = Name(right, people[number].family, "en_US")
        item = letter(
            len(NOTES) + number, person, people[(number + 40) % len(people)], people[(number + 20) % len(people)]
        )
        yield item, wrong, right, item.text.replace(f"Dear {right},", f"Dear {wrong},", 1)


def measure_near_misses(people: list[Name], checker: Checker, *, show: int) -> None:
    """Of the near misses of mentions that raise nothing where they are right, the share that is caught."""
    dice = random.Random(7)
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    silent = clean = missed = 0
    cases: list[tuple[str, Letter, str, str, str]] = []
    for number, item in enumerate(letters(people)):
        other = people[(number + len(people) // 2) % len(people)]
        if not {other.given, other.family} & {
            item.interviewer.given,
            item.interviewer.family,
            *item.colleague.full.split(),
        }:
            cases += [(kind, item, wrong, right, text) for kind, wrong, right, text in near_misses(item, other, dice)]
    cases += [("lookalike", *case) for case in lookalikes(people)]
    quiet: dict[str, bool] = {}
    for kind, item, wrong, right, text in cases:
        if text == item.text:
            continue
        if item.text not in quiet:
            quiet[item.text] = not _of_names(checker.check(item.text, context=item.context))
        clean += quiet[item.text]
        if not quiet[item.text]:
            silent += 1
            continue
        made[kind] += 1
        good = any(
            _names_right(finding, item, wrong, right)
            for finding in _of_names(checker.check(text, context=item.context))
        )
        caught[kind] += good
        if not good:
            missed += 1
            if missed <= show:
                print(f"    missed {kind}: {wrong!r} for {right!r} ({item.interviewer.origin})")
    for kind in sorted(made):
        print(f"{kind:22} {caught[kind]:5} of {made[kind]:5}  {caught[kind] / made[kind]:.3f}")
    total = sum(made.values())
    print(
        f"near misses caught {sum(caught.values())} of {total} ({sum(caught.values()) / total:.3f}); left out {silent}"
    )


def _of_names(report: Report) -> list[Any]:
    return [item for item in report.findings if item.rule.startswith("names.") and item.severity in TOLD]


def _names_right(finding: Any, item: Letter, wrong: str, right: str) -> bool:
    """Whether a finding stands on the wrong words and names the right ones."""
    on_it = finding.text in wrong or wrong in finding.text
    named = {edit.text for fix in finding.fixes for edit in fix.edits}
    return on_it and (any(right.casefold() in text.casefold() for text in (*named, finding.message)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--grammar", choices=["harper", "languagetool", "both", "off"], default="both")
    parser.add_argument("--show", type=int, default=20, help="how many false alarms and misses to print of each sort")
    options = parser.parse_args()
    people = names(options.names)
    print(f"{len(people)} names of {len({person.origin for person in people})} origins")
    for engine in ("harper", "languagetool"):
        if options.grammar not in (engine, "both"):
            continue
        with Checker(grammar=engine, kind="post_interview_note") as checker:
            for known in (False, True):
                count = count_false_alarms(people, checker, known=known, show=options.show)
                print(
                    f"{engine}, {'with' if known else 'without'} context: {count} false alarms in {len(people)} notes"
                )
            found, of = count_misspellings(people, checker)
            print(f"{engine}: {found} of {of} misspellings found")
    with Checker(grammar="off", kind="post_interview_note") as checker:
        measure_near_misses(people, checker, show=options.show)


if __name__ == "__main__":
    main()
