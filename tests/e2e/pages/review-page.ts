import { downloaded, type Downloaded } from "../support/download.ts";
import { AppPage } from "./app-page.ts";

/** All findings, capacity, and the files. */
export class ReviewPage extends AppPage {
  readonly zip = this.main.getByRole("button", { name: "Download all as zip" });

  async downloadZip(): Promise<Downloaded> {
    return downloaded(this.page, () => this.zip.click());
  }
}
