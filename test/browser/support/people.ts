import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';

/** Somebody at the served registry, each in a window of their own. */
export class Visitor {
  readonly page: Page;
  readonly #url: string;
  readonly #as: string;

  private constructor(page: Page, url: string, as: string) {
    this.page = page;
    this.#url = url;
    this.#as = as;
  }

  static async enter(context: BrowserContext, url: string, as: string): Promise<Visitor> {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
    return new Visitor(await context.newPage(), url, as);
  }

  /** Goes to a place of the Workspace; the sheet is there once it can be typed into. */
  async goTo(place: 'sheet' | 'forms' | 'mail' | 'drive' | 'clock'): Promise<void> {
    // Clicks into the frames of a page behind another one get lost.
    await this.page.bringToFront();
    await this.page.goto(`${this.#url}?as=${this.#as}&place=${place}`);
    if (place === 'sheet') await this.grid().waitFor();
  }

  grid(): Locator {
    return this.page.locator('.spreadsheet[data-state="ready"] canvas').first();
  }

  /** Goes to cells of the tab that is shown, by the name box. */
  async select(a1: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: 'Name box' });
    await box.fill(a1);
    await box.press('Enter');
    await this.page.waitForFunction(`document.activeElement.isContentEditable`);
  }

  async type(a1: string, text: string): Promise<void> {
    await this.select(a1);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Pastes a block of texts, as it comes from another spreadsheet. */
  async paste(a1: string, block: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`);
    await this.select(a1);
    await this.page.keyboard.press('Control+V');
  }

  /** The text of a cell, as it is copied from the screen. */
  async read(a1: string): Promise<string> {
    await this.select(a1);
    await this.page.keyboard.press('Control+C');
    return String(await this.page.evaluate('navigator.clipboard.readText()')).trim();
  }

  /** Chooses an item of the add-on's menu, by the captions on the way to it. */
  async choose(...captions: readonly string[]): Promise<void> {
    const item = (name: string) => this.page.getByRole('menuitem', { name, exact: true });
    await item('Lead Registry').click();
    for (const caption of captions.slice(0, -1)) await item(caption).hover();
    await item(captions.at(-1) ?? '').click();
  }

  /** The dialog or sidebar of that title. */
  dialog(title: string): FrameLocator {
    return this.page.frameLocator(`iframe[title="${title}"]`);
  }

  /**
   * Opens a form by the menu, fills it, looks at what will change, and confirms; answers what it said afterwards. Closes it.
   */
  async fillForm(
    captions: readonly string[],
    title: string,
    fill: (form: FrameLocator) => Promise<void>,
  ): Promise<string> {
    await this.choose(...captions);
    const form = this.dialog(title);
    await fill(form);
    await form.getByRole('button', { name: 'Continue' }).click();
    const refused = form.locator('.notice.wrong');
    await form.locator('.plan').or(refused).first().waitFor();
    if ((await refused.count()) > 0) throw new Error(`${title}: ${await refused.innerText()}`);
    await form.locator('.primary').click();
    await form.locator('.result').waitFor();
    const said = await form.locator('.result').innerText();
    await form.getByRole('button', { name: 'Close' }).click();
    await this.page.locator(`iframe[title="${title}"]`).waitFor({ state: 'detached' });
    return said;
  }

  /** Opens the newest message of that subject; answers its text. */
  async readMail(subject: RegExp): Promise<string> {
    await this.goTo('mail');
    await this.page.getByRole('button', { name: subject }).first().click();
    await this.page.locator('.letter-subject').waitFor();
    const framed = this.page.frameLocator('iframe[title="Message"]').locator('body');
    const isFramed = (await this.page.locator('iframe[title="Message"]').count()) > 0;
    return (isFramed ? framed : this.page.locator('.letter-text')).innerText();
  }
}

/** Chooses the record that matches in a form's search field. */
export async function search(form: FrameLocator, label: string, text: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(text);
  await form
    .getByRole('option', { name: new RegExp(text) })
    .first()
    .click();
  // What is known of it comes and moves the fields below.
  await form.locator('form[aria-busy="false"]').waitFor();
}
