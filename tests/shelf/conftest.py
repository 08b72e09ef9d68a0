"""A small shelf."""

from pathlib import Path

import pytest

from build_tools.shelf.manifest import Manifest, ShelvedEdition, read_file_artifact, read_site_artifact

EDITIONS = (
    ("en", "English", "Four Tellings", {}),
    ("ko", "한국어", "네 가지 이야기", {"pages": "{count}쪽", "pdf": "PDF 내려받기"}),
    ("hu", "Magyar", "Négy elbeszélés", {"pages": "{count} oldal"}),
)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """The folder with the artifacts of three languages, but no shelf yet."""
    folder = tmp_path / "dist"
    for language, *_ in EDITIONS:
        (folder / language).mkdir(parents=True)
        for name in ("index.html", "apollo.html", "search.js"):
            (folder / language / name).write_text(f"{language} {name}", encoding="utf-8")
        (folder / "downloads").mkdir(exist_ok=True)
        (folder / "downloads" / f"space-race-{language}.pdf").write_bytes(b"x" * 1_234_567)
        (folder / "downloads" / f"space-race-{language}.epub").write_bytes(b"x" * 345_678)
    return folder


@pytest.fixture
def manifest(dist: Path) -> Manifest:
    """What lies in that folder."""
    return Manifest("Four Tellings", "2026-01-31", tuple(shelve(dist, *edition) for edition in EDITIONS))


def shelve(dist: Path, language: str, name: str, title: str, words: dict[str, str]) -> ShelvedEdition:
    """Put one language on the shelf."""
    artifacts = (
        read_site_artifact(dist, language),
        read_file_artifact(dist, f"downloads/space-race-{language}.pdf", kind="pdf", pages=1212),
        read_file_artifact(dist, f"downloads/space-race-{language}.epub", kind="epub"),
    )
    return ShelvedEdition(
        language=language,
        name=name,
        direction="ltr",
        title=title,
        subtitle="One race",
        date="2026-01-31",
        day={"ko": "2026년 1월 31일"}.get(language, "31 January 2026"),
        cover="",
        faces="",
        words=words,
        share=100 if language == "en" else 91,
        listed=True,
        translate=f"{language}/apollo.html",
        chapters=("Laika",),
        artifacts=artifacts,
    )
