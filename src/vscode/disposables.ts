/** What VS Code calls a disposable, as an interface that a plain object can satisfy. */
export interface Disposable {
  dispose(): void;
}

/** Owns disposables: `register` returns its argument, and disposes it at once when the owner is gone already. */
export interface Disposables extends Disposable {
  register<T extends Disposable>(disposable: T): T;
}

/** All are disposed, in reverse order, even if one throws; then the first failure is thrown. */
export function createDisposables(): Disposables {
  let owned: Disposable[] | null = [];
  return {
    register(disposable) {
      if (owned === null) disposable.dispose();
      else owned.push(disposable);
      return disposable;
    },
    dispose() {
      const failures: unknown[] = [];
      for (const disposable of (owned ?? []).reverse()) {
        try {
          disposable.dispose();
        } catch (error) {
          failures.push(error);
        }
      }
      owned = null;
      if (failures.length > 0) throw failures[0];
    },
  };
}
