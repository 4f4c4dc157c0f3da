// Nothing is final: undo and redo by button, by key and from the message.
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ start }) => {
  await start.openWith("Training clusters in a network");
  await start.reload();
});

test("takes back and repeats a change with the buttons", async ({ start, networks }) => {
  const range = networks.range("snet-training");
  await expect(start.undo).toHaveAttribute("aria-disabled", "true");
  await range.type("10.30.8.0/24");
  await start.undo.click();
  await expect(range.control).toHaveValue("10.30.1.0/24");
  await expect(start.undo).toHaveAttribute("aria-disabled", "true");
  await start.redo.click();
  await expect(range.control).toHaveValue("10.30.8.0/24");
  await expect(start.redo).toHaveAttribute("aria-disabled", "true");
});

test("takes back and repeats a change with keys", async ({ start, networks, page }) => {
  const range = networks.range("snet-training");
  await range.type("10.30.8.0/24");
  await start.heading.focus();
  await page.keyboard.press("Control+z");
  await expect(range.control).toHaveValue("10.30.1.0/24");
  await page.keyboard.press("Control+Shift+z");
  await expect(range.control).toHaveValue("10.30.8.0/24");
});

test("typing a word is one step", async ({ networks, start }) => {
  const name = networks.field("Plan name");
  await name.control.fill("");
  await name.control.pressSequentially("Renamed");
  await start.undo.click();
  await expect(name.control).toHaveValue("Churn training");
});

test("brings a deleted subnet back from the message", async ({ start, networks }) => {
  await networks.remove("snet-training").click();
  await expect(networks.range("snet-training").control).toHaveCount(0);
  await start
    .toast("Deleted snet-training")
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/24");
  // What stood in the subnet is back in it as well.
  await start.goTo("Compute");
  const subnet = start.field("Subnet", start.card("cpu-churn-train"));
  await expect(subnet.control.locator("option:checked")).toHaveText(/^snet-training\b/);
});

test("takes back a fix from the message", async ({ start, networks }) => {
  const range = networks.range("snet-training");
  await range.type("10.30.4.7/22");
  await range.fix("Use 10.30.4.0/22");
  await start.toast("Done: Use 10.30.4.0/22").getByRole("button", { name: "Undo" }).click();
  await expect(range.control).toHaveValue("10.30.4.7/22");
});
