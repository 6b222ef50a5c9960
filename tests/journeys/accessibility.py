"""axe on a page, by WCAG 2.2 AA, plus a check it does not make: links that read alike lead alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  %s
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}});
  return found.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html)}));
}"""
ALIKE = """() => {
  const seen = new Map();
  for (const link of document.querySelectorAll("main a[href]")) {
    const text = (link.getAttribute("aria-label") || link.innerText).trim();
    if (!text) continue;
    if (!seen.has(text)) seen.set(text, new Set());
    seen.get(text).add(link.href);
  }
  return [...seen].filter(([, hrefs]) => hrefs.size > 1).map(([text]) => text);
}"""


@cache
def axe_run() -> str:
    return RUN.replace("%s", AXE.read_text())


def problems_of(page: Page) -> list[str]:
    """Return what is wrong with the page as it stands, a line each."""
    # One step, so that a page that leaves meanwhile cannot lose axe between loading and running it.
    violations: list[dict[str, Any]] = page.evaluate(axe_run(), TAGS)
    found = [f"{page.url}: {v['id']}: {v['help']}: {v['nodes']}" for v in violations]
    found += [f"{page.url}: links read alike but differ: {text}" for text in page.evaluate(ALIKE)]
    return found
