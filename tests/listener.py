"""A host that nobody may call: it notes what is asked of it."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Listening:
    """A host on this machine, and the paths that it was asked for."""

    host: str
    calls: list[str] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Listening]:
    """Listen as long as the context lasts."""
    calls: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_error(404)

        def log_message(self, *_arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Listening(f"127.0.0.1:{server.server_port}", calls)
    finally:
        server.shutdown()
        server.server_close()
