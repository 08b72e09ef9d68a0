"""What a library does again and again for the same answer, done once.

In: nothing.  Out: MyST-Parser 5.2 remembers docutils' default settings instead of making an option parser
for every translated message.  The settings are copied for each use, so nobody sees another's changes.
"""

import copy
from functools import cache
from importlib import import_module
from typing import Any


def remember_parser_settings() -> None:
    """Have MyST make docutils' default settings once in a process."""
    base: Any = import_module("myst_parser.mdit_to_docutils.base")
    original = base.get_default_settings

    @cache
    def read_settings(*components: Any) -> Any:
        return original(*components)

    def get_default_settings(*components: Any) -> Any:
        return copy.deepcopy(read_settings(*components))

    base.get_default_settings = get_default_settings
