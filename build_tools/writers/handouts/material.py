"""What a chapter gives for its handouts, gathered from the passages that it is made of.

In: XHTML trees of chapters and of the lists at the back, as Sphinx renders them, and the doctrees behind them.
Out: frozen `Material`, whose texts are HTML without links, notes and marks of sources.
Nothing is written anew; how much of it fits on a sheet is not this module's business.
"""

import copy
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docutils import nodes
from lxml import etree
from markupsafe import Markup
from sphinx import addnodes

from build_tools.writers.fragments import iter_with_class, remove_element, render_html, tag, unwrap_element

_DROPPED = frozenset({"sigla", "footnote-reference", "told-in", "data-link"})
_TELLING = re.compile(r"#telling-(\w+)\Z")
_TERM = re.compile(r"#(term-.+)\Z")
# `Armstrong, Neil (1930–2012)`, with joiners where the language has them.
_TURNED = re.compile("(\\A|>)([^,(<>]+?)\u2060?,\\s+([^,(<>]+?)(?=\u2060?\\s*\\(|<|\\Z)")
_CORRECTED = "corrections-"


@dataclass(frozen=True)
class Entry:
    """A word or a person, and what the book's lists say of it.

    :param place: where it stands in its list.
    """

    name: Markup
    text: Markup
    place: int = 0


@dataclass(frozen=True)
class Correction(Entry):
    """What a telling has wrong (the name), what the record says, and the mark of the telling."""

    siglum: str = ""


@dataclass(frozen=True)
class Question:
    """A question of a kind, the name of the kind, and what a teacher expects as its answer."""

    kind: str
    label: Markup
    text: Markup
    answer: Markup


@dataclass(frozen=True)
class Established:
    """A passage that says what is established: the heading above it and how sure we are."""

    heading: Markup
    label: Markup
    text: Markup


