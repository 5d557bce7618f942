// account.js - who has logged in, for this tab. Any address and password will do; the password is not kept.

import { recall, remember } from './storage.js';

const NAME = 'shop_account';

/** @returns {{email: string} | null} */
export const readAccount = () => recall('sessionStorage', NAME, null);

/** @param {string} email */
export const logIn = email => remember('sessionStorage', NAME, { email });

export const logOut = () => remember('sessionStorage', NAME, null);
