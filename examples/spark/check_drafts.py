"""Checks a folder of drafts with thethuc on Spark, and writes one row a finding.

One program is started for each partition and is given paths, one a line; it gives one JSON value a draft. So the
start of the program is paid once for thousands of drafts, and a partition needs the memory of a few drafts.

    spark-submit check_drafts.py DRAFTS RESULT [--program thethuc] [--partitions 8] [OPTION OF CHECK ...]
"""

import argparse
import json
import os
import shlex

from pyspark.sql import Row, SparkSession
from pyspark.sql.types import LongType, StringType, StructField, StructType

FINDING = StructType(
    [StructField(name, StringType()) for name in ("path", "rule", "severity", "state", "fingerprint", "place", "message")]
)
DRAFT = StructType(
    [StructField("path", StringType()), StructField("status", StringType()), StructField("judged_by", StringType())]
    + [StructField("findings", LongType())]
)
ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".md", ".txt")


def drafts(folder):
    """The paths of all files that may be drafts, in order. The program passes over those that are none."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(own for own in folders if not own.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith((".", "~$")):
                yield os.path.join(root, name)


def findings(document):
    """The findings of a document as rows."""
    for own in document.get("findings", []):
        yield Row(document["path"], *(str(own.get(name, "")) for name in FINDING.names[1:]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("drafts")
    parser.add_argument("result")
    parser.add_argument("--program", default="thethuc")
    parser.add_argument("--partitions", type=int, default=0)
    arguments, options = parser.parse_known_args()

    spark = SparkSession.builder.appName("thethuc").getOrCreate()
    context = spark.sparkContext
    paths = list(drafts(arguments.drafts))
    # Some partitions more than workers, so that a slow draft holds nobody up; none so small that starting the
    # program is what costs.
    wanted = arguments.partitions or max(context.defaultParallelism * 4, 1)
    partitions = max(1, min(wanted, len(paths) // 100 or 1))
    # What is found is the result and no failure of the job: the status is not asked. A draft that cannot be read
    # is a row like any other.
    command = [arguments.program, "check", "--files-from", "-", "--format", "jsonl", "--jobs", "1"]
    command += ["--fail-on", "never", "--allow-unjudged", *options]
    lines = context.parallelize(paths, partitions).pipe(shlex.join(command))
    documents = lines.map(json.loads).filter(lambda own: own.get("path")).cache()
    rows = documents.flatMap(findings)
    spark.createDataFrame(rows, FINDING).write.mode("overwrite").json(os.path.join(arguments.result, "findings"))
    told = documents.map(
        lambda own: Row(own["path"], own["status"], own.get("judged_by", ""), len(own.get("findings", [])))
    )
    spark.createDataFrame(told, DRAFT).write.mode("overwrite").json(os.path.join(arguments.result, "drafts"))
    print(f"{documents.count()} drafts, {rows.count()} findings, {partitions} partitions")
    spark.stop()


if __name__ == "__main__":
    main()
