"""The ebook of the tiny book, as a reading system finds it."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from build_tools.config import load_book, load_registry
from build_tools.verify.epub import check_epub_fully
from build_tools.verify.expectation import Expectation
from build_tools.writers.edition import derive_identifier
from tests.checkout import Checkout

pytestmark = pytest.mark.build
LANGUAGES = ("en", "ar", "ko")
XHTML, OPS, OPF = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops", "http://www.idpf.org/2007/opf"
DC, XML = "http://purl.org/dc/elements/1.1/", "http://www.w3.org/XML/1998/namespace"
SPACES = {"h": XHTML, "epub": OPS, "opf": OPF, "dc": DC, "svg": "http://www.w3.org/2000/svg"}


def locate(printed: Checkout, code: str) -> Path:
    """Give the path of a language's ebook."""
    return printed.dist / "downloads" / f"tiny-book-{code}.epub"


def read_files(printed: Checkout, code: str) -> dict[str, bytes]:
    """Read every file of a language's ebook, by its path in the book."""
    with zipfile.ZipFile(locate(printed, code)) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


def read_tree(printed: Checkout, code: str, file: str) -> etree._Element:
    """Read one document of a language's ebook."""
    return etree.fromstring(read_files(printed, code)[file])


def find_package(printed: Checkout, code: str) -> etree._Element:
    """Read the package document of a language's ebook."""
    return next(etree.fromstring(data) for name, data in read_files(printed, code).items() if name.endswith(".opf"))


def list_values(tree: etree._Element, path: str) -> list[str]:
    """List the texts or attributes that a path leads to."""
    found = tree.xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return [str(value) for value in found]


@pytest.mark.parametrize("code", LANGUAGES)
def test_epubcheck_has_nothing_to_say(printed: Checkout, code: str) -> None:
    """EPUBCheck finds no error and no warning."""
    expected = Expectation(code, "", "", (), "", "", (), (), (), code)

    assert [problem.render() for problem in check_epub_fully(locate(printed, code), expected)] == []


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl"), ("ko", "ltr")])
def test_direction_of_the_ebook(printed: Checkout, code: str, direction: str) -> None:
    """Pages turn in the direction of the language, and every document declares it with the language."""
    package = find_package(printed, code)
    documents = {name: data for name, data in read_files(printed, code).items() if name.endswith(".xhtml")}

    assert list_values(package, "//opf:spine/@page-progression-direction") == [direction]
    for data in documents.values():
        root = etree.fromstring(data)
        assert (root.get("lang"), root.get(f"{{{XML}}}lang"), root.get("dir")) == (code, code, direction)
    assert len(documents) >= 9


def test_identifier_of_each_language(printed: Checkout) -> None:
    """Each language has an identifier of its own, which is the same in every edition of it."""
    root = load_book(printed.repository).identifier
    found = [list_values(find_package(printed, code), "//dc:identifier/text()") for code in LANGUAGES]

    assert found == [[derive_identifier(root, code)] for code in LANGUAGES]
    assert len({identifier for (identifier,) in found}) == 3
    assert found[2] == ["urn:uuid:72ed991e-697c-597a-b952-86e2799b1032"]


def test_metadata_of_a_translation(printed: Checkout) -> None:
    """Title, language, author and translator are those of the edition."""
    package = find_package(printed, "ar")

    assert list_values(package, "//dc:title/text()") == ["كتاب صغير", "فيه واحد من كل شيء"]
    kinds = "//opf:meta[@property='title-type']"
    assert list_values(package, f"{kinds}/text()") == ["main", "subtitle"]
    assert list_values(package, f"{kinds}/@refines") == [f"#{name}" for name in list_values(package, "//dc:title/@id")]
    assert list_values(package, "//dc:language/text()") == ["ar"]
    assert list_values(package, "//dc:creator/text()") == ["آدا المختبرة"]
    assert list_values(package, "//dc:contributor/text()") == ["Amal Tester"]
    assert list_values(package, "//opf:meta[@property='dcterms:modified']/text()") == ["2025-11-23T00:00:00Z"]
    assert list_values(package, "//opf:meta[@property='role']/text()") == ["aut", "trl"]
    assert list_values(package, "//opf:meta[@property='file-as']/text()") == ["آدا المختبرة", "Amal Tester"]
    assert [source.partition(" – ")[0] for source in list_values(package, "//dc:source/text()")] == ["Ko", "Hu"]


