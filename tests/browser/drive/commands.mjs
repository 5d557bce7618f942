// The WebDriver commands that a page needs, and what each is called over HTTP and in Firefox's Marionette.

/** @typedef {keyof typeof COMMANDS} Command */
/** @typedef {{send: (command: Command, parameters?: object) => Promise<any>, end: () => Promise<void>}} Remote */

/** @type {Record<string, [method: string, path: string, marionette: string]>} */
const TABLE = {
  navigate: ['POST', '/url', 'WebDriver:Navigate'],
  back: ['POST', '/back', 'WebDriver:Back'],
  forward: ['POST', '/forward', 'WebDriver:Forward'],
  reload: ['POST', '/refresh', 'WebDriver:Refresh'],
  execute: ['POST', '/execute/async', 'WebDriver:ExecuteAsyncScript'],
  act: ['POST', '/actions', 'WebDriver:PerformActions'],
  release: ['DELETE', '/actions', 'WebDriver:ReleaseActions'],
  newWindow: ['POST', '/window/new', 'WebDriver:NewWindow'],
  switchWindow: ['POST', '/window', 'WebDriver:SwitchToWindow'],
  closeWindow: ['DELETE', '/window', 'WebDriver:CloseWindow'],
  window: ['GET', '/window', 'WebDriver:GetWindowHandle'],
  windows: ['GET', '/window/handles', 'WebDriver:GetWindowHandles'],
  resize: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
  screenshot: ['GET', '/screenshot', 'WebDriver:TakeScreenshot'],
  timeouts: ['POST', '/timeouts', 'WebDriver:SetTimeouts'],
};
export const COMMANDS = TABLE;
