#!/usr/bin/env bash
# Tells the formatter what to look at: what changed since it was last content. What is listed now counts as seen only after "done".
set -euo pipefail
cd "$(dirname "$0")/../.."
target=.ci/format/target
mkdir -p "$target"

case "$1" in
  list)
    touch "$target/listed"
    newer=()
    if [ -f "$target/content" ] && [ "$target/content" -nt .ci/format/pom.xml ]; then
      newer=(-newer "$target/content")
    fi
    files=$(find . -type d \( -name target -o -name node_modules \) -prune -o -name '*.java' "${newer[@]}" -print)
    if [ -z "$files" ]; then
      echo --version >"$target/sources.txt"
      exit 0
    fi
    {
      echo --palantir
      echo --skip-reflowing-long-strings
      if [ "$2" = replace ]; then
        echo --replace
      else
        echo --dry-run
        echo --set-exit-if-changed
      fi
      echo "$files"
    } >"$target/sources.txt"
    [ "$2" = replace ] || echo "What is named now is not formatted. Format it: mvn -q -pl .ci/format verify -Dformat=replace"
    ;;
  done)
    touch -r "$target/listed" "$target/content"
    ;;
esac
