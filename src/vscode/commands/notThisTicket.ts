import { isEpicKey } from '../../model/text/ticketKeys.ts';
import type { Command } from './context.ts';

/** Says that this branch is not about a ticket (the one shown, unless named), so that the next best is looked for. */
export const notThisTicket: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const key = typeof wanted === 'string' && isEpicKey(wanted) ? wanted : (await lens.why()).value?.ticket?.key;
  if (key === undefined) return;
  await lens.ignore(key);
  await session.refresh();
};
