// `make looks`: every page of the demo in every engine, on phone, tablet and desk, light and dark, English and Dutch, as
// contact sheets in build/looks/ for somebody to look at. A machine can say that nothing overflows; not that it is good.
// Usage: looks.mjs [ENGINE-WIDTH-THEME-LANGUAGE...]   for some of them
import { mkdirSync, writeFileSync } from 'node:fs';
import { collect } from '../tests/browser/drive/collector.mjs';
import { ENGINES, open } from '../tests/browser/drive/index.mjs';
import { visitor } from '../tests/browser/shop/visitor.mjs';
import { emulate } from '../tests/browser/stage.mjs';

const FOLDER = 'build/looks';
const SHEET = /** @type {[number, number]} */ ([1400, 1000]);
const GAP = 6;

/** Viewports, and how small they are drawn. @type {Record<string, {width: number, height: number, scale: number}>} */
const SCREENS = {
  phone: { width: 360, height: 720, scale: 0.45 },
  tablet: { width: 768, height: 1000, scale: 0.36 },
  desk: { width: 1440, height: 960, scale: 0.32 },
};

/** In the order of a visit. */
const PAGES = [
  'index.html',
  'category.html?c=tents',
  'search.html?q=jacket',
  'search.html?q=hammok',
  'product.html?id=boot-high',
  'cart.html',
  'login.html?next=checkout.html',
  'checkout.html',
  'checkout-delivery.html',
  'checkout-payment.html',
  'confirmation.html',
  'account.html',
  'help.html',
  'faults.html',
  '404.html',
  'sessions/',
  'tour/',
];
/** On sheets of their own: the inspector stays open in all frames of a tab. */
const INSPECTED = ['index.html', 'search.html?q=hammok', 'checkout-payment.html'];

/** What makes an engine believe that its visitor likes it dark. @type {import('../tests/browser/drive/index.mjs').Wants} */
const DARK = { args: ['--dark-mode'], prefs: { 'ui.systemUsesDarkTheme': 1 } };

/** How many fit on one sheet. @param {typeof SCREENS[string]} screen */
function fitting({ width, height, scale }) {
  const across = Math.floor((SHEET[0] + GAP) / (width * scale + GAP));
  return across * Math.floor((SHEET[1] + GAP) / (height * scale + GAP));
}

/** Puts the pages of one sheet into frames of that size, and waits until each has loaded and settled.
 * @param {typeof SCREENS[string]} screen @param {string[]} paths */
const layOut = ({ width, height, scale }, paths) => `
  document.documentElement.style.cssText = 'background: #888';
  document.body.style.cssText = 'margin: 0; display: flex; flex-wrap: wrap; gap: ${GAP}px';
  const frames = ${JSON.stringify(paths)}.map(path => {
    const box = document.createElement('div');
    box.style.cssText = 'overflow: hidden; width: ${width * scale}px; height: ${height * scale}px';
    const frame = document.createElement('iframe');
    frame.style.cssText = 'border: 0; width: ${width}px; height: ${height}px; transform-origin: 0 0; transform: scale(${scale})';
    frame.src = path;
    box.append(frame);
    document.body.append(box);
    return frame;
  });
  await Promise.all(frames.map(frame => new Promise(loaded => (frame.onload = loaded))));
  await new Promise(settled => setTimeout(settled, 2500)); // the question comes when the search is over
`;

/** @typedef {{page: import('../tests/browser/drive/page.mjs').Page, url: string}} Studio */

/** @param {Studio} studio @param {string} name @param {typeof SCREENS[string]} screen @param {string[]} paths */
async function takeSheets({ page, url }, name, screen, paths) {
  const most = fitting(screen);
  for (let from = 0, sheet = 1; from < paths.length; from += most, sheet++) {
    await page.go(`${url}/sheet/`);
    await page.run(layOut(screen, paths.slice(from, from + most)));
    const file = `${FOLDER}/${name}-${sheet}.png`;
    await page.screenshot(file);
    console.log(file);
  }
}

/** One visitor to a shop of their own. @param {string} name ENGINE-SIZE-THEME-LANGUAGE */
async function look(name) {
  const [engine, size, theme, language] = name.split('-');
  const collector = await collect({ folders: { '/': 'build/demo', '/sheet': `${FOLDER}/sheet` } });
  const page = await open(engine, { size: SHEET, ...(theme === 'dark' && DARK) });
  const studio = { page, url: collector.url };
  const spoken = (/** @type {string} */ path) => `/${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
  try {
    await emulate(page, { 'prefers-color-scheme': theme });
    const ada = visitor(page, collector.url);
    await ada.add('mug-steel');
    await ada.add('boot-high', '42');
    await takeSheets(studio, name, SCREENS[size], PAGES.map(spoken));
    await takeSheets(
      studio,
      `${name}-inspector`,
      SCREENS[size],
      INSPECTED.map(path => `${spoken(path)}&koord=inspect`),
    );
  } finally {
    await page.close();
    await collector.stop();
  }
}

const names = ENGINES.flatMap(engine =>
  Object.keys(SCREENS).flatMap(size =>
    ['light', 'dark'].flatMap(theme =>
      ['en', 'nl'].map(language => `${engine}-${size}-${theme}-${language}`),
    ),
  ),
);
const wanted = process.argv.slice(2);
mkdirSync(`${FOLDER}/sheet`, { recursive: true });
writeFileSync(`${FOLDER}/sheet/index.html`, '<!doctype html><title>Sheet</title><body>');
for (const name of names) {
  if (!wanted.length || wanted.some(one => name.startsWith(one))) await look(name);
}
