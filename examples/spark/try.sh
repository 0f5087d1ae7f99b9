#!/usr/bin/env bash
# Makes 10,000 drafts of the samples, checks them on Spark (two workers of this machine) and by the program alone,
# and compares what both found.
#
#   examples/spark/try.sh PROGRAM [NUMBER OF DRAFTS] [FOLDER FOR THE WORK]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?the program, such as target/release/thethuc}")
number=${2:-10000}
work=${3:-$(mktemp -d)}
mkdir -p "$work/drafts"

python3 - "$here/../../samples" "$work/drafts" "$number" <<'PY'
import pathlib, shutil, sys
samples, drafts, number = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
sources = sorted(own for own in samples.iterdir() if own.suffix in (".docx", ".md") and own.name != "README.md")
for index in range(number):
    source = sources[index % len(sources)]
    folder = drafts / f"{index // 500:03}"
    folder.mkdir(exist_ok=True)
    shutil.copyfile(source, folder / f"{index:05}-{source.name}")
PY

echo "== the program alone"
time "$program" check "$work/drafts" --format jsonl --fail-on never --allow-unjudged --no-config --jobs 2 >"$work/alone.jsonl"
echo "== Spark"
time spark-submit --master 'local[2]' --conf spark.ui.enabled=false "$here/check_drafts.py" \
    "$work/drafts" "$work/spark" --program "$program" --no-config 2>"$work/spark.log" || { tail -20 "$work/spark.log"; exit 1; }

python3 - "$work" <<'PY'
import collections, glob, json, sys
work = sys.argv[1]
alone = collections.Counter()
for line in open(f"{work}/alone.jsonl"):
    own = json.loads(line)
    for finding in own.get("findings", []):
        alone[own["path"], finding["rule"], finding["fingerprint"]] += 1
spark = collections.Counter()
for name in glob.glob(f"{work}/spark/findings/part-*"):
    for line in open(name):
        own = json.loads(line)
        spark[own["path"], own["rule"], own["fingerprint"]] += 1
drafts = sum(1 for name in glob.glob(f"{work}/spark/drafts/part-*") for _ in open(name))
print(f"{drafts} drafts; {sum(alone.values())} findings alone, {sum(spark.values())} on Spark")
if alone != spark or not alone:
    sys.exit("they differ")
print("the same findings")
PY
