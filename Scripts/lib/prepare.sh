# shellcheck shell=bash disable=SC2034
# Shared by Scripts/demo and Scripts/test: checks the toolchain, installs the system libraries that are missing.
# Sourced, not run.

# Says a line about what happens, on standard error.
say() { printf '── %s\n' "$*" >&2; }

# Checks that Swift 6.2 or newer is there; otherwise says how to get it and ends with 69 (service unavailable).
need_swift() {
    local found
    if ! command -v swift >/dev/null 2>&1; then
        how_to_get_swift "Swift is not installed (or not on the PATH)."
    fi
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
    if [ -z "$found" ] || [ "$(printf '6.2\n%s\n' "$found" | sort -V | head -n 1)" != "6.2" ]; then
        how_to_get_swift "Swift ${found:-of an unknown version} is too old."
    fi
    say "Swift $found is there"
}

how_to_get_swift() {
    cat >&2 <<TEXT
$1 Quartier needs Swift 6.2 or newer. To get it on Debian 12 or Ubuntu 24.04:

    apt-get install -y curl gnupg2
    curl -O https://download.swift.org/swiftly/linux/swiftly-\$(uname -m).tar.gz
    tar zxf swiftly-\$(uname -m).tar.gz
    ./swiftly init
    . ~/.local/share/swiftly/env.sh
    swiftly install latest

Then run this script again. Other ways: https://www.swift.org/install/linux/
TEXT
    exit 69
}

# Installs the Debian packages named that are missing: need_packages NAME…
need_packages() {
    local missing=() package
    for package in "$@"; do
        if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
            missing+=("$package")
        fi
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "system libraries are there: $*"
        return
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "these packages are missing; install them as root, then run this again:"
            say "    apt-get install ${missing[*]}"
            exit 69
        fi
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        >&2
}

# Makes a virtual environment of Python and installs the packages of a list into it, unless it has them already; fails
# where they cannot be had: need_python FOLDER LIST
need_python() {
    local folder="$1" list="$2"
    local stamp
    stamp="$folder/$(basename "$list")"
    if cmp -s "$list" "$stamp"; then
        return
    fi
    need_packages python3 python3-venv
    [ -x "$folder/bin/python" ] || python3 -m venv "$folder" || return
    say "installing the Python packages of $(basename "$list") into $folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$list" >&2 || return
    cp "$list" "$stamp"
}

# The programs that tests ask for their view of our files (Tests/TestSupport/OtherProgram.swift). fonts-dejavu-core: a font
# with umlauts and arrows, wherever the tests run.
test_programs=(chromium weasyprint poppler-utils pandoc librsvg2-bin systemd fonts-dejavu-core)

# What Quartier is built on. proj-data holds the German datum shift BETA2007.
# libosmium2-dev holds headers that need the others.
system_libraries=(libgeos-dev libproj-dev proj-data libssl-dev libosmium2-dev zlib1g-dev libdeflate-dev
    libbz2-dev libexpat1-dev liblz4-dev libzip-dev libxlsxwriter-dev libshp-dev libsqlite3-dev
    coinor-libclp-dev pkg-config libc6-dev g++ git)
