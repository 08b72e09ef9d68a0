"""What the guard promises: a translation that it lets through is, for Sphinx, made of the same things as its original.

Translations are put together at random from pieces of Markdown and of their originals, and read as the book is read.
"""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docutils.utils
import pytest
from docutils import nodes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sphinx.application import Sphinx
from sphinx.domains.std import split_term_classifiers
from sphinx.transforms.i18n import parse_noqa
from sphinx.util.docutils import LoggingReporter, docutils_namespace, patch_docutils

from build_tools.guard.faults import find_faults
from tests.checkout import DATE, copy_words
from tests.guard.hostile import CODED, MESSAGES, NUMBERED, PLAIN, RICH

Read = Callable[[str], nodes.document]
ORIGINALS = (
    PLAIN,
    RICH,
    CODED,
    NUMBERED,
    "A **bold** and *slanted* word, `code` and {term}`satellites <satellite>`.[^a][^b]",
    "1957",
    "Korolev, Sergei (1907–1966)",
    "See https://example.org/ and <https://example.org/?q=a&b>.",
    "A rocket : a machine",
)
PIECES = (
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~~~",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "<",
        ">",
        "{",
        "}",
        "|",
        "\\",
        "$",
    ),
    *(
        "\n",
        "\n\n",
        "  \n",
        "\n\n    ",
        " ",
        "\t",
        "    ",
        "# ",
        "- ",
        "> ",
        "1. ",
        "+ ",
        "=",
        "\n===",
        "\n---",
        "---\n",
    ),
    *("...", "% ", "+++", ":::", ":", ": ", " : ", "::", "\n: ", "!", "&", ";", "#", "# noqa", "^", "~", '"', "'", "/"),
    *("<b>", "</b>", "<!--", "-->", "<script>", "&lt;", "&gt;", "&#60;", "&#x202e;", "&amp;", "\u202e", "\u200b", "\0"),
    *("{term}`", "{download}`", "{numref}`", "{math}`", "{index}`", "<satellite>`", "<rocket>`", "rocket", "x <dots>`"),
    *("```{include} x\n", ":::{note}\n", "{eval-rst}", "{{ 7 * 7 }}", "[^note]", "[^a]", "[^x]: ", "^[", "[x]: y\n"),
    *("](second.md)", "](http://evil.example/)", "<http://evil.example>", "[a][x]", "{.a #b c=d}", "{#b}", "{title=x}"),
    *(
        "(a)=\n",
        "myst: {enable_extensions: [substitution]}\n",
        "|a|b|\n|-|-|\n",
        "a",
        "b",
        "로켓",
        "날았다",
        "é",
        "1957",
    ),
    *("{number}", "{name}", "%s", "http://example.com", "www.example.com", "a@example.com", "(c)", "--", "==", "\r"),
)
CUTS = re.compile(r"(\{\w+\}`[^`]*`|\[[^\]]*\]\([^)]*\)|\[\^\w+\]|`[^`]*`|<[^>]*>|\*+|\s+|\w+)")
MAY_COME = (nodes.Text, nodes.paragraph, nodes.document)


@st.composite
def translations(draw: st.DrawFn) -> tuple[str, str]:
    """Give an original, and what a stranger makes of it."""
    original = draw(st.sampled_from(ORIGINALS))
    pieces = list(filter(None, CUTS.split(original)))
    changes = draw(
        st.lists(
            st.tuples(
                st.integers(0, 30),
                st.sampled_from(["put", "put", "put", "take", "double", "part", "move"]),
                st.one_of(st.sampled_from(PIECES), st.text(max_size=4)),
            ),
            max_size=5,
        )
    )
    for place, kind, piece in changes:
        position = place % (len(pieces) + 1)
        if kind == "put" or not pieces:
            pieces.insert(position, piece)
        else:
            position %= len(pieces)
            old = pieces[position]
            middle = len(old) // 2
            new = {"take": [], "double": [old, old], "part": [old[:middle], piece, old[middle:]], "move": []}[kind]
            pieces[position : position + 1] = new
            if kind == "move":
                pieces.append(old)
    return original, "".join(pieces)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """What reads a message as Sphinx reads a translation of the book."""
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", DATE)
        repository = copy_words(tmp_path_factory.mktemp("promise"))
        with patch_docutils(str(repository.book)), docutils_namespace():
            app = make_app(repository.book, repository.build)
            found: list[object] = []
            app.connect("doctree-read", lambda _app, doctree: found.append(doctree.settings))
            app.build(force_all=True)
            source = str(repository.book / "part-one" / "first.md")
            values = found[-1]

            def run(message: str) -> nodes.document:
                app.env.prepare_settings("part-one/first")
                values.env = app.env  # type: ignore[attr-defined]
                document = docutils.utils.new_document(f"{source}:1:<translated>", values)
                document.reporter = LoggingReporter.from_reporter(document.reporter)
                parser = app.registry.create_source_parser("markdown", config=app.config, env=app.env)
                parser.parse(message, document)
                return document

            yield run


