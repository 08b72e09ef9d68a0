"""The cover, set in the typography of the language.

In: an edition.  Out: a JPEG of 1600 by 2560 pixels, the same bytes for the same edition.
"""

import io
import tempfile
from pathlib import Path

from build_tools.templates import load_template
from build_tools.writers.edition import Edition
from build_tools.writers.pdf.printer import print_pdf
from build_tools.writers.pdf.style import render_style_variables
from build_tools.writers.pdf.typography import choose_joiner

WIDTH, HEIGHT = 1600, 2560


def render_cover(edition: Edition) -> bytes:
    """Render the cover as a JPEG."""
    import pypdfium2

    join = choose_joiner(edition.language)
    html = load_template("cover.html.jinja").render(edition=edition, text=join)
    style = render_style_variables(edition) + load_template("cover.css").render()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "cover.pdf")
        print_pdf(html, style, target, edition.language)
        with pypdfium2.PdfDocument(target) as document:
            page = document[0]
            picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=82, optimize=True, subsampling=0)
    return stream.getvalue()
