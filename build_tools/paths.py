"""Where things are in the repository.

In: nothing.  Out: paths.  Reading or writing what lies there is not this module's business.
"""

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
THEME = PACKAGE / "theme"


@dataclass(frozen=True)
class Repository:
    """The folders of one checkout of the book."""

    root: Path = PACKAGE.parent

    @property
    def book(self) -> Path:
        """The words."""
        return self.root / "book"

    @property
    def locales(self) -> Path:
        """The translations and the registry of languages."""
        return self.root / "locales"

    @property
    def build(self) -> Path:
        """Everything that can be thrown away."""
        return self.root / "_build"

    @property
    def book_file(self) -> Path:
        """The facts about the book."""
        return self.book / "book.toml"

    @property
    def registry_file(self) -> Path:
        """The registry of languages."""
        return self.locales / "languages.toml"

    def po_folder(self, code: str) -> Path:
        """Give the folder of the PO files of one language."""
        return self.locales / code / "LC_MESSAGES"

    def retired_folder(self, code: str) -> Path:
        """Give the folder of the PO files of chapters that are no more; no build looks there."""
        return self.locales / code / "retired"

    def guarded_folder(self, code: str) -> Path:
        """Give the folder of the PO files of one language as builds read them: without what the guard refuses."""
        return self.build / "po" / code / "LC_MESSAGES"

    def relative(self, path: Path) -> str:
        """Show a path as people type it, from the root of the repository."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return str(path)
