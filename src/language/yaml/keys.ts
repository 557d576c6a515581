import { normaliseTicketKey } from '../../model/text/ticketKeys.ts';

/** A key that YAML names, as it is known everywhere else: `pay-101` is `PAY-101`, a bare `12` the tracker's `#12`. */
export function keyNamed(written: string): string {
  return /^[1-9]\d*$/.test(written) ? `#${written}` : (normaliseTicketKey(written) ?? written.trim());
}
