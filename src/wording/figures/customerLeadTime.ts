import type { CustomerLeadTime } from '../../model/flow/customerLeadTime.ts';
import type { Figure } from '../../model/flow/figure.ts';
import { dayLabel, durationLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { percentileClaim, percentileFigures, percentileLevels } from './percentiles.ts';
import { RELEASE_TAGS_PROXY } from './releaseTags.ts';
import { timeDots } from './timeDots.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** From the creation of a ticket to production. */
export function customerLeadTimeFigure(result: CustomerLeadTime, context: FigureContext): Figure {
  const { withheld, n, percentiles, points, createdAfter } = result;
  const frame = {
    id: 'customerLeadTime',
    group: 'speed' as const,
    title: 'Customer lead time',
    proxy: RELEASE_TAGS_PROXY,
    method: [
      'From the creation of a ticket to the deployment that holds the last of its work, for tickets that were wholly deployed in the window. Elapsed time; percentiles are nearest-rank: 50 % needs 5 tickets, 85 % needs 19.',
      'Tickets without work on main, or with work that is in no deployment yet, are not in it, nor is what a customer waited before somebody wrote a ticket.',
      'It cannot tell how much of the wait was wanted: a ticket may rest because something else came first.',
    ],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, context.window) });
  const dots = points.map(point => ({
    id: point.id,
    label: point.label ?? 'Ticket',
    x: point.deployedAt,
    y: point.seconds,
    lines: [
      `${durationLabel(point.seconds)}, ${valueLabel(point.days, 'days')} on the calendar`,
      `Created ${dayLabel(point.created)}, deployed ${dayLabel(point.deployed)}`,
    ],
  }));
  const axes = { xLabel: 'Deployed', yLabel: 'Time since the ticket was created' };
  const isExport = context.use === 'export';
  const claim = percentileClaim(percentiles, 'were deployed') ?? '';
  return createFigure({
    ...frame,
    headline: `Of ${n} tickets, ${claim} of their creation.`,
    values: percentileFigures(percentiles, { verb: 'deployed', things: 'deployed tickets', n }),
    chart: isExport ? null : timeDots({ dots, levels: percentileLevels(percentiles), ...axes }, context),
    table: isExport
      ? null
      : {
          caption: 'Deployed tickets',
          columns: [
            { id: 'ticket', label: 'Ticket', kind: 'text' },
            { id: 'created', label: 'Created', kind: 'day' },
            { id: 'deployed', label: 'Deployed', kind: 'day' },
            { id: 'elapsed', label: 'Elapsed', kind: 'seconds' },
            { id: 'days', label: 'Calendar days', kind: 'days' },
          ],
          rows: points.map(point => [point.label, point.created, point.deployed, point.seconds, point.days]),
        },
    notes:
      createdAfter === 0 ? [] : [`${createdAfter} left out: the ticket was created after its work had been deployed.`],
    prompt: 'How long did these wait before anybody began, and did those who wait know?',
  });
}
