// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

@main
struct Yuebao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Statistical reports.")
}
