#!/bin/bash
# `make demo`: installs what is missing, builds the tag and the collector, and serves the demo with them: the shop, the
# tour through it, and the visits that were stored.
set -eu
port=${PORT:-8787}
cd "$(dirname "$0")/.."
unset MAKEFLAGS MFLAGS # the outer make keeps its job slots to itself; ours chooses anew
tools/setup.sh build
make --no-print-directory native js
node_modules/.bin/node tools/demo-site.mjs build/demo
cat <<TEXT

The demo is at

    http://127.0.0.1:$port/tour/        a tour of two minutes, and visitors at a press
    http://127.0.0.1:$port/             the shop by itself
    http://127.0.0.1:$port/sessions/    the visits that were stored
    http://127.0.0.1:$port/surveys/     the ready surveys, to be looked at

Add ?koord=inspect to an address of the shop, and the inspector opens beside it.
Journeys are kept in build/demo.db. Ctrl-C ends it.

TEXT
exec build/koord-collector --listen 127.0.0.1:$port --static build/demo --store build/demo.db
