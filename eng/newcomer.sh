#!/usr/bin/env bash
# From an empty folder to a first prediction as README says it, timed.
# usage: eng/newcomer.sh [feed]   a folder with the package; without one, the package is made first
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -eq 0 ]; then
  dotnet pack "$root/src/Mlp.Runtime" -c Release
fi
feed=$(cd "${1:-$root/artifacts}" && pwd)

# The C# examples of README: the first declares a network, the second trains it and predicts.
example() {
  awk -v wanted="$1" '/^```csharp$/ { inside = ++count == wanted; next } /^```$/ { inside = 0 } inside' "$root/README.md"
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export NUGET_PACKAGES=$folder/packages # the machine's cache may have an older package of the same version
export DOTNET_CLI_UI_LANGUAGE=en
cd "$folder"

start=$(date +%s)
dotnet new console -o Flowers
cd Flowers
dotnet add package Mlp --source "$feed"
example 1 >IrisNet.cs
example 2 >Program.cs
prediction=$(dotnet run)
end=$(date +%s)

echo "prediction: $prediction"
echo "from an empty folder to a prediction: $((end - start)) s"
