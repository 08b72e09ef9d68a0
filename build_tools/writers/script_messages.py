"""The words of the site's scripts, such as the search, in the language of the edition.

In: Sphinx's own translations and our sphinx.po.
Out: `sphinx.js` beside the PO file, where Sphinx looks for it; it is made at each build and never committed.
"""

import json
from pathlib import Path
from typing import Any

from build_tools.config import Language
from build_tools.messages import read_po, read_sphinx_messages

_BEFORE, _AFTER = "Documentation.addTranslations(", ");"


def read_own(path: Path) -> dict[str, Any]:
    """Read what our sphinx.po has for scripts."""
    found: dict[str, Any] = {}
    for entry in read_po(path, path.name) if path.is_file() else ():
        if entry.translated() and any(place.endswith(".js") for place, _line in entry.occurrences):
            found[entry.msgid] = list(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr
    return found


def render_script_messages(language: Language, messages: dict[str, Any]) -> str:
    """Render the script that Sphinx's pages load."""
    data = {"locale": language.code, "messages": messages, "plural_expr": language.plural_rule}
    return f"{_BEFORE}{json.dumps(data, ensure_ascii=True, indent=1, sort_keys=True)}{_AFTER}\n"


def write_script_messages(language: Language, po_folder: Path) -> None:
    """Write the script, if there is anything to say and it has changed."""
    messages = {**read_sphinx_messages(language.code), **read_own(po_folder / "sphinx.po")}
    target = po_folder / "sphinx.js"
    text = render_script_messages(language, messages)
    if messages and (not target.is_file() or target.read_text(encoding="utf-8") != text):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
