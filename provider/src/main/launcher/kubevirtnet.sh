#!/bin/sh
# Starts the Pulumi plugin or, under any name but its own, the kubevirtnet command.
# Standard output belongs to what is started: the plugin prints its port there and nothing else.
case ${0##*/} in
  pulumi-resource-*) main=io.kubevirtnet.provider.plugin.Main ;;
  *) main=io.kubevirtnet.provider.cli.Main ;;
esac

fail() {
  echo "kubevirtnet: $1" >&2
  exit 1
}

resolved() {
  file=$1
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname -- "$file")/$target ;;
    esac
  done
  printf '%s\n' "$file"
}

here=$(CDPATH='' cd -- "$(dirname -- "$(resolved "$0")")" && pwd -P) || exit 1
lib=$here/lib
[ -d "$lib" ] || lib=${here%/*}/lib
[ -d "$lib" ] || fail "there is no folder lib in $here or beside it. Unpack the archive again."

if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. Point it to Java 17 or newer."
else
  java=$(command -v java) || fail "Java was not found. Install Java 17 or newer, and put it on PATH or set JAVA_HOME."
fi

# The release file tells the version without the time that a JVM takes.
real=$(resolved "$java")
release=${real%/bin/java}/release
if [ -r "$release" ]; then
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$release")
else
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
fi
major=${version%%[!0-9]*}
if [ -n "$major" ] && [ "$major" -lt 17 ]; then
  fail "$java is Java $version. Java 17 or newer is needed; set JAVA_HOME to one."
fi

# Newer Javas warn about what gRPC does inside, and Pulumi would show that to its user.
quiet=
if [ "${major:-0}" -ge 24 ]; then
  quiet='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'
fi

# The second compiler pays only where a run is long: a stream of objects.
compiler=-XX:TieredStopAtLevel=1
for argument in "$@"; do
  [ "$argument" != --jsonl ] || compiler=-XX:+TieredCompilation
done

# Java can not tell whether standard output or standard error is a terminal, nor how wide it is.
terminal=
[ ! -t 1 ] || terminal=out
[ ! -t 2 ] || terminal=$terminal,err
if [ "$main" = io.kubevirtnet.provider.cli.Main ] && [ -n "$terminal" ] && [ -z "${COLUMNS:-}" ]; then
  COLUMNS=$({ stty size </dev/tty | cut -d ' ' -f 2; } 2>/dev/null) || COLUMNS=
  export COLUMNS
fi

# shellcheck disable=SC2086 # several options are several words
exec "$java" -XX:+UseSerialGC "$compiler" -Xshare:auto -XX:-UsePerfData -Xms16m $quiet \
  -Dkubevirtnet.terminal="$terminal" \
  ${KUBEVIRTNET_JAVA_OPTIONS:-} -cp "$lib/*" "$main" "$@"
