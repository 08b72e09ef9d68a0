"""The words of the shelf page.

In: a function that translates, usually a `gettext`.
Out: the page's words by key; each stands in a `_("…")` call, where Babel finds it.
"""

from collections.abc import Callable, Mapping


def translate_words(_: Callable[[str], str]) -> dict[str, str]:
    """Translate every word of the page; what stands in braces is filled in later."""
    return {
        "choose": _("Choose your language"),
        "read_online": _("Read on the web"),
        "read_online_note": _("In any browser"),
        "pdf": _("Download PDF"),
        "pdf_note": _("To read on a screen, page by page"),
        "epub": _("Download EPUB"),
        "epub_note": _("For e-readers and phones"),
        "to_print": _("PDFs to print"),
        "print": _("Print edition"),
        "print_note": _("For double-sided printing on {paper}, in black"),
        "large": _("Large print"),
        "large_note": _("18-point type on {paper} paper, for readers with low vision"),
        "booklet": _("Booklet"),
        "booklet_note": _(
            "Print on both sides of {paper} paper, flipped on the short edge, at actual size. "
            "Fold and staple in sets of eight sheets."
        ),
        "handouts": _("Handouts for class"),
        "handouts_note": _("One sheet for each chapter, to print and to copy"),
        "archive": _("All handouts in one file (ZIP)"),
        "answers": _("With answers"),
        "poster": _("Poster of firsts"),
        "tiles": _("Poster of firsts on four sheets"),
        "cards": _("Cut-out cards: firsts"),
        "web": _("Web"),
        "pages": _("{count} pages"),
        "sheets": _("{count} sheets"),
        "edition_of": _("Edition of {date}"),
        "translated": _("{share} translated"),
        "translate": _("Translate this book"),
        "in_the_making": _("In the making"),
        "in_the_making_note": _("What is not translated yet stands there in English."),
        "all_editions": _("Every language, every format"),
        "checksums": _("Dates and checksums (SHA-256)"),
        "checksums_note": _("To check a copy of everything here:"),
        "format": _("Format"),
        "date": _("Date"),
        "checksum": _("Checksum"),
        "cover_of": _("Cover of {title}"),
        "programs": _("For programs"),
    }


WORDS: Mapping[str, str] = translate_words(lambda message: message)
