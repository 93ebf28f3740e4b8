// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Register.Unit {
  var community: String? { nil }
  package func flags(in period: Period) -> RegisterFlags { flags }
}
