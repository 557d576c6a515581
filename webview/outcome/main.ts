import '../shared/base.css';
import './outcome.css';
import { render } from 'lit';
import {
  toOutcomeSchema,
  type FromOutcome,
  type OutcomeState,
  type ToOutcome,
} from '../../src/protocol/outcomeProtocol.ts';
import { addLiveRegion, createAnnouncer } from '../shared/announcer.ts';
import { registerControls } from '../shared/controls.ts';
import { appElement } from '../shared/page.ts';
import { misheardState, runMessage } from '../shared/runAction.ts';
import { keepScroll } from '../shared/scroll.ts';
import { openConversation } from '../shared/vscodeApi.ts';
import { announcement } from './announcement.ts';
import type { PageContext } from './context.ts';
import { outcomePage } from './page.ts';
import { initialOutcomeView, isOpen, outcomeViewSchema, turn, type OutcomeView } from './viewState.ts';

registerControls();
const app = appElement();
const announcer = createAnnouncer(addLiveRegion(), { quietAtFirst: true });
const host = openConversation<ToOutcome, FromOutcome, OutcomeView>({
  inbound: toOutcomeSchema,
  view: outcomeViewSchema,
  initialView: initialOutcomeView,
});
const scroll = keepScroll(host.view().scroll, position => host.saveView({ ...host.view(), scroll: position }));

let state: OutcomeState = { kind: 'loading' };
let awaiting = false;

const context: PageContext = {
  isOpen: id => isOpen(host.view(), id),
  toggle: id => {
    host.saveView(turn(host.view(), id));
    paint();
  },
  run: action => host.post(runMessage(action)),
};

function paint(): void {
  app.setAttribute('aria-busy', String(awaiting || state.kind === 'loading'));
  render(outcomePage({ state, awaiting }, context), app);
}

/** While the host reads again, what was shown stays: a page that empties itself is harder to follow. */
function receive(next: OutcomeState): void {
  awaiting = next.kind === 'loading' && state.kind !== 'loading';
  if (!awaiting) state = next;
  paint();
  if (next.kind === 'loading') return;
  scroll.restore();
  announcer.say(announcement(next));
}

paint();
host.listen(
  message => receive(message.state),
  () => receive(misheardState),
);
host.post({ t: 'ready' });
