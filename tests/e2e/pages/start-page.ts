import { expect, type Locator } from "@playwright/test";
import type { Scenario } from "../support/scenarios.ts";
import { AppPage } from "./app-page.ts";

/** A file that a person has. */
export type LocalFile = { name: string; text: string };

/** The first step: scenarios, plan files, plans of before. */
export class StartPage extends AppPage {
  /** The cards to start from. */
  readonly scenarios = this.main.getByRole("group", { name: "Choose a starting point" });
  /** What is said about a file that was not opened. */
  readonly refusal: Locator = this.main.getByRole("alert");

  /** Chooses a scenario and starts with it. */
  async begin(scenario: Scenario): Promise<void> {
    await this.scenarios.getByRole("radio", { name: scenario }).check();
    await this.main.getByRole("button", { name: /^Start with / }).click();
    await expect(this.heading).toHaveText("Networks");
    await this.expectSaved();
  }

  /** Opens the app and starts with a scenario. */
  async openWith(scenario: Scenario): Promise<void> {
    await this.open();
    await this.begin(scenario);
  }

  /** Chooses a file in the browser's file dialog. */
  async choose({ name, text }: LocalFile): Promise<void> {
    await this.main.getByLabel("Choose a plan file").setInputFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  }

  /** Drops a file on the middle of whatever screen is shown. */
  async drop(file: LocalFile): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: "application/json" }));
      return transfer;
    }, file);
    await this.main.dispatchEvent("dragover", { dataTransfer });
    await this.main.dispatchEvent("drop", { dataTransfer });
  }
}
