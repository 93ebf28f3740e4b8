# SPDX-License-Identifier: Apache-2.0
"""CSV with Polars: one lazy scan over all files, so that only two of the columns are parsed."""

import sys
from pathlib import Path

import polars as pl

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"
industry, value = pl.col(INDUSTRY), pl.col(VALUE)

sums = (
    pl.scan_csv(
        sys.argv[1:],
        include_file_paths="file",
        schema_overrides={INDUSTRY: pl.String, VALUE: pl.Int64},
    )
    .group_by("file")
    .agg(
        value.sum().alias("total"),
        value.filter(industry.str.starts_with("39")).sum().alias("39"),
        value.filter(industry.str.starts_with("38")).sum().alias("38"),
    )
    .collect(engine="streaming")
)
for file, *values in sums.iter_rows():
    for sector, number in zip(["total", "39", "38"], values):
        print(Path(file).name, sector, number)
