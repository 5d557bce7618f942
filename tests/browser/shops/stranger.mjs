// A shop that was made without looking at how Koord reads shops: its server, and the hand that visits it.
import { createServer } from 'node:http';
import { listen } from '../drive/listen.mjs';

/**
 * @typedef {object} Question what a browser asked for
 * @property {string} path
 * @property {URLSearchParams} query of the address
 * @property {Record<string, string>} form what was posted: a form, or an object in JSON
 * @property {boolean} isPost
 * @property {boolean} isScripted asked for by a script of the page (X-Requested-With, or fetch)
 *
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {string} [to] address to go on to (302)
 * @property {unknown} [json]
 * @property {string} [html] page or part of a page
 * @property {string} [script]
 *
 * @typedef {(question: Question) => Answer | null} Shop null: there is no such page
 * @typedef {Record<string, any>} Json
 */

/** @param {import('node:http').IncomingMessage} message */
async function bodyOf(message) {
  let body = '';
  for await (const part of message) body += part;
  return body;
}

/** @param {string} body @param {string} type @returns {Record<string, string>} */
function formOf(body, type) {
  if (type.includes('json')) return JSON.parse(body || '{}');
  if (!type.includes('multipart')) return Object.fromEntries(new URLSearchParams(body));
  const parts = [...body.matchAll(/name="([^"]+)"\r\n\r\n([^\r]*)\r\n/g)];
  return Object.fromEntries(parts.map(([, name, value]) => [name, value]));
}

/** @param {import('node:http').IncomingMessage} message @returns {Promise<Question>} */
async function questionOf(message) {
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://shop');
  const form = formOf(await bodyOf(message), message.headers['content-type'] ?? '');
  const isScripted = message.headers['sec-fetch-dest'] === 'empty';
  const isPost = message.method === 'POST';
  return { path: decodeURIComponent(pathname), query: searchParams, form, isPost, isScripted };
}

/** @param {Answer} answer */
function written({ json, html, script }) {
  if (json !== undefined) return { type: 'application/json', body: JSON.stringify(json) };
  if (script !== undefined) return { type: 'text/javascript; charset=utf-8', body: script };
  return { type: 'text/html; charset=utf-8', body: html ?? '' };
}

/** @type {Answer} */
const GONE = { status: 404, html: '<!doctype html><title>404</title><h1>404</h1>' };

/**
 * Opens a shop for one visitor.
 * @param {Shop} shop
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function openStranger(shop) {
  const server = createServer(async (message, response) => {
    const answer = shop(await questionOf(message)) ?? GONE;
    const { type, body } = written(answer);
    /** @type {Record<string, string>} */
    const headers = { 'content-type': type, 'cache-control': 'no-store' };
    if (answer.to) headers.location = answer.to;
    response.writeHead(answer.status ?? (answer.to ? 302 : 200), headers).end(body);
  });
  return listen(server);
}

/** The one line that a shop owner pastes. @param {string} collector address of a collector that serves dist/ as well */
export const tagOf = collector =>
  `<script async src="${collector}/dist/koord.js" data-site="stranger" data-collector="${collector}/v1/batch" data-consent="granted"></script>`;

/** A visitor looks at what came before the next deed; shorter than any person does. */
const LOOK_MS = 1600;
const TYPE_MS = 45;

/**
 * What a visitor does with a page.
 * @param {import('../drive/page.mjs').Page} page
 * @param {string} url of the shop
 */
export function handOf(page, url) {
  const isReady = 'return document.readyState === "complete" && !!window.koord?.stop';
  const looks = () => new Promise(resume => setTimeout(resume, LOOK_MS));
  return {
    page,
    looks,
    press: (/** @type {string} */ selector) => page.click(selector),
    back: () => page.back(),
    /** @param {string} path */
    async goes(path) {
      await page.go(url + path);
      await page.waitFor(isReady);
    },
    /** A page of this path (and what else its address holds) has come. @param {string} part */
    arrives: part =>
      page.waitFor(
        'return location.href.includes(arguments[0]) && document.readyState === "complete" && !!window.koord?.stop',
        { args: [part] },
      ),
    /** @param {string} selector @param {string} part */
    sees: (selector, part) =>
      page.waitFor(
        `return [...document.querySelectorAll(arguments[0])].some(one => one.checkVisibility() && one.textContent.includes(arguments[1]))`,
        { args: [selector, part] },
      ),
    /** Types into a field, in place of what stands there. @param {string} selector @param {string} text */
    async fills(selector, text) {
      await page.click(selector);
      await page.run('document.activeElement.select?.()');
      await page.type(text, TYPE_MS);
    },
    types: (/** @type {string} */ text) => page.type(text, TYPE_MS),
    enter: () => page.press('Enter'),
    tab: () => page.press('Tab'),
    /** Chooses in a native select, with the keyboard as many do: focus, then the first letters. @param {string} selector @param {string} text */
    async chooses(selector, text) {
      await page.run('document.querySelector(arguments[0]).focus()', selector);
      await page.type(text, TYPE_MS);
      await page.press('Tab');
    },
  };
}

/** @typedef {ReturnType<typeof handOf>} Hand */
