// On paper: the content without the controls.
import { expect, test } from "../support/test.ts";

test("prints findings, capacity and files of the review", async ({ start, networks, page }) => {
  await start.openWith("Training clusters in a network");
  await networks.range("snet-training").type("10.30.1.0/28");
  await networks.range("snet-pep").type("10.30.2.9/27");
  await start.goTo("Review");
  const findings = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  await expect(findings.filter({ hasText: "10.30.2.9 is not the start" })).toBeVisible();
  const onScreen = await findings.count();
  expect(onScreen).toBeGreaterThan(0);

  await page.emulateMedia({ media: "print" });
  await expect(start.bar).toBeHidden();
  await expect(start.steps).toBeHidden();
  await expect(start.heading).toBeVisible();
  for (let index = 0; index < onScreen; index += 1) await expect(findings.nth(index)).toBeVisible();
  await expect(page.getByRole("row", { name: /snet-training/ })).toBeVisible();
  await expect(page.getByText("arm/azuredeploy.json").first()).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
});

test("prints the drawing, in its wide form", async ({ start, page }) => {
  await start.openWith("Private batch scoring");
  await page.evaluate(() => (location.hash = "#/topology"));
  await expect(start.heading).toHaveText("Topology");
  await page.emulateMedia({ media: "print" });
  await expect(start.bar).toBeHidden();
  const drawing = start.main.locator("svg.topo-wide, .topo-wide svg").first();
  await expect(drawing).toBeVisible();
  await expect(drawing.getByText("snet-training")).toBeVisible();
  await expect(start.main.getByRole("button", { name: "Print" })).toBeHidden();
});
