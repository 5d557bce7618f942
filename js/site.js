// Which addresses belong to the shop.

/** The registrable part of a host, near enough without the public suffix list: "shop.example.co.uk" -> "example.co.uk".
 * @param {string} host */
export function siteOf(host) {
  const parts = host.split('.');
  const short = parts.length > 2 && parts[parts.length - 2].length <= 3;
  return /^[\d.:[\]]+$/.test(host) ? host : parts.slice(short ? -3 : -2).join('.');
}

/** @param {string} address absolute, or relative to the page */
export function isOwnSite(address) {
  const { hostname } = new URL(address, location.href);
  return siteOf(hostname) === siteOf(location.hostname);
}
