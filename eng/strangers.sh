#!/usr/bin/env bash
# Packs, then builds and runs strangers' projects that know the packages alone. `dotnet test` of the repository does it too.
set -eu
cd "$(dirname "$0")/.."
exec dotnet test -c Release tests/Mlp.Package.Tests
