"""Any bytes as a PO file: a clean result or a clean error."""

import time
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_tools.paths import Repository
from build_tools.problems import Problem
from build_tools.translations.checks.message import Knowledge
from build_tools.translations.checks.run import check_path, load_knowledge
from tests.translations.checks.samples import read_registry

REPOSITORY = Repository()
CODES = [code for code in read_registry().languages if code != "en"]
# What PO files, Markdown and our checks give a meaning to.
_SYNTAX = ('msgid "', 'msgstr "', "msgctxt ", "msgid_plural ", "msgstr[0] ", "msgstr[-1] ", "msgstr[9999999999] ")
_SYNTAX += ('"\n', '"', "\\", "\\n", "\n", "\r\n", "\n\n", "#, fuzzy\n", "#~ ", "#| ", "#: a:1\n", "# number: \n")
_MARKUP = ("**", "*" * 40, "`" * 30, "{term}`a <b>`", "[^1]", "[" * 50, "](", "](" * 30, "<b>", "- ", "1. ", "% ")
_MARKUP += ("%(x)s", "{count}", "{", "&#x41;", "https://a.b/c", "/etc/passwd", "...." * 20, " " * 60)
_WORDS = ("1,327", "9" * 60, "7,777,777,777,777", "20 to 30 million", "1957-58", "XXIX", "4 October 1957", "6만 5천")
_WORDS += ("“”„”»«‘’", "《》", "로켓는", "a\u0301", "\u202e", "\x00", "\x85")
_NOT_UTF_8 = (b"\xff", b"\xed\xa0\x80")
PIECES = st.sampled_from([*(piece.encode() for piece in _SYNTAX + _MARKUP + _WORDS), *_NOT_UTF_8])
ENTRY = st.builds(
    lambda original, translation: b'msgid "' + original + b'"\nmsgstr "' + translation + b'"\n\n',
    *(st.lists(PIECES, max_size=12).map(b"".join) for _ in range(2)),
)


@cache
def know(code: str) -> Knowledge:
    """Know a language with its whole termbase."""
    return load_knowledge(REPOSITORY, read_registry().languages[code])


@cache
def read_files() -> list[bytes]:
    """Read the beginnings of the book's PO files, which are as long as a test may be."""
    return [path.read_bytes()[:6000] for path in sorted(REPOSITORY.locales.rglob("*.po"))]


@st.composite
def mutated_files(draw: st.DrawFn) -> bytes:
    """Take a PO file of the book and change some of its bytes."""
    data = bytearray(draw(st.sampled_from(read_files())))
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 12))
        data[place : place + length] = draw(st.one_of(PIECES, st.binary(max_size=8)))
    return bytes(data)


@settings(
    deadline=None,
    derandomize=True,
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    data=st.one_of(
        st.binary(max_size=2000),
        st.lists(PIECES, max_size=60).map(b"".join),
        st.lists(ENTRY, max_size=8).map(b"".join),
        mutated_files(),
    ),
    code=st.sampled_from(CODES),
)
@example(data=b"", code="ko")
@example(data=b"/etc/passwd", code="ko")
@example(data=b'msgid "' + b"[](" * 2500 + b'"\nmsgstr "' + b"[](" * 2500 + b'"\n', code="ko")
@example(data=b'msgid "a"\nmsgstr "`' + b" " * 1900 + b'x"\n', code="ko")
@example(data=b'msgid "' + b"." * 7000 + b'a"\nmsgstr "' + b"." * 7000 + b'a"\n', code="hu")
def test_any_bytes_are_checked_in_a_second(tmp_path: Path, data: bytes, code: str) -> None:
    """Whatever a PO file holds, the check gives problems with a place, or none, within a second of the processor."""
    path, knowledge = tmp_path / "any.po", know(code)
    path.write_bytes(data)
    begun = time.process_time()  # a clock on the wall would measure what else the machine does
    result = check_path(REPOSITORY, knowledge, path)

    assert time.process_time() - begun < 1
    assert all(isinstance(problem, Problem) and problem.place and problem.line >= 0 for problem in result.problems)
    assert all(problem.render() for problem in result.problems)
