// Dividing the address space of a VNet by hand: split, join, resize, move, pin, and why not.
import { expectAxeClean } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const VNET = "vnet-churn-ml-dev";

test.beforeEach(async ({ start }) => {
  await start.openWith("Training clusters in a network");
});

test("lists subnets and free space in the order of their addresses", async ({ division }) => {
  const blocks = await division.divide(VNET);
  const listed = await division.listed(blocks);
  expect(listed.slice(0, 5)).toEqual([
    "10.30.0.0/26 AzureBastionSubnet",
    "10.30.0.64/26 Free",
    "10.30.0.128/25 Free",
    "10.30.1.0/24 snet-training",
    "10.30.2.0/27 snet-pep",
  ]);
  expect(listed.at(-1)).toBe("10.30.128.0/17 Free");
  await expect(blocks.getByText("65,536 addresses, 65,152 free")).toBeVisible();
});

test("splits a subnet and joins it again, each as one step", async ({ division, networks, page }) => {
  const blocks = await division.divide(VNET);
  const before = await division.listed(blocks);
  await division.openBlock(blocks, "snet-training");
  await division.change(blocks, "Split in two").click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/25");
  await expect(networks.range("snet-training-2").control).toHaveValue("10.30.1.128/25");
  // The block keeps the focus and stays open, and what happened is announced.
  await expect(division.opener(blocks, "snet-training")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Done: Split snet-training" }).first()).toBeAttached();

  const join = division.change(blocks, "Join with its other half");
  await expect(join).toHaveAccessibleDescription(
    "snet-training becomes 10.30.1.0/24; snet-training-2 goes, as nothing stands in it.",
  );
  await join.click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/24");
  await expect(networks.range("snet-training-2").control).toHaveCount(0);
  expect(await division.listed(blocks)).toEqual(before);

  await division.undo.click();
  await expect(networks.range("snet-training-2").control).toHaveValue("10.30.1.128/25");
  await division.undo.click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/24");
  await expect(networks.range("snet-training-2").control).toHaveCount(0);
});

test("makes a subnet smaller and larger, and says why not further", async ({ division, networks }) => {
  const blocks = await division.divide(VNET);
  const range = networks.range("snet-training").control;
  await division.openBlock(blocks, "snet-training");
  await division.change(blocks, "Make it smaller").click();
  await expect(range).toHaveValue("10.30.1.0/25");
  await division.change(blocks, "Make it smaller").click();
  await expect(range).toHaveValue("10.30.1.0/26");
  await division.expectRefused(
    division.change(blocks, "Make it smaller"),
    /^snet-training needs 32 addresses, and 10\.30\.1\.0\/27 has 27 beside the five that Azure keeps\. Choose a \/26 or larger\.$/,
  );
  await division.change(blocks, "Make it larger").click();
  await division.change(blocks, "Make it larger").click();
  await expect(range).toHaveValue("10.30.1.0/24");
  await division.expectRefused(
    division.change(blocks, "Make it larger"),
    "10.30.0.0/23 overlaps AzureBastionSubnet 10.30.0.0/26. Choose a block that is free.",
  );
});

test("a change that cannot be made does nothing and says why", async ({ division, networks, page }) => {
  const blocks = await division.divide(VNET);
  await division.openBlock(blocks, "snet-training");
  const join = division.change(blocks, "Join with its other half");
  const why = "AzureBastionSubnet lies in 10.30.0.0/24, the other half. Move or remove it first.";
  await division.expectRefused(join, why);
  await join.click({ force: true });
  await expect(page.getByRole("status").filter({ hasText: why }).first()).toBeAttached();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/24");
});

test("moves a subnet to the next free block of its size", async ({ division, networks }) => {
  const blocks = await division.divide(VNET);
  await division.openBlock(blocks, "snet-training");
  await division.change(blocks, "Move to next free block").click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.4.0/24");
  expect(await division.listed(blocks)).toContain("10.30.4.0/24 snet-training");
  await expect(division.opener(blocks, "snet-training")).toBeFocused();
  await division.toast(/Move snet-training to 10\.30\.4\.0\/24/).getByRole("button", { name: "Undo" }).click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/24");
});

test("unpins a subnet and pins it where it is placed", async ({ division, networks }) => {
  const blocks = await division.divide(VNET);
  await division.openBlock(blocks, "snet-training");
  await division.change(blocks, "Unpin it").click();
  await expect(networks.range("snet-training").control).toHaveValue("");
  await expect(blocks.getByText("sized for you")).toBeVisible();
  await division.change(blocks, "Pin it here").click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.0.128/25");
  await expect(division.opener(blocks, "snet-training")).toBeFocused();
});

test("divides free space and makes a subnet of a part", async ({ division, networks }) => {
  const blocks = await division.divide(VNET);
  await division.openBlock(blocks, "10.30.0.128/25");
  await division.change(blocks, "Split in two").click();
  await expect(division.opener(blocks, "10.30.0.128/26")).toBeFocused();
  // Free space is not part of the plan, so there is nothing to undo yet.
  expect(await division.listed(blocks)).toEqual(
    expect.arrayContaining(["10.30.0.128/26 Free", "10.30.0.192/26 Free"]),
  );
  await division.change(blocks, "Join with its other half").click();
  await expect(division.opener(blocks, "10.30.0.128/25")).toBeFocused();
  await division.change(blocks, "Split in two").click();
  await division.change(blocks, "Make it a subnet").click();
  const made = networks.range("snet-2").control;
  await expect(made).toHaveValue("10.30.0.128/26");
  await expect(division.opener(blocks, "snet-2")).toBeFocused();
  await division.openBlock(blocks, "10.30.0.192/26");
  await division.expectRefused(
    division.change(blocks, "Join with its other half"),
    "snet-2 lies in 10.30.0.128/26, the other half. Move or remove it first.",
  );
  await division.undo.click();
  await expect(made).toHaveCount(0);
});

test("splits and joins an entry of the address space", async ({ division, networks }) => {
  const blocks = await division.divide(VNET);
  await division.openBlock(blocks, "10.30.0.0/16");
  await division.change(blocks, "Split the range in two").click();
  await expect(networks.field("Address space 1").control).toHaveValue("10.30.0.0/17");
  await expect(networks.field("Address space 2").control).toHaveValue("10.30.128.0/17");
  await expect(blocks.getByRole("heading", { level: 4 })).toHaveText(["10.30.0.0/17", "10.30.128.0/17"]);
  await division.change(blocks, "Join with its other half").click();
  await expect(networks.field("Address space 2").control).toHaveCount(0);
  await expect(networks.field("Address space 1").control).toHaveValue("10.30.0.0/16");
});

test("what exists in Azure keeps its addresses", async ({ division, networks }) => {
  await networks.field("Deployment", networks.card(VNET)).control.selectOption({ label: "Use existing" });
  const blocks = await division.divide(VNET);
  await expect(blocks.getByText("exists", { exact: true }).first()).toBeVisible();
  await division.openBlock(blocks, "10.30.128.0/17");
  await division.expectRefused(division.change(blocks, "Make it a subnet"), /exists in Azure already/);
});

test("works with the keyboard alone", async ({ division, keyboard, networks }) => {
  const blocks = await division.divide(VNET);
  await keyboard.tabTo(division.opener(blocks, "snet-training"));
  await keyboard.press("Enter");
  await keyboard.tabTo(division.change(blocks, "Make it smaller"));
  await keyboard.press("Enter");
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/25");
  await expect(division.opener(blocks, "snet-training")).toBeFocused();
  await keyboard.expectVisibleFocus();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`has no violations in ${colorScheme} mode at ${width} pixels`, async ({ division, page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const blocks = await division.divide(VNET);
      for (const block of ["snet-training", "10.30.0.128/25", "10.30.0.0/16"]) {
        await division.openBlock(blocks, block);
        await expectAxeClean(page, ".hand");
      }
      const out = await page.evaluate(() => {
        const root = document.scrollingElement;
        return root === null ? 0 : root.scrollWidth - root.clientWidth;
      });
      expect(out, "nothing sticks out of the page").toBe(0);
    });
  }
}

test("the address map of the live view offers the same changes", async ({ division, networks, page }) => {
  const map = await division.show("Address map");
  await division.openBlock(map, "snet-training");
  await division.change(map, "Make it smaller").click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/25");
  await expect(division.opener(map, "snet-training")).toBeFocused();
  await division.openBlock(map, "10.30.128.0/17");
  await division.change(map, "Split in two").click();
  await expect(division.opener(map, "10.30.128.0/18")).toBeFocused();
  await division.change(map, "Make it a subnet").click();
  await expect(networks.range("snet-2").control).toHaveValue("10.30.128.0/18");
  await expect(division.opener(map, "snet-2")).toBeFocused();
  await expectAxeClean(page, "#panel-map");
});
