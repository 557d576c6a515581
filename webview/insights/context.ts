import type { Figure } from '../../src/model/flow/figure.ts';
import type { FocusMetric } from '../../src/model/flow/focus.ts';
import type { ExportFormat, InsightsFilter } from '../../src/protocol/insightsProtocol.ts';
import type { RunAction } from '../shared/runAction.ts';
import type { Span } from './charts/geometry.ts';
import type { InsightsView } from './viewState.ts';

/** What the parts of the page need besides the state. */
export interface InsightsContext {
  readonly view: InsightsView;
  /** The figure whose menu is open. */
  readonly menu: string | null;
  readonly change: (change: Partial<InsightsView>) => void;
  readonly toggle: (id: string) => void;
  readonly openMenu: (figure: string | null) => void;
  readonly zoom: (figure: string, span: Span | null) => void;
  readonly filter: (filter: InsightsFilter) => void;
  readonly cancel: () => void;
  readonly explain: (figure: string) => void;
  readonly save: (figure: string, format: ExportFormat) => void;
  readonly pin: (metrics: FocusMetric[]) => void;
  readonly openItem: (index: number) => void;
  readonly run: RunAction;
  /** The place where a figure's chart is drawn. */
  readonly chart: (figure: Figure) => Element;
}
