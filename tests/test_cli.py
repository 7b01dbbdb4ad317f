import json
from dataclasses import Field, fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.export.agreement import SYMBOLS
from onrecord.settings import Settings

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
REPORT = (
    "Dam holds after night of rain\n\nMay 4, 2023\n\n"
    "The dam above Lund Bay held on Wednesday, the water board said.\n\n"
    '"Nobody has to leave the valley," said Ada Okafor, who leads the board.\n\n'
    "Two people were hurt when a wall fell, the police said on Thursday.\n"
)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [*arguments], input=stdin)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "dam.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_brief_answers_in_every_format(report: Path, tmp_path: Path) -> None:
    for fmt in ("text", "json", "md", "html"):
        target = tmp_path / f"answer.{fmt}"
        result = run("brief", str(report), "--format", fmt, "-o", str(target))
        assert result.exit_code == 0, result.output
        assert "Dam holds after night of rain" in target.read_text(encoding="utf-8")


def test_annotate_writes_a_line_for_each_report_named_as_the_user_named_it(report: Path) -> None:
    [line] = run("annotate", str(report)).stdout.splitlines()
    row = json.loads(line)
    assert row["ref"] == str(report)
    assert row["published"]["value"] == "2023-05-04"
    assert any(s["speaker"] == "Ada Okafor" for s in row["statements"])


def test_offsets_of_every_layer_lie_inside_the_text(report: Path) -> None:
    row = json.loads(run("annotate", str(report)).stdout)
    layers = [*row["entities"], *row["times"], *row["events"]]
    spans = [(i["start"], i["end"]) for i in layers] + [
        tuple(s) for st in row["statements"] for role in ("source", "cue", "content") for s in st[role]
    ]
    assert spans
    assert all(0 <= start < end <= len(row["text"]) for start, end in spans)


@pytest.mark.parametrize("command", ["stories", "events", "entities"])
def test_groups_come_as_json_lines_with_the_refs_of_their_reports(command: str, report: Path) -> None:
    rows = [json.loads(line) for line in run(command, str(report)).stdout.splitlines()]
    named = {
        r if isinstance(r, str) else r["article"] for row in rows for r in row.get("articles", row.get("mentions"))
    }
    assert named == {str(report)}


def test_a_given_date_wins_over_the_printed_one(report: Path) -> None:
    row = json.loads(run("annotate", str(report), "--date", "dam=2023-05-05").stdout)
    assert row["published"] == {"value": "2023-05-05", "precision": "day", "basis": "given by the user"}


def test_reports_come_from_standard_input_too() -> None:
    result = run("annotate", "-", stdin=REPORT)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["text"].startswith("The dam above")


def test_one_missing_file_does_not_stop_the_run(report: Path) -> None:
    result = run("annotate", str(report), "no-such-file.txt")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "declined no-such-file.txt: missing" in result.stderr


def test_nothing_read_is_exit_status_1() -> None:
    result = run("brief", "no-such-file.txt")
    assert result.exit_code == 1
    assert "nothing was read" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["brief"], id="no-sources"),
        pytest.param(["brief", "x.txt", "--format", "pdf"], id="unknown-format"),
        pytest.param(["brief", "x.txt", "--date", "yesterday"], id="date-that-is-none"),
        pytest.param(["rewrite", "x.txt"], id="unknown-command"),
        pytest.param(["brief", "x.txt", "--max-text-chars", "2000000"], id="limit-out-of-bounds"),
    ],
)
def test_a_wrong_call_is_exit_status_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_what_is_declined_can_be_tuned(report: Path) -> None:
    result = run("annotate", str(report), "--min-text-chars", "1000")
    assert result.exit_code == 1
    assert "too-short" in result.stderr


