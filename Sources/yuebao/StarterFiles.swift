// SPDX-License-Identifier: Apache-2.0

/// The files that a new workspace begins with, compiled into the program so that it can be moved.
struct StarterFiles {
  /// What both an empty workspace and one with synthetic data have: definitions.
  static var definitions: [(path: String, bytes: [UInt8])] {
    [
      ("Input/reference/indicators.yml", PackageResources.indicators_yml),
      ("Input/reference/sectors.yml", PackageResources.sectors_yml),
      ("Input/reference/gbt4754-2017.csv", PackageResources.gbt4754_2017_csv),
      (
        "Input/reference/hightech-manufacturing-2017.csv",
        PackageResources.hightech_manufacturing_2017_csv
      ),
      (
        "Input/reference/advanced-manufacturing-guangdong.csv",
        PackageResources.advanced_manufacturing_guangdong_csv
      ),
      ("Input/layouts/b204-1-flat.yml", PackageResources.b204_1_flat_yml),
      ("Input/layouts/bureau-value-added.yml", PackageResources.bureau_value_added_yml),
      ("Input/layouts/bureau-investment.yml", PackageResources.bureau_investment_yml),
      ("Input/layouts/register.yml", PackageResources.register_yml),
      ("Input/layouts/b203-flat.yml", PackageResources.b203_flat_yml),
      ("Input/layouts/b204-1-form.yml", PackageResources.b204_1_form_yml),
      ("Input/layouts/bureau-industries.yml", PackageResources.bureau_industries_yml),
      ("Input/layouts/h206-flat.yml", PackageResources.h206_flat_yml),
      ("Input/layouts/nbs-areas.yml", PackageResources.nbs_areas_yml),
      ("Input/layouts/nbs-indicators.yml", PackageResources.nbs_indicators_yml),
      ("Input/layouts/nbs-time.yml", PackageResources.nbs_time_yml),
      ("Input/layouts/sdmx.yml", PackageResources.sdmx_yml),
      ("Input/rules.yml", PackageResources.rules_yml),
      ("Input/returns/README.md", PackageResources.returns_readme_md),
      ("Input/plan/progress/README.md", PackageResources.progress_readme_md),
    ]
  }

  /// What only an empty workspace has: examples to replace.
  static var examples: [(path: String, bytes: [UInt8])] {
    [
      ("yuebao.yml", PackageResources.yuebao_starter_yml),
      ("Input/reference/areas.yml", PackageResources.areas_starter_yml),
      ("Input/reference/register.csv", PackageResources.register_starter_csv),
      ("Input/plan/plan.yml", PackageResources.plan_starter_yml),
      ("Input/plan/targets.csv", PackageResources.targets_starter_csv),
      ("Input/plan/tasks.csv", PackageResources.tasks_starter_csv),
      ("Input/plan/departments.csv", PackageResources.departments_starter_csv),
    ]
  }

  /// What only a workspace with synthetic data has: Wanjiang's areas and plan, and the word that all is
  /// invented.
  static var synthetic: [(path: String, bytes: [UInt8])] {
    [
      ("yuebao.yml", PackageResources.yuebao_yml),
      ("Input/reference/areas.yml", PackageResources.areas_yml),
    ] + plan
  }

  /// Wanjiang's plan with invented reports. In the names of its resources the first digit is `_`.
  private static var plan: [(path: String, bytes: [UInt8])] {
    [
      ("Input/plan/plan.yml", PackageResources.plan_yml),
      ("Input/plan/plan.txt", PackageResources.plan_txt),
      ("Input/plan/targets.csv", PackageResources.targets_csv),
      ("Input/plan/clusters.yml", PackageResources.clusters_yml),
      ("Input/plan/ladder.yml", PackageResources.ladder_yml),
      ("Input/plan/ladder/candidates.csv", PackageResources.candidates_csv),
      ("Input/plan/tasks.csv", PackageResources.tasks_csv),
      ("Input/plan/departments.csv", PackageResources.departments_csv),
      ("Input/plan/progress/2020-12.csv", PackageResources._020_12_csv),
      ("Input/plan/progress/2021-06.csv", PackageResources._021_06_csv),
      ("Input/plan/progress/2021-12.csv", PackageResources._021_12_csv),
      ("Input/plan/progress/2022-06.csv", PackageResources._022_06_csv),
      ("Input/plan/progress/2022-12.csv", PackageResources._022_12_csv),
    ]
  }
}
