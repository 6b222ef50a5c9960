# Sourced by the scripts beside it: how they speak, and how they know that nothing has changed.
set -euo pipefail
umask 022
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p .build

say() { printf '%s\n' "$*"; }

stop_with() {
    printf 'Stopped: %s\n' "$*" >&2
    exit 1
}

# digest_of PATH…: one hash of the named files and of every file below the named folders.
digest_of() {
    {
        pwd
        find "$@" -name node_modules -prune -o -name __pycache__ -prune -o -type f -print0 |
            LC_ALL=C sort -z | xargs -0 sha256sum
    } | sha256sum | cut -d' ' -f1
}

# is_done STEP DIGEST: whether this step was finished with these inputs.
is_done() { [[ -f ".build/$1.done" && "$(<".build/$1.done")" == "$2" ]]; }
mark_done() { printf '%s' "$2" >".build/$1.done"; }

# quietly LOG COMMAND…: keep the command's words in .build/LOG, and show the last of them when it fails.
quietly() {
    local log=".build/$1"
    shift
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        return 1
    fi
}

# failed_for_want_of_network LOG: whether the words of a failed command blame the network.
failed_for_want_of_network() {
    grep -qiE 'resolve|connection|timed out|unreachable|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|network' ".build/$1"
}
