import type { EvidenceLink } from '../model/checklist.ts';
import { isTicketKey, normaliseTicketKey } from '../model/text/ticketKeys.ts';

type Target = Pick<EvidenceLink, 'kind' | 'target' | 'anchor'>;

/**
 * What a link's target points to. The first that fits:
 *
 * 1. `commit:HASH`, `tag:NAME`, `ticket:KEY`: said outright; the prefix is not part of the target.
 * 2. `https://…` and anything else with a scheme, `//host/…`, `www.…`: url.
 * 3. `PAY-101`, `#123`: ticket (upper case, so that a file `pay-101` stays a path).
 * 4. 7 to 40 hexadecimal digits: commit.
 * 5. `v2`, `v2.1.0`, `2.1`, `v2.1.0-rc.1`: tag. Other tags need `tag:`.
 * 6. Everything else: path, with `#heading` or `#L10` as its anchor. `#heading` alone is a place in the epic file itself,
 *    given as `./NAME.md` (`file` is the epic file's path).
 */
export function evidenceTarget(written: string, file: string): Target {
  const said = /^(commit|tag|ticket):(.+)$/i.exec(written);
  if (said !== null) {
    const target = said[2] ?? '';
    if (said[1]?.toLowerCase() === 'commit') {
      if (isHash(target)) return { kind: 'commit', target: target.toLowerCase(), anchor: null };
    } else if (said[1]?.toLowerCase() === 'tag') return { kind: 'tag', target, anchor: null };
    else return { kind: 'ticket', target: normaliseTicketKey(target) ?? target, anchor: null };
  }
  // A scheme has two letters at least: `C:` is a drive.
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|www\.)/i.test(written)) return { kind: 'url', target: written, anchor: null };
  if (isTicketKey(written)) return { kind: 'ticket', target: written, anchor: null };
  if (isHash(written)) return { kind: 'commit', target: written.toLowerCase(), anchor: null };
  if (isReleaseTag(written)) return { kind: 'tag', target: written, anchor: null };
  const hash = written.indexOf('#');
  const path = hash === -1 ? written : written.slice(0, hash);
  const anchor = hash === -1 || hash === written.length - 1 ? null : written.slice(hash + 1);
  return { kind: 'path', target: path === '' ? `./${file.slice(file.lastIndexOf('/') + 1)}` : path, anchor };
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(text);
}

function isReleaseTag(text: string): boolean {
  return /^(?:v\d+|v?\d+(?:\.\d+){1,3}(?:[-+][0-9A-Za-z]+(?:[.-]\d+)*)?)$/.test(text);
}
