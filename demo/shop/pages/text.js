// text.js - a page of text needs no more than its frame.

import { frame } from '../frame.js';

frame();
