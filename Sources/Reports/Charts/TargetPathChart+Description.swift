// SPDX-License-Identifier: Apache-2.0

extension TargetPathChart {
  func description(in catalogue: MessageCatalogue) -> String {
    catalogue.text(
      .chartTargetDescription,
      [
        "target": cut(target?.label ?? "", to: 80),
        "expected": catalogue.course(catalogue.text(.chartPath), expected, unit),
        "actual": actual.isEmpty
          ? catalogue.text(.chartNoValue) + catalogue.text(.stop)
          : catalogue.course(catalogue.text(.chartActual), actual, unit),
        "gap": actual.isEmpty ? "" : cut(gap?.label ?? "", to: 80),
      ]) + catalogue.breakWords(breaks)
  }
}
