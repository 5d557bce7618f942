#!/bin/bash
# Stands by while a test runs. It hears on stdin which process groups and folders the test has (`+ group 123`,
# `- folder /tmp/x`); when the test is gone, however it went, it ends and removes what is left of them.
declare -A group folder
while read -r sign kind what; do
  case $sign$kind in
  +group) group[$what]=1 ;;
  -group) unset "group[$what]" ;;
  +folder) folder[$what]=1 ;;
  -folder) unset "folder[$what]" ;;
  esac
done
for id in "${!group[@]}"; do kill -KILL -- "-$id" 2>/dev/null; done
for path in "${!folder[@]}"; do rm -rf -- "$path"; done
