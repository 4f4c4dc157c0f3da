// A subnet that is too small for what is planned in it.
import { expect, test } from "../support/test.ts";

test("explains that only a part of a cluster would start, and makes room", async ({ start }) => {
  await start.openWith("Training clusters in a network");
  await start.goTo("Compute");
  const nodes = start.field("Maximum nodes", start.card("cpu-churn-train"));
  await nodes.type("500");

  const findings = await start.show("Findings");
  const short = start.finding(/^snet-training is 261 addresses short$/);
  await expect(short).toContainText(/Azure would start only 249 of 510 nodes/);
  await expect(findings.getByRole("listitem").first()).toContainText("snet-training is 261");
  await expect(start.step("Networks")).toContainText("1 error");

  const capacity = await start.show("Capacity");
  await expect(capacity.getByRole("row", { name: /snet-training/ })).toContainText("512");

  await start.show("Findings");
  await short.getByRole("button", { name: /^(Grow|Move) snet-training to 10\.30\.\d+\.0\/22$/ }).click();
  await expect(short).toHaveCount(0);
  await expect(start.toast(/snet-training/)).toBeVisible();
  await expect(start.step("Networks")).not.toContainText("error");
});

test("leads from the finding to the field", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  await networks.range("snet-training").type("10.30.1.0/27");
  await start.goTo("Endpoints");
  await start.show("Findings");
  await start
    .finding(/^snet-training is \d+ addresses short$/)
    .getByRole("button", { name: /^Go to field/ })
    .click();
  await expect(start.heading).toHaveText("Networks");
  await expect(networks.range("snet-training").control).toBeFocused();
});
