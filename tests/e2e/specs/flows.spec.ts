// Will it work: required flows, what breaks them, what mends them, and questions about any connection.
import { expect, test } from "../support/test.ts";

type Loose = Record<string, any>;

test("a deny rule breaks a flow; the finding names it and its change mends it", async ({ start, page }) => {
  await start.openWith("Private batch scoring");
  const flows = await start.show("Flows");
  await expect(flows.getByRole("status").first()).toHaveText(/^(\d+) of \1 flows pass$/);

  const card = start.main.getByRole("article").filter({ hasText: /nsg-.*training/ }).first();
  await card.getByRole("button", { name: /^Fields of nsg-/ }).click();
  await card.getByRole("button", { name: "Add a security rule" }).click();
  const rule = card.getByRole("group", { name: /^Security rule/ });
  await rule.getByLabel("Rule name").fill("Deny-Everything");
  await rule.getByRole("spinbutton", { name: "Priority" }).fill("100");
  await rule.getByLabel("Direction").selectOption("outbound");
  await rule.getByLabel("Access").selectOption("deny");
  await rule.getByLabel("Protocol").selectOption("any");
  await rule.getByLabel("Destination", { exact: true }).fill("*");
  await rule.getByLabel("Destination ports").fill("*");
  await expect(flows.getByRole("status").first()).not.toHaveText(/^(\d+) of \1 flows pass$/);
  await flows.getByRole("button", { name: "Not passing" }).click();
  const failing = flows.locator("[data-flow]").first();
  await failing.locator("summary").click();
  await expect(failing).toContainText("Deny-Everything");
  await expect(failing.locator(".fix").first()).toBeVisible();
  await failing.hover();
  await expect(flows.locator(".trail .stop").first()).toBeAttached();

  await start.show("Findings");
  const finding = start.pane.locator(".finding[data-code=FLW001]").first();
  await expect(finding).toContainText("Deny-Everything");
  await finding.locator(".fix").first().click();
  await expect(page.locator(".toast")).toContainText("Done:");
  await expect(start.pane.locator(".finding[data-code=FLW001]")).toHaveCount(0);
});

test("a forced tunnel parts the replies of a public cluster; a route brings them back", async ({ start }) => {
  await start.openWith("Hub and spoke with firewall");
  const stored = async () => (await start.storedPlan()) as unknown as Loose;
  await expect.poll(async () => (await stored())?.clusters?.length).toBeGreaterThan(0);
  const plan = await stored();
  for (const cluster of plan.clusters) cluster.public_ip = true;
  const training = plan.vnets
    .flatMap((vnet: Loose) => vnet.subnets)
    .find((subnet: Loose) => subnet.id === plan.clusters[0].subnet);
  const table = plan.route_tables.find((table: Loose) => table.id === training.route_table);
  table.preset = "none";
  plan.last_id += 1;
  table.routes = [
    {
      id: plan.last_id,
      name: "all-to-appliance",
      destination: "0.0.0.0/0",
      next_hop: "virtual_appliance",
      next_hop_address: "10.250.0.4",
    },
  ];
  await start.drop({ name: "tunnel.json", text: JSON.stringify(plan) });
  await expect(start.heading).toHaveText("Networks");
  await start.goTo("Review");
  const finding = start.main.locator(".finding").filter({ hasText: /repl|asymmetric/i });
  await expect(finding.first()).toBeVisible();
  const fix = start.main.locator(".finding .fix").filter({ hasText: /AzureMachineLearning|route/i }).first();
  await fix.click();
  await expect
    .poll(async () => JSON.stringify((await stored()).route_tables))
    .toContain('"destination":"AzureMachineLearning"');
});

test("any connection can be asked about, and its way is drawn", async ({ start }) => {
  await start.openWith("Private batch scoring");
  const flows = await start.show("Flows");
  const form = flows.getByRole("region", { name: "Test a connection" });
  await form.getByLabel("From").fill("snet-jump");
  await form.getByLabel("To", { exact: true }).fill("pep-fraud-blob-prod");
  const answer = form.locator(".answer");
  await expect(answer).toHaveAttribute("data-verdict", "Allowed");
  await expect(answer).toContainText("Crosses the peering between vnet-fraud-jump-prod and vnet-fraud-ml-prod");
  await expect(flows.locator(".trail .forth").first()).toBeAttached();
  await form.getByLabel("From").fill("Internet");
  await form.getByLabel("To", { exact: true }).fill("snet-training");
  await expect(answer).toHaveAttribute("data-verdict", "Denied");
  await form.getByLabel("To", { exact: true }).fill("snet-nowhere");
  await expect(form).toContainText("Nothing in the plan is called snet-nowhere");
  await form.getByLabel("Port").fill("70000");
  await expect(form).toContainText("A port is a whole number from 1 to 65535.");
});
