#!/usr/bin/env bash
# Clones what is committed into an empty folder and runs README's commands there, with a package cache that is empty too.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export NUGET_PACKAGES=$folder/packages NUGET_HTTP_CACHE_PATH=$folder/downloads
git clone --quiet "$root" "$folder/Mlp"
cd "$folder/Mlp"

mapfile -t commands < <(grep -E '^dotnet (run|test) -c Release' README.md)
for command in "${commands[@]}"; do
  echo "> $command"
  start=$(date +%s)
  $command </dev/null
  echo "> took $(($(date +%s) - start)) s"
done
