# SPDX-License-Identifier: Apache-2.0
"""Writes a CSV file of the demo as XLSX, as Excel saves it: shared strings, numbers as numbers."""

import csv
import sys

import xlsxwriter

TEXT_COLUMNS = 6


def main(source, target):
    workbook = xlsxwriter.Workbook(target)
    sheet = workbook.add_worksheet("B204-1表")
    with open(source, encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file)):
            for column, text in enumerate(row):
                if text and number > 0 and column >= TEXT_COLUMNS:
                    sheet.write_number(number, column, int(text))
                elif text:
                    sheet.write_string(number, column, text)
    workbook.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
