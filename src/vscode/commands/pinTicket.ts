import { isEpicKey } from '../../model/text/ticketKeys.ts';
import { askTicket } from './askTicket.ts';
import type { Command } from './context.ts';

/** Says which ticket this branch is about, in git's own config, for this clone only. */
export const pinTicket: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const key = typeof wanted === 'string' && isEpicKey(wanted) ? wanted : await askTicket(lens, 'Pin Ticket');
  if (key === undefined) return;
  await lens.pin(key);
  await session.refresh();
};
