#!/bin/bash
# Runs every program named, to the end even when one fails, and says how many passed.
failed=0
for program in "$@"; do
  if output=$("$program" 2>&1); then continue; fi
  failed=$((failed + 1))
  printf 'not ok: %s\n%s\n' "$program" "$output"
done
echo "$(($# - failed)) of $# programs passed"
[ "$failed" = 0 ] && [ $# -gt 0 ]
