// The rule catalogue: every rule has an address, and every finding leads to its rule.
import { expect, test } from "../support/test.ts";

test("a finding leads to its rule, and the rule to the finding", async ({ start, networks, page }) => {
  await start.openWith("Private batch scoring");
  const range = networks.range("snet-training");
  await range.type("10.0.1.7/24");
  await range.expectError(/not the start/);
  await page.getByRole("main").getByRole("link", { name: /^Why NET004/ }).first().click();
  await expect(page).toHaveURL(/#\/rules\/NET004$/);
  await expect(start.heading).toHaveText(/^NET004 /);
  await expect(start.heading).toBeFocused();
  await expect(page).toHaveTitle(/^NET004 · /);
  const finding = start.main.getByRole("listitem").filter({ hasText: "is not the start of a /24" });
  await finding.getByRole("button", { name: /^Go to field/ }).click();
  await expect(start.heading).toHaveText("Networks");
});

test("finds rules by word and by fact", async ({ app, page }) => {
  await app.open("#/rules");
  const search = page.getByLabel("Search by code, word or fact");
  await search.fill("VNET-20");
  const rules = app.main.getByRole("listitem");
  const byFact = await rules.count();
  expect(byFact).toBeGreaterThan(0);
  await expect(app.main.getByRole("status")).toHaveText(new RegExp(`^${byFact} of \\d+ rules$`));
  await search.fill("no rule says this");
  await expect(rules).toHaveCount(0);
  await search.fill("sub004");
  await rules.first().getByRole("link").click();
  await expect(app.heading).toHaveText(/^SUB004 /);
  await app.main.getByRole("link", { name: "All rules" }).click();
  await expect(app.heading).toHaveText("Rules");
});

test("a code that no rule has is said to be none", async ({ app }) => {
  await app.open("#/rules/XYZ123");
  await expect(app.heading).toHaveText("No such rule");
  await expect(app.main).toContainText("No rule has the code XYZ123");
});
