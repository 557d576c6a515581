import '../shared/base.css';
import './insights.css';
import { render } from 'lit';
import {
  toInsightsSchema,
  type FromInsights,
  type InsightsState,
  type ShownState,
  type ToInsights,
} from '../../src/protocol/insightsProtocol.ts';
import { addLiveRegion, createAnnouncer } from '../shared/announcer.ts';
import { registerControls } from '../shared/controls.ts';
import { appElement } from '../shared/page.ts';
import { misheardState, runMessage } from '../shared/runAction.ts';
import { keepScroll } from '../shared/scroll.ts';
import { openConversation } from '../shared/vscodeApi.ts';
import { announcement } from './announcement.ts';
import type { InsightsContext } from './context.ts';
import { insightsPage } from './page.ts';
import { createScatterHost } from './scatterHost.ts';
import { initialInsightsView, insightsViewSchema, type InsightsView } from './viewState.ts';

registerControls();
const app = appElement();
const announcer = createAnnouncer(addLiveRegion(), { quietAtFirst: false });
const chart = createScatterHost();
const host = openConversation<ToInsights, FromInsights, InsightsView>({
  inbound: toInsightsSchema,
  view: insightsViewSchema,
  initialView: initialInsightsView,
});
const scroll = keepScroll(host.view().scroll, position => host.saveView({ ...host.view(), scroll: position }));

let state: InsightsState | null = null;
let figures: ShownState | null = null;
let awaiting = false;

function change(part: Partial<InsightsView>): void {
  host.saveView({ ...host.view(), ...part });
  paint();
}

function context(): InsightsContext {
  const view = host.view();
  return {
    view,
    change,
    toggle: id => {
      change({ open: view.open.includes(id) ? view.open.filter(open => open !== id) : [...view.open, id] });
    },
    filter: filter => {
      awaiting = true;
      change({ filter, page: 0 });
      host.post({ t: 'filter', filter });
    },
    cancel: () => host.post({ t: 'cancel' }),
    explain: () => host.post({ t: 'explain', topic: 'cycleTime' }),
    run: action => host.post(runMessage(action)),
  };
}

function paint(): void {
  render(insightsPage({ state, figures, awaiting, chart: chart.element }, context()), app);
  if (figures !== null && figures.cycleTime.withheld === '') chart.show(figures, host.view().scale);
}

/** The host's word on the filter is kept, so that what is restored is what was seen. */
function receive(next: InsightsState): void {
  state = next;
  if (next.kind === 'shown') figures = next;
  if (next.kind !== 'reading') awaiting = false;
  if (next.kind === 'shown' || next.kind === 'declined') host.saveView({ ...host.view(), filter: next.filter });
  paint();
  if (next.kind === 'shown') scroll.restore();
  announcer.say(announcement(next));
}

paint();
host.listen(
  message => receive(message.state),
  () => receive(misheardState),
);
host.post({ t: 'ready', filter: host.view().filter });
