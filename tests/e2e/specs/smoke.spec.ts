// The site starts, wherever it is served from.
import { expectAxeClean } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("shows its heading", async ({ app }) => {
  await app.open();
  await expect(app.heading).toBeVisible();
  await expect(app.page).toHaveTitle(/Azure ML VNet Wizard/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`opens without accessibility violations in ${colorScheme} mode`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme });
    await app.open();
    await expectAxeClean(app.page);
  });
}
