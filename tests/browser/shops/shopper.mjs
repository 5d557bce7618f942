// A visitor to an imitated shop, who goes on when the tag has told what the last step meant.
import { until } from '../drive/processes.mjs';

const TOLD_MS = 10_000;

/** @param {import('../drive/page.mjs').Page} page @param {import('./serve.mjs').OpenShop} shop */
export function shopper(page, shop) {
  /** Waits for a line of the story, `times` times. @param {string} line its beginning @param {number} [times] */
  async function waits(line, times = 1) {
    const isTold = async () => shop.times(line) >= times;
    await until(`"${line}"; so far: ${shop.told.join(', ')}`, isTold, TOLD_MS);
  }
  /** @param {string} selector @param {string} text */
  async function fill(selector, text) {
    await page.click(selector);
    await page.type(text, 20);
  }
  return {
    until: waits,
    fill,
    /** Leaves, and reads what was stored. */
    async story() {
      await page.go('about:blank');
      return shop.story();
    },
    /** @param {string} path @param {string} line @param {number} [times] */
    async go(path, line, times) {
      await page.go(shop.url + path);
      await waits(line, times);
    },
    /** In the place of what stands there. @param {string} selector @param {string} text */
    async refill(selector, text) {
      await page.run(
        'const field = document.querySelector(arguments[0]); field.focus(); field.select()',
        selector,
      );
      await page.type(text, 20);
    },
  };
}
