// Steps are links: any order, back and forward, bookmarks.
import { PLACES } from "../pages/app-page.ts";
import { expect, test } from "../support/test.ts";

test("each step has an address, a title and a heading that takes the focus", async ({ app, page }) => {
  await app.open();
  const order = ["Review", "Networks", "AKS", "Compute", "Endpoints", "Start"] as const;
  for (const step of order) {
    await app.goTo(step);
    const place = PLACES.find((place) => place.step === step);
    await expect(page).toHaveURL(new RegExp(`${place?.hash}$`));
    await expect(app.heading).toHaveText(place?.heading ?? "");
    await expect(app.heading).toBeFocused();
    await expect(page).toHaveTitle(`${step} · Network plan · Azure ML VNet Wizard`);
    await expect(app.steps.locator("[aria-current]")).toHaveCount(1);
  }
});

test("goes back and forward with the browser", async ({ app, page }) => {
  await app.open();
  await app.goTo("Networks");
  await app.goTo("Endpoints");
  await page.goBack();
  await expect(app.heading).toHaveText("Networks");
  await expect(app.heading).toBeFocused();
  await page.goBack();
  await expect(app.heading).toHaveText("Plan the network before you deploy");
  await page.goForward();
  await expect(app.heading).toHaveText("Networks");
});

for (const { hash, heading } of PLACES) {
  test(`opens at the bookmark ${hash}`, async ({ app, page }) => {
    await app.open(hash);
    await expect(app.heading).toHaveText(heading);
    await expect(page).toHaveURL(new RegExp(`${hash}$`));
  });
}

test("an address that leads nowhere shows the start", async ({ app }) => {
  await app.open("#/nowhere");
  await expect(app.heading).toHaveText("Plan the network before you deploy");
});

test("the links below a step lead on and back", async ({ app }) => {
  await app.open("#/networks");
  await app.main.getByRole("link", { name: "Compute", exact: true }).click();
  await expect(app.heading).toHaveText("Compute");
  await app.main.getByRole("link", { name: "Networks", exact: true }).click();
  await expect(app.heading).toHaveText("Networks");
});

test("the drawing has a page of its own", async ({ app }) => {
  await app.open("#/compute");
  await app.pane.getByRole("link", { name: "Full-page topology" }).click();
  await expect(app.heading).toHaveText("Topology");
  await app.main.getByRole("link", { name: "Back to review" }).click();
  await expect(app.heading).toHaveText("Review and download");
});
