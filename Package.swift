// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Swift 6 language mode comes with the tools version; CI also turns every warning into an error.
/// It is not always on, so that a newer compiler's new warning does not stop an office's build.
let settings: [SwiftSetting] =
  [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]
  + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// What `yuebao init` and `yuebao demo` write: the definitions of this repository's own workspace.
let starterFiles = [
  "Starter/yuebao-starter.yml", "Starter/register-starter.csv", "Starter/targets-starter.csv",
  "Starter/areas-starter.yml", "Starter/plan-starter.yml", "Starter/tasks-starter.csv",
  "Starter/departments-starter.csv", "Starter/progress-readme.md",
  "Starter/returns-readme.md", "../../yuebao.yml",
  "../../Input/reference/indicators.yml", "../../Input/reference/sectors.yml",
  "../../Input/reference/areas.yml",
  "../../Input/reference/gbt4754-2017.csv",
  "../../Input/reference/hightech-manufacturing-2017.csv",
  "../../Input/reference/advanced-manufacturing-guangdong.csv",
  "../../Input/layouts/b204-1-flat.yml", "../../Input/layouts/bureau-value-added.yml",
  "../../Input/layouts/bureau-investment.yml", "../../Input/layouts/register.yml",
  "../../Input/layouts/b203-flat.yml", "../../Input/layouts/b204-1-form.yml",
  "../../Input/layouts/bureau-industries.yml", "../../Input/layouts/h206-flat.yml",
  "../../Input/layouts/nbs-areas.yml", "../../Input/layouts/nbs-indicators.yml",
  "../../Input/layouts/nbs-time.yml", "../../Input/layouts/sdmx.yml",
  "../../Input/rules.yml", "../../Input/plan/plan.yml", "../../Input/plan/plan.txt",
  "../../Input/plan/targets.csv", "../../Input/plan/clusters.yml", "../../Input/plan/ladder.yml",
  "../../Input/plan/ladder/candidates.csv", "../../Input/plan/tasks.csv",
  "../../Input/plan/departments.csv", "../../Input/plan/progress/2020-12.csv",
  "../../Input/plan/progress/2021-06.csv", "../../Input/plan/progress/2021-12.csv",
  "../../Input/plan/progress/2022-06.csv", "../../Input/plan/progress/2022-12.csv",
]

/// What a release is made with. Compiled in, so that the program moves alone; a workspace's own
/// `Templates/` goes before them.
let templates: [Resource] = [
  "report.html.mustache", "page.html.mustache", "head.html.mustache", "headlines.html.mustache",
  "section.html.mustache", "chart.html.mustache", "table.html.mustache", "foot.html.mustache",
  "report.md.mustache", "page.md.mustache", "section.md.mustache", "chart.md.mustache",
  "table.md.mustache", "foot.md.mustache", "archive.html.mustache", "archive.md.mustache",
  "feed.xml.mustache", "report.css", "style.yml", "messages.zh.yml", "messages.en.yml",
  "findings.zh.yml", "findings.en.yml",
  "commands.zh.yml", "commands.en.yml",
].map { .embedInCode("../../Templates/" + $0) }

/// Programs that only Benchmarks/ builds, with YUEBAO_BENCHMARKS set.
let benchmarks: [Target] =
  Context.environment["YUEBAO_BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "sums", dependencies: ["Tables"], path: "Benchmarks/Sums", swiftSettings: settings),
    .executableTarget(
      name: "cube", dependencies: ["Statistics", "Tables", "Ingest", "Aggregation"],
      path: "Benchmarks/Cube", swiftSettings: settings),
  ]

let package = Package(
  name: "yuebao",
  products: [.executable(name: "yuebao", targets: ["yuebao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Statistics", swiftSettings: settings),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Tables", dependencies: ["CLibXML2", "CLibZip"], exclude: ["README.md"],
      swiftSettings: settings),
    .target(name: "Rules", dependencies: ["Statistics"], swiftSettings: settings),
    .target(
      name: "Ingest",
      dependencies: ["Statistics", "Tables", "Rules", .product(name: "Yams", package: "Yams")],
      exclude: ["README.md"],
      swiftSettings: settings),
    .target(
      name: "Aggregation",
      dependencies: ["Statistics", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: settings),
    .target(name: "Plan", dependencies: ["Statistics", "Aggregation"], swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: [
        "Statistics", "Aggregation", "Plan", "Provenance", "CXLSXWriter",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: templates,
      swiftSettings: settings),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Provenance", dependencies: ["CLibCrypto"], swiftSettings: settings),
    .target(
      name: "Ledger",
      dependencies: ["Provenance", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(name: "SyntheticData", dependencies: ["Statistics"], swiftSettings: settings),
    .executableTarget(
      name: "yuebao",
      dependencies: [
        "Statistics", "Tables", "Rules", "Ingest", "Aggregation", "Plan", "Reports",
        "SyntheticData", "Provenance", "Ledger",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: starterFiles.map { .embedInCode($0) },
      swiftSettings: settings),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Statistics", "Aggregation", "Plan", "Tables"],
      swiftSettings: settings),
    .testTarget(name: "TablesTests", dependencies: ["Tables"], swiftSettings: settings),
    .testTarget(
      name: "AggregationTests", dependencies: ["Aggregation", "Statistics"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanTests", dependencies: ["Plan", "Aggregation", "Statistics"],
      swiftSettings: settings),
    .testTarget(
      name: "RulesTests", dependencies: ["Rules", "Statistics"], swiftSettings: settings),
    .testTarget(
      name: "IngestTests",
      dependencies: ["Ingest", "Tables", "Statistics", "Rules", "Aggregation", "SyntheticData"],
      swiftSettings: settings),
    .testTarget(
      name: "SyntheticDataTests", dependencies: ["SyntheticData", "Statistics"],
      swiftSettings: settings),
    .testTarget(name: "ProvenanceTests", dependencies: ["Provenance"], swiftSettings: settings),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Ledger", "Provenance", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(
      name: "yuebaoTests",
      dependencies: [
        "yuebao", "Statistics", "Ingest", "Reports", "Provenance", "Ledger",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Cases", "Faults/fault.c"],
      swiftSettings: settings),
  ] + benchmarks
)
