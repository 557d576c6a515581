const quietMs = 150;

interface KeptScroll {
  /** Scrolls to where the person was, once: when there is content to scroll. */
  restore(): void;
}

/** Keeps the scroll position over a reload of the page. */
export function keepScroll(kept: number, save: (position: number) => void): KeptScroll {
  let pending: number | null = kept > 0 ? kept : null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => save(Math.round(scrollY)), quietMs);
    },
    { passive: true },
  );
  return {
    restore: () => {
      if (pending === null) return;
      scrollTo({ top: pending, behavior: 'instant' });
      pending = null;
    },
  };
}
