import '../shared/base.css';
import '../shared/panel.css';
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
import { keepFocus } from '../shared/keepFocus.ts';
import { appElement } from '../shared/page.ts';
import { misheardState, runMessage } from '../shared/runAction.ts';
import { keepScroll } from '../shared/scroll.ts';
import { openConversation } from '../shared/vscodeApi.ts';
import { announcement } from './announcement.ts';
import { createChartHosts } from './chartHosts.ts';
import type { Span } from './charts/geometry.ts';
import type { InsightsContext } from './context.ts';
import { figureFile, figurePictures } from './export/files.ts';
import { insightsPage } from './page.ts';
import { createSectionSpy } from './sectionSpy.ts';
import { forgetPlaces, initialInsightsView, insightsViewSchema, type InsightsView } from './viewState.ts';

registerControls();
const app = appElement();
const announcer = createAnnouncer(addLiveRegion(), { quietAtFirst: false });
const host = openConversation<ToInsights, FromInsights, InsightsView>({
  inbound: toInsightsSchema,
  view: insightsViewSchema,
  initialView: initialInsightsView,
});
const scroll = keepScroll(host.view().scroll, position => host.saveView({ ...host.view(), scroll: position }));
const spy = createSectionSpy();

let state: InsightsState | null = null;
let figures: ShownState | null = null;
let awaiting = false;
let menu: string | null = null;

function openItem(index: number): void {
  host.post({ t: 'openItem', index });
}

const charts = createChartHosts({
  zoom,
  open: mark => {
    const index = figures?.items.findIndex(({ id }) => id === mark) ?? -1;
    if (index >= 0) openItem(index);
  },
});

function change(part: Partial<InsightsView>): void {
  host.saveView({ ...host.view(), ...part });
  paint();
}

function zoom(figure: string, span: Span | null): void {
  const { [figure]: _before, ...others } = host.view().zoom;
  change({ zoom: span === null ? others : { ...others, [figure]: span } });
}

function context(): InsightsContext {
  const view = host.view();
  return {
    view,
    menu,
    change,
    toggle: id => {
      change({ open: view.open.includes(id) ? view.open.filter(open => open !== id) : [...view.open, id] });
    },
    openMenu: figure => {
      if (menu === figure) return;
      menu = figure;
      paint();
    },
    zoom,
    filter: filter => {
      awaiting = true;
      change({ ...forgetPlaces(view), filter });
      host.post({ t: 'filter', filter });
    },
    cancel: () => host.post({ t: 'cancel' }),
    explain: topic => host.post({ t: 'explain', topic }),
    save: (figure, format) => host.post({ t: 'prepare', figure, format }),
    pin: metrics => host.post({ t: 'focus', metrics }),
    openItem,
    run: action => host.post(runMessage(action)),
    chart: figure => charts.show({ figure, scale: view.scale, zoom: view.zoom[figure.id] ?? null }),
  };
}

function paint(): void {
  keepFocus(() => render(insightsPage({ state, figures, awaiting }, context()), app));
  spy.look();
}

/** The host's word on the filter is kept, so that what is restored is what was seen. */
function receive(next: InsightsState): void {
  state = next;
  if (next.kind === 'shown') {
    figures = next;
  }
  if (next.kind === 'shown' || next.kind === 'declined') charts.keepOnly(next.figures);
  if (next.kind !== 'reading') awaiting = false;
  if (next.kind === 'shown' || next.kind === 'declined') host.saveView({ ...host.view(), filter: next.filter });
  paint();
  if (next.kind === 'shown') scroll.restore();
  announcer.say(announcement(next));
}

async function answer(message: ToInsights): Promise<void> {
  switch (message.t) {
    case 'state':
      receive(message.state);
      return;
    case 'draw': {
      const content = await figureFile(message.figure, message.format);
      if (content === null) return;
      host.post({ t: 'export', figure: message.figure.id, format: message.format, content });
      return;
    }
    case 'retrospective':
      host.post({ t: 'retrospective', svgs: await figurePictures(message.figures) });
  }
}

paint();
host.listen(
  message => void answer(message),
  () => receive(misheardState),
);
host.post({ t: 'ready', filter: host.view().filter });
