"""Small documents that a seed makes: all that a page may hold, and what must be found of it.

In: a seed.  Out: XHTML, and the words of each of its passages in their order.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

WORDS = """
the of a rocket that was built for weapons carried instruments and afterwards people to unimaginable heights on in by it
extraordinary administration international understanding responsibility we
"""


@dataclass
class Writer:
    """What writes a document.

    :param dice: what it is made with.
    :param texts: the words of each passage, by its id, in the order of the source.
    :param notes: the ids of notes.
    :param moving: the kind of the passages that stand in a figure or a table, which may change places with text.
    :param repeated: the ids of passages that come again on each page.
    """

    dice: random.Random
    texts: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    moving: dict[str, str] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)
    figures: list[str] = field(default_factory=list)
    kind: str = ""

    def say(self, least: int, most: int) -> str:
        """Write words; some are long and cannot be hyphenated."""
        words = self.dice.choices(WORDS.split(), k=self.dice.randint(least, most))
        if self.dice.random() < 0.03:
            words.insert(0, self.dice.choice(["[", "m", "W", "co-"]) * self.dice.randint(20, 90))
        return " ".join(words)

    def name(self, text: str, kind: str = "") -> str:
        """Note a passage and give its id."""
        name = f"{kind or 'e'}{len(self.texts)}"
        self.texts[name] = text
        if self.kind:
            self.moving[name] = self.kind
        return name

    def write(self, tag: str, least: int, most: int, more: str = "") -> str:
        """Write an element that is nothing but text, with its number."""
        text = self.say(least, most)
        name = self.name("")
        self.texts[name] = f"{name} {text}"
        return f'<{tag} id="{name}"{more}>{name} {text}</{tag}>'

    def write_note(self) -> str:
        """Write a note, in the place where it is called."""
        text = self.say(1, self.dice.choice([4, 12, 45]))
        name = self.name("", "n")
        self.texts[name] = f"{name} {text}"
        self.notes.append(name)
        return f'<span class="page-note" id="{name}"><span class="page-note-line">{name} {text}</span></span>'

    def write_marks(self) -> str:
        """Write what stands in the margin, one line or several."""
        name = self.name("")
        text = " ".join(self.dice.choices(["Ko", "Vi", "Fil", "Hu"], k=self.dice.choice([1, 2, 4, 6])))
        self.texts[name] = f"{name} {text}"
        self.moving[name] = "mark"
        return f'<small class="sigla" id="{name}">{name} {text}</small>'

    def write_paragraph(self, most: int = 70) -> str:
        """Write a paragraph with notes, a mark or a reference to a figure."""
        name = self.name("")
        marks = self.write_marks() if self.dice.random() < 0.3 else ""
        pieces = [f"{name} {self.say(1, most)}"]
        notes = []
        while self.dice.random() < 0.3:
            notes.append(self.write_note())
            pieces.append(self.say(0, most // 2))
        self.texts[name] = "".join(pieces)
        figure = f'<a href="#{self.dice.choice(self.figures)}">' if self.figures and self.dice.random() < 0.2 else ""
        text = "".join(piece + note for piece, note in zip(pieces, [*notes, ""], strict=True))
        host = ' class="has-sigla"' if marks else ""
        return f'<p id="{name}"{host}>{marks}{figure}{text}{"</a>" if figure else ""}</p>'

    def write_figure(self) -> str:
        """Write a figure of any height."""
        self.kind, name = "figure", f"figure{len(self.texts)}"
        height = self.dice.choice([10, 30, 50, 70, 90, 120])
        drawing = f'<svg viewBox="0 0 100 {height}"><circle cx="9" cy="9" r="8"/></svg>'
        drawing = drawing if self.dice.random() < 0.8 else f'<div style="height: {height}pt"></div>'
        caption = self.write("p", 1, 20)
        self.kind = ""
        self.figures.append(name)
        return f'<figure id="{name}">{drawing}<figcaption>{caption}</figcaption></figure>'

    def write_table(self) -> str:
        """Write a table of one row or many; those of data may be broken."""
        self.kind = "table"
        columns, data = self.dice.randint(1, 6), self.dice.random() < 0.4
        if data:
            self.kind = ""  # it stays where it is
        caption = self.write("caption", 1, 8) if self.dice.random() < 0.7 else ""
        head = "".join(self.write("th", 1, 2) for _ in range(columns))
        self.repeated.update(list(self.texts)[-columns:])
        rows = [
            "".join(f"<td>{self.write('p', 1, 6)}</td>" for _ in range(columns))
            for _ in range(self.dice.choice([1, 2, 4, 9]))
        ]
        self.kind = ""
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        start = "<table class=data>" if data else "<table>"
        return f"{start}{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def write_list(self) -> str:
        """Write a list, a quotation or dates."""
        kind, count = self.dice.randint(0, 4), self.dice.randint(1, 7)
        if kind == 1:
            dates = "".join(self.write("dt", 1, 4) + f"<dd>{self.write('p', 1, 15)}</dd>" for _ in range(count))
            return f"<dl class=timeline>{dates}</dl>"
        items = [self.write_paragraph(25) for _ in range(count)]
        if kind == 0:
            return f"<blockquote>{''.join(items)}</blockquote>"
        tag = "ul" if kind == 2 else "ol"
        return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"

    def write_passage(self) -> str:
        """Write a passage of fixed form."""
        kind = self.dice.choice(["summary", "key-dates", "established", "questions"])
        label = self.write("p", 1, 3, " class=passage-label") if kind != "summary" else ""
        if kind == "key-dates":
            rows = [self.write("dt", 1, 3) + f"<dd>{self.write('p', 1, 15)}</dd>" for _ in range(3)]
            return f'<div class="passage key-dates">{label}<dl class=dates>{"".join(rows)}</dl></div>'
        texts = [self.write_paragraph(30) for _ in range(self.dice.randint(1, 5))]
        if kind == "questions":
            return (
                f'<div class="passage questions">{label}<ol>{"".join(f"<li>{text}</li>" for text in texts)}</ol></div>'
            )
        return f'<div class="passage {kind}">{label}{"".join(texts)}</div>'

    def write_section(self) -> str:
        """Write a section of a chapter."""
        kinds: list[Callable[[], str]] = [
            self.write_paragraph,
            self.write_figure,
            self.write_table,
            self.write_list,
            self.write_passage,
        ]
        parts = self.dice.choices(kinds, weights=[8, 4, 2, 1, 1], k=self.dice.randint(1, 8))
        heading = self.write(self.dice.choice(["h2", "h3"]), 1, 5)
        return f"<section>{heading}{''.join(part() for part in parts)}</section>"

    def write_chapter(self) -> str:
        """Write a chapter."""
        heading = self.write("h1", 1, 5, ' data-number="1" data-part="A part"')
        start = "".join(self.write_paragraph() for _ in range(self.dice.randint(0, 3)))
        sections = "".join(self.write_section() for _ in range(self.dice.randint(1, 3)))
        return f'<article class="chapter main"><section>{heading}{start}{sections}</section></article>'

    def write_index(self) -> str:
        """Write an index in columns."""
        heading = self.write("h1", 1, 1)
        entries = "".join(f"<li>{self.write('p', 1, 4, ' class=index-entry')}</li>" for _ in range(40))
        return (
            f'<article class="chapter index"><section>{heading}'
            f"<div class=index-columns><div class=index-group><ul>{entries}</ul></div></div></section></article>"
        )


@dataclass(frozen=True)
class Document:
    """A document, and what must be found of it; see `Writer`."""

    html: str
    texts: dict[str, str]
    notes: tuple[str, ...]
    moving: dict[str, str]
    repeated: frozenset[str]


def write_document(seed: int) -> Document:
    """Write a document."""
    writer = Writer(random.Random(seed))  # noqa: S311 - no secret
    chapters = [writer.write_chapter() for _ in range(writer.dice.randint(1, 2))]
    if writer.dice.random() < 0.3:
        chapters.append(writer.write_index())
    html = f"<!doctype html><html lang=en><body><main>{''.join(chapters)}</main></body></html>"
    return Document(html, writer.texts, tuple(writer.notes), writer.moving, frozenset(writer.repeated))
