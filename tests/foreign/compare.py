"""Compare our two builders with Sphinx's own on the manuals of others: `python -m tests.foreign.compare`.

In: the names of source distributions on the package index.  Out: the tables of `docs/foreign.md`.
"""

import tempfile
from pathlib import Path

import pikepdf

from tests.foreign.manual import PROJECTS, SPHINX, Project, build_project, fetch_manual, list_documents
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


def measure_ebooks(project: Project, source: Path, folder: Path) -> list[str]:
    """Build and measure both ebooks of a project; give the lines of a table."""
    site = build_project(source, "html", folder, "-D", f"html_theme={project.theme}", *project.options, press=False)
    documents = [name for name in list_documents(source) if (site.folder / f"{name}.html").is_file()]
    words = count_site_words(site.folder, documents)
    total = sum(count.total() for count in words.values())
    lines = []
    for builder, inner, press in (("epub", "", False), ("ebook", "EPUB", True)):
        run = build_project(source, builder, folder, *project.options, press=press)
        book = run.find(".epub")
        fatal, errors, warnings = check_ebook(book)
        lost = count_lost(words, count_ebook_words(book, documents, inner)).total()
        cost = f"{run.seconds:.0f} | {run.megabytes} MB"
        lines.append(
            f"| {project.title} | `{builder}` | {fatal} | {errors} | {warnings} | {lost} of {total} | {cost} |"
        )
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
    print("| project | builder | fatal | errors | warnings | words lost | processor's seconds | memory |")  # noqa: T201
    print("|---|---|---|---|---|---|---|---|")  # noqa: T201
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for project in PROJECTS:
            source = fetch_manual(folder, project)
            lines = measure_ebooks(project, source, folder / f"built-{project.name}")
            print("\n".join(lines), flush=True)  # noqa: T201
        source = folder / f"{SPHINX.name}-{SPHINX.version}" / SPHINX.docs
        print(f"\n{SPHINX.title}\n")  # noqa: T201
        print("\n".join(measure_pdf(source, folder / f"built-{SPHINX.name}")))  # noqa: T201


if __name__ == "__main__":
    print_comparison()
