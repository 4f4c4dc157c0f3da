// Security rules: written, moved, taken to a spreadsheet and back.
import { downloaded } from "../support/download.ts";
import { expect, test } from "../support/test.ts";

test("rules change places, go out as a table and come back", async ({ start, page }) => {
  await start.openWith("Private batch scoring");
  await start.goTo("Networks");
  const card = start.main.getByRole("article").filter({ hasText: "nsg-" }).first();
  await card.getByRole("button", { name: /^Fields of nsg-/ }).click();
  const add = card.getByRole("button", { name: "Add a security rule" });
  await add.click();
  await add.click();
  const names = card.getByLabel("Rule name");
  await names.nth(0).fill("First");
  await names.nth(1).fill("Second");
  await card.getByText(/^Rules in effect: /).click();
  const effective = card.getByRole("row").filter({ hasText: /First|Second|DenyAllInBound/ });
  await expect(effective).toHaveText([/First.*You/, /Second.*You/, /DenyAllInBound.*Azure/]);
  await card.getByRole("button", { name: /^Move earlier\s?: Second$/ }).click();
  await expect(names.nth(0)).toHaveValue("Second");
  await expect(effective).toHaveText([/Second/, /First/, /DenyAllInBound/]);

  const table = await downloaded(page, () => card.getByRole("button", { name: /^Rules as CSV/ }).click());
  expect(table.name).toMatch(/^nsg-.*-rules\.csv$/);
  const text = table.bytes.toString("utf8");
  expect(text.split("\r\n")[0]).toBe(
    "NSG,Name,Priority,Direction,Access,Protocol,Source,Source ports,Destination,Destination ports,Description",
  );
  const file = card.locator("input[type=file]");
  const broken = text.replace("Second,1000", "Second,soon");
  await file.setInputFiles({ name: "rules.csv", mimeType: "text/csv", buffer: Buffer.from(broken) });
  await expect(card).toContainText("line 2: expected a priority, a whole number, found “soon”");
  await expect(names).toHaveCount(2);

  const changed = text.replace("Second,", "Third,");
  await file.setInputFiles({ name: "rules.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
  await expect(names.nth(0)).toHaveValue("Third");
  await expect(card).not.toContainText("The file was not read");
  await start.undo.click();
  await expect(names.nth(0)).toHaveValue("Second");
});