@dataclass(frozen=True)
class Material:
    """What a chapter gives.

    :param slug: the last part of the document's name.
    :param figure: a picture as SVG, coloured as in the book, and its caption.
    :param tellings: the codes of the tellings that its passages rest on.
    :param people: those named in it; who has an entry in the index comes first.
    :param terms: those it links; the ones that fewer chapters link come first.
    :param corrections: what tellings have wrong in it, and what the record says.
    """

    docname: str
    slug: str
    title: str
    part: str
    summary: Markup
    dates: tuple[Entry, ...]
    dates_label: Markup
    figure: etree._Element | None
    caption: Markup
    questions: tuple[Question, ...]
    questions_label: Markup
    established: tuple[Established, ...]
    tellings: tuple[str, ...]
    people: tuple[Entry, ...]
    terms: tuple[Entry, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class Person:
    """Someone in the list of people.

    :param original: the name in the book's own language, as in the index: `Korolev, Sergei`.
    """

    original: str
    entry: Entry

    @property
    def spoken(self) -> str:
        """The name as running text has it: `Sergei Korolev`."""
        family, _, given = self.original.partition(", ")
        return f"{given} {family}".strip()


def show_inner(element: etree._Element | None) -> Markup:
    """Show what an element holds as HTML, without what leads elsewhere."""
    if element is None:
        return Markup()
    copied = copy.deepcopy(element)
    copied.tail = None
    for inner in list(copied.iter("*")):
        names = set((inner.get("class") or "").split())
        if names & _DROPPED:
            remove_element(inner)
        elif inner is not copied and inner.tag in {tag("a"), tag("span")} and not inner.get("lang"):
            unwrap_element(inner)
        else:
            inner.attrib.pop("id", None)
    lines = [" ".join(render_html(child).split()) for child in [copied]]
    found = re.match(r"<[^>]*>(.*)</[^>]*>\Z", lines[0], re.DOTALL)
    text = found[1].strip() if found else ""
    language, direction = element.get("lang"), element.get("dir")
    turned = f' dir="{direction}"' if direction else ""
    return Markup(f'<span lang="{language}"{turned}>{text}</span>' if language else text)  # noqa: S704 - Sphinx wrote it


def find_first(root: etree._Element, *names: str) -> etree._Element | None:
    """Find the first element of these classes, each within the one before."""
    found: etree._Element | None = root
    for name in names:
        found = next(iter_with_class(found, name), None) if found is not None else None
    return found


def join_paragraphs(parts: Iterable[etree._Element]) -> Markup:
    """Show paragraphs as one."""
    return Markup(" ").join(filter(None, map(show_inner, parts)))


def list_entries(root: etree._Element | None) -> Iterator[tuple[str, Entry]]:
    """List the entries of the definition lists of a tree, each with its id."""
    if root is None:
        return
    for place, term in enumerate(root.iter(tag("dt"))):
        text = term.getnext()
        if text is not None and text.tag == tag("dd"):
            yield term.get("id") or "", Entry(show_inner(term), join_paragraphs(text.iter(tag("p"))), place)


def list_questions(body: etree._Element, doctree: nodes.document) -> Iterator[Question]:
    """List the questions with their kinds and answers."""
    kinds = [item["kind"] for item in doctree.findall(nodes.list_item) if "kind" in item]
    passages = iter_with_class(body, "questions")
    items = [item for passage in passages for listing in passage.iterchildren(tag("ol")) for item in listing]
    for kind, item in zip(kinds, items, strict=True):
        answer = find_first(item, "answer")
        expected = join_paragraphs(answer.iter(tag("p"))) if answer is not None else Markup()
        asked = copy.deepcopy(item)
        for part in [*iter_with_class(asked, "answer"), *iter_with_class(asked, "question-kind")]:
            remove_element(part)
        yield Question(
            kind, show_inner(find_first(item, "question-kind")), join_paragraphs(asked.iter(tag("p"))), expected
        )


def list_tellings(body: etree._Element, order: Iterable[str]) -> tuple[str, ...]:
    """List the tellings that the marks of a chapter name, in the order of the book."""
    found = {
        telling[1]
        for mark in iter_with_class(body, "sigla")
        for link in mark.iter(tag("a"))
        if (telling := _TELLING.search(link.get("href") or ""))
    }
    return tuple(code for code in order if code in found)


def list_term_ids(body: etree._Element) -> list[str]:
    """List the ids of the terms that a chapter links, in the order of their first links."""
    links = (_TERM.search(link.get("href") or "") for link in body.iter(tag("a")))
    return list(dict.fromkeys(found[1] for found in links if found))


def list_people(body: etree._Element, doctree: nodes.document) -> list[Person]:
    """List who stands in the list of people, with the names that the original gives them."""
    passages = (node for node in doctree.findall(nodes.Element) if node.get("kind") == "people")
    names = [term.rawsource.partition(" (")[0] for node in passages for term in node.findall(nodes.term)]
    entries = (entry for passage in iter_with_class(body, "people") for _id, entry in list_entries(passage))
    return [
        Person(name, replace(entry, name=speak_name(entry.name))) for name, entry in zip(names, entries, strict=True)
    ]


def speak_name(name: Markup) -> Markup:
    """Put the given name first, as running text has it; a list has the family name first.

    >>> speak_name(Markup("Armstrong, Neil (1930–2012)"))
    Markup('Neil Armstrong (1930–2012)')
    """
    return Markup(_TURNED.sub(r"\1\3 \2", str(name), count=1))  # noqa: S704 - only the order is another


def choose_people(people: Iterable[Person], doctree: nodes.document) -> tuple[Entry, ...]:
    """Choose those whom a chapter names: those in its index by how often, then the others as they come."""
    text = "\n".join(node.rawsource for node in doctree.findall(nodes.paragraph))
    indexed = Counter(name.partition(";")[0].strip() for name in list_index_entries(doctree))
    found = []
    for person in people:
        place = text.find(person.spoken)
        if person.original in indexed or place >= 0:
            found.append((-indexed[person.original], place if place >= 0 else len(text), person.entry))
    return tuple(entry for _count, _place, entry in sorted(found, key=lambda row: row[:2]))


def list_index_entries(doctree: nodes.document) -> Iterator[str]:
    """List the entries of the index as the original has them."""
    for node in doctree.findall(addnodes.index):
        for entry in node.get("raw_entries", node["entries"]):
            yield entry[1]


def count_links(bodies: Iterable[etree._Element]) -> Counter[str]:
    """Count how many chapters link each term."""
    return Counter(term for body in bodies for term in list_term_ids(body))


def choose_terms(body: etree._Element, glossary: Mapping[str, Entry], counts: Mapping[str, int]) -> tuple[Entry, ...]:
    """Choose the terms that a chapter links; those that are most its own come first."""
    names = sorted(list_term_ids(body), key=lambda name: counts[name])  # stable: by place where equally many
    return tuple(glossary[name] for name in names if name in glossary)


def choose_corrections(lists: etree._Element | None, target: str, sigla: Mapping[str, str]) -> Iterator[Correction]:
    """Choose what tellings have wrong in a chapter, by the links of the lists of corrections.

    :param target: how a link leads to the chapter.
    :param sigla: the marks of the tellings by their codes.
    """
    listings = list(iter_with_class(lists, "corrections")) if lists is not None else []
    for listing in listings:
        siglum = sigla.get(find_telling(listing), "")
        for term in listing.iter(tag("dt")):
            text = term.getnext()
            if text is not None and any(link.get("href") == target for link in text.iter(tag("a"))):
                yield Correction(show_inner(term), join_paragraphs(text.iter(tag("p"))), siglum=siglum)


def find_telling(listing: etree._Element) -> str:
    """Find the code of the telling that a list of corrections is about."""
    names = (listing.get("class") or "").split()
    return next((name.removeprefix(_CORRECTED) for name in names if name.startswith(_CORRECTED)), "")


def list_established(body: etree._Element) -> Iterator[Established]:
    """List the passages that say what is established."""
    for passage in iter_with_class(body, "established"):
        label, section = find_first(passage, "passage-label"), next(passage.iterancestors(tag("section")), None)
        heading = section[0] if section is not None and len(section) else None
        texts = [part for part in passage.iter(tag("p")) if part is not label]
        yield Established(show_inner(heading), show_inner(label), join_paragraphs(texts))


def find_figure(body: etree._Element) -> tuple[etree._Element | None, Markup]:
    """Find the first drawing of a chapter and its caption, without its number."""
    for figure in body.iter(tag("figure")):
        picture = next(figure.iter("{http://www.w3.org/2000/svg}svg"), None)
        if picture is not None:
            caption = copy.deepcopy(find_first(figure, "caption-text"))
            return copy.deepcopy(picture), show_inner(caption)
    return None, Markup()
