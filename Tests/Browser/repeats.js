// SPDX-License-Identifier: Apache-2.0
// Marks table rows that are built of the same elements and classes as an earlier one of their page
// with `data-repeat`: their colours are the same, and axe takes most of its time to find that out.
(() => {
  const seen = new Set()
  for (const row of document.querySelectorAll("tbody tr")) {
    const parts = [row, ...row.querySelectorAll("*")]
      .map(part => `${part.localName}.${part.className} ${part.getAttribute("style") ?? ""}`)
    const key = [...new Set(parts)].sort().join("|")
    if (seen.has(key)) row.dataset.repeat = ""
    seen.add(key)
  }
})()
