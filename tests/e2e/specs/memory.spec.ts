// What this browser remembers: everything, half-typed text included.
import { expect, test } from "../support/test.ts";

test("finds the plan as it was after a reload", async ({ start, networks }) => {
  await start.openWith("Private batch scoring");
  await networks.field("Plan name").type("Fraud, second try");
  await networks.range("snet-training").type("10.0.8");
  await start.goTo("Compute");
  const nodes = start.field("Maximum nodes", start.card("cpu-fraud-train"));
  await nodes.type("1x");
  await nodes.expectError(/“1x” is kept here, but the plan still has 16/);
  await start.expectSaved();
  const before = await start.storedText();

  await start.reload();
  await expect(start.heading).toHaveText("Compute");
  await expect(nodes.control).toHaveValue("1x");
  await nodes.expectError(/“1x” is kept here/);
  await expect(start.step("Compute")).toContainText("1 error");
  await start.goTo("Networks");
  await expect(networks.field("Plan name").control).toHaveValue("Fraud, second try");
  await expect(networks.range("snet-training").control).toHaveValue("10.0.8");
  expect(await start.storedText()).toBe(before);
});

test("saves what was typed a moment before the page is left", async ({ start, networks, page }) => {
  await start.openWith("Training clusters in a network");
  await networks.field("Plan name").type("Typed and gone");
  await page.goto("about:blank");
  await start.open("#/networks");
  await expect(networks.field("Plan name").control).toHaveValue("Typed and gone");
});

test("keeps the plan that was open when another one is started", async ({ start }) => {
  await start.openWith("Training clusters in a network");
  await start.goTo("Start");
  await start.begin("AKS real-time scoring");
  await start.goTo("Start");
  await start.main.getByRole("button", { name: "Churn training", exact: true }).click();
  await expect(start.heading).toHaveText("Networks");
  await expect(start.bar).toContainText("Churn training");
});

test.describe("a saved plan that is damaged", () => {
  const damaged = '{"schema_version": 1, "basics": {"title": 5}}';

  test.beforeEach(async ({ page }) => {
    await page.addInitScript((text) => {
      localStorage.setItem("azureml-vnet-wizard/plan/1", text);
    }, damaged);
  });

  test("is kept and offered, and a blank plan is open instead", async ({ start, page }) => {
    await start.open();
    const notice = start.main.getByText("The plan that was saved here cannot be read");
    await expect(notice).toBeVisible();
    await expect(start.main).toContainText(/\/basics\/title: expected .*, found 5/);
    await expect(start.bar).toContainText("Network plan");

    const download = page.waitForEvent("download");
    await start.main.getByRole("button", { name: "Download the saved text" }).click();
    const stream = await (await download).createReadStream();
    expect(Buffer.concat(await stream.toArray()).toString()).toBe(damaged);

    await start.begin("Training clusters in a network");
    const kept = await page.evaluate(() => localStorage.getItem("azureml-vnet-wizard/plan/1"));
    expect(kept).toBe(damaged);
  });
});

for (const [error, words] of [
  ["SecurityError", "this browser blocks storage"],
  ["QuotaExceededError", "this browser's storage is full"],
] as const) {
  test(`says that nothing is saved when storage fails with ${error}`, async ({ start, networks, page }) => {
    await page.addInitScript((name) => {
      Storage.prototype.setItem = () => {
        throw new DOMException("refused by the test", name);
      };
    }, error);
    await start.open("#/networks");
    await networks.field("Plan name").type("Not kept");
    await expect(start.bar).toContainText(`Not saved: ${words}. Download the plan to keep it.`);
    await expect(start.bar).toContainText("Not kept");
  });
}
