# shellcheck shell=bash
# Sourced by Scripts/test: makes the benchmark data of size S, which the tests of the workloads compare themselves with.

# Makes bench-data/S where it is missing. Where Python or its libraries cannot be had, says so and goes on: the tests of
# the workloads are skipped then.
make_bench_data() {
    local folder=bench-data/S environment=.venv-bench
    if [ -e "$folder/manifest.json" ]; then
        say "benchmark data of size S are there"
        return
    fi
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        say "SKIPPED: python3 with venv is missing (apt-get install python3-venv): the workloads are not tested on $folder"
        return
    fi
    say "making benchmark data of size S in $folder"
    if [ -x "$environment/bin/python" ] || python3 -m venv "$environment"; then
        if "$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r Scripts/bench/requirements.txt &&
            "$environment/bin/python" Scripts/bench/generate.py --size S --output "$folder"; then
            return
        fi
    fi
    say "SKIPPED: the generator's libraries cannot be had (see Scripts/bench/requirements.txt):" \
        "the workloads are not tested on $folder"
}
