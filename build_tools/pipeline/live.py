"""`live`: one language's site in the browser, rebuilt whenever a word or a translation changes.

In: a language.  Out: a server on this computer until it is interrupted.
Watching, building and reloading are sphinx-autobuild's work.
"""

from build_tools.config import load_registry
from build_tools.paths import PACKAGE, Repository


def serve(repository: Repository, code: str, port: int) -> None:
    """Serve a language's site and rebuild it on every change."""
    from sphinx_autobuild.__main__ import main

    language = load_registry(repository).choose([code])[0].code
    folder = repository.build / "live" / language
    main(
        [
            *("-D", f"language={language}", "-d", str(folder / "doctrees")),
            *("--port", str(port), "--watch", str(repository.locales), "--watch", str(PACKAGE / "theme")),
            *("--ignore", "*.mo", "--ignore", "*/sphinx.js", "--ignore", "*/_build/*"),
            *(str(repository.book), str(folder / "html")),
        ]
    )
