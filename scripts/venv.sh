#!/bin/sh
# venv.sh DIRECTORY [PYTHON]: make a virtual environment with a Python that is new enough, or say in one line what to do.
set -eu
venv=$1
python=${2-}

fail() {
    printf 'newskg: %s\n' "$1" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ -n "$python" ]; then
    command -v "$python" >/dev/null || fail "PYTHON=$python: there is no such program"
    new_enough "$python" || fail "PYTHON=$python: Python 3.11 or newer is needed, this is $("$python" --version 2>&1)"
else
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if new_enough "$candidate"; then
            python=$candidate
            break
        fi
    done
    [ -n "$python" ] || fail "Python 3.11 or newer is needed and $(python3 --version 2>/dev/null || echo no Python) was found; install one (Debian 12 and later: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3.11 ..."
fi

"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    fail "$(command -v "$python") cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv"
"$python" -m venv "$venv"
