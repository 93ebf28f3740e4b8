// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Cube {
  /// What the cube holds, a line a cell in a fixed order: the same bytes for the same returns, in whatever
  /// order and parts they were added.
  ///
  /// `period class flags attribute slot sum known missing`, separated by tabs; flags as the number of
  /// `RegisterFlags`, a sum that has left 128 bits as `overflow`. The first line names the version.
  package var text: String {
    let lines = parts.values.flatMap { part in
      part.strata.indices.flatMap { place -> [String] in
        let stratum = part.strata[place]
        let key =
          "\(stratum.period)\t\(stratum.industry)\t\(stratum.flags.rawValue)\t\(stratum.attribute)"
        return part.columns.compactMap { slot, column in
          let cell = column[place]
          return cell.known + cell.missing > 0 ? "\(key)\t\(slot)\t\(cell.text)" : nil
        }
      }
    }
    return (["cube 1"] + lines.sorted()).joined(separator: "\n") + "\n"
  }
}

extension Cube.Cell {
  fileprivate var text: String {
    let sum = (try? self.sum.value).map { Ratio($0).exactText }
    return "\(sum ?? "overflow")\t\(known)\t\(missing)"
  }
}
