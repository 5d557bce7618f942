// What a test does with a browser, the same in every engine.
import { writeFile } from 'node:fs/promises';
import { asScript, asWait, middleOf } from './inpage.mjs';
import { path, press, presses, typing } from './input.mjs';

const LOAD_MS = 30_000;
const SCRIPT_MS = 60_000;

/** @typedef {import('./inpage.mjs').Source} Source */
/** @typedef {import('./input.mjs').Point} Point */
/** @typedef {{times?: number, every_ms?: number, hold_ms?: number}} Pressing */

/** What an engine says when the page goes away under a running script. */
const UNLOADED =
  /unload|navigat|destroyed|discarded|detached|context|aborted|no such (frame|window)|timeout: /i;

export class Page {
  #browser;
  #remote;

  /** @param {string} engine @param {import('./index.mjs').Browser} browser */
  constructor(engine, browser) {
    this.engine = engine;
    this.#browser = browser;
    this.#remote = browser.remote;
    /** Chromium's DevTools protocol, undefined elsewhere: page.devtools('Network.enable'). */
    this.devtools = browser.devtools;
    /** Host and port where it can be spoken directly; undefined elsewhere. */
    this.debugger = browser.debugger;
  }

  /** @param {[number, number]} size */
  async begin(size) {
    await this.#remote.send('timeouts', { script: SCRIPT_MS, pageLoad: LOAD_MS });
    await this.resize(...size);
  }

  /** Resolves when the page has loaded. @param {string} url */
  async go(url) {
    await this.#remote.send('navigate', { url });
  }

  async back() {
    await this.#remote.send('back');
  }

  async forward() {
    await this.#remote.send('forward');
  }

  async reload() {
    await this.#remote.send('reload');
  }

  /**
   * Runs a function, or the body of an async one, in the page. It sees properties of `window`; what a page script
   * declared with const or let is out of Firefox's sight.
   * @param {Source} source
   * @param {...any} args
   * @returns {Promise<any>}
   */
  async run(source, ...args) {
    const answer = await this.#remote.send('execute', { script: asScript(source), args });
    if (answer?.error !== undefined) throw new Error(`in the page: ${answer.error}`);
    return answer?.value;
  }

  /**
   * Waits in the page until `source` gives something true, and returns it; goes on waiting across navigations.
   * @param {Source} source
   * @param {{timeout?: number, args?: any[]}} [how]
   */
  async waitFor(source, { timeout = 10_000, args = [] } = {}) {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      try {
        const value = await this.run(asWait(source), ...args, end - Date.now());
        if (value) return value;
      } catch (error) {
        if (!UNLOADED.test(String(error))) throw error;
      }
    }
    throw new Error(`${this.engine} waited ${timeout} ms in vain for: ${source}`);
  }

  /** Presses an element or a point; { times: 4, every_ms: 90 } for a burst. @param {string | Point} where @param {Pressing} [how] */
  async click(where, how) {
    await this.act(presses(await this.point(where), how));
  }

  /** The same with a finger (not in WebKitGTK). @param {string | Point} where @param {Pressing} [how] */
  async tap(where, how) {
    await this.act(presses(await this.point(where), how, 'touch'));
  }

  /** Moves the pointer; { x, y, ms } takes ms to get there. @param {(Point & {ms?: number})[]} points */
  async move(points) {
    await this.act(path(points));
  }

  /** One key or a chord: "Enter", "Shift+Tab". @param {string} chord */
  async press(chord) {
    await this.act(press(chord));
  }

  /** Types into whatever has the focus. @param {string} text @param {number} [every_ms] */
  async type(text, every_ms = 0) {
    await this.act(typing(text, every_ms));
  }

  /** Input of any other kind, as a list of WebDriver actions. @param {object[]} actions */
  async act(actions) {
    await this.#remote.send('act', { actions });
  }

  /** Where to press; waits for the element. @param {string | Point} where @returns {Promise<Point>} */
  async point(where) {
    return typeof where === 'string' ? this.waitFor(middleOf, { args: [where] }) : where;
  }

  /** Opens a tab and goes there; returns the handle for switchTab. @param {string} [url] @returns {Promise<string>} */
  async newTab(url) {
    const { handle } = await this.#remote.send('newWindow', { type: 'tab' });
    await this.switchTab(handle);
    if (url) await this.go(url);
    return handle;
  }

  /** The current tab's handle. @returns {Promise<string>} */
  tab() {
    return this.#remote.send('window');
  }

  /** @returns {Promise<string[]>} */
  tabs() {
    return this.#remote.send('windows');
  }

  /** @param {string} handle */
  async switchTab(handle) {
    await this.#remote.send('switchWindow', { handle });
  }

  /** Closes the current tab and switches to the first that is left. The last tab closes with close(). */
  async closeTab() {
    const left = await this.#remote.send('closeWindow');
    if (left.length) await this.switchTab(left[0]);
  }

  /** Makes the viewport (not the window) so large where the engine can; returns what it became. @param {number} width @param {number} height */
  async resize(width, height) {
    const frame = await this.run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.#remote.send('resize', { width: width + frame[0], height: height + frame[1] });
    return this.run(() => ({ width: innerWidth, height: innerHeight }));
  }

  /** @param {string} file a .png */
  async screenshot(file) {
    await writeFile(file, Buffer.from(await this.#remote.send('screenshot'), 'base64'));
  }

  /** What the console said since it was last asked (nothing in WebKitGTK; may come a moment late). @returns {Promise<import('./index.mjs').Message[]>} */
  console() {
    return this.#browser.console();
  }

  async close() {
    await this.#browser.close();
  }
}
