// Texts to look at and to measure: every kind of block, two scripts, letters that kern and join.
//
//   const lines = await setTwice(page, kSpecimens.nastaliq);      // [{ text, ours, chromiums }]
import { inReader } from './browser.mjs';

const block = (kind, text, more = {}) => ({ kind, text, ...more });
const article = (lang, ...blocks) => ({ schema: 'faultline.article/1', lang, blocks });

export const kSpecimens = {
  english: article('en',
    block('title', 'The office’s offer at Wavre failed'),
    block('paragraph', 'To Warsaw? Yes, at 10.30 a.m. The envoy of Syldavia — affable, fit, and efficient, as his staff put it — rejected the offer that the office at Wavre had filed. “‘Why?’ asked nobody,” wrote the Evening Tribune of Klow; V. W. Yttrium’s aide waffled on AVOWED aims of 1,250 kilometres of track at £3.5m, 25 % off.'),
    block('paragraph', 'Borduria accused Syldavia of fiddling the figures. Its Tory-minded Treasurer, Ty L’Aquila, told a finance committee that “flimsy” five-year offers would not float, and that fjord traffic would suffer first.')),
  nastaliq: article('ur',
    block('title', 'پل کے بارے میں بات چیت'),
    block('paragraph', 'سلدیویا کی مجلس نے پل کھولنے کی درخواست رد کر دی، اور بوردوریا کے سفیر نے اسے معاہدے کی خلاف ورزی کہا۔ وزیر نے کہا کہ یہ پل دونوں شہروں کا ہے، اور 12 مئی کو 11:30 بجے بات ہوگی۔ تاجر پچھلے ہفتے سے کشتیوں پر سامان لے جا رہے ہیں، جس پر خرچ زیادہ آتا ہے۔'),
    block('paragraph', 'شہر کے میئر نے امید ظاہر کی کہ گرمیوں سے پہلے راستہ کھل جائے گا، لیکن چنگی کا فیصلہ ابھی باقی ہے۔')),
  mixed: article('en',
    block('title', 'Words at the bridge'),
    block('paragraph', 'The envoy of Borduria said “یہ پل دونوں شہروں کا ہے” twice, rejected the toll of 12 khôr, and left at 11:30 for Szohôd. His aide called the Syldavian offer “fit for a fjord, affable, but flimsy”; the mayor of Klow, who speaks Urdu, answered “پہلے چنگی، پھر بات” (first the toll, then the talk) and went to Wavre.'),
    block('quote', 'A bridge is a promise, and “وعدہ وعدہ ہوتا ہے”, said the mayor.')),
};

/** Every kind of block, with links and findings that overlap, also on words in Nastaliq. */
export const kEverything = `# The guild and the bridge

The guild of *Klow* **flatly rejected** a request by [Borduria](https://borduria.example/) to reopen the bridge, and accused its council of breaking [the accord of 1931](https://accord.example/).

## Points of friction

The points of friction between the guild and the council are:

- the toll on the bridge, which the guild calls an insult and a threat to trade
- the grazing rights above it
  - the upper pasture, from May to the first snow that falls on the ridge, and the path that leads to it
  - the lower one
- the bridge at Klow, called چنگی والا پل, and its toll
- چنگی اور گرمیوں کے راستے کا جھگڑا

> The guild has rejected every offer that we made, and it threatened to close the market, a spokesman of the council said on Friday.

### What comes next

Both agreed to meet again in May. The mayor welcomed the step and promised a fair hearing.
`;

/** Loads an article, and sets its blocks once more as plain HTML of the page behind the reader; returns what both made of each line. */
export async function setTwice(page, document) {
  await page.evaluate((it) => globalThis.document.querySelector('faultline-reader').load(it), document);
  await page.waitForTimeout(400);  // Arabic faces are asked for when the text is there
  await page.waitForFunction(() => [...globalThis.document.fonts].every(({ status }) => status === 'loaded'));
  return inReader(page, (reader, root) => {
    const peer = document.createElement('article');
    peer.id = 'peer';
    reader.after(peer);
    const lines = [];
    for (const block of root.querySelectorAll('.text :is(h1, p, blockquote)')) {
      const style = getComputedStyle(block);
      const own = document.createElement('p');
      own.dir = block.dir;
      own.lang = reader.analysis.article.lang;
      for (const name of ['font-family', 'font-size', 'font-weight', 'font-style', 'line-height']) own.style.setProperty(name, style.getPropertyValue(name));
      own.style.setProperty('width', `${parseFloat(style.width) - 1}px`);
      for (const line of block.querySelectorAll('.line')) {
        const span = document.createElement('span');
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const face = walker.currentNode.parentElement.closest('[data-font]');
          const part = document.createElement('span');
          part.textContent = walker.currentNode.data;
          if (face !== block) part.style.setProperty('font-family', getComputedStyle(face).fontFamily);
          if (face !== block) part.style.setProperty('line-height', '0');
          span.append(part);
        }
        if (own.childNodes.length > 0) own.append(' ');
        own.append(span);
        lines.push({ text: line.textContent, ours: line.getBoundingClientRect().width, span });
      }
      peer.append(own);
    }
    return lines.map(({ text, ours, span }) => ({ text, ours, chromiums: span.getBoundingClientRect().width }));
  });
}
