"""The structure, written into the PDF.

In: the structure of a document, and pydyf's PDF of it, not yet written to a file.
Out: the same PDF with a structure tree, its parent tree and what readers must know to use them (ISO 32000-1, 14.7).
Which words are what is `structure`'s business.
"""

from collections.abc import Sequence
from typing import Any

from build_tools.writers.pdf.elements import Annotation, Mark, Node


def write_tags(pdf: Any, structure: Node, counts: Sequence[int]) -> None:
    """Write the structure of a document into its PDF.

    :param counts: how many pieces of marked content each page has.
    """
    import pydyf

    _Writer(pdf, counts).write(structure)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog.setdefault("Lang", pydyf.String("und"))


class _Writer:
    """The tree as far as it is written, and who owns each piece of marked content."""

    def __init__(self, pdf: Any, counts: Sequence[int]) -> None:
        self.pdf = pdf
        self.pages = pdf.page_references
        self.owners: list[list[bytes]] = [[b"null"] * count for count in counts]
        self.links: list[tuple[bytes, Any]] = []
        self.names: list[tuple[str, bytes]] = []

    def write(self, document: Node) -> None:
        """Write the tree, and from it the ways back from contents and links to their elements."""
        import pydyf

        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self.pdf.add_object(root)
        root["K"] = pydyf.Array([self.write_node(document, root.reference)])
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            numbers.extend((page, pydyf.Array(owners)))
        for number, (owner, annotation) in enumerate(self.links, len(self.owners)):
            annotation["StructParent"] = number
            numbers.extend((number, owner))
        parents = pydyf.Dictionary({"Nums": numbers})
        self.pdf.add_object(parents)
        root["ParentTree"] = parents.reference
        root["ParentTreeNextKey"] = len(self.owners) + len(self.links)
        if self.names:
            names = pydyf.Array()
            for name, reference in sorted(self.names):
                names.extend((pydyf.String(name), reference))
            root["IDTree"] = pydyf.Dictionary({"Names": names})
        self.pdf.catalog["StructTreeRoot"] = root.reference

    def write_node(self, node: Node, parent: bytes) -> bytes:
        """Write an element and all that is in it, and give its reference."""
        import pydyf

        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.kind}", "P": parent})
        self.pdf.add_object(element)
        reference: bytes = element.reference
        page = next((kid.page for kid in node.kids if isinstance(kid, (Mark, Annotation))), None)
        if page is not None:
            element["Pg"] = self.pages[page]
        for name, value in node.attributes.items():
            element[name] = pydyf.String(value)
        if node.layout:
            values = ((name, pydyf.Array(v) if isinstance(v, list) else v) for name, v in node.layout.items())
            element["A"] = pydyf.Dictionary(dict(values))
        if node.kind == "Note":
            # PDF/UA-1, 7.9: a note has an identifier of its own.
            name = f"note-{len(self.names) + 1:05}"
            self.names.append((name, reference))
            element["ID"] = pydyf.String(name)
        kids = [self.write_kid(kid, reference, page) for kid in [*node.kids, *node.notes] if is_kept(kid)]
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return reference

    def write_kid(self, kid: Node | Mark | Annotation, parent: bytes, page: int | None) -> Any:
        """Write what stands in an element.

        :param page: that of the element; what stands on another one says so.
        """
        import pydyf

        if isinstance(kid, Node):
            return self.write_node(kid, parent)
        if isinstance(kid, Annotation):
            self.links.append((parent, kid.dictionary))
            if "Dest" in kid.dictionary and kid.words:
                kid.dictionary["Contents"] = pydyf.String(kid.words)  # else the identifier of the place would be read
            values = {"Type": "/OBJR", "Obj": kid.dictionary.reference, "Pg": self.pages[kid.page]}
            return pydyf.Dictionary(values)
        self.owners[kid.page][kid.number] = parent
        if kid.page == page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.number})


def is_kept(kid: Node | Mark | Annotation) -> bool:
    """Tell whether something is written; elements without words and pictures are not."""
    return not isinstance(kid, Node) or kid.is_drawn()