def test_editions_belong_together(printed: Checkout) -> None:
    """The editions of all languages name the same work, in the same words."""
    book = load_book(printed.repository)
    works = [list_values(find_package(printed, code), "//opf:meta[@id='work']/text()") for code in LANGUAGES]
    identifiers = "//opf:meta[@refines='#work'][@property='dcterms:identifier']/text()"

    assert works == [[book.title]] * 3
    assert list_values(find_package(printed, "ko"), identifiers) == [book.identifier]


def test_claims_of_the_tiny_book(printed: Checkout) -> None:
    """The metadata claim what the book has: pictures with words for them and an index, but no formulas."""
    package = find_package(printed, "en")
    features = set(list_values(package, "//opf:meta[@property='schema:accessibilityFeature']/text()"))

    assert {"alternativeText", "tableOfContents", "index", "ARIA"} <= features
    assert "MathML" not in features
    # Nobody has looked at the tiny book for what WCAG asks beyond what programs can see.
    assert list_values(package, "//opf:meta[@property='dcterms:conformsTo']/text()") == []


def test_chapters_have_the_numbers_of_print(printed: Checkout) -> None:
    """The number stands above the title of a chapter, behind the mark of its page; a list at the back has none."""
    numbers = "//h:h1/h:span[@class='chapter-number']"
    first, lists = (read_tree(printed, "ko", f"{name}.xhtml") for name in ("part-one/first", "backmatter/lists"))

    assert list_values(first, f"{numbers}/text()") == ["1"]
    assert list_values(first, "//h:h1//text()")[-1].strip() == "첫째 장"
    assert list_values(first, f"{numbers}/following-sibling::h:span[@role='doc-pagebreak']/@id") == []
    assert list_values(lists, f"{numbers}/text()") == []


def test_landmarks(printed: Checkout) -> None:
    """Readers offer the cover, the contents, the start of the text, the glossary and the index."""
    navigation = read_tree(printed, "ko", "nav.xhtml")
    kinds = list_values(navigation, "//h:nav[@epub:type='landmarks']//h:a/@epub:type")

    assert {"cover", "toc", "bodymatter", "glossary", "index"} <= set(kinds)
    assert list_values(navigation, "//h:a[@epub:type='bodymatter']/@href") == ["part-one/first.xhtml"]


def test_contents(printed: Checkout) -> None:
    """The contents list parts, chapters and sections in the words of the edition, and each leads to a document."""
    navigation = read_tree(printed, "ko", "nav.xhtml")
    names = list_values(navigation, "//h:nav[@epub:type='toc']//h:li/*[self::h:a or self::h:span]/text()")
    files = read_files(printed, "ko")

    expected = ["머리말", "제1부", "1. 첫째 장", "절", "2. 둘째 장", "책 끝에", "용어집", "출처"]
    assert [name for name in names if name in expected] == expected
    targets = list_values(navigation, "//h:nav[@epub:type='toc']//h:a/@href")
    assert [target for target in targets if target.partition("#")[0] not in files] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_footnotes_lead_there_and_back(printed: Checkout, code: str) -> None:
    """The call leads to the note, and the note back to the call, in one document."""
    chapter = read_tree(printed, code, "part-one/first.xhtml")
    (call,) = chapter.xpath("//h:a[@epub:type='noteref']", namespaces=SPACES)
    (note,) = chapter.xpath("//h:aside[@epub:type='footnote']", namespaces=SPACES)

    assert call.get("href") == f"#{note.get('id')}"
    assert call.get("role") == "doc-noteref"
    assert f"#{call.get('id')}" in [link.get("href") for link in note.iter(f"{{{XHTML}}}a")]


