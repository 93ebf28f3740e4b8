import Aggregation
import Plan
import Statistics
package struct Templates: Sendable { package init(overrides: [String: String] = [:]) {}; package static var builtInNames: [String] { [] }; package func builtIn(_ name: String) -> String? { nil } }
package struct ReleaseFile { package let path: String; package let bytes: [UInt8] }
package struct MessageCatalogue: Sendable { package init(_ l: Language, from t: Templates) {}; package func text(of f: Finding) -> (message: String, remedy: String) { ("\(f.raw ?? "") \(f.arguments)", "") }
  package func text(_ key: String, _ arguments: [String: String]) -> String { "\(key) \(arguments)" } }
package struct Publisher: Hashable, Sendable { package init(area: LocalizedName, office: LocalizedName, title: LocalizedName?, contact: LocalizedName?, notice: LocalizedName?, isSynthetic: Bool) {} }
package struct ReleaseContent { package init(publisher: Publisher, period: Period, figures: Figures, classification: String, targets: [TargetProgress], coverage: Coverage, findings: [Finding]) {} }
package func render(_ c: ReleaseContent, in l: [Language], with t: Templates) throws -> [ReleaseFile] { [] }
package func check(_ t: Templates) -> [Finding] { [] }
