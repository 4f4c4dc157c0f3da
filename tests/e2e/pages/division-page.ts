import { expect, type Locator } from "@playwright/test";
import { AppPage } from "./app-page.ts";

/** The address space of one VNet, divided by hand, in the VNet's card. */
export class DivisionPage extends AppPage {
  /** The blocks of a VNet, by the VNet's name. */
  blocks(vnet: string): Locator {
    return this.main.getByRole("region", { name: `Blocks of ${vnet}`, exact: true });
  }

  /** Shows the blocks of a VNet and gives them. */
  async divide(vnet: string): Promise<Locator> {
    await this.card(vnet).getByRole("button", { name: "Edit by hand" }).click();
    const blocks = this.blocks(vnet);
    await expect(blocks).toBeVisible();
    return blocks;
  }

  /** The rows as text, in the order of their addresses: `10.30.0.0/26 AzureBastionSubnet`. */
  async listed(blocks: Locator): Promise<string[]> {
    return blocks.locator("tbody tr:not(.detail)").evaluateAll((rows) =>
      rows.map((row) => {
        const prefix = row.querySelector("th .mono")?.textContent ?? "";
        const what = row.querySelector("td button, td .muted")?.textContent ?? "";
        return `${prefix} ${what}`;
      }),
    );
  }

  /** The button that opens a block: a subnet by its name, a free block or an entry by its range. */
  opener(blocks: Locator, what: string | RegExp): Locator {
    const name = typeof what === "string" ? new RegExp(`^Change (free block )?${escaped(what)}(,|$)`) : what;
    return blocks.getByRole("button", { name });
  }

  /** Opens a block. */
  async openBlock(blocks: Locator, what: string): Promise<void> {
    await this.opener(blocks, what).click();
    await expect(this.opener(blocks, what)).toHaveAttribute("aria-expanded", "true");
  }

  /** A change of the block that is open. */
  change(blocks: Locator, word: string): Locator {
    return blocks.getByRole("button", { name: word, exact: true });
  }

  /** The change cannot be made, and its description says why. */
  async expectRefused(change: Locator, why: string | RegExp): Promise<void> {
    await expect(change).toHaveAttribute("aria-disabled", "true");
    await expect(change).toHaveAccessibleDescription(why);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