def make_app(book: Path, build: Path) -> Sphinx:
    """Make Sphinx with the settings of the book."""
    return Sphinx(
        srcdir=book,
        confdir=book,
        outdir=build / "out",
        doctreedir=build / "doctrees",
        buildername="dummy",
        confoverrides={"language": "ko"},
        status=None,
        warning=io.StringIO(),
        freshenv=True,
    )


def list_readings(message: str) -> set[str]:
    """List in how many ways Sphinx reads one translation: as it is, without its ending, as a term, as a title."""
    readings = {message, parse_noqa(message)[0]}
    readings |= {split_term_classifiers(reading)[0] or "" for reading in readings}
    if message.strip().endswith("::"):
        readings.add(f"{message}\n\n   dummy literal")
    return readings


def list_kinds(document: nodes.document) -> set[type]:
    """List the kinds of nodes of a document."""
    return {type(node) for node in document.findall()}


def list_values(document: nodes.document) -> set[tuple[str, str]]:
    """List all attributes of the nodes that lead somewhere, name something or change how it looks."""
    names = (
        "refuri",
        "reftarget",
        "reftype",
        "refdomain",
        "refid",
        "refname",
        "uri",
        "ids",
        "names",
        "classes",
        "format",
    )
    return {
        (name, value)
        for node in document.findall(nodes.Element)
        for name in names
        if name in node
        for value in (node[name] if isinstance(node[name], list) else [str(node[name])])
    }


@given(translations())
@settings(max_examples=1500, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_accepted_translation_is_made_of_what_its_original_is_made_of(read: Read, pair: tuple[str, str]) -> None:
    """An accepted translation gives no kind of node, no target and no class that its original does not give."""
    original, translation = pair
    if any(fault.is_refused for fault in find_faults(original, translation, plain=False)):
        return
    known = read(original)
    for message in list_readings(translation):
        found = read(message)
        assert list_kinds(found) - list_kinds(known) - set(MAY_COME) == set()
        assert list_values(found) - list_values(known) == set()
    heading = read(translation + "\n" + "=" * len(translation) * 2)
    assert list_kinds(heading) - list_kinds(known) - {*MAY_COME, nodes.section, nodes.title} == set()


def test_hostile_messages_of_the_corpus_break_the_promise(read: Read) -> None:
    """Most hostile messages would give what their originals do not, so the test above can tell them."""
    breaking = 0
    for hostile in MESSAGES:
        if hostile.codes in {"po-letter", "po-long"} or "MARK" in hostile.translation or "HOST" in hostile.translation:
            continue
        try:
            kinds = list_kinds(read(hostile.translation))
        except Exception:  # noqa: BLE001 - what it would do to a build
            kinds = {nodes.raw}
        breaking += bool(kinds - list_kinds(read(hostile.original)) - set(MAY_COME))

    assert breaking > 70


@given(st.text(), st.text(), st.booleans(), st.booleans())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_is_judged(original: str, translation: str, plain: bool, right_to_left: bool) -> None:
    """Whatever original and translation are, the guard comes to a result."""
    faults = list(find_faults(original, translation, plain=plain, right_to_left=right_to_left))

    assert all(fault.found for fault in faults)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.booleans())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_markup_is_judged(translation: str, plain: bool) -> None:
    """Whatever markup a translation is made of, the guard comes to a result."""
    assert all(fault.found for fault in find_faults(PLAIN, translation, plain=plain))
