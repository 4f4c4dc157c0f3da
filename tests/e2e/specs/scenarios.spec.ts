// Every scenario leads to an archive that says the same as the plan on screen.
import { AppPage } from "../pages/app-page.ts";
import type { Plan } from "../support/plan.ts";
import { SCENARIOS } from "../support/scenarios.ts";
import { expect, test } from "../support/test.ts";
import { unzip } from "../support/zip.ts";

test("offers exactly the scenarios that are tested here", async ({ start }) => {
  await start.open();
  const cards = start.scenarios.getByRole("radio");
  await expect(cards).toHaveCount(SCENARIOS.length);
  for (const [index, title] of SCENARIOS.entries()) {
    await expect(cards.nth(index)).toHaveAccessibleName(new RegExp(`^${title}`));
  }
});

for (const scenario of SCENARIOS) {
  test(`${scenario}: starts without errors and ends as an archive`, async ({ start, review }) => {
    await start.openWith(scenario);
    await start.goTo("Review");
    await expect(start.step("Review")).toContainText("Ready to download");

    const { name, bytes } = await review.downloadZip();
    expect(name).toMatch(/^[a-z0-9-]+\.zip$/);
    const files = unzip(bytes);

    const plan = JSON.parse(files.get("plan.json") ?? "null") as Plan;
    expect(plan, "the plan in the archive is the stored one").toEqual(await start.storedPlan());

    const template = JSON.parse(files.get("arm/azuredeploy.json") ?? "null");
    expect(template.$schema).toMatch(/deploymentTemplate\.json#$/);
    expect(template.resources.length).toBeGreaterThan(0);
    const arm = [...files].filter(([path]) => path.startsWith("arm/")).map(([, text]) => text);
    for (const vnet of plan.vnets.filter((vnet) => vnet.placement === "new")) {
      expect(arm.some((text) => text.includes(vnet.name)), `${vnet.name} is deployed`).toBe(true);
    }

    const drawing = files.get("topology.svg") ?? "";
    const root = await start.page.evaluate(
      (text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement.nodeName,
      drawing,
    );
    expect(root, "topology.svg is a drawing").toBe("svg");
  });
}

test("the button in the top bar gives the same archive from any step", async ({ start, review }) => {
  await start.openWith("Private batch scoring");
  const fromBar = await start.downloadAll();
  await start.goTo("Review");
  const fromReview = await review.downloadZip();
  expect(fromBar.name).toBe("fraud-batch-scoring.zip");
  expect(fromBar.bytes.equals(fromReview.bytes)).toBe(true);
});

test("a plan opened again from its archive is the same plan", async ({ start, review, browser }) => {
  await start.openWith("Hub and spoke with firewall");
  await start.goTo("Review");
  const text = unzip((await review.downloadZip()).bytes).get("plan.json") ?? "";

  const elsewhere = await browser.newContext({ baseURL: start.page.url().replace(/#.*/, "") });
  const page = await elsewhere.newPage();
  const other = new AppPage(page);
  await other.open();
  await page.getByLabel("Choose a plan file").setInputFiles({
    name: "plan.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await expect(other.heading).toHaveText("Networks");
  await expect.poll(() => other.storedText()).toBe(text);
  await elsewhere.close();
});