@pytest.mark.parametrize(
    ("file", "kind", "role"),
    [
        ("frontmatter/preface", "preface", "doc-preface"),
        ("part-1", "part", "doc-part"),
        ("part-one/first", "chapter", "doc-chapter"),
        ("backmatter/glossary", "glossary", "doc-glossary"),
        ("backmatter/timeline", "appendix", "doc-appendix"),
        ("genindex", "index", "doc-index"),
    ],
)
def test_what_a_document_is(printed: Checkout, file: str, kind: str, role: str) -> None:
    """Readers and assistive technology are told what each document is."""
    tree = read_tree(printed, "en", f"{file}.xhtml")

    assert list_values(tree, "//h:body/h:section[1]/@epub:type") == [kind]
    assert list_values(tree, "//h:body/h:section[1]/@role") == [role]


def test_parts_are_led_to(printed: Checkout) -> None:
    """A part has a page of its own before its first chapter; the back matter has a heading only."""
    navigation = read_tree(printed, "ko", "nav.xhtml")
    spine = list_values(find_package(printed, "ko"), "//opf:itemref/@idref")

    assert list_values(navigation, "//h:li[@class='part-line']/h:a/@href") == ["part-1.xhtml"]
    assert list_values(navigation, "//h:li[@class='part-line']/*/text()") == ["제1부", "책 끝에"]
    assert spine.index("part-2") + 1 == spine.index("text-2")


def test_list_of_figures(printed: Checkout) -> None:
    """The figures are listed with their numbers in the words of the edition."""
    navigation = read_tree(printed, "ko", "nav.xhtml")
    entries = "//h:nav[@epub:type='loi']//h:a"

    assert [target.partition("#")[0] for target in list_values(navigation, f"{entries}/@href")] == [
        "part-one/first.xhtml"
    ]
    assert list_values(navigation, f"{entries}/text()")[0].startswith("그림 1. ")
    assert list_values(navigation, "//h:nav[@epub:type='loi']/h:h2/text()") == ["그림"]


def test_terms_lead_to_their_uses(printed: Checkout) -> None:
    """A link in the text leads to the term, and the term leads back to the link."""
    chapters = {name: data for name, data in read_files(printed, "ko").items() if name.startswith("part-one/")}
    links = [
        (name, link.get("id"), link.get("href"))
        for name, data in chapters.items()
        for link in etree.fromstring(data).iterfind(".//h:a[@role='doc-glossref']", SPACES)
    ]
    glossary = read_tree(printed, "ko", "backmatter/glossary.xhtml")

    assert links
    name, identifier, target = links[0]
    term = (target or "").partition("#")[2]
    backlinks = list_values(
        glossary, f"//h:dt[@id='{term}']/following-sibling::h:dd[1]//h:a[@role='doc-backlink']/@href"
    )
    assert backlinks == [f"../{name}#{identifier}"]


def test_contents_for_old_readers(printed: Checkout) -> None:
    """The NCX has the lines of the navigation document, down to sections, and tells how deep it is."""
    ncx = read_tree(printed, "en", "toc.ncx")
    navigation = read_tree(printed, "en", "nav.xhtml")
    lines = list_values(navigation, "//h:nav[@epub:type='toc']//h:li/*[self::h:a or self::h:span]/text()")

    assert [text.text for text in ncx.iterfind(".//{*}navPoint/{*}navLabel/{*}text")] == lines
    assert list_values(ncx, "//*[@name='dtb:depth']/@content") == ["3"]


def test_imprint(printed: Checkout) -> None:
    """The imprint tells the licence, the day and the identifier in the words of the edition."""
    imprint = "".join(read_tree(printed, "ko", "imprint.xhtml").itertext())

    assert "2025년 11월 23일" in imprint
    assert "urn:uuid:72ed991e-697c-597a-b952-86e2799b1032" in imprint


