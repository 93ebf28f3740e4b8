// SPDX-License-Identifier: Apache-2.0

/// The industrial clusters that are monitored (产业集群运行监测): `Input/plan/clusters.yml`.
package struct ClusterDefinitions: Hashable, Sendable {
  /// A figure of every cluster: `value_added.ytd.yoy`.
  package struct Series: Hashable, Sendable, CustomStringConvertible {
    package let indicator: String
    package let basis: Basis
    package let measure: Measure

    package init(indicator: String, basis: Basis, measure: Measure) {
      self.indicator = indicator
      self.basis = basis
      self.measure = measure
    }

    package var description: String { "\(indicator).\(basis.rawValue).\(measure.rawValue)" }

    package func name(of sector: String, in period: Period) -> FigureName {
      FigureName(
        indicator: indicator, sector: sector, basis: basis, measure: measure, period: period)
    }
  }

  /// The part of the largest units in a cluster's sum: 前五家集中度.
  package struct Concentration: Hashable, Sendable {
    /// One that returns carry.
    package let indicator: String
    /// How many units count as the largest; above 0.
    package let units: Int

    package init(indicator: String, units: Int) {
      self.indicator = indicator
      self.units = units
    }
  }

  /// What a cluster's value of a series over the total's is worth; together 100.
  package struct Weight: Hashable, Sendable {
    package let series: Series
    package let weight: ExactDecimal

    package init(series: Series, weight: ExactDecimal) {
      self.series = series
      self.weight = weight
    }
  }

  package let clusters: [Cluster]
  /// In the order of printing.
  package let series: [Series]
  package let concentration: Concentration?
  /// Empty for no score.
  package let weights: [Weight]

  package init(
    clusters: [Cluster], series: [Series], concentration: Concentration?, weights: [Weight]
  ) {
    self.clusters = clusters
    self.series = series
    self.concentration = concentration
    self.weights = weights
  }
}

/// An industrial cluster (产业集群).
package struct Cluster: Hashable, Sendable {
  /// Something that a cluster has or shall have: its promotion body, a platform, one of the 五个一.
  package struct Facility: Hashable, Sendable {
    package let name: LocalizedName
    /// `nil` where nobody has said.
    package let state: ProgressReport.State?
    /// `Target.id`: progress reports of that target say its state.
    package let target: String?

    package init(name: LocalizedName, state: ProgressReport.State?, target: String?) {
      self.name = name
      self.state = state
      self.target = target
    }
  }

  package let id: String
  package let name: LocalizedName
  /// `Sector.id`: its units.
  package let sector: String
  /// 集群发展促进机构; `nil` where the file does not speak of it.
  package let promotionBody: Facility?
  /// 公共服务平台.
  package let platforms: [Facility]
  /// Named things that the plan promises it, such as the 五个一.
  package let promised: [Facility]

  package init(
    id: String, name: LocalizedName, sector: String, promotionBody: Facility? = nil,
    platforms: [Facility] = [], promised: [Facility] = []
  ) {
    self.id = id
    self.name = name
    self.sector = sector
    self.promotionBody = promotionBody
    self.platforms = platforms
    self.promised = promised
  }
}
