"""A small project that has one of everything that strangers do to a press."""

import zlib
from pathlib import Path

WORDS = ("Wanderers", "rightmost", "fieldset", "inside a form", "unclosed", "deepest", "unlisted", "citation body")

CONF = """
project = "Hostile: a/b <book>"
author = "A & B"
release = "1.0"
extensions = ["sphinx.ext.graphviz", "sphinx.ext.inheritance_diagram", "build_tools.writers"]
html_static_path = ["_static"]
html_logo = "_static/dot.png"
keep_warnings = True
"""

INDEX = """
======================
Wanderers of the press
======================

Text of the root document with |x| and a note [#n]_ and one of code [#c]_, and a citation [CIT]_.

.. |x| replace:: substitution

.. [#n] A plain note.
.. [#c] A note with code:

   .. code-block:: python

      print("note")

.. [#unused] A note nobody refers to.
.. [CIT] The citation body.

Section with documents
======================

.. toctree::
   :maxdepth: 1
   :glob:

   inner/*
   nothing-here/*

Indices and tables
==================

.. only:: html

   .. toctree::
      :caption: Conditional

      conditional

.. toctree::
   :caption: More

   soup
   self
   Elsewhere <https://example.org/>
   genindex
   modindex
   search

* :ref:`genindex`
* :ref:`modindex`
* :ref:`search`
"""

SOUP = """
Soup
====

.. raw:: html

   <div class="a"><p>unclosed <b>bold <i>both</b> italic</i>
   <center><font color="red" onclick="alert(1)">rightmost</font></center>
   <table border="1" cellpadding=3><tr><td align=right>cell<td nowrap>cell two</table>
   <a href="javascript:alert(1)">bad link</a> <a href="http://[">worse</a> <a href="x y.html">spaced</a>
   <a href="soup.html">outer <a href="#twice">inner</a></a>
   <iframe src="https://example.org/film" width="560"></iframe>
   <script>alert("never")</script><style>p { color: red }</style>
   <form action="/x"><fieldset><legend>fieldset</legend><input name=q><button>inside a form</button></form>
   <img src="missing.png" alt="a missing one"><img src="_static/dot.png"><img src="https://example.org/x.png">
   <video controls><source src="film.mp4">no video</video> <custom-thing :a="b">custom</custom-thing>
   <p id="twice">one</p><p id="twice">two</p><p id="has space">three</p>
   <ul>bare<p>no item</p><li>item</ul><li>homeless</li><dl><dd>no term</dd></dl><dl><dt>no text</dt></dl>
   <details><summary>Summary</summary>hidden words</details>
   <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x()"><circle id="a:b" r="3"/></svg>
   &nbsp;&hellip;&bogus; <span style="background: url(https://example.org/x.png); color: green">styled</span></div>

.. raw:: html

   <section><h1><p>Heading of a stranger</p></h1><dl><dt><h3>term</h3></dt><p>between</p></dl>
   <table><caption>A</caption><tr><p>in a row</p></tr><tfoot><tr><td>foot</td></tr></tfoot><div>in a table</div></table>
   </section>

Soup again
----------

.. _twice:

Soup again
----------

Formulas :math:`x^2 < y` and :math:`\\nonsense{x`, and

.. math::
   :label: euler

   e^{i\\pi} + 1 &= 0 \\\\ a &= \\frac{b}{c}

see :eq:`euler`. A :download:`file <data.csv>`, ``literal  text``, :kbd:`Ctrl+C`, :menuselection:`A --> B`.

.. image:: _static/dot.png
.. image:: dot.gif
   :target: https://example.org/
.. figure:: draw.svg
   :alt: a drawing

   Its caption.

.. image:: not-there.png

.. graphviz::

   digraph { a -> b }

.. inheritance-diagram:: collections.OrderedDict

.. productionlist::
   try_stmt: try1 | try2
   try1: "try" ":" `suite`

.. sidebar:: Aside

   Aside text.

.. code-block:: python
   :linenos:
   :emphasize-lines: 1
   :caption: Code

   very_long_name_of_a_function_that_goes_on(and_on="and on and on", until="it runs off every page", that="is printed")

.. versionadded:: 1.0
   New.

.. list-table::
   :header-rows: 1

   * - One
     - Two
   * - averyveryveryveryveryveryveryveryveryveryveryverylongwordinacell
     - * list
       * in a cell

.. py:module:: stranger
   :synopsis: A module.

.. py:function:: call(value: int, *, other: str = "☃") -> None

   Called. Emoji 🛰 and a letter that no font has: 𓀀.

   :param value: A value.
   :returns: nothing

.. index:: single: hostile; index
"""

PAGES = {
    "index.rst": INDEX,
    "soup.rst": SOUP,
    "inner/a.rst": "Inner A\n=======\n\nText.\n\n.. toctree::\n\n   deep/b\n",
    "inner/deep/b.rst": "Deep B\n======\n\nThe deepest text, with a :doc:`link </soup>`.\n\n.. image:: ../../dot.gif\n",
    "inner/untitled.rst": "Only a paragraph, without a title.\n",
    "inner/two.rst": "First\n=====\n\nOne.\n\nSecond\n======\n\nTwo.\n",
    "conditional.rst": "Conditional\n===========\n\nFor sites only.\n",
    "orphan.rst": ":orphan:\n\nOrphan\n======\n\nAn unlisted document.\n",
    "data.csv": "a,b\n",
}
DRAWING = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="http://example.org/ink" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ink:version="1"><ink:note/>'
    '<defs><linearGradient id="a:1"/></defs><rect id="a:1" fill="url(#a:1)" width="9" height="9" onclick="x()"/>'
    "<script>1</script></svg>"
)


def write_project(folder: Path) -> Path:
    """Write the project into a folder."""
    for name, text in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "_static").mkdir()
    (folder / "_static" / "dot.png").write_bytes(make_png())
    (folder / "dot.gif").write_bytes(b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;")
    (folder / "draw.svg").write_text(DRAWING, encoding="utf-8")
    return folder


def make_png() -> bytes:
    """Make a picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\2\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
