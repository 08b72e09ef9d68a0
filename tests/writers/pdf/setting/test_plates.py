"""Figures with pages of their own."""

from typing import Any

from weasyprint.formatting_structure import boxes

from tests.writers.pdf.setting.test_pages import STEP, find_page, iter_lines, lay, paragraph, read

PLATES = """
figure { height: auto; --floats: initial; --plate: yes; margin: 0 }
figure svg { display: block; width: 100% }
@page { @bottom-center { content: counter(page) } }
@page plate { size: 100mm 90mm; margin: 8mm }
"""


def figure(name: str, height: int = 40, caption: str = "") -> str:
    """Write a figure whose drawing is 100 wide and so high."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 {height}"/>'
    return f"<figure id={name}>{drawing}<figcaption>{name} {caption}</figcaption></figure>"


def find_drawing(page: Any) -> Any:
    """Find the drawing on a page."""
    return next(box for box in page.descendants() if isinstance(box, boxes.BlockReplacedBox))


def test_text_goes_on_behind_a_plate() -> None:
    """A plate has a page of its own behind the page of its place, which is as full as without it."""
    text = [paragraph(4, f"Number{place}") for place in range(9)]
    pages = lay(f"<section>{''.join(text[:3])}{figure('Picture')}{''.join(text[3:])}</section>", PLATES)
    plain = lay(f"<section>{''.join(text)}</section>", PLATES)
    plate = find_page(pages, "Picture")

    assert (pages[plate].margin_width(), pages[plate].margin_height()) > (pages[0].margin_width(), 0)
    assert plate == find_page(pages, "Number3") + 1
    assert [read(page.children[0]) for page in pages if page is not pages[plate]] == [
        read(page.children[0]) for page in plain
    ]


def test_pages_are_counted_with_plates() -> None:
    """Plates have numbers and sides as other pages do."""
    pages = lay(f"{paragraph(9)}{figure('One')}{figure('Two')}{paragraph(30)}{figure('Three')}", PLATES)
    numbers = [read(box) for page in pages for box in page.children if isinstance(box, boxes.MarginBox)]

    assert [number for number in numbers if number] == [str(number) for number in range(1, len(pages) + 1)]
    assert {page.page_type.side for page in pages[::2]} == {"right"}
    assert [find_page(pages, name) for name in ("One", "Two", "Three")][-1] == len(pages) - 1
    assert find_page(pages, "Two") == find_page(pages, "One") + 1


def test_drawing_of_a_plate_leaves_room_for_its_caption() -> None:
    """A high drawing is as large as its caption lets it be, a low one as wide as the page."""
    long = "A caption that goes on for several lines. " * 6
    body = f"{paragraph(2)}{figure('Low')}{figure('High', 120, long)}"
    low, high = (page for page in lay(body, PLATES) if page.page_type.name == "plate")
    bottom = max(line.position_y + line.height for line in iter_lines(high))

    assert abs(find_drawing(low).width - low.width) < 1
    assert 0 <= high.content_box_y() + high.height - bottom < STEP
    assert find_drawing(high).height > high.height / 3


def test_plates_of_a_chapter_stay_in_it() -> None:
    """A plate at the end of a chapter comes before the next one, each once, though the chapter is set again."""
    chapters = "".join(
        f"<article>{figure(f'First{number}')}{paragraph(number)}{figure(f'Last{number}')}</article>"
        for number in range(14, 24)
    )
    pages = lay(chapters, PLATES)
    found = [read(page.children[0]).split()[0] for page in pages if page.page_type.name == "plate"]

    assert found == [f"{name}{number}" for number in range(14, 24) for name in ("First", "Last")]


def test_plates_come_before_the_end_of_a_chapter() -> None:
    """A plate never stands behind the block that closes its chapter, and no line is lost where it gives way."""
    rules = ".questions { --closes: yes; break-before: avoid }"
    questions = "<div class=questions><p>Question one.</p><p>Question two.</p></div>"
    for lines in range(14, 30):
        text = [f"<p>First.</p>{paragraph(lines)}", f"<p>Last.<small>Note.</small></p>{questions}"]
        figures = figure("One") + figure("Two")
        pages = lay(f"<article>{figures.join(text)}</article>", PLATES + rules + "small { float: footnote }")
        plain = lay(f"<article>{''.join(text)}</article>", PLATES + rules + "small { float: footnote }")
        names = [page.page_type.name for page in pages]

        assert names.count("plate") == 2
        assert max(find_page(pages, "One"), find_page(pages, "Two")) < find_page(pages, "Question one")
        assert names[0] != "plate"
        assert [read(page.children[0]) for page in pages if page.page_type.name != "plate"] == [
            read(page.children[0]) for page in plain
        ]


def test_plate_of_a_chapter_of_one_page_follows_its_title() -> None:
    """A plate does not come before the page that a chapter begins on."""
    rules = ".questions { --closes: yes }"
    body = f"<article><h1>Title</h1>{figure('Picture')}<div class=questions>Question</div></article>"
    pages = lay(f"<article>{paragraph(3)}</article>{body}", PLATES + rules + "article { break-before: page }")

    assert find_page(pages, "Picture") == find_page(pages, "Title") + 1


def test_numbers_of_pages_count_plates() -> None:
    """What names the page of a plate, and what names a page behind it, names the right one."""
    rules = "".join(f'.{name}::after {{ content: target-counter("#{name}", page) }}' for name in ("Picture", "end"))
    links = "<p><a class=Picture>A</a> <a class=end>B</a></p>"
    body = f"{links}{figure('Picture', 40, 'Picture.')}{paragraph(30)}<p id=end>End.</p>"
    pages = lay(body, PLATES + rules)

    assert f"A{find_page(pages, 'Picture.') + 1} B{find_page(pages, 'End.') + 1}" in read(pages[0].children[0])


def test_note_in_a_caption_stands_below_its_plate() -> None:
    """A note stands on the page of the plate whose caption calls it, and notes of the text stay with the text."""
    note = "small { float: footnote }"
    body = f"<p>Text<small>Of the text.</small></p>{figure('Picture', 40, '<small>Of the plate.</small>')}"
    pages = lay(body + paragraph(12), PLATES + note)

    assert "Of the plate." in read(pages[1].children[1])
    assert "Of the text." in read(pages[0].children[1])
