import { html, nothing, svg, type TemplateResult } from 'lit';
import type { MeasureView } from '../../src/protocol/outcomeProtocol.ts';
import { icon } from '../shared/icons.ts';
import { sparkline } from './sparkline.ts';

const box = { width: 120, height: 28, inset: 3 };

/** One measure: `baseline -> now -> target`, and what was measured on the way. */
export function measureView(measure: MeasureView): TemplateResult {
  return html`<li class="measure">
    <h3 class="measure-name">
      ${measure.name}${unitBeside(measure) ? html` <span class="measure-unit">(${measure.unit})</span>` : nothing}
    </h3>
    <dl class="measure-values">
      ${valueView('Baseline', measure.baseline, 'unknown')} ${valueView('Now', measure.now, 'not yet')}
      ${valueView('Target', measure.target, 'none')}
    </dl>
    ${sparklineView(measure)} ${measure.by === '' ? nothing : html`<p class="measure-by">${measure.by}</p>`}
    ${measure.reviewNote === '' ? nothing : html`<p class="measure-by">${measure.reviewNote}</p>`}
  </li>`;
}

function valueView(name: string, value: string, absent: string): TemplateResult {
  return html`<div class="measure-value" data-name=${name}>
    <dt>${name}</dt>
    <dd>
      ${value === '' ? html`<span class="absent">${absent}</span>` : value}${name === 'Target' ? nothing : icon('arrow')}
    </dd>
  </div>`;
}

/** One value and nothing to hold it against is no picture. */
function isDrawn({ points, baselineValue, targetValue }: MeasureView): boolean {
  return points.length > 1 || (points.length === 1 && (baselineValue !== null || targetValue !== null));
}

function sparklineView(measure: MeasureView): TemplateResult {
  const { points, baselineValue: baseline, targetValue: target, reviews } = measure;
  const drawn = isDrawn(measure) ? sparkline({ points, baseline, target, reviews }, box) : null;
  if (drawn === null) return html`<p class="visually-hidden">${measure.summary}</p>`;
  return html`<svg
    class="sparkline"
    viewBox=${`0 0 ${box.width} ${box.height}`}
    preserveAspectRatio="none"
    role="img"
    aria-label=${measure.summary}
  >
    <title>${measure.summary}</title>
    ${drawn.reviews.map(
      ({ x, past }) =>
        svg`<line class="sparkline-review" data-past=${String(past)} x1=${x} x2=${x} y1="0" y2=${box.height} />`,
    )}
    ${levelView('baseline', drawn.baseline)} ${levelView('target', drawn.target)}
    ${svg`<path class="sparkline-line" d=${drawn.line} />`}
    ${svg`<path class="sparkline-dot" d=${`M${drawn.last.x},${drawn.last.y}h0`} />`}
  </svg>`;
}

function levelView(name: 'baseline' | 'target', y: number | null): TemplateResult | typeof nothing {
  return y === null ? nothing : svg`<line class=${`sparkline-${name}`} x1="0" x2=${box.width} y1=${y} y2=${y} />`;
}

/** The unit stands beside the name only where no value carries it already. */
function unitBeside({ unit, baseline, now, target }: MeasureView): boolean {
  return unit !== '' && ![baseline, now, target].some(value => value.endsWith(unit));
}
