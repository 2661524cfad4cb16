#!/bin/sh
# See that /usr/bin/chromium is there for the browser tests: install it where we may, else say how.
set -eu
[ -x /usr/bin/chromium ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=none
fi

if command -v apt-get >/dev/null && [ "$as_root" != none ]; then
    echo "Installing Chromium for the browser tests ..."
    $as_root apt-get -qq update
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends chromium fonts-liberation >/dev/null
fi
[ -x /usr/bin/chromium ] && exit 0

echo "newskg: the browser tests need /usr/bin/chromium: sudo apt-get install chromium fonts-liberation, or leave them out: make pytest ARGS='-m \"not browser\"'" >&2
exit 1
