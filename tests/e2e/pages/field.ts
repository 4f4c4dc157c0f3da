import { expect, type Locator } from "@playwright/test";

/** A form control with what is said about it. */
export class Field {
  readonly control: Locator;

  constructor(control: Locator) {
    this.control = control;
  }

  /** Replaces the content, as typing does. */
  async type(text: string): Promise<void> {
    await this.control.fill(text);
  }

  /** The control is marked as wrong and described by `text`. */
  async expectError(text: string | RegExp): Promise<void> {
    await expect(this.control).toHaveAttribute("aria-invalid", "true");
    await expect(this.control).toHaveAccessibleDescription(text);
  }

  async expectNoError(): Promise<void> {
    await expect(this.control).not.toHaveAttribute("aria-invalid");
  }

  /** Presses a button among the messages that describe the control. */
  async fix(label: string | RegExp): Promise<void> {
    const ids = (await this.control.getAttribute("aria-describedby")) ?? "";
    const places = ids.split(/\s+/).filter(Boolean).map((id) => `[id="${id}"]`);
    const described = this.control.page().locator(places.join(", "));
    await described.getByRole("button", { name: label, exact: true }).click();
  }
}
