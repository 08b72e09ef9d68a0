"""What Weblate is told of the PO files."""

import json

from build_tools.config import load_book
from build_tools.paths import Repository
from build_tools.translations.weblate import list_po_names, render_components, write_components


def test_components_of_the_book() -> None:
    """`locales/weblate.json` names exactly the PO files that there are; `nox -s po-update` brings it up to date."""
    repository = Repository()
    text = (repository.locales / "weblate.json").read_text(encoding="utf-8")

    assert text == render_components(list_po_names(repository), load_book(repository))


def test_component_of_a_chapter(tiny: Repository) -> None:
    """A component has a slug of its own, a mask that finds the file in every language, and lines like ours."""
    write_components(tiny)
    components = {found["name"]: found for found in json.loads((tiny.locales / "weblate.json").read_text())}
    first = components["part-one/first"]

    assert (first["slug"], first["file_format"]) == ("part-one-first", "po")
    assert {path.parts[-4] for path in tiny.root.glob(first["filemask"])} == {"ar", "ko"}
    assert first["file_format_params"] == {"po_line_wrap": 65535}
    assert len({found["slug"] for found in components.values()}) == len(components) == 10


def test_flags_of_plain_words(tiny: Repository) -> None:
    """Chapters are checked as Markdown; the words of the press and of Sphinx are none."""
    components = json.loads(render_components(list_po_names(tiny), load_book(tiny)))
    flags = {found["name"]: found["check_flags"] for found in components}

    assert [name for name, value in flags.items() if not value] == ["press", "sphinx"]
    assert set(flags.values()) == {"", "md-text"}


def test_press_comes_first(tiny: Repository) -> None:
    """The first component is the press's, which the others share their repository with."""
    assert list_po_names(tiny)[0] == "press"
