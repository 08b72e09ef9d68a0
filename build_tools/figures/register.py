"""All charts: each family module has its own, here they are put together."""

from build_tools.figures import (
    areas,
    bars,
    eras,
    growth,
    heights,
    journeys,
    lanes,
    nations,
    passengers,
    persons,
    shares,
    spans,
    squares,
    tallies,
    tellings,
)
from build_tools.figures.figure import Figure

# A line for each family, in the order of the alphabet.
FIGURES: dict[str, Figure] = {
    **areas.FIGURES,
    **bars.FIGURES,
    **eras.FIGURES,
    **growth.FIGURES,
    **heights.FIGURES,
    **journeys.FIGURES,
    **lanes.FIGURES,
    **nations.FIGURES,
    **passengers.FIGURES,
    **persons.FIGURES,
    **shares.FIGURES,
    **spans.FIGURES,
    **squares.FIGURES,
    **tallies.FIGURES,
    **tellings.FIGURES,
}
