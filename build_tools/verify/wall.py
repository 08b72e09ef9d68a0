"""The second wall behind the guard of translations: what no document or drawing of an edition may hold.

In: parsed documents and drawings, whoever has written them.
Out: findings: scripts, elements that the press does not make, and addresses that the book does not have.
What a document loads is the business of `addresses`; how a finding is told is the verifiers'.
"""

import hashlib
import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from lxml import etree

from build_tools.verify.addresses import is_remote, line_of, local_name
from build_tools.verify.expectation import Known


class Kind(Enum):
    """What is wrong with a thing that was found."""

    SCRIPT = "script"
    STRANGE = "strange"
    ADDRESS = "address"


class Finding(NamedTuple):
    """A thing that was found, and the line where it stands or 0."""

    kind: Kind
    found: str
    line: int = 0


_HTML = (
    "a abbr article aside b bdi bdo blockquote body br button caption cite code col colgroup dd del details dfn div dl"
    " dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label li link main"
    " mark meta nav noscript ol p pre q rp rt ruby s samp script section small span strong style sub summary sup table"
    " tbody td tfoot th thead time title tr u ul var wbr"
)
_DRAWN = (
    "svg g path line rect circle ellipse polygon polyline text tspan title desc defs symbol use clippath mask pattern"
    " lineargradient radialgradient stop marker"
)
_FORMULAS = (
    "math semantics annotation mrow mi mn mo ms mtext mspace mpadded mphantom menclose msup msub msubsup mfrac msqrt"
    " mroot mover munder munderover mmultiscripts mtable mtr mtd mstyle"
)
_ELEMENTS = frozenset(f"{_HTML} {_DRAWN} {_FORMULAS}".split())
_ADDRESSES = frozenset({"href", "src", "action", "data", "poster", "cite", "longdesc", "background", "usemap"})
# What these elements name is loaded, which is the business of `addresses`.
_LOADING = frozenset({"base", "feimage", "image", "use"})
_FORBIDDEN = frozenset({"srcdoc", "formaction", "ping", "manifest", "http-equiv", "archive", "codebase", "profile"})
_RELATIONS = frozenset(
    {"alternate", "author", "canonical", "contents", "copyright", "help", "icon", "index", "license", "next", "prev"}
    | {"search", "stylesheet", "top", "up"}
)
# What is no way to another place: it runs, carries its own content or looks into the reader's machine.
_CARRIER = re.compile(r"(?:javascript|vbscript|livescript|data|file|blob|about|filesystem|view-source):", re.IGNORECASE)
_REFRESH = re.compile(r"0; url=((?:\.\./)?[a-z0-9][a-z0-9/-]*\.html)")
_IGNORED = re.compile(r"[\x00-\x20\u00ad\u200b-\u200f\u2060\ufeff]+")


def hash_script(script: str | bytes) -> str:
    """Hash a script: a file as it is, one within a page with single spaces."""
    content = script if isinstance(script, bytes) else " ".join(script.split()).encode()
    return hashlib.sha256(content).hexdigest()


def find_strangers(tree: etree._Element, known: Known, *, forbidden: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Find what a document may not hold.

    :param forbidden: elements that it may not hold although others may.
    """
    for element in tree.iter("*"):
        line, name = line_of(element), local_name(element)
        if name not in _ELEMENTS - forbidden:
            yield Finding(Kind.STRANGE, f"an element <{name}>", line)
        yield from (Finding(kind, found, line) for kind, found in _look_at(element, name, known))


def _look_at(element: etree._Element, name: str, known: Known) -> Iterator[tuple[Kind, str]]:
    for attribute, value in element.attrib.items():
        plain, content = str(attribute).rpartition("}")[2].rpartition(":")[2].lower(), str(value)
        if plain.startswith("on"):
            yield Kind.SCRIPT, f'a script in {plain}="{content[:60]}"'
        elif plain in _FORBIDDEN and not _leads_on(element):
            yield Kind.STRANGE, f'an attribute {plain}="{content[:60]}"'
        elif plain in _ADDRESSES:
            leads = plain == "href" and name not in _LOADING and (name != "link" or _relates(element))
            yield from _look_at_address(content, known, leads=leads)
    if name == "script":
        yield from _look_at_script(element, known)
    elif name == "link" and not set((element.get("rel") or "").lower().split()) <= _RELATIONS:
        yield Kind.STRANGE, f"a link of the kind {element.get('rel')!r}"
    elif name == "form" and not _asks_here(element):
        yield Kind.STRANGE, f"a form for {element.get('action')!r}"


def _leads_on(element: etree._Element) -> bool:
    """Tell whether an element leads on to another page of the same artifact, as the pages behind short links do."""
    is_refresh = local_name(element) == "meta" and (element.get("http-equiv") or "").lower() == "refresh"
    found = _REFRESH.fullmatch(element.get("content") or "") if is_refresh else None
    return found is not None and not is_remote(found[1])


def _look_at_address(address: str, known: Known, *, leads: bool) -> Iterator[tuple[Kind, str]]:
    plain = _IGNORED.sub("", address)
    if _CARRIER.match(plain):
        yield Kind.SCRIPT, f"an address that runs or carries something: {plain[:60]}"
    elif leads and is_remote(plain) and not known.leads_to(address):
        yield Kind.ADDRESS, f"a link to {address[:120]}, which the book does not have"


def _look_at_script(script: etree._Element, known: Known) -> Iterator[tuple[Kind, str]]:
    source = script.get("src")
    if source is None and hash_script(script.text or "") not in known.scripts:
        yield Kind.SCRIPT, f"a script that is none of the press's: {' '.join((script.text or '').split())[:60]}"
    elif source is not None and not source.partition("?")[0].endswith(".js"):
        yield Kind.SCRIPT, f"a script that is no file of scripts: {source[:60]}"


def _relates(link: etree._Element) -> bool:
    """Tell whether a link says how a page is related to another, and does not load it."""
    return set((link.get("rel") or "").lower().split()) <= _RELATIONS - {"icon", "stylesheet"}


def _asks_here(form: etree._Element) -> bool:
    action, method = (form.get("action") or "").partition("?")[0], form.get("method", "get").lower()
    return method == "get" and not is_remote(action) and action.endswith(("search.html", "#"))


def find_strangers_in_drawing(content: bytes, known: Known) -> Iterator[Finding]:
    """Find what a drawing in a file of its own may not hold."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        tree = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        yield Finding(Kind.STRANGE, f"a drawing that cannot be read: {error.msg}")
        return
    if any(str(node).startswith("<?") for node in tree.itersiblings(preceding=True)):
        yield Finding(Kind.STRANGE, "a drawing with a style sheet of its own")
    if tree.getroottree().docinfo.internalDTD is not None:
        yield Finding(Kind.STRANGE, "a drawing with a document type of its own")
    yield from find_strangers(tree, known, forbidden=frozenset({"script", "style"}))


_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".woff2": (b"wOF2",),
}


def is_what_it_says(ending: str, content: bytes) -> bool:
    """Tell whether a file begins as files of its ending do."""
    return content.startswith(_BEGINNINGS.get(ending, (b"",)))
