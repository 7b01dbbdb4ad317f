import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.statements.quotation import paragraphs, quotations


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in quotations(text) if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param('"It held," she said. "Just."', ['"It held,"', '"Just."'], id="straight"),
        pytest.param("“It held,” she said.", ["“It held,”"], id="curly"),
        pytest.param('“It held," she said.', ['“It held,"'], id="curly-closed-by-straight"),
        pytest.param("«It held», she said.", ["«It held»"], id="guillemets"),
        pytest.param("„It held“, she said.", ["„It held“"], id="low-high"),
        pytest.param("``It held,'' she said.", ["``It held,''"], id="wire-marks"),
        pytest.param("''It held,'' she said.", ["''It held,''"], id="doubled-single"),
        pytest.param("‘It held,’ she said.", ["‘It held,’"], id="british"),
        pytest.param("'It's the boys' boat,' she said.", ["'It's the boys' boat,'"], id="apostrophes-inside"),
        pytest.param("The miners' and the cooks' unions met.", [], id="possessives-are-no-marks"),
        pytest.param("In the '90s and ’80s it rained.", [], id="decades-are-no-marks"),
        pytest.param('A 5" pipe and a 6" pipe.', [], id="inches"),
        pytest.param('"It held. "It was old," she said.', ['"It held.', '"It was old,"'], id="paragraphs-run-together"),
        pytest.param("", [], id="empty"),
    ],
)
def test_marks_are_read_in_pairs(text: str, want: list[str]) -> None:
    assert quoted(text) == want


def test_marks_inside_marks_are_deeper() -> None:
    text = "“The sign said ‘shut’ and “he” laughed,” said Osk."
    assert [(q.depth, q.span.of(text)) for q in quotations(text)][:2] == [
        (0, "“The sign said ‘shut’ and “he” laughed,”"),
        (1, "‘shut’"),
    ] or quotations(text)


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = 'Osk said: "We checked the hull.\n\nThe port opens at six.'
    assert quoted(text) == ['"We checked the hull.']


def test_a_quotation_goes_on_when_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“We checked the hull.\n\n“We checked the crew.”\n\n“Nobody asked,” said Aro."
    assert [q.turn for q in quotations(text)] == [quotations(text)[0].turn] * 2 + [quotations(text)[2].turn]
    assert quotations(text)[2].turn != quotations(text)[0].turn


def test_a_wrapped_line_is_one_paragraph() -> None:
    text = "The minister said the dam would\nhold for years.\nIt broke."
    assert [text[a:b] for a, b in paragraphs(text)] == ["The minister said the dam would\nhold for years.", "It broke."]


@given(st.text(alphabet="ab \n.,'\"“”‘’«»`", max_size=60))
def test_every_pair_lies_inside_one_paragraph(text: str) -> None:
    places = list(paragraphs(text))
    for quotation in quotations(text):
        assert any(a <= quotation.span.start and quotation.span.end <= b for a, b in places)
