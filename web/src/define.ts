// Registers <faultline-reader>. A page that loads this twice keeps the first.

import { FaultlineReader } from './index.js';

if (!customElements.get('faultline-reader')) customElements.define('faultline-reader', FaultlineReader);

declare global {
  interface HTMLElementTagNameMap {
    'faultline-reader': FaultlineReader;
  }
}

export { FaultlineReader };
