// A plan from a few answers: complete, without errors, and clear of the networks on-premises.
import { expect, test } from "../support/test.ts";

test("a few answers make a plan without errors", async ({ start, page }) => {
  await start.open();
  const premises = page.getByLabel("On-premises ranges");
  await premises.fill("10.0.0.0/99");
  await expect(start.main).toContainText("No plan can be made from this yet");
  await premises.fill("10.0.0.0/12");
  await page.getByLabel("AKS for online inference").check();
  await page.getByLabel("AKS nodes at most").fill("15");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(start.heading).toHaveText("Networks");
  await start.goTo("Review");
  await expect(start.main.locator(".tally")).toContainText("0 errors");
  await start.expectSaved();
  const spaces = (await start.storedPlan())?.vnets.flatMap((vnet) => vnet.address_space) ?? [];
  expect(spaces.length).toBeGreaterThan(0);
  for (const space of spaces) expect(space).not.toMatch(/^10\.([0-9]|1[0-5])\./);
});
