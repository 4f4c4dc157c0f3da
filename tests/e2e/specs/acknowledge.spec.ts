// Living with a finding: said once, with a reason, kept in the plan and in every file.
import { expect, test } from "../support/test.ts";

test("a finding is acknowledged with a reason, kept, and taken back", async ({ start, page }) => {
  await start.openWith("Private batch scoring");
  await start.goTo("Networks");
  const lock = start.main.getByLabel(/lock on the VNets/).first();
  await lock.check();
  await start.goTo("Review");
  const finding = start.main.locator(".finding").filter({ hasText: "GOV001" }).first();
  await finding.getByRole("button", { name: "Acknowledge GOV001" }).click();
  const reason = finding.getByLabel("Why the team lives with it");
  await expect(reason).toBeFocused();
  await reason.press("Enter");
  await expect(finding.getByText("Acknowledged", { exact: true })).toHaveCount(0);
  await reason.fill("The lock is lifted for changes.");
  await reason.press("Enter");
  await expect(finding).toContainText("Because: The lock is lifted for changes.");
  await expect(start.main.getByRole("button", { name: /^Acknowledged 1$/ })).toBeVisible();
  await expect.poll(async () => JSON.stringify(await start.storedPlan())).toContain("The lock is lifted");

  await start.reload();
  const kept = start.main.getByRole("textbox", { name: /lock/ });
  await expect(kept).toHaveValue("The lock is lifted for changes.");
  await kept.fill("");
  await expect(start.main).toContainText("GOV001 is acknowledged without a reason");
  await start.undo.click();
  await finding.getByRole("button", { name: "Take back the acknowledgement of GOV001" }).click();
  await expect(finding.getByRole("button", { name: "Acknowledge GOV001" })).toBeVisible();
});
