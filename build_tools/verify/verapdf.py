"""A program of its own: `python -m build_tools.verify.verapdf JVM JAR FILE` asks veraPDF, and writes JSON.

In: the library of a Java runtime, the archive that carries veraPDF, a PDF.
Out: a list of `{"profile", "clause", "test", "count", "found", "place"}`; an empty one where all is well; of a file
that is no PDF, one with `found` alone.
What the findings mean is not this module's business.

The archive lacks what Java took its XML readers from until version 10 (JAXB), so the profiles in it, which are XML,
are read here and handed over as objects.  A JVM can be started once in a process and never stopped, hence a program.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

# Both at once: the pages are read a single time.
PROFILES = {"PDF/UA-1": ("ua1", "PDFUA-1.xml"), "PDF/A-3a": ("3a", "PDFA-3A.xml")}
_FOLDER = "org/verapdf/pdfa/validation/"
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
_OPTIONS = ("-Xss4m", "-Xmx3g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")


def load_classes(jvm: str, jar: str) -> Any:
    """Start Java and give the function that finds its classes."""
    import jpype

    jpype.startJVM(jvm, *_OPTIONS, classpath=[jar])
    find = jpype.JClass
    # veraPDF looks for all profiles of its own once more, and would log that it cannot read them.
    find("java.util.logging.LogManager").getLogManager().reset()
    find("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return find


def make_profile(find: Any, source: bytes, flavour: Any) -> Any:
    """Make a profile of veraPDF from its XML."""
    profiles = find("org.verapdf.pdfa.validation.profiles.Profiles")
    root = etree.fromstring(source)
    rules, variables = find("java.util.HashSet")(), find("java.util.HashSet")()
    for rule in root.iterfind(f"{_SPACE}rules/{_SPACE}rule"):
        rules.add(make_rule(find, profiles, rule))
    for each in root.iterfind(f"{_SPACE}variables/{_SPACE}variable"):
        values = (each.findtext(f"{_SPACE}{name}") for name in ("defaultValue", "value"))
        variables.add(profiles.variableFromValues(each.get("name"), each.get("object"), *values))
    details = profiles.profileDetailsFromValues(str(flavour), "", "", find("java.util.Date")())
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def make_rule(find: Any, profiles: Any, rule: etree._Element) -> Any:
    """Make a rule of a profile."""

    def text(path: str) -> str:
        return rule.findtext("/".join(_SPACE + step for step in path.split("/"))) or ""

    argument = find("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    arguments = find("java.util.ArrayList")()
    for each in rule.iterfind(f"{_SPACE}error/{_SPACE}arguments/{_SPACE}argument"):
        arguments.add(argument.fromValues(each.text or "", each.get("name"), None))
    identity = rule.find(f"{_SPACE}id").attrib  # type: ignore[union-attr]  # each rule of a profile has one
    specification = find("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    number = profiles.ruleIdFromValues(
        specification.valueOf(identity["specification"]), identity["clause"], int(identity["testNumber"])
    )
    deferred = find("java.lang.Boolean").valueOf(rule.get("deferred", "false"))
    error = profiles.errorFromValues(text("error/message"), arguments)
    words = (rule.get("tags"), text("description"), text("test"))
    return profiles.ruleFromValues(number, rule.get("object"), deferred, *words, error, find("java.util.ArrayList")())


def validate(find: Any, jar: str, path: str) -> Iterator[dict[str, Any]]:
    """Validate a PDF, and give what each rule that it breaks has found first."""
    flavours = find("org.verapdf.pdfa.flavours.PDFAFlavour")
    wanted = find("java.util.ArrayList")()
    names = {}
    with zipfile.ZipFile(jar) as archive:
        for name, (short, file) in PROFILES.items():
            flavour = flavours.byFlavourId(short)
            names[str(flavour)] = name
            wanted.add(make_profile(find, archive.read(_FOLDER + file), flavour))
    factory = find("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    foundry = find("org.verapdf.pdfa.Foundries").defaultInstance()
    with (
        foundry.createParser(find("java.io.File")(path), flavour) as parser,
        factory.createValidatorByProfiles(wanted, 1, False, True, False) as validator,  # noqa: FBT003 - Java's
    ):
        for result in validator.validateAll(parser):
            yield from read_result(result, names[str(result.getPDFAFlavour())])


def read_result(result: Any, profile: str) -> Iterator[dict[str, Any]]:
    """Read what broke the rules of one profile."""
    counts = {
        (str(rule.getClause()), int(rule.getTestNumber())): int(n) for rule, n in result.getFailedChecks().items()
    }
    for assertion in result.getTestAssertions():
        rule = (str(assertion.getRuleId().getClause()), int(assertion.getRuleId().getTestNumber()))
        if rule in counts:
            yield {
                "profile": profile,
                "clause": rule[0],
                "test": rule[1],
                "count": counts.pop(rule),
                "found": str(assertion.getErrorMessage()),
                "place": str(assertion.getLocation().getContext()),
            }
    for rule, count in counts.items():
        yield {"profile": profile, "clause": rule[0], "test": rule[1], "count": count, "found": "", "place": ""}


def main(jvm: str, jar: str, path: str) -> None:
    """Validate a PDF and write what was found."""
    find = load_classes(jvm, jar)
    try:
        findings = list(validate(find, jar, path))
    except find("org.verapdf.core.ModelParsingException") as error:
        findings = [{"found": str(error.getMessage())}]
    sys.stdout.write(json.dumps(findings))


if __name__ == "__main__":
    main(*sys.argv[1:])
