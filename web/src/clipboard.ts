// What buttons copy: a finding as a citation, a link to its passage, or all findings as a table for a spreadsheet.
//
//   if (!copyAbout('cite:s3', { report, status, csv: () => core.export('csv') })) activate('cite:s3');

import { describeFinding, findFinding, type Finding, type Report } from './report.js';
import { stringsOf, type Strings } from './strings.js';

export interface Copying {
  report: () => Report | null;  // written out only for what needs it
  /** Says what was copied. */
  status: HTMLElement;
  csv: () => string;
}

/** False for a control that copies nothing. Where the page may not write to the clipboard, the status line gives the words themselves. */
export function copyAbout(control: string, { report, status, csv }: Copying): boolean {
  const [verb, id = ''] = control.split(':');
  const strings = stringsOf(status);
  if (verb === 'copy') return copy(toTabs(csv()), strings.tableCopied, status);
  const found = verb === 'cite' || verb === 'link' ? report() : null;
  const finding = found && findFinding(found, id);
  if (!finding) return false;
  const address = addressOf(id, status);
  if (verb === 'link') return copy(address, strings.linkCopied, status);
  return copy(citationOf(found, finding, strings, address), strings.citationCopied, status);
}

function copy(words: string, done: string, status: HTMLElement): true {
  const copied = navigator.clipboard?.writeText(words) ?? Promise.reject(new Error('no clipboard'));
  copied.then(() => (status.textContent = done), () => (status.textContent = stringsOf(status).notCopied(words)));
  return true;
}

// Spreadsheets take tabs from the clipboard: a cell of RFC 4180 without its quotes, and no break within it.
function toTabs(csv: string): string {
  return csv.replace(/("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/g, (_, cell: string, end: string) => {
    const words = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    return words.replace(/\s+/g, ' ') + (end === ',' ? '\t' : '\n');
  });
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
