// A person without a mouse: every move is a key, and every stop must be visible.
import { expect, type Locator, type Page } from "@playwright/test";

export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses Tab (or another key) until `target` has the focus; each stop on the way must be visible. */
  async tabTo(target: Locator, { key = "Tab", most = 120 } = {}): Promise<void> {
    const wanted = await target.elementHandle();
    for (let stops = 0; stops < most; stops += 1) {
      await this.press(key);
      await this.expectVisibleFocus();
      if (await this.page.evaluate((element) => document.activeElement === element, wanted)) return;
    }
    throw new Error(`${most} × ${key} did not lead to ${String(target)}`);
  }

  /** The focused element, or what stands around it, is outlined and on screen. */
  async expectVisibleFocus(): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return "nothing has the focus";
      const name = `${active.tagName} ${active.id} ${active.textContent?.trim().slice(0, 40)}`;
      let outlined: Element | null = active;
      // A radio button's card and a stepper's frame carry the outline for the control inside.
      for (let up = 0; up < 3 && outlined !== null; up += 1, outlined = outlined.parentElement) {
        const style = getComputedStyle(outlined);
        if (style.outlineStyle === "none" || Number.parseFloat(style.outlineWidth) === 0) continue;
        const box = outlined.getBoundingClientRect();
        const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return inside ? "" : `out of sight: ${name}`;
      }
      return `no outline: ${name}`;
    });
    expect(seen, "visible focus").toBe("");
  }
}
