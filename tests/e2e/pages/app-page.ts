import { expect, type Locator, type Page } from "@playwright/test";
import { downloaded, type Downloaded } from "../support/download.ts";
import type { Plan } from "../support/plan.ts";
import { Field } from "./field.ts";

export type Step = "Start" | "Networks" | "Compute" | "AKS" | "Endpoints" | "Review";

/** Every place in the app: its address, and the heading that tells that one is there. */
export const PLACES = [
  { hash: "#/start", step: "Start", heading: "Plan the network before you deploy" },
  { hash: "#/networks", step: "Networks", heading: "Networks" },
  { hash: "#/compute", step: "Compute", heading: "Compute" },
  { hash: "#/aks", step: "AKS", heading: "AKS" },
  { hash: "#/endpoints", step: "Endpoints", heading: "Endpoints" },
  { hash: "#/review", step: "Review", heading: "Review and download" },
  { hash: "#/topology", step: null, heading: "Topology" },
  { hash: "#/rules", step: null, heading: "Rules" },
  { hash: "#/rules/SUB004", step: null, heading: /^SUB004 / },
] as const;

const STORAGE = "azureml-vnet-wizard";

/** What every screen of the app has. Screens with parts of their own get a page object beside this. */
export class AppPage {
  readonly page: Page;
  /** The screen's heading. */
  readonly heading: Locator;
  /** The screen's content. */
  readonly main: Locator;
  /** The links to the steps. */
  readonly steps: Locator;
  /** The bar above everything: which plan, whether it is saved, what to do with it. */
  readonly bar: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  /** The live view beside the form. */
  readonly pane: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
    this.steps = page.getByRole("navigation", { name: "Steps" });
    this.bar = page.getByRole("banner");
    this.undo = this.bar.getByRole("button", { name: "Undo", exact: true });
    this.redo = this.bar.getByRole("button", { name: "Redo", exact: true });
    this.pane = page.getByRole("complementary", { name: "Live view" });
  }

  /** Opens the app at a route such as `#/networks` and waits until it has drawn itself. */
  async open(hash = ""): Promise<void> {
    // Relative, so that the same specs run below a path.
    await this.page.goto(`./${hash}`);
    await this.heading.first().waitFor();
  }

  /** Leaves the page and comes back to the same address. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.heading.first().waitFor();
  }

  step(name: Step): Locator {
    return this.steps.getByRole("link", { name: new RegExp(`^Step \\d of 6: ${name}\\b`) });
  }

  async goTo(name: Step): Promise<void> {
    await this.step(name).click();
    await expect(this.step(name)).toHaveAttribute("aria-current", "step");
  }

  /** Shows a tab of the live view and gives its panel. */
  async show(tab: "Topology" | "Address map" | "Findings" | "Capacity" | "Flows"): Promise<Locator> {
    await this.pane.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
    return this.pane.getByRole("tabpanel", { name: new RegExp(`^${tab}`) });
  }

  /** A finding by its title, wherever findings are listed. */
  finding(title: string | RegExp): Locator {
    const heading = this.page.getByRole("heading", { level: 3, name: title });
    return this.page.getByRole("listitem").filter({ has: heading });
  }

  /** The message at the bottom of the page. */
  toast(text: string | RegExp): Locator {
    return this.page.locator(".toast").filter({ hasText: text });
  }

  /** A field by its label, within the content or a part of it. */
  field(label: string | RegExp, within: Locator = this.main): Field {
    return new Field(within.getByLabel(label, { exact: true }));
  }

  /** The card of a repeated item, such as a cluster. */
  card(name: string): Locator {
    const heading = this.page.getByRole("heading", { level: 3, name, exact: true });
    return this.page.getByRole("article").filter({ has: heading });
  }

  /** Downloads everything as one archive, with the button that is on every screen. */
  async downloadAll(): Promise<Downloaded> {
    const button = this.bar.getByRole("button", { name: "Download everything as one zip file" });
    return downloaded(this.page, () => button.click());
  }

  /** The plan as this browser has it in its storage; null before the first save. */
  async storedPlan(): Promise<Plan | null> {
    const text = await this.storedText();
    return text === null ? null : (JSON.parse(text) as Plan);
  }

  /** The text of the open plan in this browser's storage. */
  storedText(): Promise<string | null> {
    return this.page.evaluate((storage) => {
      const slot = localStorage.getItem(`${storage}/current`) ?? "1";
      return localStorage.getItem(`${storage}/plan/${slot}`);
    }, STORAGE);
  }

  /** Waits until every change is in this browser's storage. */
  async expectSaved(): Promise<void> {
    await expect(this.bar.getByText("Saved in this browser")).toBeVisible();
  }
}
