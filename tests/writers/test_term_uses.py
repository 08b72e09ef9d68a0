"""The uses of a glossary's terms have names."""

from build_tools.writers.fragments import parse_fragment
from build_tools.writers.term_uses import iter_uses, name_uses

TERM = '<span class="xref std std-term">orbit</span>'


def test_each_use_has_an_id_of_its_own() -> None:
    """A link to a term gets an id that is free; one that has an id keeps it; other links get none."""
    body = parse_fragment(
        f'<p id="use-1"><a href="g#a">{TERM}</a> <a href="g#a" id="mine">{TERM}</a> <a href="g#a">{TERM}</a>'
        ' <a href="b">no term</a></p>'
    )
    name_uses(body)

    assert [link.get("id") for link in iter_uses(body)] == ["use-2", "mine", "use-3"]
    assert [link.get("id") for link in body.iter("{*}a")] == ["use-2", "mine", "use-3", None]
