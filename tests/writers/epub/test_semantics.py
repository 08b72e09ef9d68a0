"""What the parts of a document are said to be."""

from lxml import etree

from build_tools.writers.epub.semantics import mark_headers
from build_tools.writers.fragments import XHTML, tag

TABLE = """<body xmlns="%s"><table><thead><tr><th>Year</th><th scope="colgroup">Dogs</th></tr></thead>
<tbody><tr><th>1957</th><td>Laika</td></tr><tr><th>Crews</th><th>Flights</th></tr></tbody></table></body>"""


def test_headers_of_tables() -> None:
    """A row of headers heads its columns, a header before cells its row; what an author says stays."""
    body = etree.fromstring(TABLE % XHTML)
    mark_headers(body)

    assert [header.get("scope") for header in body.iter(tag("th"))] == ["col", "colgroup", "row", "col", "col"]
