"""The shares."""

from build_tools.figures.shares import render_apollo_support, render_nasa_budget, render_satellites_by_nation
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import find_text, list_shapes, list_texts, measure

BUDGET = "Fiscal year,Share (per cent)\n1968,2.7\n1969,2.3\n1970,1.9\n"
SUPPORT = "Source,Year,For (per cent),Against (per cent)\nPoll,1961,33,58\nTold,1963,33,\nTold,1965,58,\n"
OBJECTS = (
    'Years,Soviet Union and Russia,United States,Others\n1957–66,30,60,10\n1997–2006,20,50,30\n2017–23,10,"1,000",90\n'
)


def test_heights_of_columns() -> None:
    """A column of twice the share is twice as high."""
    columns = list_shapes(render_nasa_budget(parse_table("Fiscal year,Share (per cent)\n1966,4\n1967,2\n")), "rect")
    first, second = (measure(column, "height") for column in columns)
    assert first == 2 * second


def test_highest_share_stands_out() -> None:
    """The highest share is full, the others are pale."""
    columns = list_shapes(render_nasa_budget(parse_table(BUDGET)), "rect")
    assert [column.get("fill-opacity") for column in columns] == [None, "0.55", "0.55"]


def test_landing_between_fiscal_years() -> None:
    """July 1969 belongs to the fiscal year 1970, so the landing stands between the columns of 1969 and 1970."""
    svg = render_nasa_budget(parse_table(BUDGET))
    before, after = list_shapes(svg, "rect")[1:]
    (landing,) = [shape for shape in list_shapes(svg, "path") if shape.get("stroke-dasharray")]
    x = float(str(landing.get("d"))[1:].split()[0])
    assert measure(before, "x") + measure(before, "width") < x < measure(after, "x")


def test_unchecked_numbers_are_broken_outlines() -> None:
    """What only the telling says has a broken outline and no fill; the poll is full."""
    svg = render_apollo_support(parse_table(SUPPORT))
    broken = [shape for shape in list_shapes(svg, "path") if shape.get("stroke-dasharray") == "5 3"]
    assert (len(broken), len(list_shapes(svg, "rect"))) == (2, 2)
    assert [text for text in list_texts(svg) if text.endswith("%")] == ["33%", "58%", "33%", "58%"]


def test_parts_fill_the_bar() -> None:
    """The parts of each span of years make up one hundred, and the total is told."""
    svg = render_satellites_by_nation(parse_table(OBJECTS))
    assert list_texts(svg).count("1,100") == 1
    assert "60%" in list_texts(svg)
    widths = [measure(shape, "width") + 2 for shape in list_shapes(svg, "rect")]
    rows = [sum(widths[place : place + 3]) for place in range(0, len(widths), 3)]
    assert len(rows) == 4
    assert max(rows) - min(rows) < 0.5


def test_claim_is_compared_with_the_same_years() -> None:
    """The bar above the Korean telling's number adds up the years to 2006 and no later ones."""
    svg = render_satellites_by_nation(parse_table(OBJECTS))
    assert find_text(svg, "1957–2006").get("y") == find_text(svg, "200").get("y")
    assert measure(find_text(svg, "88%"), "y") > measure(find_text(svg, "200"), "y")
