"""A small shelf."""

from pathlib import Path

import pytest

from build_tools.shelf.manifest import Artifact, Manifest, ShelvedEdition, measure_artifact

EDITIONS = (
    ("en", "English", "Four Tellings", {}),
    ("ko", "한국어", "네 가지 이야기", {"pages": "{count}쪽", "pdf": "PDF 내려받기"}),
    ("hu", "Magyar", "Négy elbeszélés", {"pages": "{count} oldal"}),
)

HANDOUTS = (
    Artifact("handouts", "downloads/space-race-en-handouts.zip", "archive"),
    Artifact("handouts", "downloads/handouts/en/laika-a4.pdf", "", 2, "a4", "Laika"),
    Artifact("handouts", "downloads/handouts/en/laika-answers-a4.pdf", "answers", 1, "a4", "Laika"),
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
        (folder / "downloads" / f"space-race-{language}-screen.pdf").write_bytes(b"x" * 1_234_567)
        (folder / "downloads" / f"space-race-{language}.epub").write_bytes(b"x" * 345_678)
        for name in ("print", "booklet"):
            (folder / "downloads" / f"space-race-{language}-{name}.pdf").write_bytes(b"x" * 2_000_000)
    for name in ("space-race-en-handouts.zip", "handouts/en/laika-a4.pdf", "handouts/en/laika-answers-a4.pdf"):
        (folder / "downloads" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "downloads" / name).write_bytes(b"x" * 50_000)
    return folder


@pytest.fixture
def manifest(dist: Path) -> Manifest:
    """What lies in that folder."""
    return Manifest("Four Tellings", "2026-01-31", tuple(shelve(dist, *edition) for edition in EDITIONS))


def shelve(dist: Path, language: str, name: str, title: str, words: dict[str, str]) -> ShelvedEdition:
    """Put one language on the shelf."""
    stem = f"downloads/space-race-{language}"
    found = (
        Artifact("html", f"{language}/index.html"),
        Artifact("pdf", f"{stem}-screen.pdf", "screen", 1212, "a5"),
        Artifact("pdf", f"{stem}-print.pdf", "print", 900, "a4"),
        Artifact("pdf", f"{stem}-booklet.pdf", "booklet", 608, "letter-landscape"),
        Artifact("epub", f"{stem}.epub"),
        *(HANDOUTS if language == "en" else ()),
    )
    artifacts = tuple(measure_artifact(dist, artifact) for artifact in found)
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
