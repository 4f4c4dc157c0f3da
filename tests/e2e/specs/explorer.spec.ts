// The files of the bundle: what is in them, taken one by one, and what the last edit changed.
import { expectAxeClean } from "../support/axe.ts";
import { downloaded } from "../support/download.ts";
import { expect, test } from "../support/test.ts";
import { unzip } from "../support/zip.ts";

/** Tables end their lines as spreadsheets want it; a page has line feeds only. */
const asShown = (text: string) => text.replaceAll("\r\n", "\n");

test("shows every file of the archive, character for character", async ({ start, review, page }) => {
  test.slow();
  await start.openWith("Everything at once");
  await start.goTo("Review");
  const files = unzip((await review.downloadZip()).bytes);
  expect(files.size).toBeGreaterThan(5);
  for (const [path, text] of files) {
    await test.step(path, async () => {
      await review.showFile(path);
      const asSource = page.getByRole("button", { name: "Source", exact: true });
      if (await asSource.isVisible()) await asSource.click();
      await expect(review.file(path)).toHaveAttribute("aria-current", "true");
      await expect.poll(() => review.source.evaluate((it) => it.textContent)).toBe(asShown(text));
    });
  }
});

test("numbers and colours the lines of a file", async ({ start, review }) => {
  await start.openWith("Private batch scoring");
  await start.goTo("Review");
  await review.showFile("arm/azuredeploy.json");
  await expect(review.source.locator("[data-n='2']")).toContainText('"$schema"');
  await expect(review.source.locator("[data-n='2'] .k")).toHaveText('"$schema"');
  await expect(review.source.locator("[data-n='2'] .t")).toHaveText(/^"https:.*"$/);
});

test("copies and downloads one file", async ({ start, review, page }) => {
  await start.openWith("Private batch scoring");
  await start.goTo("Review");
  const text = unzip((await review.downloadZip()).bytes).get("arm/azuredeploy.parameters.json");
  await review.showFile("arm/azuredeploy.parameters.json");
  await review.main.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(review.toast("Copied arm/azuredeploy.parameters.json")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  const button = review.main.getByRole("button", { name: "Download", exact: true });
  const { name, bytes } = await downloaded(page, () => button.click());
  expect(name).toBe("azuredeploy.parameters.json");
  expect(bytes.toString("utf8")).toBe(text);
});

test("folders and files open with the keyboard alone", async ({ start, review, keyboard }) => {
  await start.openWith("Private batch scoring");
  await start.goTo("Review");
  const folder = review.folder("arm");
  await expect(folder).toHaveAttribute("aria-expanded", "false");
  await keyboard.tabTo(folder);
  await keyboard.press("Enter");
  await expect(folder).toHaveAttribute("aria-expanded", "true");
  await keyboard.tabTo(review.file("arm/azuredeploy.json"));
  await keyboard.press("Enter");
  await expect(review.file("arm/azuredeploy.json")).toHaveAttribute("aria-current", "true");
  await expect(review.source).toHaveAccessibleName("Content of arm/azuredeploy.json");
  await keyboard.tabTo(folder, { key: "Shift+Tab" });
  await keyboard.press("Space");
  await expect(review.file("arm/azuredeploy.json")).toHaveCount(0);
});

test("marks the lines that the last edit changed, and only those", async ({ start, networks, review }) => {
  await start.openWith("Private batch scoring");
  await start.reload();
  await start.goTo("Review");
  await expect(review.main.getByText(/by the last edit/)).toHaveCount(0);
  await start.goTo("Networks");
  await networks.range("snet-training").type("10.0.4.0/24");
  await start.goTo("Review");
  await expect(review.main.getByText(/^Changed by the last edit: \d+ lines in \d+ files\.$/)).toBeVisible();
  await expect(review.file("plan.json")).toHaveAccessibleName(/1 line changed by the last edit/);
  await expect(review.folder("arm")).toHaveAccessibleName(/1 changed by the last edit/);
  await review.showFile("plan.json");
  await expect(review.marked).toHaveCount(1);
  await expect(review.marked).toContainText("10.0.4.0/24");
  await expect(review.marked).not.toBeInViewport();
  await review.main.getByRole("button", { name: "Go to the change" }).click();
  await expect(review.marked).toBeInViewport();
  await review.undo.click();
  await expect(review.marked).toHaveCount(0);
  await expect(review.main.getByText(/by the last edit/)).toHaveCount(0);
});

test("marks nothing after another plan is opened", async ({ start, review }) => {
  await start.openWith("Private batch scoring");
  await start.reload();
  await start.goTo("Start");
  await start.begin("Hub and spoke with firewall");
  await start.goTo("Review");
  await expect(review.main.getByText(/changed most of the files, so no line is marked/)).toBeVisible();
  await expect(review.marked).toHaveCount(0);
});

test("leads from one change to the next and says where lines are gone", async ({
  start,
  networks,
  review,
}) => {
  await start.openWith("Private batch scoring");
  await networks.remove("snet-training").click();
  await start.goTo("Review");
  await review.showFile("plan.json");
  const next = review.main.getByRole("button", { name: /^Next of \d+ changes$/ });
  await next.click();
  await expect(review.source.locator("#change-0")).toBeInViewport();
  await next.click();
  await expect(review.source.locator("#change-1")).toBeInViewport();
  const gone = review.source.locator(".cut").first();
  await expect(gone).toHaveAttribute("data-cut", /^\d+ lines? removed here$/);
});

test("shows the drawing as a picture and as its source", async ({ start, review, page }) => {
  await start.openWith("Private batch scoring");
  await start.goTo("Review");
  await review.showFile("topology.svg");
  const picture = review.main.getByRole("img", { name: /^The topology/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
  await page.getByRole("button", { name: "Source", exact: true }).click();
  await expect(review.source).toContainText("<svg");
  await page.getByRole("button", { name: "Picture", exact: true }).click();
  await expect(picture).toBeVisible();
});

test("says that files of a plan with errors carry a banner", async ({ start, networks, review }) => {
  await start.openWith("Private batch scoring");
  await networks.range("snet-training").type("10.0.1.7/24");
  await start.goTo("Review");
  await expect(review.main.getByText(/^Warning: The plan still has \d+ errors?$/)).toBeVisible();
  await review.showFile("arm/azuredeploy.json");
  await expect(review.source).toContainText("DO NOT DEPLOY");
});

test("says what the files cannot say and where that is edited", async ({ start, review }) => {
  await start.openWith("AKS real-time scoring");
  await start.goTo("Review");
  const gap = review.main.getByRole("listitem").filter({ hasText: "answers in HTTP" });
  await gap.getByRole("button", { name: "Go to field" }).click();
  await expect(review.heading).toHaveText("AKS");
});

test("leads from the tree to the file and back on a phone", async ({ start, review, page }) => {
  await start.openWith("Everything at once");
  await start.goTo("Review");
  await page.setViewportSize({ width: 390, height: 844 });
  await review.showFile("azureml/workspace.yml");
  await expect(review.main.getByRole("heading", { name: "azureml/workspace.yml" })).toBeInViewport();
  await expect(review.source).toBeInViewport();
  await review.main.getByRole("button", { name: "All files" }).click();
  await expect(review.file("azureml/workspace.yml")).toBeInViewport();
  await expectAxeClean(page);
});
