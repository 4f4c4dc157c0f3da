// What is set for good at creation carries a lock with the reason, in every kind of field.
import type { Locator, Page } from "@playwright/test";
import { PLACES, type AppPage } from "../pages/app-page.ts";
import { expect, test } from "../support/test.ts";

/** The lock beside a control, by the control's id. */
async function lockOf(control: Locator): Promise<Locator> {
  const id = await control.getAttribute("id");
  return control.page().locator(`button[popovertarget="${id}-l"]`);
}

/** The control says why it stays, and so does the button beside it. */
async function expectLocked(control: Locator, why: RegExp): Promise<void> {
  await expect(control).toHaveAccessibleDescription(why);
  const lock = await lockOf(control);
  await expect(lock).toHaveAccessibleName("Why this is set for good at creation");
  await lock.click();
  const reason = control.page().locator(".lock-why:popover-open");
  await expect(reason).toContainText(why);
  await expect(reason.getByRole("link")).toHaveAttribute("href", /^https:\/\//);
  await control.page().keyboard.press("Escape");
  await expect(reason).toHaveCount(0);
}

/** Opens every card and every folded part of a place. */
async function unfold(app: AppPage): Promise<void> {
  for (const button of await app.main.locator('article button[aria-expanded="false"]').all()) {
    if (await button.isVisible()) await button.click();
  }
}

/** Ids that a control names as its description and that are not on the page. */
function missing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("[aria-describedby]")].flatMap((element) =>
      (element.getAttribute("aria-describedby") ?? "")
        .split(/\s+/)
        .filter((id) => id !== "" && document.getElementById(id) === null),
    ),
  );
}

test("fields in tables have the lock and the reason", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  await expectLocked(networks.range("snet-training").control, /A subnet cannot be resized or removed/);
  const name = networks.main.getByLabel("Subnet name", { exact: true }).first();
  await expectLocked(name, /Azure does not rename resources/);
  // What can change later has none, and no description that is not there.
  const purpose = networks.field("Purpose of snet-training").control;
  await expect(await lockOf(purpose)).toHaveCount(0);
  await expect(purpose).not.toHaveAttribute("aria-describedby", /-l\b/);
});

test("check boxes have the lock and the reason", async ({ start }) => {
  await start.openWith("Training clusters in a network");
  await start.goTo("Endpoints");
  const flag = start.main.getByRole("checkbox", { name: /business impact/i });
  await expectLocked(flag, /The flag is set when the workspace is created/);
});

test("choice cards have the lock and the reason", async ({ start, page }) => {
  await start.openWith("Training clusters in a network");
  await start.goTo("Endpoints");
  const group = start.main.getByRole("group", { name: /isolation|network of the workspace/i }).first();
  await expect(group).toHaveAccessibleDescription(/One way only/);
  await group.getByRole("button", { name: "Why this is set for good at creation" }).click();
  await expect(page.locator(".lock-why:popover-open")).toContainText("One way only");
});

test("nothing is described by what is not there", async ({ start, page }) => {
  test.slow();
  await start.openWith("Everything at once");
  for (const { hash, heading } of PLACES) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await expect(start.heading).toHaveText(heading);
    await unfold(start);
    expect(await missing(page), hash).toEqual([]);
  }
});
