/** A value that is loaded once and shared until cleared; a failed load is forgotten, so the next caller tries again. */
export interface Cell<T> {
  get(): Promise<T>;
  /** The value that was asked for last; null when there is none. */
  readonly held: Promise<T> | null;
  clear(): void;
}

export function createCell<T>(load: () => Promise<T>): Cell<T> {
  let held: Promise<T> | null = null;
  return {
    get() {
      if (held !== null) return held;
      const loading = load();
      held = loading;
      loading.catch(() => {
        if (held === loading) held = null;
      });
      return loading;
    },
    get held() {
      return held;
    },
    clear() {
      held = null;
    },
  };
}

/** Cells by name: one for each question that was asked. */
export interface Cells<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
  clear(): void;
}

export function createCells<T>(): Cells<T> {
  const cells = new Map<string, Cell<T>>();
  return {
    get(key, load) {
      const cell = cells.get(key) ?? createCell(load);
      cells.set(key, cell);
      return cell.get();
    },
    clear() {
      cells.clear();
    },
  };
}
