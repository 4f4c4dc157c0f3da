import type { Locator } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { Field } from "./field.ts";

/** Basics, VNets and subnets, peering, on-premises. */
export class NetworksPage extends AppPage {
  /** The range of a subnet, by the subnet's name. */
  range(subnet: string): Field {
    return this.field(`Address range of ${subnet}`);
  }

  /** The button that deletes a subnet. */
  remove(subnet: string): Locator {
    return this.main.getByRole("button", { name: `Delete ${subnet}`, exact: true });
  }

  /** Adds a range that is in use on-premises. */
  async addOnPremises(prefix: string, link: string): Promise<void> {
    await this.main.getByLabel("Connection", { exact: true }).selectOption({ label: link });
    const ranges = this.main.getByRole("group", { name: "Address ranges on-premises" });
    const before = await ranges.getByRole("textbox").count();
    await ranges.getByRole("button", { name: "Add range" }).click();
    await ranges.getByRole("textbox").nth(before).fill(prefix);
  }
}
