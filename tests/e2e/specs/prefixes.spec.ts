// A wrong address range: said beside the field, mended by a button.
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ start }) => {
  await start.openWith("Training clusters in a network");
});

test("says that a range starts inside a block, and mends it", async ({ networks }) => {
  const range = networks.range("snet-training");
  await range.expectNoError();
  await range.type("10.30.4.7/22");
  await range.expectError(/10\.30\.4\.7 is not the start of a \/22.*inside 10\.30\.4\.0\/22/);

  await range.fix("Use 10.30.4.0/22");
  await expect(range.control).toHaveValue("10.30.4.0/22");
  await expect(range.control).toBeFocused();
  await range.expectNoError();
  await expect(range.control).toHaveAccessibleDescription(/10\.30\.4\.4 – 10\.30\.7\.254 · 1,019 usable/);
  await expect(networks.step("Networks")).not.toContainText("error");
});

test("keeps a range that cannot be read, and says which part is wrong", async ({ networks }) => {
  const range = networks.range("snet-pep");
  await range.type("10.0.300.0/24");
  await range.expectError(/“10\.0\.300\.0\/24” is not an address prefix.*300/);
  await expect(range.control).toHaveValue("10.0.300.0/24");
  await expect(networks.step("Networks")).toContainText("1 error");
  await range.type("10.30.2.0/27");
  await range.expectNoError();
});

test("says what is wrong as soon as the field is left", async ({ networks }) => {
  const range = networks.range("snet-training");
  await range.type("10.30.4");
  await range.control.blur();
  await range.expectError(/“10\.30\.4” is not an address prefix/);
});

test("writes a netmask as a length", async ({ networks }) => {
  const range = networks.range("snet-training");
  await range.type("10.30.4.0 255.255.252.0");
  await range.control.blur();
  await expect(range.control).toHaveValue("10.30.4.0/22");
  await range.expectNoError();
});

test("steps through blocks with the arrow keys", async ({ networks, page }) => {
  const range = networks.range("snet-training");
  await range.type("10.30.8.0/24");
  await range.control.focus();
  for (const [key, value] of [
    ["ArrowUp", "10.30.9.0/24"],
    ["ArrowDown", "10.30.8.0/24"],
    ["Shift+ArrowUp", "10.30.8.0/23"],
    ["Shift+ArrowDown", "10.30.8.0/24"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(range.control).toHaveValue(value);
  }
});

test("says what the range of an empty subnet would be, and keeps it on request", async ({ networks }) => {
  const range = networks.range("snet-training");
  await range.type("");
  await expect(range.control).toHaveAccessibleDescription(/placed at 10\.30\./);
  await networks.main.getByRole("button", { name: "Keep this range" }).click();
  await expect(range.control).toHaveValue(/^10\.30\.\d+\.\d+\/\d+$/);
});

test("mends a range in the list of an address space", async ({ networks }) => {
  const space = networks.field("Address space 1");
  await space.type("10.30.0.0");
  await space.expectError(/not an address prefix/);
  await space.fix("Use 10.30.0.0/16");
  await expect(space.control).toHaveValue("10.30.0.0/16");
  await expect(space.control).toBeFocused();
  await space.expectNoError();
});
