# SPDX-License-Identifier: Apache-2.0
"""What ingest does, with pandas: every column typed, units and industries looked up, nine edit rules
over this and the last period. Prints the same sums as the others, and how often rules failed to
standard error."""

import sys
from pathlib import Path

import pandas as pd

UNIT, INDUSTRY, PERIOD = "统一社会信用代码", "行业代码", "报告期"
REFERENCE = Path(sys.argv[1]).parents[2] / "reference"


def column(name, part, unit="千元"):
    return f"{name}_{part}({unit})"


def failures(frame, before):
    output, sales, exports = (column(name, "1-本月") for name in ("工业总产值", "工业销售产值", "出口交货值"))
    added, revenue = column("工业增加值", "1-本月"), column("营业收入", "1-本月")
    persons = column("平均用工人数", "1-本月", "人")
    failed = 0
    for name in ("工业总产值", "工业销售产值", "出口交货值", "营业收入"):
        failed += (frame[column(name, "本月")] > frame[column(name, "1-本月")]).sum()
    failed += (frame[exports] > frame[sales]).sum() + (frame[added] > frame[output]).sum()
    failed += ((frame[output] > 0) & ~frame[sales].between(0.5 * frame[output], 1.5 * frame[output])).sum()
    failed += ((frame[output] > 0) & ~frame[persons].between(1, 200_000)).sum()
    ratio = frame[revenue] / frame[persons]
    median = ratio.groupby(frame[INDUSTRY].str[:2]).transform("median")
    failed += ((ratio < median / 20) | (ratio > median * 20)).sum()
    if before is not None:
        both = frame.merge(before, on=UNIT, suffixes=("", "_before"))
        step = both[output + "_before"] + both[column("工业总产值", "本月")]
        failed += ((both[output] - step).abs() > 2).sum()
    return failed


register = pd.read_csv(REFERENCE / "register.csv", dtype=str)
classes = set(pd.read_csv(REFERENCE / "gbt4754-2017.csv", dtype=str)["code"])
before = None
for path in sys.argv[1:]:
    frame = pd.read_csv(path, dtype={UNIT: str, INDUSTRY: str, PERIOD: str, "行政区划代码": str, "登记注册类型": str})
    known = frame[UNIT].isin(register[UNIT]) & frame[INDUSTRY].isin(classes) & ~frame[UNIT].duplicated()
    assert known.all()
    print(Path(path).name, failures(frame, before), file=sys.stderr)
    before = frame[[UNIT, column("工业总产值", "1-本月")]]
    for sector, prefix in [("total", ""), ("39", "39"), ("38", "38")]:
        value = column("工业增加值", "1-本月")
        print(Path(path).name, sector, frame.loc[frame[INDUSTRY].str.startswith(prefix), value].sum())
