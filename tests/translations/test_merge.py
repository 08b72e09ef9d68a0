"""Today's messages and yesterday's translations make a PO file."""

from collections.abc import Mapping

import polib
from hypothesis import given
from hypothesis import strategies as st

from build_tools.translations.merge import Original, make_memory, merge_po

SENTENCE, CHANGED = "The rocket left the steppe at dawn.", "The rocket left the steppe at dusk."


def make_po(text: str) -> polib.POFile:
    """Make a PO file from its messages, as people write them."""
    return polib.pofile('msgid ""\nmsgstr ""\n"Language: ko\\n"\n\n' + text, wrapwidth=0)


def entry(msgid: str, msgstr: str) -> str:
    """Write one message."""
    return f'msgid "{msgid}"\nmsgstr "{msgstr}"\n\n'


def merge(
    old: str,
    *wanted: str | Original,
    memory: Mapping[str, str] | None = None,
    plural_count: int = 2,
    offers: Mapping[str, str] | None = None,
) -> str:
    """Merge messages with a PO file, and give what stands below the header."""
    originals = [Original(text) if isinstance(text, str) else text for text in wanted]
    return str(merge_po(make_po(old), originals, memory or {}, plural_count, offers)).partition("\n\n")[2].strip()


def test_order_of_messages() -> None:
    """Messages stand in the order of the book, wherever they stood before."""
    old = entry("One.", "하나.") + entry("Two.", "둘.")

    assert merge(old, "Two.", "One.") == (entry("Two.", "둘.") + entry("One.", "하나.")).strip()


def test_message_that_was_changed() -> None:
    """A changed sentence keeps its translation as fuzzy, with what it said before and the translator's comment."""
    old = "# 새벽: check\n" + entry(SENTENCE, "로켓은 새벽에 떠났다.")

    expected = f'# 새벽: check\n#, fuzzy\n#| msgid "{SENTENCE}"\n' + entry(CHANGED, "로켓은 새벽에 떠났다.")

    assert merge(old, CHANGED, offers={CHANGED: "로켓은 새벽에 떠났다."}) == expected.strip()


def test_offer_that_the_file_never_had() -> None:
    """What is offered but stood in no message of the file is not taken."""
    assert merge(entry(SENTENCE, "로켓은 새벽에 떠났다."), "New.", offers={"New.": "Other."}).startswith(
        entry("New.", "").strip()
    )


def test_fuzzy_message_keeps_what_it_said_before() -> None:
    """A fuzzy message that nobody has touched is as it was, whatever happens beside it."""
    old = f'#, fuzzy\n#| msgid "{SENTENCE}"\n' + entry(CHANGED, "로켓은 새벽에 떠났다.")

    assert merge(old, "New.", CHANGED) == (entry("New.", "") + old).strip()


def test_message_that_a_translator_has_accepted() -> None:
    """Where the flag was taken away by hand, what the message said before goes too."""
    old = f'#| msgid "{SENTENCE}"\n' + entry(CHANGED, "로켓은 해 질 녘에 떠났다.")

    assert merge(old, CHANGED) == entry(CHANGED, "로켓은 해 질 녘에 떠났다.").strip()


def test_message_that_is_gone() -> None:
    """A translation whose message is gone stands at the end as obsolete; an empty one goes without a trace."""
    old = entry("Gone.", "갔다.") + entry("Never translated.", "") + entry("Here.", "여기.")

    assert merge(old, "Here.") == entry("Here.", "여기.") + '#~ msgid "Gone."\n#~ msgstr "갔다."'


def test_obsolete_messages_keep_their_order() -> None:
    """Those that went earlier stand before those that go now, so that a difference is at one place."""
    old = entry("Third.", "셋.") + '#~ msgid "First."\n#~ msgstr "하나."\n\n#~ msgid "Second."\n#~ msgstr "둘."\n'

    assert [found.msgid for found in polib.pofile(merge(old, "Here."))] == ["Here.", "First.", "Second.", "Third."]


def test_message_that_returns() -> None:
    """A message that comes back takes its own translation back, and is not fuzzy."""
    old = '# old note\n#~ msgid "Gone."\n#~ msgstr "갔다."\n'

    assert merge(old, "Gone.") == "# old note\n" + entry("Gone.", "갔다.").strip()


