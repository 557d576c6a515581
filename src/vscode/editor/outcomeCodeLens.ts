import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';

/** Says above a file how many outcomes shaped it, while the setting is on; until then its bundle is not even loaded. */
export function registerOutcomeCodeLens(session: Session, errors: ErrorBoundary): Disposable {
  const owned = createDisposables();
  let shown: Disposable | null = null;
  let disposed = false;

  async function update(): Promise<void> {
    const wanted = () => !disposed && settings.codeLens() && !settings.quiet();
    if (!wanted()) {
      shown?.dispose();
      shown = null;
      return;
    }
    if (shown !== null) return;
    const { showCodeLens } = await import('./codeLens/codeLensPart.ts');
    if (wanted()) shown ??= showCodeLens(session, errors);
  }

  const updateAgain = () => void errors.background('show the outcomes of files', update);
  owned.register(settings.onDidChange(updateAgain));
  owned.register({
    dispose() {
      disposed = true;
      shown?.dispose();
    },
  });
  updateAgain();
  return owned;
}
