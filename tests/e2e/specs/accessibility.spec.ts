// axe finds nothing: any place, light and dark, any width, with and without mistakes in the plan.
import { PLACES } from "../pages/app-page.ts";
import { expectAxeClean } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

// All there is, where there is most room; elsewhere a scenario with one of each kind of step.
const SIZES = [
  { width: 1440, height: 900, scenario: "Everything at once" },
  { width: 1024, height: 768, scenario: "Private batch scoring" },
  { width: 390, height: 844, scenario: "AKS real-time scoring" },
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const { scenario, ...viewport } of SIZES) {
    test(`has no violations in ${colorScheme} mode at ${viewport.width} pixels`, async ({ start, page }) => {
      // All places in one test: a minute on two quiet cores, more on busy ones.
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await start.open();
      await start.scenarios.getByRole("radio", { name: scenario }).check();
      await start.main.getByRole("button", { name: /^Start with / }).click();
      for (const { hash, heading } of PLACES) {
        await test.step(hash, async () => {
          await page.evaluate((hash) => (location.hash = hash), hash);
          await expect(start.heading).toHaveText(heading);
          await expectAxeClean(page);
        });
      }
    });
  }

  test(`has no violations in ${colorScheme} mode with mistakes on screen`, async ({
    start,
    networks,
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await start.openWith("Private batch scoring");
    const range = networks.range("snet-training");
    await range.type("10.0.1.7/24");
    await range.expectError(/not the start/);
    for (const tab of ["Topology", "Address map", "Findings", "Capacity", "Flows"] as const) {
      await start.show(tab);
      await expectAxeClean(page);
    }
    await start.goTo("Compute");
    const nodes = start.field("Maximum nodes", start.card("cpu-fraud-train"));
    await nodes.type("many");
    await nodes.expectError(/“many” is kept here/);
    await expectAxeClean(page);
    await start.drop({ name: "theirs.json", text: "{" });
    await expect(start.refusal).toBeVisible();
    await expectAxeClean(page);
    await start.bar.getByRole("button", { name: "Keyboard shortcuts and help" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAxeClean(page);
  });
}
