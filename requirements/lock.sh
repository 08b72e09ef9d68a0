#!/bin/sh
# Pin what pyproject.toml asks for, with hashes, for Python 3.11 and newer; `sh requirements/lock.sh --upgrade` takes the newest.
set -eu
cd "$(dirname "$0")/.."
pin() {
    output=requirements/$1.txt
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --output-file "$output" "$@"
}
pin press pyproject.toml --group press "$@"
pin tests pyproject.toml --group press --group tests --constraints requirements/press.txt "$@"
pin nox --group nox "$@"
pin bench --group bench --constraints requirements/press.txt "$@"
cd requirements/npm
npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund
