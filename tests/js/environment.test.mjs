// How a visitor came.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { channelOf } from '../../js/environment.js';
import { fakeBrowser } from './fakes.mjs';

before(() => {
  fakeBrowser();
});

const CAME = [
  ['', '', 'direct'],
  ['', 'https://shop.example/cart', 'inside'],
  ['', 'https://www.google.nl/', 'search'],
  ['', 'https://duckduckgo.com/', 'search'],
  ['', 'https://l.facebook.com/l.php', 'social'],
  ['', 'https://t.co/x', 'social'],
  ['', 'https://about.codes/', 'referral'],
  ['', 'https://notgoogle.example/', 'referral'],
  ['?gclid=x', 'https://www.google.com/', 'paid'],
  ['?utm_medium=CPC&utm_source=bing', '', 'paid'],
  ['?utm_medium=email', '', 'mail'],
  ['?utm_medium=organic_social', 'https://shop.example/', 'social'],
  ['?utm_source=flyer', '', 'campaign'],
  ['?q=paid', '', 'direct'],
];
for (const [search, referrer, channel] of CAME)
  test(`${search || 'an address'} from ${referrer || 'nowhere'}: ${channel}`, () => {
    assert.equal(channelOf(search, referrer), channel);
  });
