"""Compare our two builders with Sphinx's own on Sphinx's manual: `python -m tests.foreign.compare`.

In: the name of Sphinx's source distribution on the package index.  Out: the tables of `docs/foreign.md`.
"""

import tempfile
from pathlib import Path

import pikepdf

from tests.foreign.manual import VERSION, build_project, fetch_manual, list_documents
from tests.foreign.measure import (
    check_ebook,
    count_ebook_words,
    count_lost,
    count_lost_in_pdf,
    count_site_words,
    list_bookmarks,
    list_links,
    read_destinations,
    read_pdf_text,
)


def measure_ebooks(source: Path, folder: Path) -> list[str]:
    """Build and measure both ebooks; give the lines of a table."""
    site = build_project(source, "html", folder, "-D", "html_theme=basic", press=False)
    documents = [name for name in list_documents(source) if (site.folder / f"{name}.html").is_file()]
    words = count_site_words(site.folder, documents)
    total = sum(count.total() for count in words.values())
    lines = [
        "| builder | fatal | errors | warnings | words lost | processor's seconds | memory |",
        "|---|---|---|---|---|---|---|",
    ]
    for builder, inner, press in (("epub", "", False), ("ebook", "EPUB", True)):
        run = build_project(source, builder, folder, press=press)
        book = run.find(".epub")
        fatal, errors, warnings = check_ebook(book)
        lost = count_lost(words, count_ebook_words(book, documents, inner)).total()
        cost = f"{run.seconds:.0f} | {run.megabytes} MB"
        lines.append(f"| `{builder}` | {fatal} | {errors} | {warnings} | {lost} of {total} | {cost} |")
    return lines


def measure_pdf(source: Path, folder: Path) -> list[str]:
    """Build and measure our PDF; give the lines of a table."""
    documents = [name for name in list_documents(source) if (folder / "html" / f"{name}.html").is_file()]
    words = count_site_words(folder / "html", documents)
    run = build_project(source, "pdf", folder)
    path = run.find(".pdf")
    lost = count_lost_in_pdf(words, read_pdf_text(path)).total()
    with pikepdf.open(path) as document:
        inner, outer = list_links(document)
        dead = set(inner) - read_destinations(document)
        values = {
            "pages": len(document.pages),
            "bookmarks": len(list_bookmarks(document)),
            "links within": f"{len(inner)}, {len(dead)} of them dead",
            "links to the web": len(outer),
        }
    values |= {"words lost": f"{lost} of {sum(count.total() for count in words.values())}"}
    values |= {"processor's seconds": f"{run.seconds:.0f}", "memory": f"{run.megabytes} MB"}
    return ["| `pdf` | |", "|---|---|", *(f"| {name} | {value} |" for name, value in values.items())]


def print_comparison() -> None:
    """Measure everything in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = fetch_manual(folder)
        print(f"Sphinx {VERSION}'s manual\n")  # noqa: T201 - a program of its own
        print("\n".join([*measure_ebooks(source, folder / "built"), ""]))  # noqa: T201
        print("\n".join(measure_pdf(source, folder / "built")))  # noqa: T201


if __name__ == "__main__":
    print_comparison()
