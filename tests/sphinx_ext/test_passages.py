"""Passages of fixed form: summaries, questions, what is established, people."""

from collections.abc import Callable

import pytest
from docutils import nodes

from build_tools.paths import Repository
from build_tools.sphinx_ext.passages import answer, passage
from tests.conftest import Reading

Read = Callable[..., Reading]


def find_passage(reading: Reading, kind: str, document: str = "part-one/first") -> passage:
    """Find the one passage of a kind."""
    (found,) = (node for node in reading.documents[document].findall(passage) if node["kind"] == kind)
    return found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Recall Who planned the rocket?", "Argue Was it the first rocket?"]),
        ("ko", ["떠올리기 누가 로켓을 계획했는가?", "따져 보기 그것이 첫 로켓이었는가?"]),
        ("ar", ["تذكّر من خطط للصاروخ؟", "ناقش هل كان أول صاروخ؟"]),
    ],
)
def test_questions_name_their_kind_in_every_language(
    readings: dict[str, Reading], language: str, words: list[str]
) -> None:
    """A question begins with its kind, and both are in the language of the edition."""
    items = list(find_passage(readings[language], "questions").findall(nodes.list_item))

    assert [item["kind"] for item in items] == ["recall", "argue"]
    assert [item.astext() for item in items] == words


def test_answers_are_kept_from_readers(readings: dict[str, Reading]) -> None:
    """No builder but that of the handouts sees the teacher's answers."""
    reading = readings["en"]

    assert not list(reading.documents["part-one/first"].findall(answer))
    assert len(list(reading.env.get_doctree("part-one/first").findall(answer))) == 2


def test_answers_are_messages_behind_their_questions(readings: dict[str, Reading]) -> None:
    """An answer is translated like its question, and stands in the same item."""
    doctree = readings["ko"].env.get_doctree("part-one/first")
    items = [node for node in doctree.findall(nodes.list_item) if "kind" in node]

    assert [item[1].astext() for item in items] == ["코롤료프와 그의 기술자들.", "2단만 센다면 그렇다."]
    assert all(isinstance(item[1], answer) for item in items)


@pytest.mark.parametrize(
    ("kind", "label"), [("questions", "생각해 볼 문제"), ("key-dates", "주요 날짜"), ("established", "거의 확실한 것")]
)
def test_labels_are_translated(readings: dict[str, Reading], kind: str, label: str) -> None:
    """The label of a passage is one of the press's own words."""
    (found,) = (
        node
        for node in find_passage(readings["ko"], kind).findall(nodes.paragraph)
        if "passage-label" in node["classes"]
    )

    assert found.astext() == label


def test_summary_keeps_its_markup(readings: dict[str, Reading]) -> None:
    """A summary is a paragraph like others: its emphasis comes through, in translation too."""
    for language, word in (("en", "first"), ("ko", "처음")):
        (emphasis,) = find_passage(readings[language], "summary").findall(nodes.emphasis)
        assert emphasis.astext() == word


def test_people_are_a_list_of_names(readings: dict[str, Reading]) -> None:
    """Names and what is said of them are terms and definitions."""
    people = find_passage(readings["ko"], "people", "backmatter/lists")

    assert [term.astext() for term in people.findall(nodes.term)] == ["코롤료프, 세르게이(1907–1966)"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("recall: Who", "Who", "a question must begin with recall:, explain:, compare: or argue:"),
        ("recall: Who planned the rocket?\nanswer: K", "answer: K", "an answer stands behind a question"),
        ("{established} medium", "{established} perhaps", "how sure we are is high, medium, low; found 'perhaps'"),
    ],
    ids=["question without a kind", "answer without a question", "certainty that does not exist"],
)
def test_wrong_form_is_told_with_its_line(tiny: Repository, read: Read, old: str, new: str, found: str) -> None:
    """A passage that is not of its form is a problem at its line."""
    path = tiny.book / "part-one" / "first.md"
    text = path.read_text(encoding="utf-8").replace(old, new)
    path.write_text(text, encoding="utf-8")

    (problem,) = read(tiny).problems

    line = text[: text.index(new)].count("\n") + 1
    assert problem.startswith(f"book/part-one/first.md:{line}: ")
    assert found in problem
