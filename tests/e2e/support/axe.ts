// Accessibility, checked by axe against WCAG 2.2 AA and its best practices.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with one readable line per violation: rule, help, and where. */
export async function expectAxeClean(page: Page, within?: string): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(TAGS);
  if (within !== undefined) builder.include(within);
  const { violations } = await builder.analyze();
  const lines = violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(" ")).join(", ");
    return `${impact}: ${id}: ${help} [${places}]`;
  });
  expect(lines, "accessibility violations").toEqual([]);
}
