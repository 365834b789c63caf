"""A new scenario: complete, clean and playable from the first minute."""

import pytest

from dialogues.library import Library, check_folder
from dialogues.policies import POLICIES
from dialogues.prepared import prepare
from dialogues.rehearse import run
from dialogues.skeleton import write_skeleton


def test_a_skeleton_is_clean_and_can_be_played_in_both_languages(tmp_path):
    written = write_skeleton(tmp_path / "quiet_library")
    assert [path.name for path in written] == ["scenario.yaml", "en.yaml", "fr.yaml"]
    play, problems = check_folder(tmp_path / "quiet_library")
    assert play is not None
    assert {problem.code for problem in problems} == {"D202"}
    for lang in ("en", "fr"):
        prepared = prepare(Library(tmp_path).load("quiet_library"), lang)
        for policy in POLICIES.values():
            assert run(prepared, policy, seed=1).turns >= 1


def test_an_editor_finds_the_schema_from_the_new_files(tmp_path):
    for path in write_skeleton(tmp_path / "quiet_library"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = first.partition("$schema=")[2]
        assert (tmp_path / "quiet_library" / schema).is_file()


def test_nothing_that_is_there_is_overwritten(tmp_path):
    (tmp_path / "mine").mkdir()
    with pytest.raises(FileExistsError):
        write_skeleton(tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir()) == []
