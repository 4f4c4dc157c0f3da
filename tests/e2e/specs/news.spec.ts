// A plan from before the newest rules: said once which rules are new, and then never again.
import { readFileSync } from "node:fs";
import { expectAxeClean } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const GOLDEN = new URL("../../native/golden/everything/plan.json", import.meta.url);

/** The richest plan as an app with another edition of the rules would have written it. */
function planCheckedWith(edition: number): string {
  const plan = JSON.parse(readFileSync(GOLDEN, "utf8")) as { checked_with: number };
  return JSON.stringify({ ...plan, checked_with: edition });
}

test("an older plan is opened with the list of what is new", async ({ start, page }) => {
  await start.open();
  await start.choose({ name: "old.plan.json", text: planCheckedWith(1) });
  await expect(start.heading).toHaveText("Networks");
  const notice = start.main.locator(".msg").filter({ hasText: "last checked with edition 1" });
  await expect(notice).toContainText(/\d+ rules are new since then and 1 judges differently/);
  await notice.getByText(/^All \d+ rules$/).click();
  await expect(notice.getByRole("link", { name: "CMP007" }).last()).toBeVisible();
  await expectAxeClean(page, "#main");
  await expect(notice).toContainText("Changed: A subnet without any way out is an error");

  await notice.getByRole("link", { name: "PEP010" }).last().click();
  await expect(start.heading).toHaveText(/^PEP010 /);
  await page.goBack();
  await start.expectSaved();
  await start.reload();
  await expect(notice).toBeVisible();

  await notice.getByRole("button", { name: "Noted" }).click();
  await expect(notice).toHaveCount(0);
  await expect(start.heading).toBeFocused();
  await expect.poll(async () => (await start.storedPlan())?.checked_with).toBeGreaterThan(1);
  await start.reload();
  await expect(notice).toHaveCount(0);
});

test("a plan from a newer app is opened, and keeps its number", async ({ start }) => {
  await start.open();
  await start.choose({ name: "new.plan.json", text: planCheckedWith(999) });
  const notice = start.main.locator(".msg").filter({ hasText: "checked with edition 999" });
  await expect(notice).toContainText("Reload it to get the newer rules");
  await notice.getByRole("button", { name: "Go on with these rules" }).click();
  await expect(notice).toHaveCount(0);
  await start.expectSaved();
  expect((await start.storedPlan())?.checked_with).toBe(999);
});

test("a plan that was made just now has no news", async ({ start }) => {
  await start.openWith("Private batch scoring");
  await start.expectSaved();
  expect((await start.storedPlan())?.checked_with).toBeGreaterThan(1);
  await expect(start.main.getByRole("button", { name: "Noted" })).toHaveCount(0);
});
