// SPDX-License-Identifier: Apache-2.0

/// The names of HTML that Yuebao knows, as a parser keeps them.
final class HTMLNames {
  /// What an element is to a table and to the text of its cells.
  enum Role {
    case table, row, cell, rowGroup, caption
    case lineBreak, block, preformatted
    case styleSheet, frame, page
    /// Its text is not shown, or not as text.
    case passedOver
    /// It only marks the text in it.
    case inline
  }

  private let cell: XMLName
  private let row: XMLName
  private let heading: XMLName
  private let roles: [XMLName: Role]

  let columnSpan: XMLName
  let rowSpan: XMLName
  let style: XMLName
  let hidden: XMLName
  let className: XMLName
  let id: XMLName
  let title: XMLName
  let content: XMLName
  let name: XMLName
  let reference: XMLName

  // Excel's, which libxml2 leaves with their prefix.
  let number: XMLName
  let string: XMLName
  let boolean: XMLName
  let error: XMLName
  // LibreOffice Calc's.
  let calcValue: XMLName
  let calcFormat: XMLName

  init(_ names: XMLNames) {
    cell = names["td"]
    row = names["tr"]
    heading = names["th"]
    columnSpan = names["colspan"]
    rowSpan = names["rowspan"]
    style = names["style"]
    hidden = names["hidden"]
    className = names["class"]
    id = names["id"]
    title = names["title"]
    content = names["content"]
    name = names["name"]
    reference = names["href"]
    number = names["x:num"]
    string = names["x:str"]
    boolean = names["x:bool"]
    error = names["x:err"]
    calcValue = names["sdval"]
    calcFormat = names["sdnum"]
    var roles: [XMLName: Role] = [cell: .cell, heading: .cell, row: .row]
    for (name, role) in HTMLNames.knownRoles { roles[names[name]] = role }
    self.roles = roles
  }

  func role(of name: XMLName) -> Role {
    if name == cell || name == heading { return .cell }
    if name == row { return .row }
    return roles[name] ?? .inline
  }

  private static let knownRoles: [(StaticString, Role)] =
    [
      ("table", .table), ("thead", .rowGroup), ("tbody", .rowGroup), ("tfoot", .rowGroup),
      ("caption", .caption), ("br", .lineBreak), ("pre", .preformatted), ("listing", .preformatted),
      ("style", .styleSheet), ("frameset", .frame), ("link", .page), ("meta", .page),
    ] + passedOver.map { ($0, .passedOver) } + blocks.map { ($0, .block) }

  private static let passedOver: [StaticString] = [
    "script", "title", "select", "datalist", "template", "iframe", "noframes", "object", "svg",
  ]

  /// Elements that CSS displays as blocks (HTML Living Standard, §15.3).
  private static let blocks: [StaticString] = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "search", "section", "summary", "ul",
  ]
}
