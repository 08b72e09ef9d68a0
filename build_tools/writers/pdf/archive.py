"""The last hand on a PDF: it becomes PDF/UA-1 and PDF/A-3a in one file, and says so.

In: the PDF/A-3a that WeasyPrint has written.
Out: the same pages, with both identifications and whatever else the caller has for the finished file, such as page
labels; the same bytes from the same pages.

WeasyPrint writes one identification or the other.  PDF/A (ISO 19005-3, 6.6.2.3) wants a description of every
property that is not its own, so that of PDF/UA is described.
"""

import ctypes
import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    import pikepdf

# What WeasyPrint is asked for; it brings the tags, the output intent and the identifier of the file.
VARIANT = "pdf/a-3a"
# The same for a PDF that nobody keeps: only what those need who cannot see its pages.
ACCESSIBLE = "pdf/ua-1"
Change = Callable[["pikepdf.Pdf"], None]
_END = b"</rdf:RDF>"
_IDENTIFICATION = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


@contextmanager
def plain_draft() -> Iterator[None]:
    """Let WeasyPrint write objects one by one, not all packed in a single stream, which then had to be read whole."""
    import pydyf

    write = pydyf.PDF.write

    def write_plainly(pdf: Any, output: Any, version: Any, identifier: Any, _compress: bool) -> None:  # noqa: FBT001
        write(pdf, output, version, identifier, compress=False)

    with patch.object(pydyf.PDF, "write", write_plainly):
        yield


def give_back_memory() -> None:
    """Give memory that Python no longer needs back to the system, for qpdf; of a long book, hundreds of megabytes."""
    gc.collect()
    if sys.platform == "linux":  # the C library of others has no such function, or another one
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def finish_pdf(source: Path, target: Path, changes: Iterable[Change] = ()) -> None:
    """Write a finished PDF from one that WeasyPrint has written.

    :param changes: functions that change the open PDF, in their order.
    """
    import pikepdf

    give_back_memory()
    with pikepdf.open(source) as pdf:
        identify(pdf)
        for change in changes:
            change(pdf)
        # Not linearised: what qpdf then writes is not the same in all its versions.
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def identify(pdf: "pikepdf.Pdf") -> None:
    """Add to the identification as PDF/A that as PDF/UA."""
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(_END, _IDENTIFICATION + _END, 1))
