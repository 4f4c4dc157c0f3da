// The Kubernetes service range must be used nowhere else.
import type { AppPage } from "../pages/app-page.ts";
import { expect, test } from "../support/test.ts";

const services = (app: AppPage) => app.field("Kubernetes service address range");
const dns = (app: AppPage) => app.field("Kubernetes DNS service IP address");

test("flags a service range inside the VNet and moves the DNS address along", async ({ start }) => {
  await start.openWith("AKS real-time scoring");
  await start.goTo("AKS");
  await services(start).type("10.50.0.0/16");
  await services(start).expectError(/overlaps vnet-pricing-ml-prod 10\.50\.0\.0\/16/);

  await services(start).fix(/^Use 10\.96\.0\.0\/16 and DNS IP 10\.96\.0\.10$/);
  await expect(services(start).control).toHaveValue("10.96.0.0/16");
  await expect(services(start).control).toBeFocused();
  await expect(dns(start).control).toHaveValue("10.96.0.10");
  await services(start).expectNoError();
  await dns(start).expectNoError();
  await expect(start.step("AKS")).not.toContainText("error");
});

test("flags a service range that on-premises uses", async ({ start, networks }) => {
  await start.openWith("AKS real-time scoring");
  await networks.addOnPremises("10.96.0.0/12", "ExpressRoute");
  await start.goTo("AKS");
  await services(start).expectError(/overlaps on-premises 10\.96\.0\.0\/12/);
  await services(start).fix(/^Use 10\.112\.0\.0\/16 and DNS IP 10\.112\.0\.10$/);
  await expect(dns(start).control).toHaveValue("10.112.0.10");
  await services(start).expectNoError();
});