def test_obsolete_fuzzy_message_when_merged_again() -> None:
    """An obsolete message keeps its flag and what it said before, also when the file is read and written again."""
    old = f'#, fuzzy\n#| msgid "{SENTENCE}"\n' + entry(CHANGED, "로켓은 새벽에 떠났다.")
    once = merge(old, "Entirely other words stand here now, about something else.")

    assert '#, fuzzy\n#~| msgid "The rocket left the steppe at dawn."\n#~ msgid' in once


def test_same_words_in_another_file() -> None:
    """Words that another file translates are filled in as fuzzy, without a message of before."""
    assert merge("", "Margin", memory={"Margin": "여백"}) == '#, fuzzy\nmsgid "Margin"\nmsgstr "여백"'


def test_same_words_in_another_file_when_translated_here() -> None:
    """A translation of one's own is never replaced, nor made fuzzy."""
    assert (
        merge(entry("Margin", "가장자리"), "Margin", memory={"Margin": "여백"}) == entry("Margin", "가장자리").strip()
    )


def test_memory_of_a_language() -> None:
    """Translations in use go before obsolete ones; fuzzy ones are not offered at all."""
    one = make_po('#~ msgid "Moon"\n#~ msgstr "옛 달"\n\n#, fuzzy\n' + entry("Sun", "해?"))
    other = make_po(entry("Moon", "달"))

    assert make_memory([one, other]) == {"Moon": "달"}


def test_plural_forms_of_a_new_message() -> None:
    """A message with a plural has as many forms as the language."""
    found = merge("", Original("%s page", "%s pages"), plural_count=3)

    assert found.splitlines()[2:] == ['msgstr[0] ""', 'msgstr[1] ""', 'msgstr[2] ""']


def test_message_that_becomes_a_plural() -> None:
    """A translation of the singular becomes the first form, and is fuzzy, since the others are missing."""
    found = merge(entry("page", "lap"), Original("page", "pages"))

    assert found == '#, fuzzy\nmsgid "page"\nmsgid_plural "pages"\nmsgstr[0] "lap"\nmsgstr[1] ""'


def test_plural_that_becomes_one_message() -> None:
    """The first form of a plural that is no more becomes the translation, and is fuzzy."""
    old = 'msgid "page"\nmsgid_plural "pages"\nmsgstr[0] "lap"\nmsgstr[1] "lapok"\n'

    assert merge(old, "page") == '#, fuzzy\nmsgid "page"\nmsgstr "lap"'


def test_places_of_a_message() -> None:
    """Places are those of today, without lines."""
    old = "#: old.py:12\n" + entry("Cover", "표지")

    assert merge(old, Original("Cover", places=("a.py", "b.py"))) == "#: a.py b.py\n" + entry("Cover", "표지").strip()


def test_two_messages_of_the_same_words() -> None:
    """Of two messages with the same words, which no PO file should have, the second becomes obsolete, not lost."""
    old = entry("Moon", "달") + entry("Moon", "월")

    assert merge(old, "Moon") == entry("Moon", "달") + '#~ msgid "Moon"\n#~ msgstr "월"'


SENTENCES = st.lists(
    st.sampled_from(["The rocket rose.", "The rocket rose!", "It fell.", "It fell?", "Moon"]), max_size=5
)
OLD = st.lists(
    st.tuples(SENTENCES.map(" ".join), st.sampled_from(["", "가", "나", "다"]), st.booleans(), st.booleans())
)


@given(OLD, st.lists(SENTENCES.map(" ".join), unique=True), st.dictionaries(SENTENCES.map(" ".join), st.just("라")))
def test_nothing_is_lost_and_nothing_moves_twice(
    old: list[tuple[str, str, bool, bool]], wanted: list[str], memory: dict[str, str]
) -> None:
    """Whatever a file holds, every translation is in it after a merge, and a second merge changes no byte."""
    po = polib.POFile(wrapwidth=0)
    for msgid, msgstr, fuzzy, obsolete in old:
        if msgid:
            po.append(polib.POEntry(msgid=msgid, msgstr=msgstr, flags=["fuzzy"] * fuzzy, obsolete=obsolete))
    originals = [Original(text) for text in wanted if text]
    before = {found.msgstr for found in po}
    merged = merge_po(polib.pofile(str(po), wrapwidth=0), originals, memory, 2)
    again = merge_po(polib.pofile(str(merged), wrapwidth=0), originals, memory, 2)

    assert before <= {found.msgstr for found in merged} | {""}
    assert str(again) == str(merged)
    assert [found.msgid for found in merged if not found.obsolete] == [original.msgid for original in originals]
