// Ranges that the app proposes: asked for, read, made or refused; and the whole plan moved.
import { expect, test } from "../support/test.ts";
import type { Locator } from "@playwright/test";

/** Asks for a proposal and gives what is shown below its button. */
async function ask(within: Locator, label: string): Promise<Locator> {
  const button = within.getByRole("button", { name: label, exact: true });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  return button.locator("xpath=..").getByRole("status");
}

test("leaves an address space that clashes with nothing", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  const said = await ask(networks.card("vnet-churn-ml-dev"), "Propose an address space");
  await expect(said).toContainText("10.30.0.0/16 clashes with nothing, so it can stay.");
});

test("moves an address space that on-premises uses, with its subnets", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  await networks.addOnPremises("10.16.0.0/12", "ExpressRoute");
  const said = await ask(networks.card("vnet-churn-ml-dev"), "Propose an address space");
  await expect(said).toContainText(
    "10.32.0.0/16: private, and clear of all VNets, services and pods here and of 10.16.0.0/12 on-premises.",
  );
  await said.getByRole("button", { name: "Give vnet-churn-ml-dev 10.32.0.0/16" }).click();
  await expect(networks.field("Address space 1").control).toHaveValue("10.32.0.0/16");
  await expect(networks.range("snet-training").control).toHaveValue("10.32.1.0/24");
  await start.undo.click();
  await expect(networks.range("snet-training").control).toHaveValue("10.30.1.0/24");
});

test("fills the next free block of a length", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  const card = networks.card("vnet-churn-ml-dev");
  await card.getByLabel("Length of the next free block").selectOption("26");
  const said = await ask(card, "Find the next free block");
  await expect(said).toContainText("10.30.0.64/26: free, with 59 usable addresses.");
  // The proposal follows the length.
  await card.getByLabel("Length of the next free block").selectOption("25");
  await said.getByRole("button", { name: "Add snet-2 at 10.30.0.128/25" }).click();
  await expect(networks.range("snet-2").control).toHaveValue("10.30.0.128/25");
});

test("proposes every range of an AKS cluster", async ({ start, networks }) => {
  await start.openWith("AKS real-time scoring");
  await networks.addOnPremises("10.96.0.0/12", "ExpressRoute");
  await start.goTo("AKS");
  const services = start.field("Kubernetes service address range");
  const dns = start.field("Kubernetes DNS service IP address");
  await services.type("");
  const service = await ask(start.main, "Propose a service range");
  await expect(service).toContainText("of 10.96.0.0/12 on-premises");
  await service.getByRole("button", { name: "Use 10.112.0.0/16 for services" }).click();
  await expect(services.control).toHaveValue("10.112.0.0/16");
  await expect(dns.control).toHaveValue("10.112.0.10");

  await dns.type("10.112.0.1");
  const address = await ask(start.main, "Propose a DNS service address");
  await address.getByRole("button", { name: "Use 10.112.0.10" }).click();
  await expect(dns.control).toHaveValue("10.112.0.10");

  const pods = await ask(start.main, "Propose a pod range");
  await expect(pods).toContainText(/clashes with nothing, so it can stay|for pods/);
});

test("proposes a docker bridge where the rules of 2019 want one", async ({ start }) => {
  await start.openWith("AKS real-time scoring");
  await start.main.getByRole("radio", { name: /^Classic 2019/ }).check();
  await start.goTo("AKS");
  const said = await ask(start.main, "Propose a docker bridge");
  await said.getByRole("button", { name: "Use 172.17.0.1/16" }).click();
  await expect(start.toast("Done: Use 172.17.0.1/16")).toBeVisible();
  await expect.poll(async () => JSON.stringify(await start.storedPlan())).toContain("172.17.0.1/16");
});

test("moves the whole plan to another range", async ({ start, networks }) => {
  await start.openWith("Hub and spoke with firewall");
  const to = networks.main.getByLabel("Move the whole plan to another range");
  const said = networks.main.locator("#rebase-to-m");
  await to.fill("172.20.0");
  await expect(said).toContainText("Write one such as 172.20.0.0/14.");
  await to.fill("8.8.0.0/16");
  await expect(said).toContainText("8.8.0.0/16 is public address space");
  await to.fill("172.20.0.0/14");
  await expect(said).toContainText("subnets, fixed addresses, routes and rules move along");
  await said.getByRole("button", { name: "Move the plan to 172.20.0.0/14" }).click();
  await expect(networks.range("snet-training").control).toHaveValue(/^172\.2[0-3]\./);
  await expect(networks.range("AzureFirewallSubnet").control).toHaveValue(/^172\.2[0-3]\./);
  await expect(networks.step("Networks")).not.toContainText("error");
  await start.undo.click();
  await expect(networks.range("snet-training").control).toHaveValue("10.65.0.0/23");
});

test("pins everything that was placed", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  await networks.range("snet-training").type("");
  const said = await ask(networks.main, "Pin all placements");
  await said.getByRole("button", { name: "Pin 1 subnet" }).click();
  await expect(networks.range("snet-training").control).toHaveValue(/^10\.30\.\d+\.\d+\/25$/);
});
