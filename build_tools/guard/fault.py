"""What the guard can find wrong with a translation, and what of it keeps the translation out.

In: nothing.  Out: the `Fault` class and the codes that are refused.
"""

from dataclasses import dataclass

from build_tools.problems import Code

REFUSED = frozenset(
    {
        Code.PO_ATTRIBUTE,
        Code.PO_BLOCK,
        Code.PO_CODE,
        Code.PO_HTML,
        Code.PO_IMAGE,
        Code.PO_LETTER,
        Code.PO_LINK,
        Code.PO_LONG,
        Code.PO_LOST,
        Code.PO_NOTE,
        Code.PO_PLACEHOLDER,
        Code.PO_PLURAL,
        Code.PO_ROLE,
    }
)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a translation."""

    code: Code
    found: str
    cure: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether it keeps the translation out of every build."""
        return self.code in REFUSED


def show(value: str) -> str:
    """Show a value in one short line."""
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
