#!/bin/bash
# `make demo`: installs what is missing, builds the tag and the collector, and serves the demo shop with them.
set -eu
cd "$(dirname "$0")/.."
unset MAKEFLAGS MFLAGS # the outer make keeps its job slots to itself; ours chooses anew
tools/setup.sh build
make --no-print-directory native js
cat <<'TEXT'

The demo shop, its collector and what the collector stored are at

    http://127.0.0.1:8787/

and with the inspector beside it, which shows what Koord makes of the visit, at

    http://127.0.0.1:8787/?koord=inspect

Journeys are kept in build/demo.db. Ctrl-C ends it.

TEXT
exec build/koord-collector --listen 127.0.0.1:8787 --static /=demo/shop --static /dist=dist --store build/demo.db
