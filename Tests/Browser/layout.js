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
  // What scrolls in its own box may be wider than the window; what it lies in may not.
  const scrolls = element => ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
  const walk = element => {
    const box = element.getBoundingClientRect()
    if (box.width === 0 || element.matches(".skip")) return
    if (box.right > innerWidth + 0.5) {
      found.push(`${say(element)} ends at ${Math.round(box.right)} px`)
      return
    }
    if (scrolls(element)) {
      const canBeReached = element.tabIndex === 0 || element.scrollWidth <= element.clientWidth
      if (!canBeReached) found.push(`${say(element)} scrolls, but not by keyboard`)
      return
    }
    // Text that leaves its cell covers the next one's.
    const isBlock = getComputedStyle(element).display !== "inline"
    const isDrawing = element.closest("svg")
    if (isBlock && !isDrawing && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${say(element)} is ${element.scrollWidth} px wide in ${element.clientWidth}`)
      return
    }
    for (const child of element.children) walk(child)
  }
  walk(document.body)
  return found
})()
