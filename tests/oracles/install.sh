#!/usr/bin/env bash
# Are the outside validators here, in the exact versions of package-lock.json? Installs them where they are not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "oracles: node or npm is missing; run script/setup." >&2
  exit 1
fi

# Several builds share this folder: one installs, the others wait for it.
exec 9<.
flock 9
stamp=node_modules/.installed
wanted=$(sha256sum package.json package-lock.json)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  echo "oracles: the validators are there."
  exit 0
fi
# Packages run no scripts of their own at installation.
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
printf '%s\n' "$wanted" >"$stamp"
echo "oracles: the validators are installed."
