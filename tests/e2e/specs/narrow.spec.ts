// Phones and strong zoom: everything fits the width, nothing is lost.
import { PLACES, type AppPage } from "../pages/app-page.ts";
import { expect, test } from "../support/test.ts";

/** Nothing sticks out of the page; what does is named. */
async function expectFits(app: AppPage, where: string): Promise<void> {
  const out = await app.page.evaluate(() => {
    const page = document.scrollingElement;
    if (page === null || page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > page.clientWidth + 1,
    );
    const names = wide.slice(0, 5).map((element) => `${element.tagName}.${element.className}`);
    return [`${page.scrollWidth} of ${page.clientWidth}`, ...names];
  });
  expect(out, `${where} fits the width`).toEqual([]);
}

for (const width of [390, 320]) {
  test(`no place scrolls sideways at ${width} pixels`, async ({ start, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await start.open();
    await start.scenarios.getByRole("radio", { name: "Everything at once" }).check();
    await start.main.getByRole("button", { name: /^Start with / }).click();
    for (const { hash, heading } of PLACES) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await expect(start.heading).toHaveText(heading);
      await expectFits(start, hash);
    }
  });
}

test("the live view opens from the bottom edge and closes again", async ({ start, keyboard, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await start.open("#/networks");
  const panel = await start.show("Findings");
  await expect(panel).toBeVisible();
  await expectFits(start, "the open live view");
  await keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("says on a phone, too, that nothing is saved", async ({ start, networks, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("refused by the test", "SecurityError");
    };
  });
  await start.open("#/networks");
  await networks.field("Plan name").type("Not kept");
  await expect(start.bar.getByText(/^Not saved/)).toBeVisible();
  await expectFits(start, "the top bar");
});
