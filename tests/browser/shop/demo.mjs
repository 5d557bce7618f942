// The whole demo for one test file: put together in build/, served, and what its collector stored.
import { join } from 'node:path';
import { isDelight } from '../../../js/inspect/family.js';
import { demoSite } from '../../../tools/demo-site.mjs';
import { collect } from '../drive/collector.mjs';
import { ENGINES } from '../drive/index.mjs';
import { ROOT } from '../stage.mjs';

/** @typedef {Record<string, any>} Json */

/** @param {string} name of the test file @param {boolean} [alone] without a server of ours @returns {Promise<string>} the folder */
export async function demoFolder(name, alone = false) {
  const folder = `build/demo-in-${name}-${ENGINES.join('-')}`;
  await demoSite(join(ROOT, folder), alone);
  return folder;
}

/** A collector that serves it. @param {string} name */
export const collectDemo = async name => collect({ folders: { '/': await demoFolder(name) } });

/** Findings of trouble that stand, by name, in the order of their first records; what went well is not among them. @param {Json[]} records of one trail */
export const signalsIn = records => {
  const findings = records.filter(({ kind }) => kind === 'signal');
  const gone = new Set(findings.filter(({ state }) => state === 'revoked').map(({ about }) => about));
  const standing = findings.filter(({ id, about }) => !about && !gone.has(id)).map(({ signal }) => signal);
  return standing.filter(signal => !isDelight({ signal }));
};

/** @param {Json[]} records @param {string} kind */
export const ofKind = (records, kind) => records.filter(record => record.kind === kind);

const CAPTION = 'return document.querySelector(".caption p").textContent';

/** What a person does on the tour's page. @param {import('../drive/page.mjs').Page} page @param {string} url of the demo */
export function guest(page, url) {
  const STORY = { guided: 1, unhappy: 2, innocent: 3 };
  const told = async () => {
    const how = await page.waitFor('return document.documentElement.dataset.told', { timeout: 150_000 });
    if (how !== 'to the end') throw new Error(`the story was told ${how}: ${await page.run(CAPTION)}`);
  };
  return {
    /** @param {string} [query] */
    async enter(query = 'pace=6') {
      await page.go(`${url}/tour/?${query}`);
      await page.waitFor('return !!document.querySelector("iframe")?.contentWindow.koord?.stop');
    },
    /** @param {keyof typeof STORY} story */
    begin: story => page.click(`.story:nth-child(${STORY[story]})`),
    told,
    /** Which page the frame shows. @returns {Promise<string>} */
    place: () =>
      page.run('return document.querySelector("iframe").contentWindow.location.pathname.split("/").at(-1)'),
    /** What the row below the shop says was noticed. @returns {Promise<string[]>} */
    noticed: () =>
      page.run(
        'return [...document.querySelectorAll(".findings li:not(.good)")].map(one => one.dataset.signal)',
      ),
    leave: () => page.go('about:blank'),
  };
}
