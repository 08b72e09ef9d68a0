"""All checks of single messages, in the order in which their faults are told."""

from collections.abc import Callable, Iterator

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.copies import check_copy, check_english_left
from build_tools.translations.checks.dates import check_months
from build_tools.translations.checks.edges import check_end, check_spaces
from build_tools.translations.checks.guarded import check_guard
from build_tools.translations.checks.length import check_length
from build_tools.translations.checks.letters import check_lookalikes, check_normal_form, check_script
from build_tools.translations.checks.markup import check_markup
from build_tools.translations.checks.message import Message
from build_tools.translations.checks.numerals import check_numbers
from build_tools.translations.checks.particles import check_particles
from build_tools.translations.checks.quantities import check_quantities, check_repeated_numbers
from build_tools.translations.checks.terms import check_forbidden_words, check_linked_terms, check_names
from build_tools.translations.checks.typography import check_pairs, check_signs

CHECKS: tuple[Callable[[Message], Iterator[Fault]], ...] = (
    check_guard,
    check_markup,
    check_numbers,
    check_months,
    check_quantities,
    check_repeated_numbers,
    check_linked_terms,
    check_names,
    check_forbidden_words,
    check_copy,
    check_english_left,
    check_length,
    check_signs,
    check_pairs,
    check_particles,
    check_spaces,
    check_end,
    check_normal_form,
    check_lookalikes,
    check_script,
)


def check_message(message: Message) -> Iterator[Fault]:
    """Yield every fault of a message; one that is far too long for a book is not looked at further."""
    for check in CHECKS:
        for fault in check(message):
            yield fault
            if fault.code is Code.PO_LONG:
                return
