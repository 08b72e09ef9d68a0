"""Short links."""

import io

from build_tools.config import Language
from build_tools.writers.redirects import render_redirect
from build_tools.writers.short_links import check_slugs, render_code, render_short_link

ENGLISH, KOREAN = Language("en", "English"), Language("ko", "한국어")


def test_a_book_without_address_has_no_links() -> None:
    """Nothing is promised as long as there is no place in the web."""
    assert render_short_link("", "en", "moon/apollo") == ""


def test_two_chapters_of_one_name_are_told() -> None:
    """A short link leads to one chapter, and is not the name of a folder."""
    (double,) = check_slugs(["one/apollo", "two/apollo"], "book")
    (folder,) = check_slugs(["moon/apollo", "apollo/other"], "book")

    assert double.render().startswith("book/two/apollo.md: the short link 'apollo' is also that of one/apollo")
    assert "short link 'apollo'" in folder.found
    assert not list(check_slugs(["one/apollo", "two/sputnik"], "book"))


def test_a_telephone_reads_the_code() -> None:
    """The code holds the whole address."""
    import pypdfium2
    import weasyprint
    import zxingcpp

    link = "https://four-tellings.example/ko/apollo"
    page = f"<style>svg {{ width: 25mm }}</style>{render_code(link, 'Apollo')}"
    picture = pypdfium2.PdfDocument(io.BytesIO(weasyprint.HTML(string=page).write_pdf()))[0].render(scale=2).to_pil()

    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [link]


def test_a_short_link_leads_on() -> None:
    """The page behind a short link leads to the chapter at once, and to the other languages, without a script."""
    page = render_redirect(ENGLISH, [ENGLISH, KOREAN], "moon/apollo", "Apollo & after")

    assert '<meta http-equiv="refresh" content="0; url=../moon/apollo.html">' in page
    assert '<a lang="ko" hreflang="ko" href="../../ko/apollo/index.html">한국어</a>' in page
    assert "Apollo &amp; after" in page
    assert "<script" not in page
