// SPDX-License-Identifier: Apache-2.0
// What of an open page does not fit the window, as a list of sentences.
(() => {
  const found = []
  const root = document.scrollingElement
  const say = element => {
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)
    return `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${text}`
  }
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`)
  // True where something was found; what lies within says more than what it lies in.
  const walk = element => {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (box.width === 0 || element.matches(".skip")) return false
    if (["auto", "scroll"].includes(style.overflowX)) {
      // What scrolls in its own box may be wider than the window; the box itself may not.
      const isWide = element.scrollWidth > element.clientWidth
      if (isWide && element.tabIndex !== 0) found.push(`${say(element)} scrolls, not by keyboard`)
    } else if (element.localName !== "svg") {
      const isFoundWithin = [...element.children].map(walk).includes(true)
      if (isFoundWithin) return true
      // Text that leaves its box covers the next one's.
      if (style.display !== "inline" && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${say(element)} is ${element.scrollWidth} px in ${element.clientWidth}`)
        return true
      }
    }
    if (box.right <= innerWidth + 0.5) return false
    found.push(`${say(element)} ends at ${Math.round(box.right)} px`)
    return true
  }
  walk(document.body)
  return found
})()