def test_fonts_where_the_language_embeds_them(printed: Checkout) -> None:
    """A font is in the ebook where the registry says so, with its licence, and nowhere else."""
    fonts = {
        code: sorted(name for name in read_files(printed, code) if name.startswith("fonts/")) for code in LANGUAGES
    }

    assert fonts == {
        "en": [],
        "ar": ["fonts/amiri-1.woff2", "fonts/amiri-licence.xhtml"],
        "ko": ["fonts/noto-serif-kr-1.woff2", "fonts/noto-serif-kr-licence.xhtml"],
    }
    assert b"fonts/noto-serif-kr-1.woff2" in read_files(printed, "ko")["style.css"]


def test_fonts_are_cut_down_to_the_letters_of_the_book(printed: Checkout) -> None:
    """The embedded font has the Korean letters of the book, and not thousands more."""
    files = read_files(printed, "ko")
    letters = set(map(chr, TTFont(io.BytesIO(files["fonts/noto-serif-kr-1.woff2"])).getBestCmap()))

    assert set("로켓이인공위성을하늘로") <= letters
    assert len(letters) < 600  # the whole face has 23,124
    assert len(files["fonts/noto-serif-kr-1.woff2"]) < 100_000


@pytest.mark.parametrize("code", LANGUAGES)
def test_joiners_are_for_print_only(printed: Checkout, code: str) -> None:
    """No document of an ebook has a word joiner."""
    texts = [
        data.decode() for name, data in read_files(printed, code).items() if name.endswith((".xhtml", ".opf", ".ncx"))
    ]

    assert [text for text in texts if "\u2060" in text or "&#8288;" in text] == []


def test_drawing_in_the_ebook(printed: Checkout) -> None:
    """The drawing stands in the text with its viewBox, its translated words and its alternative text."""
    chapter = read_tree(printed, "ko", "part-one/first.xhtml")
    (drawing,) = chapter.xpath("//svg:svg", namespaces=SPACES)

    assert drawing.get("viewBox") == "0 0 200 80"
    assert list_values(drawing, ".//svg:text/text()") == ["큰 점", "작은 점", "1957"]
    assert list_values(drawing, "./svg:title/text()") == ["작은 점 옆의 큰 점."]


def test_sigla_in_the_ebook(printed: Checkout) -> None:
    """The marks of a passage lead to the list of sources."""
    chapter = read_tree(printed, "ko", "part-one/first.xhtml")
    links = list_values(chapter, "//h:small[contains(@class, 'sigla')][1]/h:a/@href")

    assert [re.sub(r"^.*/", "", link) for link in links[:2]] == ["sources.xhtml#telling-ko", "sources.xhtml#telling-hu"]


def test_container_is_in_the_order_that_readers_expect(printed: Checkout) -> None:
    """`mimetype` comes first and is stored; every file has the date of the edition."""
    with zipfile.ZipFile(locate(printed, "en")) as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries[:2]] == ["mimetype", "META-INF/container.xml"]
    assert entries[0].compress_type == zipfile.ZIP_STORED
    assert {entry.date_time for entry in entries} == {(2025, 11, 23, 0, 0, 0)}


def test_fonts_are_those_of_the_registry(printed: Checkout) -> None:
    """What is embedded is what the registry of the tiny book says."""
    languages = load_registry(printed.repository).languages

    assert [[family.slug for family in languages[code].embedded] for code in LANGUAGES] == [
        [],
        ["amiri"],
        ["noto-serif-kr"],
    ]


def test_embedded_face_has_every_letter_of_every_document(printed: Checkout) -> None:
    """No Korean letter of any document, the contents included, lacks a glyph in the embedded face."""
    files = read_files(printed, "ko")
    letters = set(map(chr, TTFont(io.BytesIO(files["fonts/noto-serif-kr-1.woff2"])).getBestCmap()))
    text = "".join(data.decode() for name, data in files.items() if name.endswith(".xhtml"))

    assert {letter for letter in text if "가" <= letter <= "힣" or "ㄱ" <= letter <= "ㅎ"} <= letters
