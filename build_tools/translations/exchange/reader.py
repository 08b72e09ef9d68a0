"""XLIFF files from strangers' hands, read with as little trust as possible.

In: bytes that claim to be XLIFF 1.x.
Out: `Unit` objects, or a `BuildToolsError` that says what is wrong.

The toolkit that writes our files is not let near these: the file is only well-formed XML for us, without a document
type and so without entities, and nothing is fetched.  What its texts may say, the guard decides.
"""

from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from build_tools.problems import BuildToolsError, Code, Problem
from build_tools.translations.exchange.units import Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1."
LARGEST = 50_000_000
_CURE = "Send the XLIFF file that `po export` wrote, with nothing but its targets changed."
# Marks that CAT tools put around sentences; all else within a target is markup that a PO file cannot hold.
_TRANSPARENT = frozenset({"mrk"})


class _DoctypeError(Exception):
    """The file has a document type."""


def read_xliff(data: bytes, place: str, source: str, target: str) -> list[Unit]:
    """Read the units of an XLIFF file.

    :param source: the language that its sources must be in.
    :param target: the language that its targets must be in.
    """
    root = parse_safely(data, place)
    namespace, _, tag = str(root.tag).rpartition("}")
    if tag == "tmx":
        raise _refuse(place, "a TMX file is a memory for CAT tools; it cannot be imported")
    if tag != "xliff" or not namespace.removeprefix("{").startswith(NAMESPACE):
        raise _refuse(place, "this is not an XLIFF file of version 1.0, 1.1 or 1.2")
    units: list[Unit] = []
    for file in root.iterchildren(f"{namespace}}}file"):
        for attribute, expected in (("source-language", source), ("target-language", target)):
            found = file.get(attribute, "")
            if not is_language(found, expected):
                text = f"{attribute} is '{show(found)}'; expected '{expected}'"
                raise _refuse(place, text, line=file.sourceline)
        units += read_file(file, namespace, place)
    return units


def is_language(found: str, expected: str) -> bool:
    """Tell whether a tag names a language; tools add the region.

    >>> is_language("ko-KR", "ko"), is_language("kok", "ko")
    (True, False)
    """
    return found.replace("_", "-").partition("-")[0].lower() == expected


def parse_safely(data: bytes, place: str) -> Any:
    """Parse XML that has no document type; nothing is expanded, opened or fetched."""
    from lxml import etree

    if len(data) > LARGEST:
        raise _refuse(place, f"the file has more than {LARGEST:,} bytes; no PO file of a book is that long")
    check_form(data, place)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refuse(place, f"not XML: {error.msg}", line=error.lineno or 0) from None


def check_form(data: bytes, place: str) -> None:
    """Check that a file is well-formed and has no document type, which is where entities come from."""
    parser = expat.ParserCreate()

    def stop(*_names: object) -> None:
        raise _DoctypeError

    parser.StartDoctypeDeclHandler = stop
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
    except _DoctypeError:
        text = "the file has a document type, which an XLIFF file needs not and an attack does"
        raise _refuse(place, text, line=parser.CurrentLineNumber) from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _refuse(place, f"not XML: {error}", line=parser.CurrentLineNumber) from None


def read_file(file: Any, namespace: str, place: str) -> Iterator[Unit]:
    """Read the units of one file within an XLIFF file."""
    for element in file.iterdescendants(f"{namespace}}}trans-unit"):
        source, target = (element.find(f"{namespace}}}{name}") for name in ("source", "target"))
        yield Unit(
            file=file.get("original", ""),
            name=element.get("id", ""),
            source=read_text(source, place),
            target=read_text(target, place),
            review=needs_review(element, target),
            line=element.sourceline,
        )


def read_text(element: Any, place: str) -> str:
    """Read the text of a source or target."""
    if element is None:
        return ""
    for child in element.iterdescendants():
        name = str(child.tag).rpartition("}")[2]
        if name not in _TRANSPARENT:
            text = f"there is <{show(name)}> within a text; a PO file holds words only"
            raise _refuse(place, text, line=child.sourceline)
    return "".join(element.itertext())


def needs_review(element: Any, target: Any) -> bool | None:
    """Tell whether a unit is marked as not finished: by its state, else by approval; None where nothing is said."""
    state = "" if target is None else target.get("state", "")
    if state:
        return state == "new" or state.startswith("needs-")
    return {"no": True, "yes": False}.get(element.get("approved", ""))


def show(text: str) -> str:
    r"""Show words of a stranger in one short line that no terminal takes for a command.

    >>> show("\x9b31mred")
    '�31mred'
    """
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))
    return line if len(line) <= 60 else f"{line[:57]}…"


def _refuse(place: str, found: str, *, line: int = 0) -> BuildToolsError:
    return BuildToolsError([Problem.of(Code.EXCHANGE_FILE, place, found, line=line, cure=_CURE)])
