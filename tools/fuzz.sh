#!/bin/bash
# Runs fuzzers one after the other: fuzz.sh SECONDS PROGRAM...   Each keeps its corpus in build/corpus/NAME and
# starts from tests/fuzz/corpus/NAME where that exists. A crash stops here; libFuzzer says which input did it.
set -eu
seconds=$1; shift
for program in "$@"; do
  name=$(basename "$program")
  corpus=build/corpus/$name seeds=tests/fuzz/corpus/$name
  mkdir -p "$corpus"
  echo "fuzz: $name for $seconds s"
  "$program" -max_total_time="$seconds" -artifact_prefix="build/$name-" -print_final_stats=1 "$corpus" \
    $([ -d "$seeds" ] && echo "$seeds") 2>&1 | tail -30
  [ "${PIPESTATUS[0]}" = 0 ]
done
