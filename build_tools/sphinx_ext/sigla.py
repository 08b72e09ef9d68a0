"""Sources in the margin: `{.ko-165 .hu-021}` above a paragraph becomes sigla that link to the sources.

In: doctrees whose nodes carry claim ids as classes.
Out: a `sigla` node at the end of each such node, and the claims each document rests on in `env.claims_used`.

    <paragraph classes="ko-165 hu-021">On 4 October ...
        <sigla tellings="ko hu" claims="ko-165 hu-021">

How sigla look is not this module's business; see the theme.
"""

import csv
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

from build_tools.problems import Code

logger = logging.getLogger(__name__)


class sigla(nodes.Inline, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """The letters of the tellings that a passage rests on."""


def load_claim_ids(ledger: Path) -> frozenset[str]:
    """Load the ids of all claims of a ledger in TSV."""
    with ledger.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["id"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def split_claims(classes: Iterable[str], tellings: Iterable[str]) -> tuple[list[str], list[str]]:
    """Split classes into claim ids and the rest.

    >>> split_claims(["ko-165", "wide", "ko-x"], ["ko"])
    (['ko-165'], ['wide', 'ko-x'])
    """
    known = set(tellings)
    claims: list[str] = []
    rest: list[str] = []
    for name in classes:
        telling, dash, number = name.partition("-")
        (claims if dash and telling in known and number.isdigit() else rest).append(name)
    return claims, rest


def find_host(node: nodes.Element) -> nodes.Element:
    """Find where the marks of a node can stand: in itself, in its caption or title, or in its last paragraph."""
    if isinstance(node, nodes.TextElement):
        return node
    for kind in (nodes.caption, nodes.title):
        for heading in node.findall(kind):
            return heading
    paragraphs = list(node.findall(nodes.paragraph))
    return paragraphs[-1] if paragraphs else node


class SiglaTransform(SphinxTransform):
    """Turn claim classes into `sigla` nodes, after translation so that they never enter a message."""

    default_priority = 500

    def apply(self, **kwargs: object) -> None:
        """Add sigla to each node that names claims."""
        tellings: dict[str, str] = self.config.sigla_tellings
        if not tellings:
            return
        used: list[str] = []
        for node in list(self.document.findall(nodes.Element)):
            claims, rest = split_claims(node.get("classes", ()), tellings)
            if claims:
                node["classes"] = rest
                self.check_claims(node, claims)
                used.extend(claims)
                told_by = [code for code in tellings if any(c.startswith(f"{code}-") for c in claims)]
                host = find_host(node)
                host["classes"].append("has-sigla")
                host += sigla(tellings=told_by, claims=claims)
        env_claims(self.env)[self.env.current_document.docname] = sorted(set(used))

    def check_claims(self, node: nodes.Element, claims: list[str]) -> None:
        """Warn about claims that the ledger does not have."""
        known = load_ledger(self.env)
        for claim in claims:
            if known and claim not in known:
                message = "the ledger has no claim %r"
                logger.warning(message, claim, type="book", subtype=Code.CLAIM_UNKNOWN.slug, location=node)


def env_claims(env: BuildEnvironment) -> dict[str, list[str]]:
    """Give the claims each document rests on, by document name."""
    claims: dict[str, list[str]] = env.__dict__.setdefault("claims_used", {})
    return claims


def load_ledger(env: BuildEnvironment) -> frozenset[str]:
    """Load the ledger once a build, and note that the current document depends on it."""
    if not env.config.sigla_ledger:
        return frozenset()
    path = Path(env.srcdir, env.config.sigla_ledger)
    env.note_dependency(str(path))
    if "claim_ids" not in env.temp_data:
        env.temp_data["claim_ids"] = load_claim_ids(path)
    ids: frozenset[str] = env.temp_data["claim_ids"]
    return ids


def purge_claims(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget the claims of a document that is read again."""
    env_claims(env).pop(docname, None)


def merge_claims(app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment) -> None:
    """Take over the claims of documents that another process has read."""
    env_claims(env).update({name: env_claims(other)[name] for name in docnames if name in env_claims(other)})


def render_sigla_html(node: sigla, href: str, config: Config, *, by_style: bool) -> Iterator[str]:
    """Render the marks as HTML; each links to its telling's place in the list of sources.

    :param by_style: leave the letters to the style sheet, so that they are neither copied nor searched with the text.
    """
    claims = ", ".join(node["claims"])
    yield f'<small class="sigla" role="note" aria-label="{escape(config.sigla_label)}" title="{claims}">'
    for code in node["tellings"]:
        siglum, name = escape(config.sigla_tellings[code]), escape(config.sigla_names.get(code, ""))
        if by_style:
            words = f'title="{name}" aria-label="{name or siglum}" data-siglum="{siglum}"'
            yield f'<a href="{href}#telling-{code}" {words}></a>'
        else:
            yield f'<a href="{href}#telling-{code}">{siglum}</a> '
    yield "</small>"


def visit_sigla_html(self: HTML5Translator, node: sigla) -> None:
    """Write the marks where they stand."""
    href = self.builder.get_relative_uri(self.builder.current_docname, self.config.sigla_document)
    by_style = self.builder.name == "html"
    self.body.append("".join(render_sigla_html(node, href, self.config, by_style=by_style)))
    raise nodes.SkipNode


def skip_sigla(self: nodes.NodeVisitor, node: sigla) -> None:
    """Leave the marks out of formats that have no place for them."""
    raise nodes.SkipNode


def setup_sigla(app: Sphinx) -> None:
    """Register the node, its transform and its settings."""
    app.add_config_value("sigla_tellings", {}, "env", types=frozenset({dict}))
    app.add_config_value("sigla_ledger", "", "env", types=frozenset({str}))
    app.add_config_value("sigla_document", "", "html", types=frozenset({str}))
    app.add_config_value("sigla_names", {}, "html", types=frozenset({dict}))
    app.add_config_value("sigla_label", "Sources", "html", types=frozenset({str}))
    skip = (skip_sigla, None)
    app.add_node(sigla, html=(visit_sigla_html, None), latex=skip, text=skip, man=skip, texinfo=skip)
    app.add_transform(SiglaTransform)
    app.connect("env-purge-doc", purge_claims)
    app.connect("env-merge-info", merge_claims)
