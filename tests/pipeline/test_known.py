"""What the verifiers may find: the addresses of the English book, and the scripts of Sphinx, the theme and ours."""

from pathlib import Path

from build_tools.config import load_book
from build_tools.paths import PACKAGE, Repository
from build_tools.pipeline.known import hash_scripts, load_known
from build_tools.verify.wall import hash_script


def test_addresses_of_the_book(tiny: Repository) -> None:
    """Readers may be led to where the English book leads them, and to the licence."""
    known = load_known(tiny, load_book(tiny))

    assert known.links == {"https://example.org/a?b=c&d=e", load_book(tiny).licence_url}


def test_addresses_in_directives(tiny: Repository) -> None:
    """Links within directives count, however deep they stand; what only looks like a link does not."""
    text = (
        "See <https://a.example/>.\n\n::::{summary}\n:::{note}\n[x](https://b.example/é 'title') `https://c.example`\n"
        ":::\n::::\n\n```{note}\n[x][y]\n\n[y]: mailto:ada@d.example\n```\n\n| [x](//e.example/) |\n|---|\n\nhttps://f.example\n"
    )
    Path(tiny.book, "part-one", "second.md").write_text(text, encoding="utf-8")
    known = load_known(tiny, load_book(tiny))

    assert known.links - {load_book(tiny).licence_url} == {
        "https://a.example/",
        "https://b.example/%C3%A9",
        "mailto:ada@d.example",
        "//e.example/",
    }
    assert known.leads_to("https://b.example/é")


def test_scripts_of_the_press() -> None:
    """The scripts of a site are known by what is in them."""
    ours = PACKAGE / "theme" / "site" / "static" / "offline.js"

    assert hash_script(ours.read_bytes()) in hash_scripts()
    assert hash_script(ours.read_bytes() + b"\n") not in hash_scripts()
    inline = 'document.body.dataset.theme = localStorage.getItem("theme") || "auto";'
    assert hash_script(f"\n  {inline}\n") in hash_scripts()
