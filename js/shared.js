// shared.js - what koord.js lends to koord.shop.js, so that no visitor downloads it twice: tools/bundle.mjs takes the
// imports of the shop's readers from here. A name that is missing here fails the build.
import { traitsOf } from './capture/traits.js';
import { factsJson } from './custom.js';
import {
  couponOrdinal,
  lengthClass,
  PRIVATE,
  QUERY_KEY,
  quantityOf,
  queryFrom,
  queryOf,
  redactText,
  textOf,
  valueMark,
} from './redact.js';
import { ASIDE, FILTERS, isVisible, itemsHere, linkIn, mainPart, onceATurn, SORTS } from './shop/list.js';
import { placeHere, placeOf } from './shop/place.js';
import { ADD_TO_CART, CART, ORDER_NUMBER, saysOrdered } from './shop/places.js';
import { isOwnSite } from './site.js';
import { CONTROL, closest, describe, keyOf, nameOf, TEXT_FIELD } from './target.js';
import { fold, hash } from './text.js';

export const shared = {
  traitsOf,
  factsJson,
  couponOrdinal,
  lengthClass,
  PRIVATE,
  QUERY_KEY,
  quantityOf,
  queryFrom,
  queryOf,
  redactText,
  textOf,
  valueMark,
  ASIDE,
  FILTERS,
  isVisible,
  itemsHere,
  linkIn,
  mainPart,
  onceATurn,
  SORTS,
  placeHere,
  placeOf,
  ADD_TO_CART,
  CART,
  ORDER_NUMBER,
  saysOrdered,
  isOwnSite,
  CONTROL,
  closest,
  describe,
  keyOf,
  nameOf,
  TEXT_FIELD,
  fold,
  hash,
};
