// The torture pages, the shop's server behind them, and the collector that they are served by.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { collect } from '../drive/collector.mjs';
import { listen } from '../drive/listen.mjs';
import { temporaryFolder } from '../drive/processes.mjs';
import { idOf, SETTINGS, SHEETS } from './scenario.mjs';

const STYLE = `body { margin: 0; font: 13px sans-serif; display: grid; grid-template-columns: repeat(4, 1fr) }
  section { position: relative; height: 180px; padding: 5px; overflow: hidden } section:has(.far) { height: 4000px }
  h2 { font-size: 11px; margin: 0 0 5px } button, input, select { font: inherit } a, label { display: inline-block }
  .window { width: 60px } .track { white-space: nowrap; transition: translate var(--slide, 0s) }
  .track b { display: inline-block; width: 60px } td { padding: 5px }
  .veil { position: absolute; inset: 60px 0 0; background: #0003 } .veil[hidden] { display: none } .veil p { width: 30px; margin: 0 }
  .far { margin-top: 3000px } .corner { position: fixed; bottom: 20px; right: 20px }
  .clock, .chat { display: inline-block; width: 90px }
  .spinner { display: inline-block; animation: turn 1s linear infinite } @keyframes turn { to { rotate: 1turn } }`;

/** The shop's own script: slow answers, clocks, a chat. @param {string} api */
const shop = api => `
  const slowly = ms => '${api}/slow/' + ms + '?' + Math.random();
  const slow = ms => fetch(slowly(ms));
  const failing = () => '${api}/fail';
  addEventListener('DOMContentLoaded', () => {
    for (const clock of document.querySelectorAll('.clock'))
      setInterval(() => { clock.textContent = new Date().toLocaleTimeString() }, 1000);
    for (const chat of document.querySelectorAll('.chat'))
      setInterval(() => { chat.textContent = '.'.repeat(1 + chat.textContent.length % 3) }, 400);
  });`;

/** @param {import('./scenario.mjs').Sheet} sheet @param {string} api */
const pageOf = (
  { file, scenarios },
  api,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${file}</title>
<style>${STYLE}</style><script>${shop(api)}</script>
${scenarios.map(one => `<section id="${idOf(one)}"><h2>${one.name}</h2>${one.html}</section>`).join('\n')}
<footer></footer>
<script async src="/dist/koord.js" data-site="test" data-consent="granted" data-settings='${JSON.stringify(SETTINGS)}'></script></html>`;

/** Answers when it is told to, or never well. */
async function slowServer() {
  const server = createServer((request, answer) => {
    const [, what, ms] = (request.url ?? '').split(/[/?]/);
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
    const reply = () => answer.writeHead(what === 'fail' ? 500 : 200, headers).end('{}');
    setTimeout(reply, Number(ms) || 0).unref();
  });
  return listen(server);
}

/** All pages, served beside the tag by a collector. */
export async function setTheStage() {
  const folder = temporaryFolder('torture');
  const api = await slowServer();
  for (const sheet of SHEETS) writeFileSync(join(folder.path, sheet.file), pageOf(sheet, api.url));
  writeFileSync(
    join(folder.path, 'elsewhere.html'),
    '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>',
  );
  writeFileSync(join(folder.path, 'size-guide.txt'), 'S M L');
  const collector = await collect({ folders: { '/': folder.path, '/dist': 'dist' } });
  async function close() {
    await collector.stop();
    api.close();
    folder.remove();
  }
  return { collector, close };
}
