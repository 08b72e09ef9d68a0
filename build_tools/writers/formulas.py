"""Formulas: what authors write in TeX becomes MathML, or a picture where MathML is not understood.

In: the math nodes of a document.
Out: the same places with HTML that needs no script.
Which of the two a format wants is its builder's business.
"""

import base64
from collections.abc import Callable
from html import escape

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.util import logging

from build_tools.problems import Code

logger = logging.getLogger(__name__)
Render = Callable[[str, bool], str]
_SIZE = 24.0


def render_mathml(tex: str, block: bool) -> str:  # noqa: FBT001 - the one thing a formula can be
    """Render a formula as MathML that carries its source; raise ValueError where it is not understood."""
    try:
        markup: str = tex2mathml(tex, as_block=block)
    except (MathError, IndexError, AttributeError, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error
    return markup.replace("<math ", f'<math alttext="{escape(tex.strip())}" ', 1)


def render_picture(tex: str, block: bool) -> str:  # noqa: FBT001 - likewise
    """Render a formula as a picture, for printers that know no MathML; raise ValueError where that fails."""
    try:
        import ziamath

        formula = ziamath.zmath.Math(tex2mathml(tex, as_block=block), size=_SIZE)
        picture, (width, height), below = formula.svg(), formula.getsize(), formula.getyofst()
    except Exception as error:  # a formula is input, and the library has no exception of its own
        raise ValueError(str(error)) from error
    data = base64.b64encode(picture.encode()).decode()
    size = f"width: {width / _SIZE:.3f}em; height: {height / _SIZE:.3f}em; vertical-align: {below / _SIZE:.3f}em"
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(tex.strip())}" style="{size}"/>'


def render_source(tex: str, block: bool) -> str:  # noqa: FBT001 - likewise
    """Render the TeX source of a formula, for when nothing better is possible."""
    return f'<pre class="math">{escape(tex)}</pre>' if block else f'<code class="math">{escape(tex)}</code>'


def replace_formulas(doctree: nodes.document, render: Render, number_of: Callable[[nodes.math_block], object]) -> None:
    """Replace every formula of a document by what a format shows."""
    for node in list(doctree.findall(nodes.math)):
        html = f'<span class="math">{render_or_quote(node, render, block=False)}</span>'
        node.replace_self(nodes.raw("", html, format="html"))
    for block in list(doctree.findall(nodes.math_block)):
        number = f'<span class="eqno">({escape(str(number_of(block)))})</span>' if block.get("number") else ""
        ids = "".join(f'<span id="{escape(name)}"></span>' for name in block["ids"])
        html = f'<div class="math">{ids}{number}{render_or_quote(block, render, block=True)}</div>'
        block.replace_self(nodes.raw("", html, format="html"))


def render_or_quote(node: nodes.Element, render: Render, *, block: bool) -> str:
    """Render a formula; where that is not possible, warn and show its source."""
    tex = node.astext()
    try:
        return render(tex, block)
    except ValueError as error:
        logger.warning("the formula is shown as TeX: %s", error, type="book", subtype=Code.FORMULA.slug, location=node)
        return render_source(tex, block)
