"""The termbase: its file, and the concepts that a text mentions."""

from pathlib import Path

import pytest

from build_tools.translations.termbase import Term, Termbase, check_termbase, load_termbase, read_lines

HEAD = "concept\tterm\tavoid\tnote"


def test_terms_of_a_file(tmp_path: Path) -> None:
    """Each line is a concept with its words; one whose word is still to be found is none yet."""
    path = tmp_path / "terms.tsv"
    path.write_text(f"{HEAD}\nlaunch\tpaglulunsad; ilunsad\tlansar\ta note\ncrew\t\t\t\n", encoding="utf-8")

    assert load_termbase(path) == (Term("launch", ("paglulunsad", "ilunsad"), ("lansar",), "a note", 2),)
    assert list(check_termbase(read_lines(path), "terms.tsv")) == []


def test_language_without_a_termbase(tmp_path: Path) -> None:
    """Where there is no file, there are no terms."""
    assert load_termbase(tmp_path / "terms.tsv") == ()


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["concept;term"], "the first line is not: concept term avoid note"),
        ([HEAD, "crew 승무원"], "1 columns; expected 4"),
        ([HEAD, "\t승무원\t\t"], "the concept is missing"),
        ([HEAD, "crew\t\ufffd\t\t"], "the line is not UTF-8"),
        ([HEAD, "crew\ta\t\t", "Crew\tb\t\t"], "'Crew' stands in line 2 already"),
    ],
)
def test_wrong_lines(lines: list[str], found: str) -> None:
    """A line that is no term is told with its number."""
    (problem,) = check_termbase(lines, "terms.tsv")

    assert (problem.found, problem.line) == (found, len(lines))


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("A satellite flew.", ["satellite"]),
        ("Satellites flew.", ["satellite"]),
        ("A communications satellite flew.", ["communications satellite"]),
        ("A satellite-borne thing", []),
        ("Sergei Korolev spoke.", ["Korolev, Sergei"]),
        ("Korolev’s men", ["Korolev, Sergei"]),
        ("The record says so.", ["record (of research)"]),
        ("the navy", []),
        ("the Navy", ["Navy"]),
    ],
)
def test_concepts_of_a_text(text: str, concepts: list[str]) -> None:
    """Concepts are found in the plural too, persons by their name; one within a longer one is not meant."""
    names = ("satellite", "communications satellite", "Korolev, Sergei", "record (of research)", "Navy")
    termbase = Termbase(tuple(Term(name, ("x",)) for name in names))

    assert [term.concept for term in termbase.find(text)] == concepts