@pytest.mark.parametrize("each", fields(Settings), ids=lambda each: each.name)
def test_every_setting_has_an_option_with_its_meaning_in_help_and_readme(each: Field[int]) -> None:
    option, meaning = f"--{each.name.replace('_', '-')}", each.metadata["meaning"]
    assert f"| `{option}` | {each.default} | {meaning} |" in README
    for command in main.commands:
        shown = " ".join(run(command, "--help").output.split())
        assert option in shown
        assert meaning in shown


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_stands_in_the_readme(command: str) -> None:
    assert f"onrecord {command} " in README
    options = [o for p in main.commands[command].params for o in p.opts if o.startswith("--")]
    assert [o for o in options if o not in README] == []


def test_the_readme_explains_every_verdict_by_its_symbol() -> None:
    assert [v for v, symbol in SYMBOLS.items() if f"| `{symbol}` | {v} |" not in README] == []


def test_an_output_that_cannot_be_written_is_said_in_one_line(report: Path) -> None:
    result = run("annotate", str(report), "-o", "/no/such/folder/answer.jsonl")
    assert result.exit_code == 2
    assert "cannot write /no/such/folder/answer.jsonl" in result.stderr


@pytest.mark.parametrize("command", sorted(main.commands))
def test_where_nothing_is_read_an_earlier_output_stays(command: str, tmp_path: Path) -> None:
    earlier = tmp_path / "answer"
    earlier.write_text("of yesterday", encoding="utf-8")
    assert run(command, "no-such-file.txt", "-o", str(earlier)).exit_code == 1
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("answer", "of yesterday")]


def test_an_output_in_the_folder_that_is_read_is_none_of_its_sources(report: Path) -> None:
    result = run("annotate", str(report.parent), "-o", str(report.parent / "answer.jsonl"))
    assert result.exit_code == 0
    assert result.stderr == ""


def test_the_same_input_gives_the_same_answer(report: Path) -> None:
    assert run("brief", str(report), "--format", "json").stdout == run("brief", str(report), "--format", "json").stdout


def test_since_an_earlier_answer_only_what_is_new_is_written(report: Path, tmp_path: Path) -> None:
    earlier, later = tmp_path / "earlier.json", tmp_path / "later.txt"
    run("brief", str(report), "--format", "json", "-o", str(earlier))
    assert json.loads(run("brief", str(report), "--since", str(earlier), "--format", "json").stdout) == {"changes": []}
    later.write_text(
        "Dam owner denies neglect\n\nMay 6, 2023\n\n"
        "The water board denied on Saturday that it had neglected the dam.\n\n"
        "Its engineers had inspected the wall in April, the board said.\n"
    )
    answer = run("brief", str(report), str(later), "--since", str(earlier)).stdout
    assert "new denial" in answer
    assert "Nobody has to leave" not in answer


def test_since_an_earlier_answer_the_page_has_what_is_new_at_its_head(report: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    run("brief", str(report), "--format", "json", "-o", str(earlier))
    page = run("brief", str(report), "--since", str(earlier), "--format", "html").stdout
    assert "New since the earlier answer" in page
    assert "New since the earlier answer" not in run("brief", str(report), "--format", "html").stdout


@pytest.mark.parametrize("earlier", [REPORT, "[" * 100_000, "7" * 5_000], ids=["text", "nested-deeply", "long-number"])
def test_since_a_file_that_is_no_answer_is_exit_status_2_before_anything_is_read(tmp_path: Path, earlier: str) -> None:
    (tmp_path / "earlier.json").write_text(earlier, encoding="utf-8")
    result = run("brief", "no-such-file.txt", "--since", str(tmp_path / "earlier.json"))
    assert result.exit_code == 2
    assert "cannot read the earlier answer" in result.stderr
    assert "declined" not in result.stderr


def test_the_large_model_is_asked_for_before_any_report_is_read(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.api.ACCURATE", "onrecord_not_there")
    result = run("brief", str(report), "--accurate")
    assert result.exit_code == 2
    assert "onrecord-not-there" in result.output
    assert "pip install ./accurate" in " ".join(result.output.split())
