"""The speed of the guard."""

from build_tools.bench.guard_speed import measure_guard
from build_tools.paths import Repository


def test_speed_of_the_guard(tiny: Repository) -> None:
    """What is measured is messages a second; without messages there is nothing to measure."""
    assert (measure_guard(tiny).value or 0) > 0
    for path in tiny.locales.rglob("*.po"):
        path.unlink()
    assert measure_guard(tiny).value is None
