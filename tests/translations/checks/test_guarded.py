"""The guard's opinion, as the check repeats it."""

import polib

from build_tools.problems import Code
from build_tools.translations.checks.guarded import check_guard
from build_tools.translations.checks.message import list_messages
from tests.translations.checks.samples import make_message


def test_what_the_guard_refuses_is_told() -> None:
    """A link that the original does not have is found, with the guard's own code."""
    message = make_message("Read on.", "[Olvass](https://example.org) tovább.")

    assert [fault.code for fault in check_guard(message)] == [Code.PO_LINK]


def test_harmless_translation() -> None:
    """A translation with the markup of its original has no fault."""
    message = make_message("A {term}`satellite` *flew*.[^1]", "*Repült* egy {term}`műhold <satellite>`.[^1]")

    assert list(check_guard(message)) == []


def test_titles_in_signs_of_their_own() -> None:
    """A Korean title in 《》 has not lost its emphasis; one in plain words has."""
    original = "The *New York Times* wrote."

    assert list(check_guard(make_message(original, "《뉴욕 타임스》는 썼다.", "ko"))) == []
    assert [fault.code for fault in check_guard(make_message(original, "뉴욕 타임스는 썼다.", "ko"))] == [
        Code.PO_EMPHASIS
    ]


def test_forms_are_told_once() -> None:
    """The guard looks at all plural forms of a message, so only the first one asks it."""
    entry = polib.POEntry(msgid="one", msgid_plural="many", msgstr_plural={0: "<b>egy</b>", 1: "sok"})
    po = polib.POFile()
    po.append(entry)
    first, second = list_messages(po, "sphinx", make_message("", "").known)

    assert {fault.code for fault in check_guard(first)} == {Code.PO_HTML}
    assert list(check_guard(second)) == []
