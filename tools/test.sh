#!/bin/bash
# `make test`: installs what is missing, builds, runs every check, and says on the last line what passed. Each check
# runs even when an earlier one failed; what it printed is in build/log/, and its end is shown where it failed.
set -u
cd "$(dirname "$0")/.."
unset MAKEFLAGS MFLAGS # the outer make keeps its job slots to itself; ours chooses anew
checks='check-generated check-lint check-types check-floors check-unit check-properties check-fuzz check-vectors check-js check-collector size check-browser check-delivery'
MOST_S=2700 # longer than the slowest step on a slow machine; what hangs should fail
passed= failed=

say() { printf '%s\n' "$*"; }

# Runs one step with its output in a file: step NAME COMMAND...
step() {
  local name=$1 begin=$SECONDS; shift
  printf '%-16s ' "$name"
  if timeout "$MOST_S" "$@" >"build/log/$name.txt" 2>&1; then
    say "ok      $((SECONDS - begin)) s"; passed="$passed $name"
  else
    say "FAILED  $((SECONDS - begin)) s; the end of build/log/$name.txt:"; failed="$failed $name"
    tail -n 60 "build/log/$name.txt" | sed 's/^/    /'
  fi
}

tools/setup.sh test || exit 1
mkdir -p build/log
begin=$SECONDS
say "Building and checking Koord on $(nproc) processors"
step build make --no-print-directory all asan
[ -z "$failed" ] || exit 1
for check in $checks; do step "$check" make --no-print-directory "$check"; done

if [ -n "$failed" ]; then say "FAILED after $((SECONDS - begin)) s:$failed (passed:$passed)"; exit 1; fi
say "All passed in $((SECONDS - begin)) s:$passed"
