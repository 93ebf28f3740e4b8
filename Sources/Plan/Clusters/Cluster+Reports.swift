// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Cluster {
  /// The same cluster with the states that progress reports say; without a report, what its file says.
  func with(_ reports: [ProgressReport], upTo period: Period) -> Cluster {
    func updated(_ facility: Facility) -> Facility {
      let known =
        facility.target.map { target in
          reports.filter {
            $0.subject == .target(target) && $0.state != nil
              && $0.period.lastSurveyPeriod <= period.lastSurveyPeriod
          }
        } ?? []
      let newest = known.max {
        ($0.period.lastSurveyPeriod, $0.date) < ($1.period.lastSurveyPeriod, $1.date)
      }
      return Facility(
        name: facility.name, state: newest?.state ?? facility.state, target: facility.target)
    }
    return Cluster(
      id: id, name: name, sector: sector, promotionBody: promotionBody.map(updated),
      platforms: platforms.map(updated), promised: promised.map(updated))
  }
}
