"""The countries beside the two sides of the race that the table of events may name.

In: a function that translates, usually a `gettext`.
Out: their names by their codes; each stands in a `_("…")` call, where Babel finds it.
The names of Unicode's CLDR would come by themselves, but are not always those of the book:
its Filipino text says "Alemanya", which is "Germany" in CLDR.
"""

from collections.abc import Callable, Mapping


def translate_countries(_: Callable[[str], str]) -> Mapping[str, str]:
    """Translate the name of every country, by its code of two letters (ISO 3166-1)."""
    return {
        "BR": _("Brazil"),
        "CN": _("China"),
        "DE": _("Germany"),
        "FR": _("France"),
        "GB": _("United Kingdom"),
        "IN": _("India"),
        "IR": _("Iran"),
        "JP": _("Japan"),
        "KR": _("South Korea"),
        "RU": _("Russia"),
    }


COUNTRIES = frozenset(translate_countries(str))
