# SPDX-License-Identifier: Apache-2.0
"""Writes a CSV file of the demo as SDMX-ML 2.1, structure-specific and flat: one Obs a unit and value."""

import csv
import sys

DIMENSIONS = ["UNIT", "REF_AREA", "ACTIVITY", "REGISTRATION", "TIME_PERIOD"]
SOURCES = ["统一社会信用代码", "行政区划代码", "行业代码", "登记注册类型", "报告期"]
INDICATORS = ["OUTPUT", "SALES", "EXPORTS", "VALUE_ADDED", "REVENUE", "EMPLOYMENT"]
BASES = ["MONTH", "YTD", "MONTH_REFERENCE", "YTD_REFERENCE"]
TEXT_COLUMNS = 6
NAMESPACE = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=YUEBAO:B204_1(1.0):ObsLevelDim:AllDimensions"
SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<message:StructureSpecificData xmlns:message="{SCHEMAS}/message" xmlns:common="{SCHEMAS}/common"\
 xmlns:ss="{SCHEMAS}/data/structurespecific" xmlns:ns1="{NAMESPACE}"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<message:Header><message:ID>B204_1</message:ID><message:Test>true</message:Test>\
<message:Prepared>2022-01-15T09:00:00</message:Prepared><message:Sender id="YUEBAO"/>
<message:Structure structureID="B204_1" namespace="{NAMESPACE}" dimensionAtObservation="AllDimensions">\
<common:Structure><Ref agencyID="YUEBAO" id="B204_1" version="1.0" class="DataStructure"/></common:Structure>\
</message:Structure></message:Header>
<message:DataSet ss:structureRef="B204_1" xsi:type="ns1:DataSetType" ss:dataScope="DataStructure" action="Replace">
"""
FOOT = "</message:DataSet>\n</message:StructureSpecificData>\n"


def main(source, target):
    measures = [f"{indicator}_{basis}" for indicator in INDICATORS for basis in BASES]
    with open(source, encoding="utf-8", newline="") as file, open(target, "w", encoding="utf-8") as out:
        out.write(HEAD)
        rows = csv.reader(file)
        header = next(rows)
        places = [header.index(name) for name in SOURCES]
        for row in rows:
            *others, period = (row[place] for place in places)
            unit = [*others, f"{period[:4]}-{period[4:]}"]
            attributes = " ".join(f'{name}="{text}"' for name, text in zip(DIMENSIONS, unit))
            for measure, value in zip(measures, row[TEXT_COLUMNS:]):
                if value:
                    out.write(f'<Obs {attributes} INDICATOR="{measure}" OBS_VALUE="{value}"/>\n')
        out.write(FOOT)


if __name__ == "__main__":
    main(*sys.argv[1:])
