#!/usr/bin/env bash
# From an empty folder to a first prediction as README says it, by hand and by the template, both timed.
# usage: eng/newcomer.sh [feed]   a folder with the packages; without one, they are made first
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -eq 0 ]; then
  set -- "$root/artifacts"
  cd "$root"
  dotnet pack src/Mlp.Runtime -c Release
  dotnet pack src/Mlp.Plots -c Release
  dotnet pack src/Mlp.Templates -c Release
fi
feed=$(cd "$1" && pwd)

# The C# examples of README: the first declares a network, the second trains it and predicts.
example() {
  awk -v wanted="$1" '/^```csharp$/ { inside = ++count == wanted; next } /^```$/ { inside = 0 } inside' "$root/README.md"
}

by_hand() {
  dotnet new console -o Flowers
  cd Flowers
  dotnet add package Mlp
  example 1 >IrisNet.cs
  example 2 >Program.cs
  prediction=$(dotnet run)
}

by_template() {
  dotnet new install Mlp.Templates
  dotnet new mlp -n Flowers
  cd Flowers
  dotnet run --project Flowers -- train
  prediction=$(dotnet run --project Flowers -- predict 6.5 3.0 5.5 1.8)
}

# Other packages than these come from the machine's cache. The template's own are those of a sample, which brings them there.
others=${NUGET_PACKAGES:-$HOME/.nuget/packages}
[ -d "$others/csvhelper" ] && [ -d "$others/scottplot" ] || dotnet restore "$root/samples/Digits"

# A home of its own: the machine's cache may have an older package of the same version, and its templates are the user's.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DOTNET_CLI_HOME=$folder/home DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_UI_LANGUAGE=en
cat >"$folder/nuget.config" <<END
<configuration>
  <packageSources>
    <clear />
    <add key="feed" value="$feed" />
    <add key="others" value="$others" />
  </packageSources>
  <packageSourceMapping>
    <packageSource key="feed"><package pattern="Mlp" /><package pattern="Mlp.*" /></packageSource>
    <packageSource key="others"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
END

for way in by_hand by_template; do
  mkdir "$folder/$way"
  cd "$folder/$way"
  export NUGET_PACKAGES=$folder/$way/packages
  start=$(date +%s)
  $way
  echo "$way: $prediction"
  echo "$way: from an empty folder to a prediction in $(($(date +%s) - start)) s"
done
