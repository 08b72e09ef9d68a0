"""Pictures come from the folders of a build, and from nowhere else."""

from pathlib import Path

import pytest

from build_tools.writers.pictures import find_picture, stands_in
from tests.checkout import Checkout
from tests.listener import listening


@pytest.fixture
def outdir(tmp_path: Path) -> Path:
    """A build folder and a folder of static files, beside a secret."""
    for name in ("out", "static"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.png").write_bytes(b"picture")
        (tmp_path / name / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return tmp_path / "out"


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("out.png", "out.png"),
        ("../out.png", "out.png"),
        ("../_static/static.png", "_static/static.png"),
        ("link.png", ""),
        ("_static/link.png", ""),
        ("../secret.png", ""),
        ("../../secret.png", ""),
        ("%2e%2e/secret.png", ""),
        ("_static/../../secret.png", ""),
        ("SECRET", ""),
        ("file://SECRET", ""),
        ("http://127.0.0.1/secret.png", ""),
        ("//127.0.0.1/secret.png", ""),
        ("http://[/secret.png", ""),
        ("out.txt", ""),
        ("", ""),
    ],
)
def test_where_a_picture_is_looked_for(source: str, path: str, outdir: Path) -> None:
    """A picture is found below the folders of the build, whatever its address says."""
    roots = [("_static/", outdir.parent / "static")]
    found = find_picture(source.replace("SECRET", str(outdir.parent / "secret.png")), "moon/apollo", outdir, roots)

    assert found == path
    assert all(file.read_bytes() == b"picture" for file in outdir.rglob("*.png") if not file.is_symlink())


def test_link_stands_where_it_leads(outdir: Path) -> None:
    """A link within a folder stands in it if it leads to a file of the folder."""
    (outdir / "within.png").symlink_to(outdir / "out.png")

    assert stands_in(outdir / "within.png", outdir)
    assert not stands_in(outdir / "link.png", outdir)


@pytest.mark.build
@pytest.mark.parametrize("name", ["html", "pdf", "epub"])
def test_remote_picture_in_our_book(name: str, checkout: Checkout) -> None:
    """A picture on another host is fetched by no format, and stops the edition."""
    chapter = checkout.root / "book" / "part-one" / "second.md"
    with listening() as listener:
        picture = f"![far away](http://{listener.host}/x.png)"
        chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n{picture}\n", encoding="utf-8")
        done = checkout.run("build", "--language", "en", "--format", name)

    assert (done.returncode, listener.calls) == (1, [])
    assert "second.md:11: the picture 'http:" in done.stderr
