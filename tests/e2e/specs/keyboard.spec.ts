// From the first screen to the archive without a mouse, with the focus in sight at every stop.
import { downloaded } from "../support/download.ts";
import { expect, test } from "../support/test.ts";
import { unzip } from "../support/zip.ts";

test("leads from start to download", async ({ start, review, networks, keyboard, page }) => {
  await start.open();
  const first = start.scenarios.getByRole("radio").first();
  await keyboard.tabTo(first);
  await keyboard.press("ArrowDown");
  await expect(start.scenarios.getByRole("radio", { name: /^Private batch scoring/ })).toBeChecked();
  await keyboard.tabTo(start.main.getByRole("button", { name: "Start with private batch scoring" }));
  await keyboard.press("Enter");
  await expect(start.heading).toHaveText("Networks");
  await expect(start.heading).toBeFocused();

  await keyboard.tabTo(networks.range("snet-training").control);
  await keyboard.press("Shift+ArrowUp");
  await expect(networks.range("snet-training").control).toHaveValue("10.0.0.0/23");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("ArrowUp");
  await expect(networks.range("snet-training").control).toHaveValue("10.0.1.0/24");

  await keyboard.press("Alt+PageDown");
  await expect(start.heading).toHaveText("Compute");
  await expect(start.heading).toBeFocused();
  const nodes = start.field("Maximum nodes", start.card("cpu-fraud-train"));
  await keyboard.tabTo(nodes.control);
  await keyboard.press("ArrowUp");
  await expect(nodes.control).toHaveValue("17");

  await keyboard.tabTo(start.step("Review"), { key: "Shift+Tab" });
  await keyboard.press("Enter");
  await expect(start.heading).toHaveText("Review and download");
  await expect(start.heading).toBeFocused();
  await keyboard.tabTo(review.zip);
  const { bytes } = await downloaded(page, () => keyboard.press("Enter"));
  const plan = JSON.parse(unzip(bytes).get("plan.json") ?? "null");
  expect(plan.clusters[0].max_nodes).toBe(17);
});

test("the first stop skips to the form", async ({ start, keyboard }) => {
  await start.open("#/networks");
  await keyboard.press("Tab");
  await keyboard.expectVisibleFocus();
  await keyboard.press("Enter");
  await expect(start.main).toBeFocused();
  await keyboard.press("Tab");
  await expect(start.field("Plan name").control).toBeFocused();
  await expect(start.heading).toHaveText("Networks");
});

test("the live view's tabs are one stop, moved through with arrow keys", async ({ start, keyboard }) => {
  await start.open("#/networks");
  const tab = (name: string) => start.pane.getByRole("tab", { name: new RegExp(`^${name}`) });
  await tab("Address map").focus();
  await keyboard.press("ArrowRight");
  await expect(tab("Findings")).toBeFocused();
  await expect(tab("Findings")).toHaveAttribute("aria-selected", "true");
  await keyboard.press("End");
  await expect(tab("Flows")).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(tab("Topology")).toBeFocused();
  await keyboard.press("ArrowLeft");
  await keyboard.press("Home");
  await expect(start.pane.getByRole("tabpanel", { name: "Topology" })).toBeVisible();
});

test("deleting by keyboard leaves the focus near by", async ({ start, networks, keyboard }) => {
  await start.openWith("Training clusters in a network");
  await networks.remove("snet-training").focus();
  await keyboard.press("Enter");
  await expect(networks.range("snet-training").control).toHaveCount(0);
  await expect(start.card("vnet-churn-ml-dev").getByRole("heading", { level: 3 })).toBeFocused();
});

test("the help opens with ? and gives the focus back", async ({ start, keyboard, page }) => {
  await start.open("#/networks");
  const help = start.bar.getByRole("button", { name: "Keyboard shortcuts and help" });
  await help.focus();
  await keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toBeVisible();
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(help).toBeFocused();
});
