import type { BrowserContext, Frame } from 'playwright-core';

/** Something that a content security policy has refused. */
export interface CspViolation {
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
  readonly line: number;
}

/** VS Code writes a webview's document with `document.open`, which drops listeners, so it is set again after that. */
const listen = `(() => {
  const report = event => globalThis.reportCspViolation({
    directive: event.effectiveDirective, blocked: event.blockedURI, sample: event.sample, line: event.lineNumber,
  });
  const arm = target => target.addEventListener('securitypolicyviolation', report);
  arm(document);
  const open = Document.prototype.open;
  Document.prototype.open = function (...args) {
    const result = open.apply(this, args);
    arm(this);
    return result;
  };
})();`;

/** Collects, from now on, what is refused in the webviews of one extension. VS Code's own frames do not count. */
export async function collectCspViolations(
  context: BrowserContext,
  extensionId: string,
): Promise<() => readonly CspViolation[]> {
  const found: CspViolation[] = [];
  await context.exposeBinding('reportCspViolation', ({ frame }, violation: CspViolation) => {
    if (isInside(frame, `extensionId=${extensionId}`)) found.push(violation);
  });
  await context.addInitScript(listen);
  return () => found;
}

function isInside(frame: Frame | null, mark: string): boolean {
  return frame !== null && (frame.url().includes(mark) || isInside(frame.parentFrame(), mark));
}
