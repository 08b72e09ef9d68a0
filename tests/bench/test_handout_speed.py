"""What is told of the cost of handouts."""

from pathlib import Path

import pytest

from build_tools.bench import handout_speed
from build_tools.bench.handout_speed import build_anew, judge
from build_tools.bench.measure import Measurement
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError


def test_handouts_that_cost_less_than_the_book() -> None:
    """Handouts that take half the time keep the promise; those that take longer do not."""
    cheap, dear = judge("en", {"pdf": 20.0, "handouts": 10.0}), judge("en", {"pdf": 20.0, "handouts": 21.0})

    assert (cheap.value, cheap.is_met) == (0.5, True)
    assert (dear.value, dear.is_met) == (pytest.approx(1.05), False)


def test_build_that_fails_is_no_measurement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that ends with a problem stops the run and shows its last words; the shelf is cleared before."""
    monkeypatch.setattr(
        handout_speed, "measure", lambda *_arguments: Measurement(1.0, 1.0, 1, 1.0, 1, "Nothing built.")
    )
    (tmp_path / "dist").mkdir()
    with pytest.raises(BuildToolsError) as caught:
        build_anew(Repository(tmp_path), "en", "pdf")

    assert "Nothing built." in str(caught.value.problems[0])
    assert not (tmp_path / "dist").exists()
