// Opening a file: a good one is opened, a wrong one explained, and nothing is lost.
import type { StartPage } from "../pages/start-page.ts";
import { expect, test } from "../support/test.ts";

/** The open plan as a document that a test may spoil. */
async function document(start: StartPage): Promise<any> {
  return JSON.parse((await start.storedText()) ?? "null");
}

/** Chooses a file that is refused with `reason`; the open plan must stay as it was. */
async function expectRefused(start: StartPage, text: string, reason: RegExp): Promise<void> {
  const before = await start.storedText();
  await start.goTo("Start");
  await start.choose({ name: "theirs.json", text });
  await expect(start.refusal).toContainText("theirs.json was not opened");
  await expect(start.refusal).toContainText("Your open plan is unchanged.");
  await expect(start.refusal).toContainText(reason);
  await expect(start.bar).toContainText("Churn training");
  await expect(start.undo).toHaveAttribute("aria-disabled", "true");
  expect(await start.storedText()).toBe(before);
}

test.describe("with a plan open", () => {
  test.beforeEach(async ({ start }) => {
    await start.openWith("Training clusters in a network");
    // After a reload there is nothing to undo, so a change would show.
    await start.reload();
  });

  test("refuses broken JSON and says where it breaks", async ({ start }) => {
    const text = JSON.stringify(await document(start), null, 2);
    await expectRefused(start, text.slice(0, text.length / 2), /line \d+/);
  });

  test("refuses a value of another type and says which", async ({ start }) => {
    const plan = await document(start);
    plan.vnets[0].subnets[1].name = 5;
    await expectRefused(
      start,
      JSON.stringify(plan),
      /\/vnets\/0\/subnets\/1\/name: expected .*text.*, found 5/,
    );
  });

  test("refuses a field that no plan has", async ({ start }) => {
    const plan = await document(start);
    plan.vnets[0].adress_space = ["10.0.0.0/16"];
    await expectRefused(start, JSON.stringify(plan), /\/vnets\/0\/adress_space: .*address_space/);
  });

  test("names every reason, most important first", async ({ start }) => {
    const plan = await document(start);
    plan.basics.region = null;
    plan.vnets[0].role = "spoke";
    await expectRefused(start, JSON.stringify(plan), /\/basics\/region: .*\/vnets\/0\/role: /s);
  });

  test("knows an ARM template when it sees one", async ({ start }) => {
    const template = { $schema: "…", contentVersion: "1.0.0.0", resources: [] };
    await expectRefused(start, JSON.stringify(template), /found an ARM template/);
  });

  test("knows a plan of a newer version", async ({ start }) => {
    const plan = await document(start);
    plan.schema_version = 99;
    await expectRefused(start, JSON.stringify(plan), /99, written by a newer version/);
  });

  test("refuses a file that is no text", async ({ start, page }) => {
    await start.goTo("Start");
    await page.getByLabel("Choose a plan file").setInputFiles({
      name: "photo.json",
      mimeType: "application/json",
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    });
    await expect(start.refusal).toContainText("photo.json could not be read as text");
  });

  test("refuses a dropped file on any step and shows why", async ({ start }) => {
    await start.goTo("Endpoints");
    await start.drop({ name: "notes.json", text: "[1, 2" });
    await expect(start.refusal).toContainText("notes.json was not opened");
    await start.refusal.getByRole("button", { name: "Dismiss" }).click();
    await expect(start.refusal).toHaveCount(0);
    await expect(start.bar).toContainText("Churn training");
  });

  test("opens a dropped plan, and undo brings the one before back", async ({ start }) => {
    const plan = await document(start);
    plan.basics.title = "Dropped here";
    await start.goTo("Compute");
    await start.drop({ name: "dropped.json", text: JSON.stringify(plan) });
    await expect(start.heading).toHaveText("Networks");
    await expect(start.bar).toContainText("Dropped here");
    await start.toast("Opened dropped.json").getByRole("button", { name: "Undo" }).click();
    await expect(start.bar).toContainText("Churn training");
  });

  test("opens a chosen plan and keeps the one before", async ({ start }) => {
    const plan = await document(start);
    plan.basics.title = "Chosen";
    await start.goTo("Start");
    await start.choose({ name: "chosen.json", text: JSON.stringify(plan) });
    await expect(start.heading).toHaveText("Networks");
    await expect(start.bar).toContainText("Chosen");
    await expect.poll(async () => (await start.storedPlan())?.basics.title).toBe("Chosen");
    await start.goTo("Start");
    await expect(start.main.getByRole("button", { name: "Churn training" }).first()).toBeVisible();
  });
});
