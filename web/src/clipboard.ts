// What the card's buttons copy: a finding as a citation, or a link to its passage.
//
//   if (!copyAbout('cite:s3', report, status)) activate('cite:s3');

import { describeFinding, findFinding, type Finding, type Report } from './report.js';
import { stringsOf, type Strings } from './strings.js';

/** False for a control that copies nothing. Where the page may not write to the clipboard, the status line gives the words themselves. */
export function copyAbout(control: string, report: Report | undefined, status: HTMLElement): boolean {
  const [verb, id = ''] = control.split(':');
  const finding = report && (verb === 'cite' || verb === 'link') ? findFinding(report, id) : undefined;
  if (!finding || !report) return false;
  const strings = stringsOf(status);
  const say = (text: string): void => { status.textContent = text; };
  const words = verb === 'cite' ? citationOf(report, finding, strings, addressOf(id, status)) : addressOf(id, status);
  const copied = navigator.clipboard?.writeText(words) ?? Promise.reject(new Error('no clipboard'));
  copied.then(() => say(verb === 'cite' ? strings.citationCopied : strings.linkCopied), () => say(strings.notCopied(words)));
  return true;
}

// The page's own address with the finding as its fragment: the reader goes there when it is opened. Of several readers in a page
// the one that is meant is named, if its host has given it an id.
function addressOf(id: string, inside: HTMLElement): string {
  const { host } = inside.getRootNode() as ShadowRoot;
  const isOneOfSeveral = host.id !== '' && document.querySelectorAll(host.localName).length > 1;
  const address = new URL(location.href);
  address.hash = `fl=${id}${isOneOfSeveral ? `@${host.id}` : ''}`;
  return address.href;
}

function citationOf(report: Report, finding: Finding, strings: Strings, address: string): string {
  const title = report.article.title ? `“${report.article.title}”. ` : '';
  return `${describeFinding(report, finding, strings)}. ${title}${address}`;
}
