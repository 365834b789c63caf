"""Every diagnostic has a page, and the page's examples do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogues.diagnostics import DIAGNOSTICS, ScenarioError, did_you_mean
from dialogues.library import FILES, Library, check_folder
from tests.dialogues.conftest import FIXTURES, Splice

PAGES = Path(__file__).parents[2] / "dialogues" / "diagnostics"
_EXAMPLE = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<times>\d+))? (?P<which>wrong|right) (?P<file>\S+)\n"
    r"(?P<text>.*?)^```$",
    re.M | re.S,
)


def codes_of(example: re.Match[str], splice: Splice, folder: Path) -> set[str]:
    """The codes that a scenario with this example in it gives."""
    kind, file, text = example["kind"], example["file"], example["text"].rstrip("\n")
    if kind == "id":
        try:
            Library(FIXTURES).load(text)
        except ScenarioError as error:
            return {problem.code for problem in error.problems}
        return set()
    if kind == "repeat":
        text = "\n".join([text] * int(example["times"]))
    if kind == "bytes":
        text = text.encode().decode("unicode_escape")
    encoded = {
        name: content.encode("latin-1" if kind == "bytes" and name == file else "utf-8")
        for name, content in splice(file, "" if kind == "bytes" else text).items()
        if kind != "bytes" or name != file
    }
    if kind == "bytes":
        rest = splice(file, re.sub(r"[^\x00-\x7f]+", "", text))[file].partition("\n")[2]
        encoded[file] = text.encode("latin-1") + b"\n" + rest.encode()
    for name in FILES:
        (folder / name).write_bytes(encoded[name])
    if kind == "missing":
        (folder / file).unlink()
    return {problem.code for problem in check_folder(folder)[1]}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(DIAGNOSTICS)


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_a_page_says_what_the_table_says(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    kind = DIAGNOSTICS[code]
    assert text.startswith(f"# {code}: ")
    assert f"Severity: {kind.severity}. Message: `` {kind.template} ``" in text
    for heading in ("What it means", "Why it matters", "Wrong", "Right"):
        assert f"\n## {heading}\n" in text


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_the_wrong_example_is_wrong_and_the_right_one_is_not(
    code: str, splice: Splice, tmp_path: Path
) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    wrong, right = _EXAMPLE.finditer(text)
    assert (wrong["which"], right["which"]) == ("wrong", "right")
    assert code in codes_of(wrong, splice, tmp_path)
    assert code not in codes_of(right, splice, tmp_path)


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("reflekt", ["reflect", "repair"], "; did you mean `reflect`?"),
        ("xyz", ["one", "two"], "; use one of one, two"),
        ("xyz", [f"name_{i}" for i in range(40)], ""),
        ("xyz", [], ""),
    ],
)
def test_a_close_name_is_suggested(name: str, known: list[str], hint: str) -> None:
    assert did_you_mean(name, known) == hint
