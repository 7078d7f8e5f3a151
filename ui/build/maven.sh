#!/usr/bin/env bash
# What Maven runs: installs and builds only when something has changed, so that a build of the server alone costs nothing here.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d node ] && PATH="$PWD/node:$PATH"
if ! command -v npm >/dev/null; then
  echo "No Node is on the PATH. Install Node 20.19 or later, or build with -Pfetch-node, or leave the web app out with -Dui.skip=true." >&2
  exit 1
fi
hash() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64; }

lock=$(hash package-lock.json)
if [ "$(cat node_modules/.installed 2>/dev/null)" != "$lock" ]; then
  npm ci --no-fund --no-audit --loglevel=error
  echo "$lock" >node_modules/.installed
fi
sources=$(hash src public build index.html package-lock.json vite.config.ts tsconfig.json biome.json)
described=$(hash ../app/src/main/resources/openapi.json)
mkdir -p target
case "$1" in
  build)
    if [ "$(cat target/.built 2>/dev/null)" != "$sources" ] || [ ! -f target/classes/static/index.html ]; then
      npm run --silent build
      echo "$sources" >target/.built
    fi
    ;;
  check)
    if [ "$(cat target/.checked 2>/dev/null)" != "$sources $described" ]; then
      npm run --silent check
      echo "$sources $described" >target/.checked
    fi
    ;;
esac
