"""The list of corrections: made of the ledger, translated, and linked to the chapters."""

import pytest
from docutils import nodes

from tests.conftest import Reading


def find_list(reading: Reading) -> nodes.definition_list:
    """Find the list of corrections."""
    document = reading.documents["backmatter/lists"]
    (found,) = (node for node in document.findall(nodes.definition_list) if "corrections" in node["classes"])
    return found


@pytest.mark.parametrize(
    ("language", "said", "record"),
    [
        ("en", 'Another "claim".', "It is not so. → The first chapter"),
        ("ko", '다른 "주장".', "그렇지 않다. → 첫째 장"),
    ],
)
def test_wrong_claims_and_the_record(readings: dict[str, Reading], language: str, said: str, record: str) -> None:
    """The list has the wrong claims of a telling only, what the record says, and where the book tells of it."""
    (item,) = find_list(readings[language]).children

    assert [part.astext() for part in item.children] == [said, record]
