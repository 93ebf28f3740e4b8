// SPDX-License-Identifier: Apache-2.0
// What a page without script, frame or picture but its logo may not hold, as a list of sentences.
(() => {
  const found = []
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName
    const isLogo = name === "img" && /^data:image\/(png|svg\+xml);base64,/.test(element.src)
    if (isLogo) {
      if (!element.complete || element.naturalWidth === 0) found.push("a picture that is none")
    } else if (["script", "iframe", "img", "object", "embed", "link", "base", "form"].includes(name)) {
      found.push(`<${name}>`)
    }
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on")) found.push(`<${name} ${attribute}>`)
      if (/^\s*javascript:/i.test(value)) found.push(`<${name} ${attribute}="${value}">`)
    }
  }
  return found
})()
