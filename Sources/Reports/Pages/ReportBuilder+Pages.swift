// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// The pages that the navigation leads to, the report first. A page without content is none.
  var mainPages: [(PageName, Message)] {
    var pages: [(PageName, Message)] = [(.report, .reportPage)]
    if headline != nil { pages.append((.sectors, .sectorsPage)) }
    if let plan = content.plan {
      pages.append((.plan, .planPage))
      if !plan.tasks.isEmpty { pages.append((.tasks, .tasksPage)) }
      if !plan.departments.isEmpty { pages.append((.departments, .departmentsPage)) }
    }
    if content.communities?.rows.isEmpty == false {
      pages.append((.communities, .communitiesPage))
    }
    if !content.clusters.isEmpty { pages.append((.clusters, .clustersPage)) }
    if content.ladder != nil { pages.append((.ladder, .ladderPage)) }
    if !content.evaluations.isEmpty { pages.append((.evaluation, .evaluationPage)) }
    if content.revision != nil { pages.append((.revisions, .revisionsPage)) }
    return pages
  }

  /// Every page behind the report, in the order of `mainPages`, each with those that it leads to.
  func pages() throws(ReportError) -> [Page] {
    var pages: [Page] = []
    for (name, title) in mainPages {
      let heading = catalogue.text(title)
      switch name {
      case .sectors:
        pages.append(page(name, heading, try sectorsPage()))
        pages += try sectorPages()
      case .plan:
        pages.append(page(name, heading, planSections))
        pages += targetPages()
      case .tasks: pages.append(page(name, heading, taskSections))
      case .departments: pages.append(page(name, heading, departmentSections))
      case .communities: pages.append(page(name, heading, communitySections))
      case .clusters: pages.append(page(name, heading, clusterSections))
      case .ladder: pages.append(page(name, heading, ladderSections))
      case .evaluation: pages.append(page(name, heading, evaluationSections))
      case .revisions: pages.append(page(name, heading, revisionSections))
      case .report, .sector, .target: break
      }
    }
    return pages
  }

  func page(_ name: PageName, _ heading: String, _ sections: [ReportSection]) -> Page {
    Page(
      name: name.file, heading: heading, front: front(of: name, heading: heading),
      headlines: [], sections: sections.map(SentenceCase.beginning))
  }
}
