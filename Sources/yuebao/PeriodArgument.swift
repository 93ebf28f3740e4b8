// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Statistics

extension Period: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension PeriodSelection: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
